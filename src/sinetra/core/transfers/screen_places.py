"""Where the days of many rows lie among the windows: few situations, each with a transfer that stands for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from sinetra.core.errors import BadInput
from sinetra.core.transfers.check import shown
from sinetra.core.transfers.rules import TransferRules
from sinetra.core.transfers.screen_cells import Cells, Ints, distinct
from sinetra.core.transfers.spans import Span, spans
from sinetra.core.transfers.transfer import Transfer
from sinetra.core.transfers.weigh import Placed, places
from sinetra.core.transfers.words import WindowId, WindowStatus

_SEGMENTS = 1 << 16
_NO_DAY = _SEGMENTS - 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Place:
    """A region and an election that stand for all with the same windows. ``cuts``: ordinals of the days on which
    anything about them may change."""

    region: str | None
    election: str | None
    cuts: Ints

    def stand(self, segment: int) -> Transfer:
        day = None
        if segment != _NO_DAY:
            day = date.fromordinal(int(self.cuts[segment - 1] if segment else self.cuts[0] - 1))
        return Transfer(effective_on=day, region=self.region, election=self.election)


class Situations:
    """``stands[number]`` is a transfer in the situation of that number; ``quiet[number]``: its day is outside of every
    window that an election opens.
    """

    def __init__(self, rules: TransferRules) -> None:
        self._rules = rules
        self.stands: list[Transfer] = []
        self.quiet: list[bool] = []
        self._places: list[_Place] = []
        self._alike: dict[object, int] = {}
        self._pairs: dict[tuple[str | None, str | None], int | BadInput] = {}
        self._found: dict[int, tuple[int, str]] = {}
        self._seen: dict[object, int] = {}

    def __call__(self, cells: Cells) -> tuple[Ints, Ints, list[str]]:
        """The situation of each row, which of the texts that follow names its elections, and those texts. A row whose
        election is unknown or not held in its region gets an error."""
        place, day = self._place_of(cells), cells.day("effective_on")
        segment = np.full(cells.length, _NO_DAY)
        for one in np.unique(place):
            rows = (place == one) & (day >= 0)
            segment[rows] = np.searchsorted(self._places[one].cuts, day[rows], side="right")
        inverse, codes = distinct(place * _SEGMENTS + segment)
        found = [self._situation(code) for code in codes]
        names = list(dict.fromkeys(name for _, name in found))
        situations = np.array([situation for situation, _ in found], np.int64)
        elections = np.array([names.index(name) for _, name in found], np.int64)
        return situations[inverse], elections[inverse], names

    def _place_of(self, cells: Cells) -> Ints:
        regions, elections = cells.names("region"), cells.names("election")
        width = len(elections.values)
        inverse, codes = distinct(regions.index * width + elections.index)
        found = []
        for at, code in enumerate(codes):
            region, election = divmod(code, width)
            place = self._pair(regions.values[region], elections.values[election])
            if isinstance(place, BadInput):
                cells.refuse(np.flatnonzero(inverse == at), place)
                place = self._pair(None, None)
            found.append(place)
        return np.array(found, np.int64)[inverse]

    def _pair(self, region: str | None, election: str | None) -> int | BadInput:
        found = self._pairs.get((region, election))
        if found is None:
            try:
                windows = spans(self._rules.timetables, election, region)
            except BadInput as error:
                found = error
            else:
                found = self._alike.setdefault((windows, region is None), len(self._places))
                if found == len(self._places):
                    self._places.append(_Place(region=region, election=election, cuts=_cuts(self._rules, windows)))
            self._pairs[region, election] = found
        return found

    def _situation(self, code: int) -> tuple[int, str]:
        found = self._found.get(code)
        if found is None:
            place, segment = divmod(code, _SEGMENTS)
            stand = self._places[place].stand(segment)
            placed = places(self._rules, stand)
            number = self._seen.setdefault(_signature(self._rules, stand, placed), len(self.stands))
            if number == len(self.stands):
                self.stands.append(stand)
                opened = [item for item in placed if item.window.id is not WindowId.ACTING_HEAD]
                self.quiet.append(all(item.status is WindowStatus.OUTSIDE for item in opened))
            found = self._found[code] = number, _elections(placed, stand.effective_on)
        return found


def _cuts(rules: TransferRules, windows: tuple[Span, ...]) -> Ints:
    """More cuts than needed do no harm; a day between two of them must be like every other there."""
    days = {item.period.start for item in rules.exceptions} | {item.period.end for item in rules.exceptions}
    for span in windows:
        days |= {day for bounds in span.bounds for day in (bounds.first, bounds.sure_until, bounds.last)}
        days.add(None if span.earlier is None else span.earlier.first)
    moves = [reading.moves for window in rules.windows.values() for edge in window.edges for reading in edge.readings]
    reach = rules.band_days + max(map(abs, moves), default=0) + 1
    found = {day.toordinal() + move for day in days if day is not None for move in range(-reach, reach + 1)}
    return np.array(sorted(day for day in found if 1 < day <= date.max.toordinal()) or [2], np.int64)


def _signature(rules: TransferRules, stand: Transfer, placed: tuple[Placed, ...]) -> object:
    """All that a weighing looks at, apart from head, post, action and ground."""
    day = stand.effective_on
    active = tuple(item.id for item in rules.exceptions if day is None or item.period.holds(day))
    return stand.region is None, day is None, active, tuple(_of_window(item, day) for item in placed)


def _of_window(item: Placed, day: date | None) -> object:
    if item.span is None:
        return item.window.id, item.inside, item.status
    edge, span = item.near, item.span
    moved = () if edge is None else tuple((reading.id, span.moved(day, edge, reading)) for reading in edge.readings)
    return item.window.id, span.own_head, item.insides, span.inside(day), item.status, item.disputed, moved


def _elections(placed: tuple[Placed, ...], day: date | None) -> str:
    """Those whose windows the day is not outside of."""
    named = [
        item.span.election
        for item in shown(placed, day)
        if item.span is not None and item.status is not WindowStatus.OUTSIDE
    ]
    return ";".join(dict.fromkeys(named))
