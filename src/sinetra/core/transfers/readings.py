"""Every reading of what is contested about a window, each with the verdict that it leads to for this window alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.confidence import Confidence
from sinetra.core.transfers.need import Reach, Who, agreed, verdict_of, window_need
from sinetra.core.transfers.result import TransferReading
from sinetra.core.transfers.rules import BindingReading, TransferCitation, TransferRules
from sinetra.core.transfers.transfer import Transfer
from sinetra.core.transfers.weigh import Placed
from sinetra.core.transfers.words import Need, PermitState, WindowStatus

Ask = Callable[[Reach], Need]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedReading:
    """A reading with the need that it leads to, whatever the permit."""

    id: str
    text: Bilingual
    need: Need
    source: str
    followed: bool
    confidence: Confidence

    def beside(self, permit: PermitState) -> TransferReading:
        return TransferReading(
            id=self.id,
            text=self.text,
            verdict=verdict_of(self.need, permit),
            source=self.source,
            followed=self.followed,
            confidence=self.confidence,
        )


def readings_of(
    rules: TransferRules, transfer: Transfer, item: Placed, everyone: tuple[Who, ...]
) -> tuple[WeighedReading, ...]:
    """None where the day is outside and no edge is near. ``everyone``: see :func:`need.completions`."""
    if item.status is WindowStatus.OUTSIDE:
        return ()
    window, span = item.window, item.span

    def ask(reach: Reach) -> Need:
        return agreed(window_need(rules, transfer, window, span, who, reach) for who in everyone)

    kind, inside = transfer.official_kind, item.inside
    found = [*_timetables(item, ask), *_edges(item, transfer, ask)]
    about = [reading for reading in window.readings if kind is None or kind in reading.kinds]
    found += [_binding(reading, ask(Reach(inside=inside, binding=reading.binds))) for reading in about]
    if span is not None and not span.own_head:
        found += [_binding(reading, ask(Reach(inside=inside, own_head=reading.binds))) for reading in window.own_head]
    action = rules.actions.get(transfer.action)
    if action is not None and window.id in action.windows:
        found += [_binding(reading, ask(Reach(inside=inside, action=reading.binds))) for reading in action.readings]
    return (*found, *_exceptions(rules, item, everyone, ask))


def _timetables(item: Placed, ask: Ask) -> Iterator[WeighedReading]:
    words, span = item.window.earlier_timetable, item.span
    if not item.disputed or words is None or span is None or span.earlier is None:
        return
    sources = (span.earlier.source, span.source)
    for name, text, source, inside in zip(
        ("earlier_timetable", "current_timetable"), (words.text, words.current), sources, (True, False), strict=True
    ):
        yield WeighedReading(
            id=name,
            text=text,
            need=ask(Reach(inside=inside)),
            source=source,
            followed=False,
            confidence=words.confidence,
        )


def _edges(item: Placed, transfer: Transfer, ask: Ask) -> Iterator[WeighedReading]:
    edge, span = item.near, item.span
    if edge is None or span is None or item.disputed:
        return
    for reading in edge.readings:
        inside = span.moved(transfer.effective_on, edge, reading)
        yield WeighedReading(
            id=reading.id,
            text=reading.text,
            need=ask(Reach(inside=inside)),
            source=reading.source,
            followed=reading.followed,
            confidence=reading.confidence,
        )


def _binding(reading: BindingReading, need: Need) -> WeighedReading:
    return WeighedReading(
        id=reading.id,
        text=reading.text,
        need=need,
        source=reading.source,
        followed=reading.followed,
        confidence=reading.confidence,
    )


def _exceptions(rules: TransferRules, item: Placed, everyone: tuple[Who, ...], ask: Ask) -> Iterator[WeighedReading]:
    """An exception that was not read in its text is told with what holds without it. It is followed when there is a
    text to cite."""
    used = [
        found
        for found in everyone[0].used
        if item.window.id in found.windows
        and found.confidence is not Confidence.VERIFIED
        and all(found in who.used for who in everyone)
    ]
    uncited = [
        found
        for found in everyone[0].uncited
        if item.window.id in found.windows and all(found in who.uncited for who in everyone)
    ]
    unsure = used or uncited
    if not unsure:
        return
    cited = "; ".join(dict.fromkeys(_names(rules, found.citations) for found in unsure))
    counts, doubted = rules.phrases["exception_counts"], rules.phrases["exception_doubted"]
    named = Bilingual(id="; ".join(found.text.id for found in unsure), en="; ".join(found.text.en for found in unsure))
    yield WeighedReading(
        id="exception_counts",
        text=Bilingual(id=counts.id % {"exception": named.id}, en=counts.en % {"exception": named.en}),
        need=ask(Reach(inside=item.inside, exceptions=None if used else True)),
        source=cited,
        followed=bool(used),
        confidence=Confidence.UNCHECKED,
    )
    yield WeighedReading(
        id="exception_doubted",
        text=doubted,
        need=ask(Reach(inside=item.inside, exceptions=False)),
        source=_names(rules, item.window.citations[:1]),
        followed=False,
        confidence=Confidence.UNCHECKED,
    )


def _names(rules: TransferRules, citations: Iterable[TransferCitation]) -> str:
    """The citations as one text; without any, that the exception has to be checked."""
    found = (f"{rules.instruments[item.instrument].cited_as} {item.article}" for item in citations)
    return ", ".join(found) or Confidence.UNCHECKED.value
