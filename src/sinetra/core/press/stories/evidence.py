"""What two articles name and count alike, and what of it speaks against one event."""

from __future__ import annotations

from sinetra.core.press.stories.doing import alike
from sinetra.core.press.stories.gathering import HELD, TALK, TALKS, another_gathering, most_done, other_host, signs
from sinetra.core.press.stories.naming import elsewhere, one_part, same, share, stands_in
from sinetra.core.press.stories.profile import FIGURES, Profile
from sinetra.core.press.stories.when_where import SAME_DAY, days, one_body, one_hall, other_hall

#: A writer's view of an event is none of its reports.
_VIEW = "opinion"
_DECISION, _CIRCULAR = "decision/sanction", "circular"
#: In these an affair goes on, and each step of it is an event of its own.
_STEPS = frozenset({"alleged_violation", _DECISION, FIGURES, "opinion", "other"})
#: Kinds that two outlets may see in one event.
_FAMILIES = (frozenset({TALK, "rakor/mou", _CIRCULAR}), frozenset({"alleged_violation", FIGURES}))
#: What a court rules is not what an office decides, though it is the same affair.
_COURTS = frozenset({"pengadilan", "pn", "mahkamah", "mk", "ptun", "pttun", "dkpp", "hakim"})
_POLICE = frozenset({"gakkumdu", "polres", "polda", "kejari", "kejati"})
_TOLD = 2.0
#: What a town does once a day, whichever body is named.
_ONCE = HELD | {"letter", "sanction", "court", "stop", "finding"}
_CASES = frozenset({"alleged_violation", _DECISION})
_TWO_HOLD = 2.0
_SIGN = 2.0
_OTHERS, _APART = 4.0, 8.0
_ENOUGH_NUMBERS, _TWO_FIGURES = 3, 2
#: Where what is done is so little alike, another step of the affair is told.
_ANOTHER, _OTHER_STEP = 0.4, 4.0


def facts(one: Profile, two: Profile) -> float:
    """Whom, what and how much both name."""
    score = 0.0 if TALK in (one.kind, two.kind) else _accused(one, two)
    score += _halls(one, two)
    if _same_people(one, two):
        score += 1.5
    elif one.persons and two.persons:
        score -= 0.5
    if one.parts.main and two.parts.main and one_part(one.parts.main, two.parts.main):
        score += 1.0 if one.place and two.place else 2.0
    if elsewhere(one.parts, two.parts) or _strangers(one, two) or _other_figures(one, two):
        score -= _APART
    if one.vote and two.vote and one.vote != two.vote:
        score -= 3.0
    score += min(_ENOUGH_NUMBERS, len(one.numbers & two.numbers)) / _ENOUGH_NUMBERS
    if not once(one, two):
        score -= _SIGN * signs(one, two)
    return score + _organisers(one, two) + _letters(one, two) + _done(one, two) + _kinds(one.kind, two.kind)


def _done(one: Profile, two: Profile) -> float:
    """In an affair what is done tells its steps apart; of gatherings it only speaks against one event. What a circular
    does is known, and what is done at a talk is told in as many ways as there are outlets; a meeting is one of many.
    """
    if {TALK} <= {one.kind, two.kind} <= TALKS or one.kind == two.kind == _CIRCULAR:
        return 0.0
    steps = _steps(alike(one.doing, two.doing))
    if TALKS.isdisjoint((one.kind, two.kind)) and _same_figures(one, two):
        return max(1.0, steps)
    affair = one.kind in _STEPS and two.kind in _STEPS and not others(one, two)
    return steps if affair else min(0.0, steps)


def _organisers(one: Profile, two: Profile) -> float:
    """Two bodies seldom hold one meeting; of a decision or a report outlets name now this body, now that."""
    if not one.agency or not two.agency:
        return 0.3
    shared = one_body(one, two)
    if one.kind == two.kind == _DECISION and not once(one, two) and _two_tracks(one, two):
        return -_OTHERS
    if shared > 0.0 or once(one, two):
        return shared
    if not {one.kind, two.kind} <= TALKS:
        return 0.0
    if one.kind != two.kind and other_hall(one, two):
        return -_OTHERS
    # Of one day the host may be read as a speaker in one and the other way round.
    if days(one, two) >= SAME_DAY and not other_host(one, two):
        return 0.0
    return -_TWO_HOLD


