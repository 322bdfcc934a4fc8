"""Personal data got out: recorded with the instant of knowing, and each notice when it went out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.advice.policies import person
from sinetra.apps.agreements.catalogue import data_rules
from sinetra.apps.agreements.models import Breach
from sinetra.apps.agreements.vocabulary import Notice
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.ports import clock

TOLD = (5, 4000)


def record_breach(
    *,
    known_at: datetime,
    told: Mapping[str, str],
    people_count: int | None = None,
    actor: Actor,
) -> Breach:
    """``known_at``: real time. ``told`` by the ids of the catalogue. Errors: ``Forbidden``; ``BadInput`` naming the
    field."""
    require(actor, "breach.record")
    if known_at > clock.now():
        raise BadInput(gettext_noop("Waktu diketahui tidak boleh di masa depan."), field="known_on")
    said = {item.id: plain_text(told.get(item.id, ""), item.id, TOLD) for item in data_rules().breach.told}
    row = Breach(
        organisation_id=actor.office,
        known_at=known_at,
        recorded_by_id=person(actor),
        people_count=people_count,
    )
    row.told_sealed = seal_value(said, row.pk, "told")
    with unit_of_work(actor) as work:
        work.create(row)
        work.record("breach.record", row)
    return row


def record_notice(*, breach: Breach, notice: Notice, told_at: datetime, note: str = "", actor: Actor) -> Breach:
    """The letter went out at ``told_at``. Errors: ``Forbidden``; ``BadInput`` on ``told_on`` for an instant before the
    breach was known or to come; ``Conflict`` when it was recorded before."""
    require(actor, "breach.record", breach)
    told, noted = f"{notice.value}_told_at", f"{notice.value}_note"
    if getattr(breach, told) is not None:
        raise Conflict(gettext_noop("Pemberitahuan ini sudah dicatat."))
    if not breach.known_at <= told_at <= clock.now():
        message = gettext_noop("Waktu kirim harus sesudah kebocoran diketahui, dan bukan di masa depan.")
        raise BadInput(message, field="told_on")
    with unit_of_work(actor) as work:
        work.change(breach, **{told: told_at, noted: note.strip()[:300]})
        work.record("breach.notify", breach, data={"notice": notice.value})
    return breach
