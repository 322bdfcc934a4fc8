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
    """A window with the day in or beside it. ``insides``: one answer for each region that may be meant. ``near``: the
    contested edge within the band. ``disputed``: the day lies between the openings of two timetables of which it is
    open which binds. ``span`` None: no election opens it.
    """

    window: Window
    span: Span | None
    inside: bool | None
    insides: tuple[bool | None, ...]
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
    return weigh_in(rules, transfer, places(rules, transfer))


def weigh_in(rules: TransferRules, transfer: Transfer, placed: tuple[Placed, ...]) -> Weighed:
    """``placed``: the :func:`places` of the transfer."""
    live = [item for item in placed if any(inside is not False for inside in item.insides)]
    regions = max((len(item.insides) for item in live), default=1)

    def need(who: Who) -> Need:
        return agreed(any_of(_need(rules, transfer, item, who, at) for item in live) for at in range(regions))

    needs = tuple((who, need(who)) for who in completions(rules, transfer))
    return Weighed(placed=placed, needs=needs, need=agreed(need for _, need in needs))


def _need(rules: TransferRules, transfer: Transfer, item: Placed, who: Who, region: int) -> Need:
    inside = item.insides[region] if len(item.insides) > 1 else item.insides[0]
    return window_need(rules, transfer, item.window, item.span, who, Reach(inside=inside))


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
    return Placed(window=window, span=None, inside=inside, insides=(inside,), near=None, disputed=False, status=status)


def _acting(window: Window, kind: OfficialKind | None) -> WindowStatus:
    if kind is None:
        return WindowStatus.OPEN
    bound = kind in window.binds or any(kind in reading.kinds for reading in window.readings)
    return WindowStatus.INSIDE if bound else WindowStatus.OUTSIDE


def _place(rules: TransferRules, window: Window, span: Span, day: date | None) -> Placed:
    inside, insides, disputed = span.inside(day), span.insides(day), _is_disputed(span, day)
    near = None if day is None else _near(window, span, day, rules.band_days)
    if disputed:
        inside, insides = None, (None,)
    if not disputed and (inside is None or (inside and not span.own_head)):
        status = WindowStatus.OPEN
    elif disputed or (near is not None and span.coverage is Coverage.YES and span.own_head):
        status = WindowStatus.BOUNDARY
    else:
        status = WindowStatus.INSIDE if inside else WindowStatus.OUTSIDE
    return Placed(window=window, span=span, inside=inside, insides=insides, near=near, disputed=disputed, status=status)


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
