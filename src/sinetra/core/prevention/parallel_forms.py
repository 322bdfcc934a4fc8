"""Two forms of one test that are alike: the same topics, near difficulties, no scene twice.

Half of the participants have form A before and B after, the others the other way round, so that a form that is a little
harder cancels out of the gain.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from random import Random

SIZE = 10
#: A question that nobody has answered yet stands in the middle.
_UNKNOWN = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """``scene``: two questions of one scene give each other away. ``difficulty``: share right, None when unknown."""

    id: str
    topic: str
    scene: str
    difficulty: float | None = None


def parallel_forms(items: Sequence[Item], size: int, random: Random) -> tuple[list[str], list[str]] | None:
    """Two forms of ``size`` questions, question i of A beside question i of B; None when there are too few scenes.

    >>> items = [Item(id=str(n), topic="t", scene=str(n)) for n in range(4)]
    >>> a, b = parallel_forms(items, 2, Random(1))
    >>> sorted([*a, *b])
    ['0', '1', '2', '3']
    """
    twins, left = _twins(_by_topic(_one_a_scene(items, random)))
    twins += _pairs(sorted(left, key=_easiness))
    if len(twins) < size:
        return None
    chosen = [(two, one) if at % 2 else (one, two) for at, (one, two) in enumerate(twins[:size])]
    random.shuffle(chosen)
    return [one.id for one, _ in chosen], [two.id for _, two in chosen]


def _one_a_scene(items: Iterable[Item], random: Random) -> list[Item]:
    shuffled = sorted(items, key=lambda item: item.id)
    random.shuffle(shuffled)
    return list({item.scene: item for item in shuffled}.values())


def _by_topic(items: Iterable[Item]) -> list[list[Item]]:
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(item.topic, []).append(item)
    return list(found.values())


def _twins(topics: Iterable[list[Item]]) -> tuple[list[tuple[Item, Item]], list[Item]]:
    """Neighbours in difficulty of one topic, one pair of each topic in turn; and who has no neighbour."""
    paired, left = [], []
    for items in topics:
        order = sorted(items, key=_easiness)
        paired.append(_pairs(order))
        left += order[len(order) // 2 * 2 :]
    return [pair for turn in zip_longest(*paired) for pair in turn if pair is not None], left


def _pairs(items: Sequence[Item]) -> list[tuple[Item, Item]]:
    return list(zip(items[::2], items[1::2], strict=False))


def _easiness(item: Item) -> float:
    return _UNKNOWN if item.difficulty is None else item.difficulty
