"""What was decided stands in the personnel system (PP 94/2021 art. 39): which one, by which entry."""

from __future__ import annotations

from datetime import date, datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.examinations.taking import Told, begin, require_text
from sinetra.apps.cases.models import Examination
from sinetra.core.errors import gettext_noop


def record(
    *, examination: Examination, letter: str, on: date, actor: Actor, note: str = "", at: datetime | None = None
) -> Examination:
    """``letter``: system and number of the entry. Errors: as ``execute``."""
    taking = begin(examination, "record", "record", Told(on=on, letter=letter, note=note), actor=actor, at=at)
    require_text(letter, "letter", gettext_noop("Tuliskan sistem dan nomor catatannya, misalnya SIASN."))
    return taking.write(recorded_on=on)
