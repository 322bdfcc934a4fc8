"""The person was not there when the decision was to be delivered: it is sent (PP 94/2021 art. 37(4))."""

from __future__ import annotations

from datetime import date, datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.examinations.taking import Told, begin
from sinetra.apps.cases.models import Examination
from sinetra.core.errors import Conflict, gettext_noop


def note_undelivered(
    *, examination: Examination, on: date, actor: Actor, note: str = "", at: datetime | None = None
) -> Examination:
    """``on``: the day that was missed, from which the days for sending run (PerBKN 6/2022 art. 49(8), not read).

    Errors: ``Forbidden``; ``BadInput`` for a day that cannot be; ``Conflict`` by stage, a second time, or by interest.
    """
    taking = begin(examination, "note_undelivered", "note_undelivered", Told(on=on, note=note), actor=actor, at=at)
    if examination.steps.filter(name="note_undelivered").exists():
        raise Conflict(gettext_noop("Ketidakhadiran saat penyampaian sudah dicatat."), code="noted_before")
    return taking.write()
