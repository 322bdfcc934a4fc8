"""What the published cases say of persons and acts: in nearly every case there is one of each, in many exactly one.

So who reads both sets of tables must not learn from the persons how many cases were withheld, nor the other way round.
"""

from __future__ import annotations

from collections.abc import Mapping

from sinetra.apps.insight.statistics.vocabulary import CaseStatus, PersonStatus, Unit
from sinetra.core.statistics import ALL, Beside, Cell, Published

_OF_PERSONS: Mapping[CaseStatus, PersonStatus] = {
    CaseStatus.RECEIVED: PersonStatus.AWAITING_BAWASLU,
    CaseStatus.IN_EXAMINATION: PersonStatus.AWAITING_BAWASLU,
    CaseStatus.FORWARDED: PersonStatus.AWAITING_RECEIVER,
    CaseStatus.WITH_RECEIVER: PersonStatus.AWAITING_RECEIVER,
    CaseStatus.NOT_REGISTERED: PersonStatus.REJECTED,
    CaseStatus.WITHDRAWN: PersonStatus.REJECTED,
    CaseStatus.OUT_OF_COMPETENCE: PersonStatus.REJECTED,
    CaseStatus.HANDED_OVER: PersonStatus.ENDED_OTHERWISE,
    CaseStatus.FOLLOWED_UP: PersonStatus.ENDED_OTHERWISE,
}
#: Whose persons are all there: in the others some stand under "punished".
_WHOLE = frozenset({PersonStatus.AWAITING_BAWASLU, PersonStatus.REJECTED})


def beside(unit: Unit, cases: Published | None) -> Beside:
    """Nothing for the cases themselves, and for those examined, who are counted at another institution."""
    if cases is None or unit not in (Unit.PERSON, Unit.ACT):
        return Beside()
    withheld: set[Cell] = set()
    least: dict[Cell, int] = {}
    for cell, count in cases.margins.values.items():
        other = cell if unit is Unit.ACT else _of_persons(cell)
        if cell in cases.withheld:
            withheld.add(other)
        elif unit is Unit.ACT or other.status == ALL or other.status in _WHOLE:
            least[other] = least.get(other, 0) + count
    return Beside(withheld=frozenset(withheld), least=least)


def _of_persons(cell: Cell) -> Cell:
    return cell if cell.status == ALL else cell._replace(status=_OF_PERSONS[CaseStatus(cell.status)].value)
