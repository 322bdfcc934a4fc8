"""The owner tells the approved fields, and nothing else: on a law that this disclosure names, for a few days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.advice.policies import person
from sinetra.apps.agreements.about_self import require_not_about
from sinetra.apps.agreements.catalogue import data_rules
from sinetra.apps.agreements.field_words import field_text
from sinetra.apps.agreements.models import DataRequest, Disclosure, RequestedField
from sinetra.apps.agreements.sealed import DisclosedPerson, people_of, sealed_people
from sinetra.apps.agreements.vocabulary import RequestState
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.core.disclosure.asked import refuse_handles
from sinetra.core.disclosure.basis import read_basis
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.ports.clock import now, today

LONGEST_VALUE = 300


def disclose(
    *,
    request: DataRequest,
    values: Mapping[tuple[int, int], str],
    instrument: str,
    article: str,
    days: int,
    version: int,
    actor: Actor,
) -> Disclosure:
    """``values`` by number of the person (from 0) and place of the field.

    Errors: ``Forbidden``, also for who is asked about; ``BadInput`` naming ``value_<person>_<place>``, ``instrument``,
    ``article`` or ``days``, also for a value of a field that was withheld; ``Conflict``.
    """
    require(actor, "disclosure.make", request)
    require_not_about(actor, request)
    if request.state != RequestState.DECIDED or request.version != version:
        raise Conflict(gettext_noop("Permintaan ini tidak menunggu pengungkapan, atau baru saja diubah orang lain."))
    rules = data_rules()
    basis = read_basis(instrument, article, rules)
    if not 1 <= days <= rules.limits.longest_days:
        message = gettext_noop("Tulis angka %(accepted)s.")
        raise BadInput(message, field="days", accepted=(f"1–{rules.limits.longest_days}",))
    fields = [field for field in request.fields.order_by("place") if field.approved]
    row = Disclosure(
        organisation_id=request.organisation_id,
        request=request,
        requester_id=request.requester_id,
        requester_name=request.requester_name,
        basis=basis,
        fields=[field_text(field) for field in fields],
        disclosed_on=today(request.organisation.region_id),
        disclosed_by_id=person(actor),
        expires_at=now() + timedelta(days=days),
    )
    row.disclosed_sealed = sealed_people(_people(request, fields, values), row.pk)
    with unit_of_work(actor) as work:
        work.change(request, state=RequestState.DISCLOSED, ended_at=work.at)
        work.record("data_request.disclose", request)
        work.create(row)
        work.record("disclosure.make", row, data={"fields": len(fields), "people": request.people_count, "days": days})
    return row


def _people(
    request: DataRequest, fields: list[RequestedField], values: Mapping[tuple[int, int], str]
) -> list[DisclosedPerson]:
    names, rules = people_of(request), data_rules()
    wanted = {(number, field.place) for number in range(len(names)) for field in fields}
    for number, place in values.keys() - wanted:
        message = gettext_noop("Isian ini tidak disetujui, jadi tidak diungkapkan.")
        raise BadInput(message, field=f"value_{number}_{place}", code="not_approved")
    found = []
    for number, name in enumerate(names):
        said = []
        for field in fields:
            at = f"value_{number}_{field.place}"
            message = gettext_noop("Isi datanya, atau tulis “tidak ada”.")
            value = plain_text(values.get((number, field.place), ""), at, (1, LONGEST_VALUE), message)
            refuse_handles(value, rules, field=at)
            said.append(value)
        found.append(DisclosedPerson(name=name, values=tuple(said)))
    return found
