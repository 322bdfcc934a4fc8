"""Who was summoned did not come; after the second time it is decided on the evidence (PP 94/2021 art. 26(3), (4))."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.examinations.catalogue import stage_of
from sinetra.apps.cases.examinations.taking import Told, begin
from sinetra.apps.cases.models import Examination
from sinetra.core.casework.examination import Stage


def note_absence(
    *, examination: Examination, on: date, actor: Actor, note: str = "", at: datetime | None = None
) -> Examination:
    """``on``: the day of the examination that was missed. Errors: as ``summon``."""
    second = stage_of(examination) is Stage.SUMMONED_AGAIN
    name = "note_second_absence" if second else "note_absence"
    taking = begin(examination, "note_absence", name, Told(on=on, note=note), actor=actor, at=at)
    changes: dict[str, Any] = {"examined_on": on} if second else {}
    return taking.write(**changes)
