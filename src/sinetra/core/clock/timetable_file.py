"""One timetable file: fields checked, stages computed.

D is the determination of candidates. Both ends of a stage are included:
``before_window`` from the start to the day before D minus six months; ``six_months_before_determination`` to the day
before registration opens; ``before_determination`` to D-1 (without a six-month rule from the start);
``after_determination`` to the day before the campaign; ``campaign``; ``quiet_period``; ``voting_day``;
``after_voting`` to the day before inauguration; ``after_inauguration`` to the end of the window of art. 162(3).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.block import Block
from sinetra.core.clock.confidence import Confidence, weakest
from sinetra.core.clock.months import shift
from sinetra.core.clock.places import Places
from sinetra.core.clock.stages import Beginning, StageCode, StageLine, build_line
from sinetra.core.clock.timetables import KINDS, Milestone, Timetable

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    start: date
    end: date
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class _Months:
    """A statutory length in months with its article; ``length`` 0: there is no such window."""

    length: int
    source: str
    confidence: Confidence


def _span(block: Block, field: str) -> _Span | None:
    inner = block.optional_block(field)
    if inner is None:
        return None
    start = inner.day("from")
    span = _Span(
        start=start,
        end=inner.optional_day("to") or start,
        source=inner.text("source"),
        confidence=inner.confidence(),
    )
    inner.close()
    if span.end < span.start:
        raise inner.wrong("to", (f">= {span.start}",))
    return span


def _months(block: Block, field: str) -> _Months | None:
    inner = block.optional_block(field)
    if inner is None:
        return None
    found = _Months(length=inner.whole("months"), source=inner.text("source"), confidence=inner.confidence())
    inner.close()
    return found


def _places(block: Block) -> Places:
    coverage = block.one_of("coverage", ("nationwide", "listed", "partial"))
    places = Places(
        nationwide=coverage == "nationwide",
        complete=coverage != "partial",
        provinces=block.texts("provinces"),
        areas=block.texts("areas"),
        excluded=block.texts("excluded"),
        no_governor=block.texts("no_governor"),
        no_regent=block.texts("no_regent"),
        count=block.optional_text("count"),
        note=block.optional_text("note"),
        confidence=block.confidence(),
    )
    block.close()
    return places


def _milestones(block: Block) -> tuple[Milestone, ...]:
    found = []
    for field, superseded in (("milestones", False), ("superseded", True)):
        for inner in block.blocks(field):
            found.append(
                Milestone(
                    key=inner.text("key"),
                    start=inner.optional_day("from"),
                    end=inner.optional_day("to"),
                    confidence=inner.confidence(),
                    source=inner.text("source"),
                    superseded=superseded,
                )
            )
            inner.close()
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dates:
    start: _Span
    registration: _Span | None
    determination: _Span
    campaign: _Span | None
    quiet: _Span | None
    voting: _Span
    window: _Months | None
    after: _Months


def _until_voting(dates: _Dates) -> list[Beginning]:
    def begin(code: StageCode, day: date, *spans: _Span | _Months) -> Beginning:
        return Beginning(
            code=code,
            day=day,
            source="; ".join(dict.fromkeys(span.source for span in spans)),
            confidence=weakest(*(span.confidence for span in spans)),
        )

    found: list[Beginning] = []
    decided = dates.determination
    if dates.window is not None and dates.registration is not None:
        opens = max(dates.start.start, shift(decided.start, -dates.window.length))
        found.append(begin(StageCode.BEFORE_WINDOW, dates.start.start, dates.start))
        found.append(begin(StageCode.SIX_MONTHS_BEFORE_DETERMINATION, opens, dates.window, decided))
        found.append(begin(StageCode.BEFORE_DETERMINATION, dates.registration.start, dates.registration))
    elif dates.start.start < decided.start:
        found.append(begin(StageCode.BEFORE_DETERMINATION, dates.start.start, dates.start))
    # A re-vote keeps the candidates of its parent: it starts with them already determined.
    first_day = max(decided.start, dates.start.start)
    found.append(begin(StageCode.AFTER_DETERMINATION, first_day, decided, dates.start))
    if dates.campaign is not None:
        found.append(begin(StageCode.CAMPAIGN, dates.campaign.start, dates.campaign))
    if dates.quiet is not None:
        found.append(begin(StageCode.QUIET_PERIOD, dates.quiet.start, dates.quiet))
    found.append(begin(StageCode.VOTING_DAY, dates.voting.start, dates.voting))
    return found


def _line(election: str, dates: _Dates, inauguration: _Span | None) -> StageLine:
    found = _until_voting(dates)
    voting = dates.voting
    found.append(
        Beginning(
            code=StageCode.AFTER_VOTING,
            day=voting.end + _DAY,
            source=voting.source,
            confidence=voting.confidence
            if inauguration is None
            else weakest(voting.confidence, inauguration.confidence),
        )
    )
    if inauguration is not None:
        last_day = shift(inauguration.start, dates.after.length)
        sure = weakest(inauguration.confidence, dates.after.confidence)
        source = f"{inauguration.source}; {dates.after.source}"
        for code, day in (
            (StageCode.AFTER_INAUGURATION, inauguration.start),
            (StageCode.NO_ELECTION, last_day + _DAY),
        ):
            found.append(Beginning(code=code, day=day, source=source, confidence=sure))
    return build_line(election, found)


def _check_joints(dates: _Dates, block: Block) -> None:
    """Campaign, quiet period and voting follow each other without a day between."""
    if dates.campaign is not None and dates.quiet is not None and dates.campaign.end + _DAY != dates.quiet.start:
        raise block.wrong("quiet_period", (f"from {dates.campaign.end + _DAY}",))
    if dates.quiet is not None and dates.quiet.end + _DAY != dates.voting.start:
        raise block.wrong("voting", (f"from {dates.quiet.end + _DAY}",))
    if dates.window is not None and dates.registration is None:
        raise block.wrong("registration", ("from", "to"))


def read_timetable(path: Path) -> tuple[Timetable, Block]:
    """The timetable of one file, and its block for later complaints. Errors: BadInput naming file, line, field."""
    block = Block.read(path)
    election = block.text("id")
    if election != path.stem:
        raise block.wrong("id", (path.stem,))
    rule = block.block("rule")
    days = block.block("dates")
    start, determination, voting = _span(days, "start"), _span(days, "determination"), _span(days, "voting")
    after = _months(block, "after_inauguration")
    if start is None or determination is None or voting is None or after is None:
        raise days.wrong("dates", ("start", "determination", "voting", "after_inauguration"))
    dates = _Dates(
        start=start,
        registration=_span(days, "registration"),
        determination=determination,
        campaign=_span(days, "campaign"),
        quiet=_span(days, "quiet_period"),
        voting=voting,
        window=_months(block, "window"),
        after=after,
    )
    _check_joints(dates, days)
    inauguration = _span(days, "inauguration")
    lines: dict[str, StageLine] = {}
    try:
        lines[""] = _line(election, dates, inauguration)
        for region, inner in days.named_blocks("inauguration_elsewhere"):
            lines[region] = _line(election, dates, _own_inauguration(inner))
    except ValueError as wrong:
        raise days.wrong(str(wrong), ("dates in order",)) from wrong
    days.close()
    timetable = Timetable(
        id=election,
        kind=block.one_of("kind", KINDS),
        name=Bilingual.take(block, "name"),
        rule=rule.text("as_printed"),
        rule_confidence=rule.confidence(),
        parent=block.optional_text("parent"),
        regions=_places(block.block("regions")),
        determination=determination.start,
        registration=dates.registration.start if dates.registration else None,
        inauguration=inauguration.start if inauguration else None,
        has_window=dates.window is not None,
        milestones=_milestones(block),
        notes=Bilingual.many(block, "notes"),
        lines=lines,
    )
    rule.close()
    block.close()
    return timetable, block


def _own_inauguration(inner: Block) -> _Span:
    start = inner.day("from")
    found = _Span(start=start, end=start, source=inner.text("source"), confidence=inner.confidence())
    inner.close()
    return found
