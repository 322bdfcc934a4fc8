"""The objection or appeal was decided: the decision stands, is changed, or is annulled (PP 79/2021 arts. 5, 8, 16)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.examinations.penalty_choice import require_penalty
from sinetra.apps.cases.examinations.taking import Told, begin, require_text
from sinetra.apps.cases.models import Examination
from sinetra.apps.cases.vocabulary import RemedyResult
from sinetra.core.errors import BadInput, gettext_noop

_STEPS = {RemedyResult.CHANGED: "change", RemedyResult.ANNULLED: "annul"}


def settle(
    *,
    examination: Examination,
    result: RemedyResult,
    letter: str,
    on: date,
    actor: Actor,
    penalty: str = "",
    note: str = "",
    at: datetime | None = None,
) -> Examination:
    """``penalty``: the new one where it was changed; it is then to be carried out anew.

    Errors: ``Forbidden``; ``BadInput`` without a letter, for a day that cannot be, for a penalty that the law does not
    know or that is the old one; ``Conflict`` by stage or interest.
    """
    stands = "uphold_executed" if examination.executed_on else "uphold"
    step = _STEPS.get(result, stands)
    taking = begin(examination, "settle", step, Told(on=on, letter=letter, note=note), actor=actor, at=at)
    require_text(letter, "letter", gettext_noop("Tuliskan nomor keputusannya."))
    changes: dict[str, Any] = {"remedy_result": result, "remedy_decided_on": on}
    if result is RemedyResult.CHANGED:
        if penalty == examination.penalty:
            raise BadInput(gettext_noop("Hukuman ini sama dengan yang lama; pilih hukuman yang baru."), field="penalty")
        require_penalty(examination, penalty)
        changes |= {"penalty": penalty, "executed_on": None}
    return taking.write(**changes)
