"""The competent official has decided: a penalty, not proven, or passed to whoever is competent. It is recorded here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.examinations.acting_head import report_rules
from sinetra.apps.cases.examinations.penalty_choice import (
    require_competent,
    require_free,
    require_penalty,
    require_team,
)
from sinetra.apps.cases.examinations.taking import Told, begin, require_text
from sinetra.apps.cases.models import Examination
from sinetra.apps.cases.vocabulary import Verdict
from sinetra.core.casework.penalties import Official
from sinetra.core.errors import gettext_noop

_STEPS = {Verdict.SANCTION: "impose", Verdict.NOT_PROVEN: "clear", Verdict.PASSED_ON: "refer"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """``letter``: number of the decision, or of the letter that passed it on. ``reason`` is sealed."""

    verdict: Verdict
    official: Official
    letter: str
    on: date
    reason: str
    penalty: str = ""


def decide(*, examination: Examination, decided: Decided, actor: Actor, at: datetime | None = None) -> Examination:
    """Nothing is proposed: a person chose, of what the law knows for the status of that day.

    Errors: ``Forbidden``; ``BadInput`` without number or reason, for a day that cannot be, a penalty that the law does
    not know, an official who may not impose it, or a heavy penalty without a team; ``Conflict`` when the PPK has an
    interest, by stage or by the interest of whoever records it.
    """
    told = Told(on=decided.on, letter=decided.letter, note=decided.reason)
    taking = begin(examination, "decide", _STEPS[decided.verdict], told, actor=actor, at=at)
    require_text(decided.letter, "letter", gettext_noop("Tuliskan nomor keputusan atau suratnya."))
    require_text(decided.reason, "reason", gettext_noop("Tuliskan alasannya."))
    if decided.verdict is Verdict.SANCTION:
        penalty = require_penalty(examination, decided.penalty)
        require_competent(examination, penalty, decided.official)
        require_team(examination, penalty)
    require_free(examination, decided.official)
    imposed = decided.verdict is Verdict.SANCTION
    return taking.write(
        starts=report_rules(examination, decided.official, decided.on) if imposed else (),
        verdict=decided.verdict,
        official=decided.official,
        penalty=decided.penalty if imposed else "",
        decision_number=taking.told.letter,
        decided_on=decided.on,
    )
