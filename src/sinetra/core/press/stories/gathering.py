"""Signs that two talks of one day are two: other hosts, other people, another part of the day."""

from __future__ import annotations

from sinetra.core.press.stories.profile import Profile
from sinetra.core.press.stories.when_where import one_body, other_hall

TALK = "sosialisasi"
TALKS = frozenset({TALK, "rakor/mou"})
#: What a town does once a day.
HELD = frozenset({"oath", "pact"})
#: So many signs are enough.
_ENOUGH = 2
_TWICE, _A_FEW = 2, 10


def another_gathering(one: Profile, two: Profile) -> bool:
    """Two of these differ: who holds it, where, for whom, how many, on which part of the day.

    One alone may be read wrongly, or be named in passing: the police speaks to the camat after it spoke to teachers.
    """
    if not {one.kind, two.kind} <= TALKS:
        return False
    return other_host(one, two) + other_hall(one, two) + signs(one, two) >= _ENOUGH


def signs(one: Profile, two: Profile) -> int:
    """Of two talks; whose they are and in which hall is weighed elsewhere."""
    if not {one.kind, two.kind} <= TALKS:
        return 0
    apart = one.audience.apart(two.audience)
    return apart + _other_hour(one, two) + _other_size(one, two) + _other_act(one, two)


def other_host(one: Profile, two: Profile) -> bool:
    """Who speaks may have been read as the host: then both are named by both."""
    if not (one.agency and two.agency) or one_body(one, two) > 0.0:
        return False
    return not (_names(two, one.agency) and _names(one, two.agency))


def _names(profile: Profile, body: frozenset[str]) -> bool:
    return all(word in profile.words or word in profile.spelled for word in body)


def _other_size(one: Profile, two: Profile) -> bool:
    """Twice as many people; outlets differ by less. A few are those who stand in front."""
    if one.attended is None or two.attended is None:
        return False
    fewer, more = sorted((one.attended, two.attended))
    return fewer >= _A_FEW and more >= _TWICE * fewer


def _other_hour(one: Profile, two: Profile) -> bool:
    return one.hour is not None and two.hour is not None and one.hour != two.hour


def _other_act(one: Profile, two: Profile) -> bool:
    """One begins with an oath or a pact, of which the other says nothing."""
    return any(most_done(a) in HELD and b.doing and HELD.isdisjoint(b.doing) for a, b in ((one, two), (two, one)))


def most_done(profile: Profile) -> str:
    """What an article speaks of most; empty when it tells of nothing that is done."""
    return max(profile.doing, key=lambda name: profile.doing[name], default="")
