"""A transfer laid against every window that may be about it: where its day lies, and whether the consent is needed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sinetra.core.clock.stages import Coverage
from sinetra.core.transfers.need import Reach, Who, agreed, any_of, completions, window_need
from sinetra.core.transfers.rules import Edge, TransferRules, Window
from sinetra.core.transfers.spans import Span, spans
from sinetra.core.transfers.transfer import Transfer
from sinetra.core.transfers.words import Need, OfficialKind, WindowId, WindowStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A window with the day in or beside it. ``near``: the contested edge within the band. ``disputed``: the day lies
    between the openings of two timetables of which it is open which binds. ``span`` None: no election opens it."""

    window: Window
    span: Span | None
    inside: bool | None
    near: Edge | None
    disputed: bool
    status: WindowStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """``needs``: of every way in which the unknown head and post may turn out; ``need``: what they agree on."""

    placed: tuple[Placed, ...]
    needs: tuple[tuple[Who, Need], ...]
    need: Need


def weigh(rules: TransferRules, transfer: Transfer) -> Weighed:
    """Errors: ``BadInput`` for an unknown election, or one that is not held in the region."""
    placed = places(rules, transfer)
    needs = tuple(
        (
            who,
            any_of(
                window_need(rules, transfer, item.window, item.span, who, Reach(inside=item.inside)) for item in placed
            ),
        )
        for who in completions(rules, transfer)
    )
    return Weighed(placed=placed, needs=needs, need=agreed(need for _, need in needs))


def places(rules: TransferRules, transfer: Transfer) -> tuple[Placed, ...]:
    """Every window of every election that may be held there, and that of acting heads."""
    found = [
        _place(rules, rules.windows[span.window], span, transfer.effective_on)
        for span in spans(rules.timetables, transfer.election, transfer.region)
    ]
    known = {item.window.id for item in found}
    for name, window in rules.windows.items():
        if name is WindowId.ACTING_HEAD:
            status = _acting(window, transfer.official_kind)
            found.append(_plain(window, inside=True, status=status))
        elif name not in known:
            found.append(_plain(window, inside=False, status=WindowStatus.OUTSIDE))
    return tuple(found)


def _plain(window: Window, *, inside: bool, status: WindowStatus) -> Placed:
    return Placed(window=window, span=None, inside=inside, near=None, disputed=False, status=status)


def _acting(window: Window, kind: OfficialKind | None) -> WindowStatus:
    if kind is None:
        return WindowStatus.OPEN
    bound = kind in window.binds or any(kind in reading.kinds for reading in window.readings)
    return WindowStatus.INSIDE if bound else WindowStatus.OUTSIDE


def _place(rules: TransferRules, window: Window, span: Span, day: date | None) -> Placed:
    inside, disputed = span.inside(day), _is_disputed(span, day)
    near = None if day is None else _near(window, span, day, rules.band_days)
    if disputed:
        inside = None
    if disputed or (near is not None and span.coverage is Coverage.YES and span.own_head):
        status = WindowStatus.BOUNDARY
    elif inside is None or (inside and not span.own_head):
        status = WindowStatus.OPEN
    else:
        status = WindowStatus.INSIDE if inside else WindowStatus.OUTSIDE
    return Placed(window=window, span=span, inside=inside, near=near, disputed=disputed, status=status)


def _is_disputed(span: Span, day: date | None) -> bool:
    if span.earlier is None or day is None:
        return False
    return span.earlier.first <= day < span.bounds[0].first


def _near(window: Window, span: Span, day: date, band: int) -> Edge | None:
    for edge in window.edges:
        for bounds in span.bounds:
            at = bounds.first if edge.at_start else bounds.last
            if at is not None and abs((day - at).days) <= band:
                return edge
    return None
