"""How much speaks for two articles telling one event. What contradicts weighs more than what agrees."""

from __future__ import annotations

from collections.abc import Hashable, Sequence, Set

from sinetra.core.press.stories.doing import alike
from sinetra.core.press.stories.naming import elsewhere, one_part, same, same_hall, stands_in
from sinetra.core.press.stories.profile import Profile
from sinetra.core.press.stories.wording import Rareness

#: From here on two articles tell one event.
ENOUGH = 4.5
#: What the articles of two groups must reach on average to become one.
TOGETHER = 4.5
#: More than one day between two printed days, or two places: two events, whatever the wording.
_NEVER = -20.0
#: Below this they contradict each other, and nothing else can outweigh it.
APART = -5.0
_SAME_DAY, _NEXT_DAY = 3.0, -6.0
#: Both days are printed with their weekday: a series goes on day after day.
_SURELY_NEXT = -10.0
_TALK, _FIGURES, _DECISION, _CIRCULAR = "sosialisasi", "statistics", "decision/sanction", "circular"
#: What a court rules is not what an office decides, though it is the same affair.
_COURTS = frozenset({"pengadilan", "pn", "mahkamah", "mk", "ptun", "pttun", "dkpp", "hakim"})
_TOLD = 2.0
_TALKS = frozenset({_TALK, "rakor/mou"})
_TWO_HOLD = 2.0
_COPY = 0.5
#: What a town does once a day, and how little can be made of its words then.
_ONCE_A_DAY, _ONCE = frozenset({"oath", "pact"}), 1.5
_OTHERS = 4.0
#: Kinds that two outlets may see in one event.
_FAMILIES = (frozenset({"sosialisasi", "rakor/mou", "circular"}), frozenset({"alleged_violation", "statistics"}))
#: In these an affair goes on, and each step of it is an event of its own.
_STEPS = frozenset({"alleged_violation", "decision/sanction", "statistics", "opinion", "other"})
_MOST_WORDS = 0.6
#: From such a share of their rare words on, more of them add nothing.
_ENOUGH_WORDS, _ENOUGH_NAMES, _ENOUGH_NUMBERS = 1 / 4, 1 / 3, 3
#: Two articles of one town and field share so much without telling one event.
_FEW_WORDS = 1 / 10
#: So many shared words must there be before their share is sure.
_SURE = 12
#: Where what is done is so little alike, another step of the affair is told.
_ANOTHER, _OTHER_STEP = 0.4, 4.0


def share(one: Set[Hashable], two: Set[Hashable]) -> float:
    """Of the smaller set, how much is in the other; 0 when one is empty."""
    return len(one & two) / min(len(one), len(two)) if one and two else 0.0


def copied(one: Profile, two: Profile) -> bool:
    """Half of the longer paragraphs of one stand in the other, or most words of both are the same."""
    if share(one.paragraphs, two.paragraphs) >= _COPY:
        return True
    return len(one.words & two.words) >= _MOST_WORDS * len(one.words | two.words)


