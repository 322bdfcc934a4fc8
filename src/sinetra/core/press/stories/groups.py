"""Articles into events: the likest pairs first, and never two that contradict each other in one event."""

from __future__ import annotations

from collections.abc import Sequence

from sinetra.core.press.stories.candidates import candidates
from sinetra.core.press.stories.gathered import Gathered
from sinetra.core.press.stories.likeness import APART, ENOUGH, Likeness
from sinetra.core.press.stories.profile import Profile
from sinetra.core.press.stories.reprints import reprints


def groups(profiles: Sequence[Profile]) -> list[list[int]]:
    """Positions in ``profiles`` by event, each event in the order of its articles, in the order of its first."""
    likeness = Likeness(profiles)
    prints = reprints(profiles)
    firsts = [profiles[same[0]] for same in prints]
    likely, gathered = list[tuple[float, int, int]](), Gathered(likeness, firsts, [len(same) for same in prints])
    for one, two in candidates(firsts):
        score = likeness.of(firsts[one], firsts[two])
        if score >= ENOUGH:
            likely.append((score, one, two))
        elif score <= APART:
            gathered.keep_apart(one, two)
    # Of equals the one whose names come first: in which order articles came does not matter.
    likely.sort(key=lambda pair: (-pair[0], *sorted((firsts[pair[1]].source, firsts[pair[2]].source))))
    for _, one, two in likely:
        gathered.join(one, two)
    found = [sorted(index for member in members for index in prints[member]) for members in gathered.events()]
    return sorted(found, key=lambda members: members[0])
