"""What each distinct combination of codes comes to, weighed once by the single check."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Generic, TypeVar

import numpy as np

from sinetra.core.law.words import Position
from sinetra.core.transfers.check import exceptions_met, facts_needed, in_window, shown
from sinetra.core.transfers.need import completions
from sinetra.core.transfers.readings import readings_of
from sinetra.core.transfers.rules import TransferRules
from sinetra.core.transfers.screen_cells import Cells, Ints
from sinetra.core.transfers.screen_places import Situations
from sinetra.core.transfers.transfer import Transfer
from sinetra.core.transfers.weigh import Placed, places, weigh_in
from sinetra.core.transfers.words import (
    Ground,
    Need,
    OfficialKind,
    TransferAction,
    WindowId,
    WindowStatus,
)

_KINDS = (None, *OfficialKind)
_POSITIONS = (None, *Position)
_HEADS = (False, True)
_ACTIONS = (TransferAction.TRANSFER, TransferAction.APPOINTMENT, TransferAction.DISMISSAL)
_GROUNDS = (Ground.ORDINARY, *(ground for ground in Ground if ground is not Ground.ORDINARY))
V = TypeVar("V")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What a combination comes to, whatever the permit. ``statuses`` are in the order of the windows."""

    need: Need
    in_window: bool
    statuses: tuple[str, ...]
    rules: str
    readings: tuple[tuple[str, Need], ...]
    exceptions: str
    facts: tuple[str, ...]


class _Sorts(Generic[V]):
    """Values that the rules do not tell apart get one number; ``stands[number]`` stands for them."""

    def __init__(self) -> None:
        self.stands: list[V] = []
        self._places: dict[object, int] = {}

    def place(self, sort: object, value: V) -> int:
        found = self._places.setdefault(sort, len(self.stands))
        if found == len(self.stands):
            self.stands.append(value)
        return found


class Weights:
    """Weighs combinations, and keeps what it has weighed."""

    def __init__(self, rules: TransferRules) -> None:
        self._rules = rules
        self.situations = Situations(rules)
        self._posts: _Sorts[tuple[Position | None, bool]] = _Sorts()
        self._grounds: _Sorts[Ground] = _Sorts()
        self._actions: _Sorts[TransferAction] = _Sorts()
        self._post_of = np.array([[self._post(one, heads) for heads in _HEADS] for one in _POSITIONS])
        self._ground_of = np.array([self._ground(one) for one in _GROUNDS])
        self._action_of = np.array([self._action(one) for one in _ACTIONS])
        self._any_post = self._post_of[_POSITIONS.index(Position.JPT_PRATAMA), 0]
        by_post = {window for item in rules.exceptions if item.positions for window in item.windows}
        by_action = {window for item in rules.actions.values() for window in item.windows}
        self._only_heads_matter = WindowId.ACTING_HEAD not in by_post | by_action
        acting = [item for item in rules.exceptions if WindowId.ACTING_HEAD in item.windows]
        self._by_post, self._by_action = (
            np.array([any(ground in item.grounds for item in some) for ground in self._grounds.stands])
            for some in ([item for item in acting if item.posts], [item for item in acting if item.actions])
        )
        self._weights: dict[int, Weight] = {}
        self._placed: dict[tuple[int, int], tuple[Placed, ...]] = {}

    def keys(self, cells: Cells, situations: Ints) -> Ints:
        """The combination of each row, as one number."""
        kind = cells.codes("official_kind", _KINDS)
        post = self._post_of[cells.codes("position", _POSITIONS), cells.codes("heads_unit", _HEADS)]
        action = self._action_of[cells.codes("action", _ACTIONS)]
        ground = self._ground_of[cells.codes("ground", _GROUNDS)]
        # Outside of every window only acting heads are bound; the definitive one never. Post and action matter there
        # only to the exceptions that are for some of them.
        quiet = np.array(self.situations.quiet)[situations]
        if self._only_heads_matter:
            ground = np.where(quiet & (kind == _KINDS.index(OfficialKind.DEFINITIVE)), 0, ground)
            post = np.where(quiet & ~self._by_post[ground], self._any_post, post)
            action = np.where(quiet & ~self._by_action[ground], 0, action)
        key = ((situations * len(_KINDS) + kind) * len(self._posts.stands) + post) * len(self._actions.stands) + action
        found: Ints = key * len(self._grounds.stands) + ground
        return found

    def of(self, key: int) -> Weight:
        found = self._weights.get(key)
        if found is None:
            found = self._weights[key] = self._weigh(*self._transfer(key))
        return found

    def _transfer(self, key: int) -> tuple[Transfer, tuple[Placed, ...]]:
        """A transfer that stands for all of the combination, and where it lies among the windows."""
        rest, ground = divmod(key, len(self._grounds.stands))
        rest, action = divmod(rest, len(self._actions.stands))
        rest, post = divmod(rest, len(self._posts.stands))
        situation, kind = divmod(rest, len(_KINDS))
        position, heads_unit = self._posts.stands[post]
        transfer = replace(
            self.situations.stands[situation],
            official_kind=_KINDS[kind],
            position=position,
            heads_unit=heads_unit,
            action=self._actions.stands[action],
            ground=self._grounds.stands[ground],
        )
        placed = self._placed.get((situation, kind))
        if placed is None:
            placed = self._placed[situation, kind] = places(self._rules, transfer)
        return transfer, placed

    def _weigh(self, transfer: Transfer, placed: tuple[Placed, ...]) -> Weight:
        weighed = weigh_in(self._rules, transfer, placed)
        windows = shown(weighed.placed, transfer.effective_on)
        reached = [item for item in windows if item.status is not WindowStatus.OUTSIDE]
        everyone = tuple(who for who, _ in weighed.needs)
        readings = [reading for item in windows for reading in readings_of(self._rules, transfer, item, everyone)]
        return Weight(
            need=weighed.need,
            in_window=in_window(windows),
            statuses=tuple(next(item.status for item in windows if item.window.id is name).value for name in WindowId),
            rules=";".join(dict.fromkeys(rule for item in reached for rule in item.window.rules)),
            readings=tuple((reading.id, reading.need) for reading in readings),
            exceptions=";".join(item.id for item in exceptions_met(weighed)),
            facts=facts_needed(transfer, weighed),
        )

    def _post(self, position: Position | None, heads_unit: bool) -> int:  # noqa: FBT001
        transfer = Transfer(position=position, heads_unit=heads_unit, official_kind=OfficialKind.DEFINITIVE)
        sort = tuple(
            (
                who.covered,
                tuple(item.id for item in self._rules.exceptions if who.position in item.positions),
                tuple(item.id for item in self._rules.exceptions if who.position in item.posts),
            )
            for who in completions(self._rules, transfer)
        )
        return self._posts.place((position is None, sort), (position, heads_unit))

    def _action(self, action: TransferAction) -> int:
        sort = tuple(item.id for item in self._rules.exceptions if action in item.actions)
        return self._actions.place((action if action in self._rules.actions else None, sort), action)

    def _ground(self, ground: Ground) -> int:
        """The ordinary one is of its own: only there the exceptions that might be named are told."""
        sort = tuple(item.id for item in self._rules.exceptions if ground in item.grounds)
        return self._grounds.place((ground is Ground.ORDINARY, sort), ground)
