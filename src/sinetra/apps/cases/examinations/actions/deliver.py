"""The decision reached the person: from that day it takes force, and can be contested (PP 94/2021 arts. 37 and 38)."""

from __future__ import annotations

from datetime import date, datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.examinations.catalogue import penalties, penalty_of
from sinetra.apps.cases.examinations.taking import Told, begin, require_text
from sinetra.apps.cases.models import Examination
from sinetra.core.casework.penalties import Official
from sinetra.core.errors import gettext_noop


def deliver(
    *, examination: Examination, letter: str, on: date, actor: Actor, note: str = "", at: datetime | None = None
) -> Examination:
    """``on``: the day on which the person received it; ``letter``: the receipt that proves it.

    Errors: ``Forbidden``; ``BadInput`` without proof or for a day that cannot be; ``Conflict`` by stage or interest.
    """
    taking = begin(examination, "deliver", "deliver", Told(on=on, letter=letter, note=note), actor=actor, at=at)
    require_text(letter, "letter", gettext_noop("Tuliskan bukti penyampaiannya, misalnya nomor tanda terima."))
    return taking.write(starts=_clocks(examination), delivered_on=on)


def _clocks(row: Examination) -> tuple[str, ...]:
    penalty = penalty_of(row)
    assert penalty is not None  # noqa: S101 - nothing else is delivered
    effect = penalties().levels[penalty.sanction_class].effect
    remedy = penalties().remedy(penalty, Official(row.official))
    return tuple(filter(None, (effect, remedy.filing if remedy else None)))
