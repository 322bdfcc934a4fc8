"""What days and places say about two articles telling one event: most contradictions are here."""

from __future__ import annotations

from sinetra.core.press.stories.naming import same, share
from sinetra.core.press.stories.profile import FIGURES, Profile

#: More than one day between two printed days, or two places: two events, whatever the wording.
_NEVER = -20.0
SAME_DAY, _NEXT_DAY = 3.0, -4.5
#: Both days are printed with their weekday: a series goes on day after day.
_SURELY_NEXT = -10.0


def days(one: Profile, two: Profile) -> float:
    """A day of its own, a week or none: how well the two go together."""
    if one.days is None or two.days is None:
        known, lone = (one.days, two.weekday) if one.days is not None else (two.days, one.weekday)
        if known is None or lone is None or not known.exact:
            return -1.0
        return 1.0 if known.first.weekday() == lone else -8.0
    apart = (max(one.days.first, two.days.first) - min(one.days.last, two.days.last)).days
    if apart <= 0:
        return SAME_DAY if one.days.exact and two.days.exact else 0.5
    if one.days.exact and two.days.exact:
        if apart == 1 and one.days.sure and two.days.sure:
            return _SURELY_NEXT
        return _NEXT_DAY if apart == 1 else _NEVER
    return -1.5 * min(apart, 3)


def places(one: Profile, two: Profile, *, meet: bool) -> float:
    """``meet``: on one printed day."""
    if one.place is None or two.place is None:
        # Read in one only; that the other speaks of the town is something.
        known, other = (one, two) if one.place else (two, one)
        return 1.0 if known.town and known.town <= other.words else 0.0
    if one.place == two.place:
        return 2.0
    # A province and one of its towns: one outlet said less.
    if one.place.startswith(two.place) or two.place.startswith(one.place):
        return 0.0
    # Figures of a province, told by one body: each outlet begins with its own town.
    if one.kind == two.kind == FIGURES and one_body(one, two) and one.place[:2] == two.place[:2]:
        return 0.0
    # One names the town of the other, on one day in one hall: they wrote of a meeting of several towns.
    told = one.town <= two.words or two.town <= one.words
    return -3.0 if meet and told and same(one.venues, two.venues) else _NEVER


def one_body(one: Profile, two: Profile) -> float:
    """How much of one name is in the other; the body of a town is none of its province."""
    return 0.0 if one.level and two.level and one.level != two.level else share(one.agency, two.agency)


def other_hall(one: Profile, two: Profile) -> bool:
    return bool(one.venues and two.venues) and not one_hall(one, two)


def one_hall(one: Profile, two: Profile) -> bool:
    """One name is part of the other, or the same tells both: "Halaman Kantor Bupati", "Lapangan Kantor Bupati"."""
    return same(one.venues, two.venues) or not set(one.cores).isdisjoint(two.cores)
