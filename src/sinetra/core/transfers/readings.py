"""Every reading of what is contested about a window, each with the verdict that it leads to for this window alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.confidence import Confidence
from sinetra.core.transfers.need import Reach, agreed, completions, exceptions_of, verdict_of, window_need
from sinetra.core.transfers.result import TransferReading
from sinetra.core.transfers.rules import BindingReading, TransferCitation, TransferRules
from sinetra.core.transfers.transfer import Transfer
from sinetra.core.transfers.weigh import Placed
from sinetra.core.transfers.words import PermitState, TransferAction, Verdict, WindowStatus

Ask = Callable[[Reach], Verdict]


def readings_of(
    rules: TransferRules, transfer: Transfer, item: Placed, permit: PermitState
) -> tuple[TransferReading, ...]:
    """None where the day is outside and no edge is near: nothing is contested there."""
    if item.status is WindowStatus.OUTSIDE:
        return ()
    window, span, who = item.window, item.span, completions(rules, transfer)

    def ask(reach: Reach) -> Verdict:
        return verdict_of(agreed(window_need(rules, transfer, window, span, one, reach) for one in who), permit)

    kind, inside = transfer.official_kind, item.inside
    found = [*_timetables(item, ask), *_edges(item, transfer, ask)]
    about = [reading for reading in window.readings if kind is None or kind in reading.kinds]
    found += [_binding(reading, ask(Reach(inside=inside, binding=reading.binds))) for reading in about]
    if span is not None and not span.own_head:
        found += [_binding(reading, ask(Reach(inside=inside, own_head=reading.binds))) for reading in window.own_head]
    if transfer.action is TransferAction.DISMISSAL and window.id in rules.dismissal.windows:
        readings = rules.dismissal.readings
        found += [_binding(reading, ask(Reach(inside=inside, dismissal=reading.binds))) for reading in readings]
    return (*found, *_exceptions(rules, transfer, item, ask))


def _timetables(item: Placed, ask: Ask) -> Iterator[TransferReading]:
    words, span = item.window.earlier_timetable, item.span
    if not item.disputed or words is None or span is None or span.earlier is None:
        return
    sources = (span.earlier.source, span.source)
    for name, text, source, inside in zip(
        ("earlier_timetable", "current_timetable"), (words.text, words.current), sources, (True, False), strict=True
    ):
        yield TransferReading(
            id=name,
            text=text,
            verdict=ask(Reach(inside=inside)),
            source=source,
            followed=False,
            confidence=words.confidence,
        )


def _edges(item: Placed, transfer: Transfer, ask: Ask) -> Iterator[TransferReading]:
    edge, span = item.near, item.span
    if edge is None or span is None or item.disputed:
        return
    for reading in edge.readings:
        moves = (reading.moves, 0) if edge.at_start else (0, reading.moves)
        inside = span.inside(transfer.effective_on, first_moves=moves[0], last_moves=moves[1])
        yield TransferReading(
            id=reading.id,
            text=reading.text,
            verdict=ask(Reach(inside=inside)),
            source=reading.source,
            followed=reading.followed,
            confidence=reading.confidence,
        )


def _binding(reading: BindingReading, verdict: Verdict) -> TransferReading:
    return TransferReading(
        id=reading.id,
        text=reading.text,
        verdict=verdict,
        source=reading.source,
        followed=reading.followed,
        confidence=reading.confidence,
    )


def _exceptions(rules: TransferRules, transfer: Transfer, item: Placed, ask: Ask) -> Iterator[TransferReading]:
    """An exception that was not read in its text is told with what holds without it."""
    used = [set(exceptions_of(rules, transfer, who)) for who in completions(rules, transfer)]
    unsure = [
        found
        for found in rules.exceptions
        if item.window.id in found.windows
        and found.confidence is not Confidence.VERIFIED
        and all(found in own for own in used)
    ]
    if not unsure:
        return
    cited = "; ".join(dict.fromkeys(_names(rules, found.citations) for found in unsure))
    counts, doubted = rules.phrases["exception_counts"], rules.phrases["exception_doubted"]
    named = Bilingual(id="; ".join(found.text.id for found in unsure), en="; ".join(found.text.en for found in unsure))
    yield TransferReading(
        id="exception_counts",
        text=Bilingual(id=counts.id % {"exception": named.id}, en=counts.en % {"exception": named.en}),
        verdict=ask(Reach(inside=item.inside)),
        source=cited,
        followed=True,
        confidence=Confidence.UNCHECKED,
    )
    yield TransferReading(
        id="exception_doubted",
        text=doubted,
        verdict=ask(Reach(inside=item.inside, exceptions=False)),
        source=_names(rules, item.window.citations[:1]),
        followed=False,
        confidence=Confidence.UNCHECKED,
    )


def _names(rules: TransferRules, citations: Iterable[TransferCitation]) -> str:
    """The citations as one text; without any, that the exception has to be checked."""
    found = (f"{rules.instruments[item.instrument].cited_as} {item.article}" for item in citations)
    return ", ".join(found) or Confidence.UNCHECKED.value
