"""After the vote: transfers and dismissals from the day after voting on, in numbers with reasons and without a name.

No reward, no revenge: whoever is moved then is moved for a reason that stands in the open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sinetra.apps.base.catalogue import clock
from sinetra.apps.careers.selectors import counts_between
from sinetra.apps.careers.vocabulary import AFTER_THE_VOTE, Decision, Reason
from sinetra.core.clock.confidence import Confidence, weakest
from sinetra.core.clock.stages import Coverage, StageCode

_AFTER = (StageCode.AFTER_VOTING, StageCode.AFTER_INAUGURATION)
#: The row of what was undone, among the reasons of what was done.
UNDONE = Decision.CANCELLED.value


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterVote:
    """``first``: the day after voting; ``last``: six months after the inauguration, None while that is not known."""

    election: str
    first: date
    last: date | None
    source: str
    confidence: Confidence


def after_votes(region: str, day: date) -> tuple[AfterVote, ...]:
    """Those that have begun by the day, the latest first."""
    found = []
    for item in clock().timetables:
        if item.regions.coverage(region) is Coverage.NO:
            continue
        stages = [stage for stage in item.line(region).stages if stage.code in _AFTER]
        if not stages or stages[0].start is None or stages[0].start > day:
            continue
        found.append(
            AfterVote(
                election=item.id,
                first=stages[0].start,
                last=stages[-1].end,
                source="; ".join(dict.fromkeys(stage.source for stage in stages)),
                confidence=weakest(item.regions.confidence, *(stage.confidence for stage in stages)),
            )
        )
    return tuple(sorted(found, key=lambda span: span.first, reverse=True))


def by_reason(organisation_id: UUID, span: AfterVote, day: date) -> Mapping[str, Mapping[str, int]]:
    """Kind to reason to how many, for what took effect in the span until ``day``; what was undone stands apart."""
    last = min(span.last or day, day)
    found = {str(kind): {str(code): 0 for code in (*Reason, UNDONE)} for kind in AFTER_THE_VOTE}
    for row in counts_between(organisation_id, span.first, last, AFTER_THE_VOTE):
        code = UNDONE if row.decision == Decision.CANCELLED else row.reason
        found[row.kind][code] += row.count
    return found
