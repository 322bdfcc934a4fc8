"""After the vote: transfers and dismissals from the day after voting on, in numbers with reasons and without a name.

No reward, no revenge: whoever is moved then is moved for a reason that stands in the open.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from sinetra.apps.base.catalogue import clock
from sinetra.apps.careers.selectors import counts_between, counts_by_office
from sinetra.apps.careers.vocabulary import AFTER_THE_VOTE, Reason
from sinetra.core.clock.confidence import Confidence, weakest
from sinetra.core.clock.stages import Coverage, StageCode

_AFTER = (StageCode.AFTER_VOTING, StageCode.AFTER_INAUGURATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterVote:
    """``first``: the day after voting; ``last``: six months after the inauguration or the day of the next vote,
    whichever is earlier; None while neither is known."""

    election: str
    first: date
    last: date | None
    source: str
    confidence: Confidence


def after_votes(region: str, day: date) -> tuple[AfterVote, ...]:
    """Of the votes known to be held there, those that have begun by the day, the latest first. No day lies in two:
    where a vote is held again, the first span ends; else the difference of two numbers would tell a small one."""
    found = []
    for item in clock().timetables:
        if item.regions.coverage(region) is not Coverage.YES:
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
    found.sort(key=lambda span: span.first, reverse=True)
    return (*found[:1], *(_before(later, span) for later, span in pairwise(found)))


def _before(later: AfterVote, span: AfterVote) -> AfterVote:
    eve = later.first - timedelta(days=1)
    return span if span.last is not None and span.last <= eve else replace(span, last=eve)


def by_reason(organisation_id: UUID, span: AfterVote, day: date) -> Mapping[str, Mapping[str, int]]:
    """Kind to reason to how many, for what took effect in the span until ``day`` and was not undone."""
    found = {str(kind): {str(code): 0 for code in Reason} for kind in AFTER_THE_VOTE}
    for row in counts_between(organisation_id, span.first, min(span.last or day, day), AFTER_THE_VOTE):
        found[row.kind][row.reason] += row.count
    return found


def totals(day: date) -> list[int]:
    """How many of each kind in each span of each office until ``day``; without those of which there is none."""
    found: Counter[tuple[UUID, str, str]] = Counter()
    spans = functools.cache(after_votes)
    for row in counts_by_office(day, AFTER_THE_VOTE):
        for span in spans(row.region, day):
            if span.first <= row.day <= (span.last or day):
                found[row.organisation_id, span.election, row.kind] += row.count
    return list(found.values())
