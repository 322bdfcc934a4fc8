"""Articles gathered to events step by step. What a step costs does not grow with the size of an event.

An event of some dozens of reports is compared whole, a larger one by as many of its articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sinetra.core.press.stories.likeness import APART, TOGETHER, Likeness
from sinetra.core.press.stories.profile import Profile

_MOST = 30
_NONE = frozenset[int]()


class Gathered:
    """``prints``: how often each of ``profiles`` is printed."""

    def __init__(self, likeness: Likeness, profiles: Sequence[Profile], prints: Sequence[int]) -> None:
        self._likeness, self._profiles, self._prints = likeness, profiles, prints
        self._members: dict[int, set[int]] = {index: {index} for index in range(len(profiles))}
        self._event = list(range(len(profiles)))
        self._apart: dict[int, set[int]] = {}
        self._refused: dict[tuple[int, int], tuple[int, int]] = {}

    def keep_apart(self, one: int, two: int) -> None:
        """They contradict each other."""
        self._apart.setdefault(self._event[one], set()).add(two)
        self._apart.setdefault(self._event[two], set()).add(one)

    def join(self, one: int, two: int) -> None:
        """The events of the two become one, unless an article of one contradicts one of the other."""
        first, second = self._event[one], self._event[two]
        if first == second or self._contradict(first, second):
            return
        if len(self._members[first]) < len(self._members[second]):
            first, second = second, first
        moved = self._members.pop(second)
        self._members[first] |= moved
        for index in moved:
            self._event[index] = first
        apart = self._apart.pop(second, None)
        if apart:
            self._apart.setdefault(first, set()).update(apart)

    def events(self) -> Iterable[Iterable[int]]:
        return self._members.values()

    def _contradict(self, first: int, second: int) -> bool:
        """Two of them cannot be one event, or all together are too little alike: a chain is no event."""
        one, two = self._members[first], self._members[second]
        if not self._apart.get(first, _NONE).isdisjoint(two):
            return True
        pair, sizes = (min(first, second), max(first, second)), (min(len(one), len(two)), max(len(one), len(two)))
        if self._refused.get(pair) == sizes:
            return True
        refused = self._too_far(self._some(one), self._some(two))
        if refused:
            self._refused[pair] = sizes
        return refused

    def _too_far(self, one: Sequence[int], two: Sequence[int]) -> bool:
        total, weight = 0.0, 0
        for a in one:
            for b in two:
                score = self._likeness.of(self._profiles[a], self._profiles[b])
                if score <= APART:
                    return True
                times = self._prints[a] * self._prints[b]
                total, weight = total + times * score, weight + times
        return total < TOGETHER * weight

    def _some(self, members: set[int]) -> Sequence[int]:
        """All, or as many as are compared, from the first source to the last."""
        if len(members) <= _MOST:
            return sorted(members)
        named = sorted(members, key=lambda index: self._profiles[index].source)
        return [named[place * len(named) // _MOST] for place in range(_MOST)]
