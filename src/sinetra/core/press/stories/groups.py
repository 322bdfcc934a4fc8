"""Articles into events: the likest pairs first, and never two that contradict each other in one event."""

from __future__ import annotations

from collections.abc import Sequence

from sinetra.core.press.stories.candidates import candidates
from sinetra.core.press.stories.likeness import APART, ENOUGH, TOGETHER, Likeness
from sinetra.core.press.stories.profile import Profile


def groups(profiles: Sequence[Profile]) -> list[list[int]]:
    """Positions in ``profiles`` by event, each event in the order of its articles, in the order of its first."""
    likeness = Likeness(profiles)
    scored = ((likeness.of(profiles[one], profiles[two]), one, two) for one, two in candidates(profiles))
    likely = [pair for pair in scored if pair[0] >= ENOUGH]
    # Of equals the one whose names come first: in which order articles came does not matter.
    likely.sort(key=lambda pair: (-pair[0], *sorted((profiles[pair[1]].source, profiles[pair[2]].source))))
    group_of = {index: [index] for index in range(len(profiles))}
    for _, one, two in likely:
        first, second = group_of[one], group_of[two]
        if first is second or _contradict(likeness, profiles, first, second):
            continue
        first.extend(second)
        for index in second:
            group_of[index] = first
    found = {id(members): sorted(members) for members in group_of.values()}
    return sorted(found.values(), key=lambda members: members[0])


def _contradict(likeness: Likeness, profiles: Sequence[Profile], one: Sequence[int], two: Sequence[int]) -> bool:
    """Two of them cannot be one event, or all together are too little alike: a chain is no event."""
    scores = [likeness.of(profiles[a], profiles[b]) for a in one for b in two]
    return min(scores) <= APART or sum(scores) < TOGETHER * len(scores)