class Likeness:
    """Compares the articles of ``profiles``: which words are rare is seen in them."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._whole = Rareness(profile.wording.whole for profile in profiles)
        self._names = Rareness(profile.wording.names for profile in profiles)

    def of(self, one: Profile, two: Profile) -> float:
        """Positive evidence adds, a contradiction takes away; ``ENOUGH`` makes one event of the two."""
        days = _days(one, two)
        score = _places(one, two, meet=days >= _SAME_DAY) + days
        if score <= APART:
            return score
        return score + _facts(one, two) + self._wording(one, two)

    def _wording(self, one: Profile, two: Profile) -> float:
        whole = self._whole.shared(one.wording.whole, two.wording.whole)
        opening = self._whole.shared(one.wording.opening, two.wording.opening)
        names = self._names.shared(one.wording.names, two.wording.names)
        sure = min(1.0, len(one.wording.whole & two.wording.whole) / _SURE)
        score = 2.0 * min(1.0, whole / _ENOUGH_WORDS) + min(1.0, opening / _ENOUGH_WORDS)
        few = 100.0 * max(0.0, _FEW_WORDS - whole)
        score = sure * (score + 1.5 * min(1.0, names / _ENOUGH_NAMES)) - (min(few, _ONCE) if once(one, two) else few)
        # Other people in another hall: a form letter, or the same body's other event of the day.
        others = _other_people(one, two) and _other_hall(one, two)
        if others:
            return score - _OTHERS
        return score + (4.0 if copied(one, two) else 0.0)


def once(one: Profile, two: Profile) -> bool:
    """Both tell an oath, or the signing of a pact, of one town and day: of these a town holds one, in whatever words
    it is told; of talks several.
    """
    if one.place is None or one.place != two.place or "." not in one.place or _days(one, two) < _SAME_DAY:
        return False
    acts = [max(p.doing, key=lambda name: p.doing[name]) if p.doing else "" for p in (one, two)]
    return acts[0] == acts[1] and acts[0] in _ONCE_A_DAY and not _other_hall(one, two) and not elsewhere(one.parts, two.parts)


def _facts(one: Profile, two: Profile) -> float:
    score = 0.0
    if one.subjects and two.subjects and _TALK not in (one.kind, two.kind):
        score += 1.0 if one.subjects & two.subjects else -1.0
    if one.venues and two.venues:
        score += 2.5 if same_hall(one.venues, two.venues) else -1.0
    if _same_people(one, two):
        score += 1.5
    elif one.persons and two.persons:
        score -= 0.5
    score += _parts(one, two)
    score += _organisers(one, two)
    score += _letters(one, two)
    if one.vote and two.vote and one.vote != two.vote:
        score -= 3.0
    if one.kind in _STEPS and two.kind in _STEPS:
        score += _steps(alike(one.doing, two.doing))
    elif _TALKS.isdisjoint((one.kind, two.kind)):
        score += min(0.0, _steps(alike(one.doing, two.doing)))
    score += min(_ENOUGH_NUMBERS, len(one.numbers & two.numbers)) / _ENOUGH_NUMBERS
    return score + _kinds(one.kind, two.kind)


def _organisers(one: Profile, two: Profile) -> float:
    """Two bodies seldom hold one meeting; of a decision or a report outlets name now this body, now that."""
    if not one.agency or not two.agency:
        return 0.3
    shared = share(one.agency, two.agency)
    if shared == 0.0 and once(one, two):
        return 0.0
    if shared == 0.0 and {one.kind, two.kind} == _TALKS and _other_hall(one, two):
        return -_OTHERS
    if shared == 0.0 and one.kind == two.kind == _DECISION and _court_rules(one) != _court_rules(two):
        return -_OTHERS
    return -_TWO_HOLD if shared == 0.0 and one.kind == two.kind and one.kind in _TALKS else shared


def _court_rules(profile: Profile) -> bool:
    """A court is named, and what it does is what the opening tells: not a trial of last month."""
    return bool(profile.agency & _COURTS) and profile.doing.get("court", 0.0) >= _TOLD


def _steps(done_alike: float) -> float:
    """The day of a hearing is printed in the report of it, so that neither day nor place tells two steps apart."""
    return 5.0 * (done_alike - 0.5) - (_OTHER_STEP if done_alike < _ANOTHER else 0.0)


def _places(one: Profile, two: Profile, *, meet: bool) -> float:
    if one.place is None or two.place is None:
        return 0.0
    if one.place == two.place:
        return 2.0
    # A province and one of its towns: one outlet said less.
    if one.place.startswith(two.place) or two.place.startswith(one.place):
        return 0.0
    # Figures of a province, told by one body: each outlet begins with its own town.
    if one.kind == two.kind == _FIGURES and share(one.agency, two.agency) and one.place[:2] == two.place[:2]:
        return 0.0
    # One names the town of the other, on one day in one hall: they wrote of a meeting of several towns.
    told = one.town <= two.words or two.town <= one.words
    return -3.0 if meet and told and same_hall(one.venues, two.venues) else _NEVER


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
        if apart == 1 and one.days.sure and two.days.sure:
            return _SURELY_NEXT
        return _NEXT_DAY if apart == 1 else _NEVER
    return -1.5 * min(apart, 3)


def _kinds(one: str, two: str) -> float:
    if one == two:
        return 1.0
    if "other" in (one, two):
        return 0.0
    return 0.0 if any(one in family and two in family for family in _FAMILIES) else -2.0


def _letters(one: Profile, two: Profile) -> float:
    """The same printed number; one outlet may leave out its end. Two numbers are two letters."""
    if one.letter is None or two.letter is None:
        return 0.0
    if all(a == b for a, b in zip(one.letter, two.letter, strict=False)):
        return 3.0
    return -_OTHERS if one.kind == two.kind == _CIRCULAR else 0.0


def _same_people(one: Profile, two: Profile) -> bool:
    """Named as persons in both, or a person of one stands in the text of the other."""
    return same(one.persons, two.persons) or stands_in(one.persons, two.words) or stands_in(two.persons, one.words)


def _other_people(one: Profile, two: Profile) -> bool:
    return bool(one.persons and two.persons) and not _same_people(one, two)


def _other_hall(one: Profile, two: Profile) -> bool:
    return bool(one.venues and two.venues) and not same_hall(one.venues, two.venues)


def _parts(one: Profile, two: Profile) -> float:
    """A series goes on from kecamatan to kecamatan, with the same words."""
    if elsewhere(one.parts, two.parts):
        return -_OTHERS
    if one.parts.main and two.parts.main and one_part(one.parts.main, two.parts.main):
        return 1.0 if one.place and two.place else 2.0
    return 0.0
