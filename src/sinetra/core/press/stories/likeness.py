"""How much speaks for two articles telling one event. What contradicts weighs more than what agrees."""

from __future__ import annotations

from collections.abc import Hashable, Set

from sinetra.core.press.stories.profile import Profile

#: From here on two articles tell one event.
ENOUGH = 5.0
#: What the articles of two groups must reach on average to become one.
TOGETHER = 3.5
#: More than one day between two printed days, or two places: two events, whatever the wording.
_NEVER = -20.0
#: Below this they contradict each other, and nothing else can outweigh it.
APART = -5.0
_SAME_DAY = 3.0
_TALK = "sosialisasi"
_COPY = 0.5
#: Kinds that two outlets may see in one event.
_FAMILIES = (frozenset({"sosialisasi", "rakor/mou", "circular"}), frozenset({"alleged_violation", "statistics"}))
_MOST_WORDS = 0.6


def share(one: Set[Hashable], two: Set[Hashable]) -> float:
    """Of the smaller set, how much is in the other; 0 when one is empty."""
    return len(one & two) / min(len(one), len(two)) if one and two else 0.0


def copied(one: Profile, two: Profile) -> bool:
    """Half of the longer paragraphs of one stand in the other, or most words of both are the same."""
    if share(one.paragraphs, two.paragraphs) >= _COPY:
        return True
    return len(one.words & two.words) >= _MOST_WORDS * len(one.words | two.words)


def likeness(one: Profile, two: Profile) -> float:
    """Positive evidence adds, a contradiction takes away; ``ENOUGH`` makes one event of the two."""
    days = _days(one, two)
    score = _places(one, two, meet=days >= _SAME_DAY) + days
    if score <= APART:
        return score
    if one.subjects & two.subjects and _TALK not in (one.kind, two.kind):
        score += 1.5
    if one.venues and two.venues:
        score += 2.5 if _same(one.venues, two.venues) else -1.0
    if one.persons and two.persons:
        score += 1.5 if _same(one.persons, two.persons) else -0.5
    if one.agency and two.agency:
        score += 1.0 if share(one.agency, two.agency) >= 0.6 else -0.7
    if _one_letter(one.letters, two.letters):
        score += 3.0
    score += _kinds(one.kind, two.kind)
    if one.vote and two.vote:
        score += 0.5 if one.vote == two.vote else -3.0
    shared = min(1.0, len(one.telling & two.telling) / 6)
    score += max(-0.5, min(3.0, 10.0 * (share(one.telling, two.telling) - 0.15)) * shared)
    # A form letter with other people in another hall is no copy.
    others = _differ(one.persons, two.persons) and _differ(one.venues, two.venues)
    if others:
        score -= 1.5
    return score + (4.0 if not others and copied(one, two) else 0.0)


def _places(one: Profile, two: Profile, *, meet: bool) -> float:
    if one.place is None or two.place is None:
        return 0.0
    if one.place == two.place:
        return 2.0
    # A province and one of its towns: one outlet said less.
    if one.place.startswith(two.place) or two.place.startswith(one.place):
        return 0.0
    # One names the town of the other, on one day in one hall: they wrote of a meeting of several towns.
    told = one.town <= two.words or two.town <= one.words
    return -3.0 if meet and told and _same(one.venues, two.venues) else _NEVER


def _days(one: Profile, two: Profile) -> float:
    if one.days is None or two.days is None:
        known, lone = (one.days, two.weekday) if one.days is not None else (two.days, one.weekday)
        if known is None or lone is None or not known.exact:
            return -1.0
        return 1.0 if known.first.weekday() == lone else -8.0
    apart = (max(one.days.first, two.days.first) - min(one.days.last, two.days.last)).days
    if apart <= 0:
        return _SAME_DAY if one.days.exact and two.days.exact else 0.5
    if one.days.exact and two.days.exact:
        return -1.5 if apart == 1 else _NEVER
    return -1.5 * min(apart, 3)


def _kinds(one: str, two: str) -> float:
    if one == two:
        return 1.0
    if "other" in (one, two):
        return 0.0
    return -1.0 if any(one in family and two in family for family in _FAMILIES) else -2.0


def _one_letter(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """The same printed number; one outlet may leave out its end."""
    return any(a == b or a.startswith(f"{b}/") or b.startswith(f"{a}/") for a in one for b in two)


def _differ(one: tuple[frozenset[str], ...], two: tuple[frozenset[str], ...]) -> bool:
    return bool(one and two) and not _same(one, two)


def _same(one: tuple[frozenset[str], ...], two: tuple[frozenset[str], ...]) -> bool:
    """A name of one is part of a name of the other: "Aula Gawi" and "Aula Gawi Sabarataan"."""
    return any(a <= b or b <= a for a in one for b in two)