def _strangers(one: Profile, two: Profile) -> bool:
    """The garrison is visited in the morning, the police later; village heads are taught today, teachers too.

    Of a case several bodies are told, by each outlet another. Other people in another hall: the same body's other event
    of the day.
    """
    return (
        one.audience.strangers(two.audience)
        or another_gathering(one, two)
        or (other_hall(one, two) and _other_people(one, two))
        or (not {one.kind, two.kind} <= _CASES and one.bodies.strangers(two.bodies))
    )


def _two_tracks(one: Profile, two: Profile) -> bool:
    """A court rules, or the police drops the case, and an office decides: also where both name the police."""
    if _court_rules(one) != _court_rules(two) and not one_body(one, two):
        return True
    return any(
        a.agency & _POLICE
        and most_done(a) == "stop"
        and a.doing["stop"] >= _TOLD
        and most_done(b) in ("finding", "sanction")
        for a, b in ((one, two), (two, one))
    )


def _court_rules(profile: Profile) -> bool:
    """A court is named, and what it does is what the opening tells: not a trial of last month."""
    return bool(profile.agency & _COURTS) and profile.doing.get("court", 0.0) >= _TOLD


def _same_figures(one: Profile, two: Profile) -> bool:
    """Figures are the news of one, and two of its numbers stand in the other: whatever each makes of them."""
    return FIGURES in (one.kind, two.kind) and len(one.numbers & two.numbers) >= _TWO_FIGURES


def _steps(done_alike: float) -> float:
    """The day of a hearing is printed in the report of it, so that neither day nor place tells two steps apart."""
    return 5.0 * (done_alike - 0.5) - (_OTHER_STEP if done_alike < _ANOTHER else 0.0)


def _kinds(one: str, two: str) -> float:
    if one == two:
        return 1.0
    if _VIEW in (one, two):
        return -3.0
    if "other" in (one, two):
        return 0.0
    return 0.0 if any(one in family and two in family for family in _FAMILIES) else -1.0


def _letters(one: Profile, two: Profile) -> float:
    """The same printed number; one outlet may leave out its end. Two numbers are two letters."""
    if one.letter is None or two.letter is None:
        return 0.0
    if all(a == b for a, b in zip(one.letter, two.letter, strict=False)):
        return 3.0
    return -_OTHERS if one.kind == two.kind == _CIRCULAR else 0.0


def others(one: Profile, two: Profile) -> bool:
    """Something that one event has only once is different: a form letter with other names, the next of a series."""
    return (
        elsewhere(one.parts, two.parts) or _strangers(one, two) or _other_figures(one, two) or _accused(one, two) < 0.0
    )


def _same_people(one: Profile, two: Profile) -> bool:
    """Named as persons in both, or a person of one stands in the text of the other."""
    return same(one.persons, two.persons) or stands_in(one.persons, two.words) or stands_in(two.persons, one.words)


def _other_people(one: Profile, two: Profile) -> bool:
    return bool(one.persons and two.persons) and not _same_people(one, two)


def _halls(one: Profile, two: Profile) -> float:
    """Where only one names a hall, what is special of it may stand in the text of the other."""
    if one.venues and two.venues:
        return 2.5 if one_hall(one, two) else -1.0
    return 1.0 if any(a <= two.words for a in one.special) or any(b <= one.words for b in two.special) else 0.0


def _accused(one: Profile, two: Profile) -> float:
    """The same post and initials; or the initials of one stand in the text of the other, which names nobody so."""
    if not (one.subjects and two.subjects):
        known = {initials for _, initials in one.subjects | two.subjects}
        return 1.0 if known & one.initials & two.initials else 0.0
    if one.subjects & two.subjects:
        return 1.0
    return 0.0 if {who for _, who in one.subjects} & {who for _, who in two.subjects} else -_APART


def _other_figures(one: Profile, two: Profile) -> bool:
    """Figures are the news of both: of the province and of its town, or none of one headline stands in the other."""
    if not one.kind == two.kind == FIGURES:
        return False
    if share(one.agency, two.agency) > one_body(one, two):
        return not _same_figures(one, two)
    if not (one.figures and two.figures):
        return False
    return one.figures.isdisjoint(two.numbers) and two.figures.isdisjoint(one.numbers)


def once(one: Profile, two: Profile) -> bool:
    """Both tell an oath, a pact, a letter, a sanction of one town and day: of these a town holds one, in whatever words
    it is told; of talks and reports several.
    """
    if one.place is None or one.place != two.place or "." not in one.place or days(one, two) < SAME_DAY:
        return False
    act = most_done(one)
    return act in _ONCE and act == most_done(two) and not other_hall(one, two) and not others(one, two)
