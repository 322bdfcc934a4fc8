"""The examination was held; its minutes (berita acara pemeriksaan) are written (PP 94/2021 arts. 27 and 32)."""

from __future__ import annotations

from datetime import date, datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.examinations.taking import Told, begin, require_text
from sinetra.apps.cases.models import Examination
from sinetra.core.errors import gettext_noop


def examine(
    *, examination: Examination, letter: str, on: date, note: str, actor: Actor, at: datetime | None = None
) -> Examination:
    """``letter``: the number of the minutes; ``note``: what was answered, sealed: the person has been heard.

    Errors: ``Forbidden``; ``BadInput`` without number or answer, or for a day that cannot be; ``Conflict`` by stage or
    interest.
    """
    taking = begin(examination, "examine", "examine", Told(on=on, letter=letter, note=note), actor=actor, at=at)
    require_text(letter, "letter", gettext_noop("Tuliskan nomor berita acaranya."))
    require_text(note, "note", gettext_noop("Tuliskan pokok jawaban yang diperiksa."))
    return taking.write(examined_on=on)
