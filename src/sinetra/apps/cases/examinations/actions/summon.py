"""The direct superior summons in writing (PP 94/2021 art. 26): the first time, after an absence, or for a team."""

from __future__ import annotations

from datetime import date, datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.examinations.catalogue import stage_of
from sinetra.apps.cases.examinations.taking import Told, begin, require_text
from sinetra.apps.cases.models import Examination
from sinetra.core.casework.examination import Stage
from sinetra.core.errors import gettext_noop

_STEPS = {Stage.ABSENT: "summon_again", Stage.EXAMINED: "summon_anew"}


def summon(
    *, examination: Examination, letter: str, on: date, actor: Actor, note: str = "", at: datetime | None = None
) -> Examination:
    """``on``: the day of the letter, from which the seven working days run; the second ones ran from the absence.

    Errors: ``Forbidden``; ``BadInput`` without a letter or for a day that cannot be; ``Conflict`` by stage or interest.
    """
    name = _STEPS.get(stage_of(examination), "summon")
    taking = begin(examination, "summon", name, Told(on=on, letter=letter, note=note), actor=actor, at=at)
    require_text(letter, "letter", gettext_noop("Tuliskan nomor surat panggilannya."))
    return taking.write()
