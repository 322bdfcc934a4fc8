"""How much speaks for two articles telling one event. What contradicts weighs more than what agrees."""

from __future__ import annotations

from collections.abc import Sequence

from sinetra.core.press.stories.evidence import facts, once, others
from sinetra.core.press.stories.naming import share
from sinetra.core.press.stories.profile import Profile
from sinetra.core.press.stories.when_where import SAME_DAY, days, places
from sinetra.core.press.stories.wording import Rareness

#: From here on two articles tell one event.
ENOUGH = 4.5
#: What the articles of two groups must reach on average to become one.
TOGETHER = 4.5
#: Below this they contradict each other, and nothing else can outweigh it.
APART = -5.0
_COPY = 0.5
#: So little counts against an event that a town has once a day.
_ONCE = 1.5
_MOST_WORDS = 0.6
#: From such a share of their rare words on, more of them add nothing.
_ENOUGH_WORDS, _ENOUGH_NAMES = 1 / 4, 1 / 3
#: Two articles of one town and field share so much without telling one event.
_FEW_WORDS = 1 / 10
#: So many shared words must there be before their share is sure.
_SURE = 12
#: So much at most do common words say where something else differs that an event has once.
_FORM = 1.0


def copied(one: Profile, two: Profile) -> bool:
    """Half of the longer paragraphs of one stand in the other, or most words of both are the same."""
    if share(one.paragraphs, two.paragraphs) >= _COPY:
        return True
    both = len(one.words & two.words)
    return both >= _MOST_WORDS * (len(one.words) + len(two.words) - both)


class Likeness:
    """Compares the articles of ``profiles``: which words are rare is seen in them."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._whole = Rareness(profile.wording.whole for profile in profiles)
        self._names = Rareness(profile.wording.names for profile in profiles)

    def of(self, one: Profile, two: Profile) -> float:
        """Positive evidence adds, a contradiction takes away; ``ENOUGH`` makes one event of the two."""
        when = days(one, two)
        score = places(one, two, meet=when >= SAME_DAY) + when
        if score <= APART:
            return score
        if one.offices.others(two.offices):
            return APART
        return score + facts(one, two) + self._wording(one, two)

    def _wording(self, one: Profile, two: Profile) -> float:
        whole = self._whole.shared(one.wording.whole, two.wording.whole)
        opening = self._whole.shared(one.wording.opening, two.wording.opening)
        names = self._names.shared(one.wording.names, two.wording.names)
        sure = min(1.0, len(one.wording.whole & two.wording.whole) / _SURE)
        score = 2.0 * min(1.0, whole / _ENOUGH_WORDS) + min(1.0, opening / _ENOUGH_WORDS)
        few = 100.0 * max(0.0, _FEW_WORDS - whole)
        score = sure * (score + 1.5 * min(1.0, names / _ENOUGH_NAMES)) - (min(few, _ONCE) if once(one, two) else few)
        if others(one, two):
            return min(_FORM, score)  # a form letter, or one outlet's words for the whole series
        return score + (4.0 if copied(one, two) else 0.0)
