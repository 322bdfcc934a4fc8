"""Which pairs are worth comparing: near-linear, because an event is compared with the news of its own days only.

An article stands under each of its keys: its place and the part of it, its people and halls, its letters, its
paragraphs. Under one key the articles lie in the order of their days, and each is compared with those of the days
around it; one without a day, with the newest of its key. One without a town is compared with all of its day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain

from sinetra.core.press.stories.profile import NEWS_LASTS, Profile

#: An article without a day, or in a crowd, is compared with so many of its key.
_MOST = 50
_AROUND = NEWS_LASTS + timedelta(days=1)


def candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs of positions in ``profiles``, the smaller first, each once."""
    under: dict[object, list[int]] = {}
    for index, profile in enumerate(profiles):
        for key in set(_keys(profile)):
            under.setdefault(key, []).append(index)
    seen: set[tuple[int, int]] = set()
    for one, two in chain(*(_near(profiles, members) for members in under.values()), _of_day(profiles)):
        pair = (one, two) if one < two else (two, one)
        if pair not in seen:
            seen.add(pair)
            yield pair


def _keys(profile: Profile) -> Iterable[object]:
    if profile.place is not None:
        yield ("place", profile.place)
    for name in (*profile.persons, *profile.venues, *profile.spoken):
        yield ("name", name)
    if profile.parts.main is not None:
        yield ("part", profile.parts.main)
    for _, initials in profile.subjects:
        yield ("initials", initials)
    if profile.letter is not None:
        yield ("letter", profile.letter[:2])
    for paragraph in profile.paragraphs:
        yield ("paragraph", paragraph)


def _near(profiles: Sequence[Profile], members: Sequence[int]) -> Iterator[tuple[int, int]]:
    dated = sorted((days.first, index, days.last) for index in members if (days := profiles[index].days) is not None)
    for position, (_, index, last) in enumerate(dated):
        for other, neighbour, _ in dated[position + 1 : position + 1 + _MOST]:
            if other - last > _AROUND:
                break
            yield index, neighbour
    undated = [index for index in members if profiles[index].days is None]
    for position, index in enumerate(undated):
        for neighbour in undated[position + 1 : position + 1 + _MOST]:
            yield index, neighbour
        for _, neighbour, _ in dated[-_MOST:]:
            yield index, neighbour


def _of_day(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Those without a town, with others of the same printed day."""
    by_day: dict[date, list[int]] = {}
    for index, profile in enumerate(profiles):
        if profile.days is not None and profile.days.exact:
            by_day.setdefault(profile.days.first, []).append(index)
    for members in by_day.values():
        for index in members:
            place = profiles[index].place
            if place is None or "." not in place:
                yield from ((index, other) for other in members[-_MOST:] if other != index)
