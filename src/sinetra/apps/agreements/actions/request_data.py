"""One institution asks another for exact facts about few people; or the owner records a request that came on paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, Sum

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.advice.policies import person
from sinetra.apps.agreements.catalogue import data_rules
from sinetra.apps.agreements.cleared import is_cleared
from sinetra.apps.agreements.models import Agreement, DataRequest, RequestedField
from sinetra.apps.agreements.selectors import holds_on, owners_here
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.disclosure.asked import read_matter, read_own_fields, read_people, words_of
from sinetra.core.disclosure.basis import read_basis
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.ports.clock import today

PURPOSE = (10, 500)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDraft:
    """``instrument`` with ``article``: the law that gives the power to ask. ``fields``: codes of the catalogue;
    ``own_fields`` and ``people``: lines as typed. ``requester_name`` only where the owner records it."""

    purpose: str
    matter: str
    fields: tuple[str, ...]
    own_fields: tuple[str, ...] = ()
    people: tuple[str, ...]
    instrument: str
    article: str
    agreement: Agreement | None = None
    letter_number: str = ""
    requester_name: str = ""


def request_data(*, owner: Organisation, draft: RequestDraft, actor: Actor) -> DataRequest:
    """By the institution that asks, with an account here. Errors: ``Forbidden``; ``BadInput`` naming the field;
    ``Conflict`` when it has asked for too many people of late."""
    require(actor, "data_request.ask")
    known = owners_here(today(owner.region_id)).exclude(pk=actor.office)
    if not known.filter(pk=owner.pk).exists():
        raise BadInput(gettext_noop("Pilih pemerintah daerah yang memegang datanya."), field="owner")
    requester = Organisation.objects.get(pk=actor.office)
    return _store(owner, requester, requester.name, draft, actor)


def record_request(*, draft: RequestDraft, actor: Actor) -> DataRequest:
    """By the owner, for an institution without an account here; another person decides it. Errors as above."""
    require(actor, "data_request.record")
    owner = Organisation.objects.get(pk=actor.office)
    name = plain_text(draft.requester_name, "requester_name", (3, 200))
    if not draft.letter_number.strip():
        raise BadInput(gettext_noop("Tulis nomor surat permintaannya."), field="letter_number")
    return _store(owner, None, name, draft, actor)


def _store(
    owner: Organisation, requester: Organisation | None, name: str, draft: RequestDraft, actor: Actor
) -> DataRequest:
    rules = data_rules()
    unknown = [code for code in draft.fields if rules.field(code) is None]
    own_fields = read_own_fields(draft.own_fields, rules)
    if unknown or not (draft.fields or own_fields):
        raise BadInput(gettext_noop("Pilih sedikitnya satu isian dari daftar."), field="fields_asked")
    people = read_people(draft.people, rules)
    day = today(owner.region_id)
    row = DataRequest(
        organisation=owner,
        requester=requester,
        requester_name=name,
        requester_key=words_of(name).strip()[:200],
        recorded_by_id=person(actor),
        agreement=_under(draft.agreement, owner, requester, day),
        power=read_basis(draft.instrument, draft.article, rules),
        matter=read_matter(draft.matter),
        letter_number=draft.letter_number.strip()[:120],
        people_count=len(people),
        asked_on=day,
        due_on=_due(draft.agreement, owner, day),
    )
    if is_cleared(row):
        message = gettext_noop("Perkara ini tidak terbukti. Tidak ada data orang yang dapat diminta untuknya.")
        raise BadInput(message, field="matter", code="matter_cleared")
    told = {"purpose": plain_text(draft.purpose, "purpose", PURPOSE), "people": list(people)}
    row.request_sealed = seal_value(told, row.pk, "request")
    asked = [(code, "") for code in dict.fromkeys(draft.fields)] + [("", text) for text in own_fields]
    with unit_of_work(actor) as work:
        _no_bulk(work, row)
        work.create(row)
        work.record("data_request.ask" if requester else "data_request.record", row)
        for place, (code, text) in enumerate(asked, start=1):
            field = RequestedField(organisation=owner, request=row, place=place, code=code, text=text)
            work.create(field)
            work.record("data_request.ask_field", field)
    return row


def _under(
    agreement: Agreement | None, owner: Organisation, requester: Organisation | None, day: date
) -> Agreement | None:
    """Errors: ``BadInput`` on ``agreement`` for one between others, or that does not hold on ``day``."""
    if agreement is None:
        return None
    sides = {agreement.organisation_id, agreement.partner_id}
    if owner.pk not in sides or (requester is not None and requester.pk not in sides):
        raise BadInput(gettext_noop("Kesepakatan ini bukan antara kedua instansi."), field="agreement")
    if not holds_on(agreement, day):
        raise BadInput(gettext_noop("Kesepakatan ini tidak berlaku pada hari ini."), field="agreement")
    return agreement


def _due(agreement: Agreement | None, owner: Organisation, day: date) -> date | None:
    """When the owner has promised to answer; what only an office in words owes is of who keeps the agreement."""
    if agreement is None:
        return None
    owes = Q(owner_organisation=owner) | Q(owner_organisation__isnull=True, organisation=owner)
    promised = agreement.obligations.filter(owes, gives_data=True, answer_days__isnull=False)
    days = promised.order_by("answer_days").values_list("answer_days", flat=True).first()
    return day + timedelta(days=days) if days else None


def _no_bulk(work: Work, row: DataRequest) -> None:
    """Many small requests are a list, too. Of one owner one at a time: two that come at once wait for each other."""
    Organisation.objects.select_for_update(no_key=True).filter(pk=row.organisation_id).values_list("pk").first()
    limits = data_rules().limits
    since = work.at - timedelta(days=limits.period_days)
    before = DataRequest.objects.filter(
        organisation_id=row.organisation_id, requester_key=row.requester_key, created_at__gte=since
    )
    asked = before.aggregate(people=Sum("people_count"))["people"] or 0
    if asked + row.people_count > limits.persons_in_period:
        raise Conflict(
            gettext_noop(
                "Dalam %(days)s hari terakhir lembaga ini sudah meminta data %(asked)s orang; batasnya %(most)s. "
                "Daftar pegawai tidak diberikan sedikit demi sedikit."
            ),
            code="bulk",
            days=limits.period_days,
            asked=asked,
            most=limits.persons_in_period,
        )
