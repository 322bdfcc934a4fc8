"""Articles that are word for word one: however many outlets print a text of an agency, it is compared once."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import fields

from sinetra.core.press.stories.profile import Profile

_COMPARED = tuple(field.name for field in fields(Profile) if field.name not in ("source", "doing"))


def reprints(profiles: Sequence[Profile]) -> list[list[int]]:
    """Positions of those that nothing tells apart, of each the one whose source comes first at the head."""
    alike: dict[Hashable, list[int]] = {}
    for index, profile in enumerate(profiles):
        alike.setdefault(_compared(profile), []).append(index)
    return [sorted(same, key=lambda index: profiles[index].source) for same in alike.values()]


def _compared(profile: Profile) -> Hashable:
    """All that is compared. Each part is hashed once, whatever it is compared with."""
    return (*(getattr(profile, name) for name in _COMPARED), frozenset(profile.doing.items()))
