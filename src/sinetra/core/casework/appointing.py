"""Who is the appointing authority (PPK, pejabat pembina kepegawaian) of an office on a day, and why.

Only what the register knows: unknown is not false, and where sources differ every reading stands.
"""

from __future__ import annotations

from datetime import date

from sinetra.core.casework.grounds import Grounds
from sinetra.core.casework.heads import HeldKind, HeldRoleName, OfficeFacts, Term, acting, definitive, same_name
from sinetra.core.casework.telling import Appointing, Certainty, Reading, Telling
from sinetra.core.law.words import BodyCode

__all__ = ["Appointing", "Certainty", "Reading", "appointing_authority"]

_GIVERS = {BodyCode.GOVERNOR: "leave_from_governor", BodyCode.MENDAGRI: "leave_from_mendagri"}


def appointing_authority(facts: OfficeFacts, day: date, grounds: Grounds) -> Appointing:
    """From the heads of a regional government; where only "PPK" itself is on record (other offices), from that."""
    telling = Telling(facts, day, grounds)
    heads = facts.holders(HeldRoleName.REGIONAL_HEAD, day)
    recorded = facts.holders(HeldRoleName.PPK, day)
    stated = next(iter(acting(recorded) or recorded), None)
    if not heads and not facts.holders(HeldRoleName.DEPUTY_REGIONAL_HEAD, day):
        return _stated_only(telling, stated)
    head = definitive(heads)
    certainty, holder = _of_heads(telling, head, acting(heads))
    if stated is not None and stated.kind is HeldKind.DEFINITIVE and head is not None:
        # The definitive PPK is the definitive head: on leave, or replaced, that record says nothing of its own.
        stated = None if same_name(stated.holder, head.holder) else stated
    return _beside_the_record(telling, certainty, holder, stated)


def _stated_only(telling: Telling, stated: Term | None) -> Appointing:
    if stated is None:
        telling.tell("nothing_known")
        return telling.close(Certainty.UNKNOWN, None)
    telling.tell("stated", stated)
    return _by_kind(telling, stated)


def _by_kind(telling: Telling, holder: Term) -> Appointing:
    """What sources say of the kind holds also where only the word PPK stands in the register."""
    certainty = _contested_kind(telling, holder) or Certainty.SETTLED
    return telling.close(certainty, holder if certainty is Certainty.SETTLED else None)


def _of_heads(telling: Telling, head: Term | None, others: tuple[Term, ...]) -> tuple[Certainty, Term | None]:
    if head is None:
        telling.tell("head_not_recorded")
        return _in_a_vacancy(telling, others)
    leave = telling.facts.leave_of(head.holder, telling.day)
    if leave is not None:
        telling.tell("on_leave", leave)
        if leave.given_by in _GIVERS:
            telling.tell(_GIVERS[leave.given_by], leave)
        return _in_leave(telling, head, others)
    return _in_office(telling, head, others)


def _in_office(telling: Telling, head: Term, others: tuple[Term, ...]) -> tuple[Certainty, Term | None]:
    if not others:
        over = telling.facts.last_leave_of(head.holder, telling.day)
        if over is not None and over.from_on >= head.from_on:
            telling.tell("leave_over", over)
        telling.tell("head_is_ppk", head)
        return Certainty.SETTLED, head
    if len(others) == 1 and others[0].reason:
        telling.tell("leave_not_recorded", reason=others[0].reason.rstrip("."))
        return _acts(telling, others[0], head)
    for term in others:
        telling.tell("acting_without_reason", term)
    telling.read("definitive_stays", head)
    for term in others:
        telling.read("acting_counts", term)
    return Certainty.CONTESTED, None


def _in_leave(telling: Telling, head: Term, others: tuple[Term, ...]) -> tuple[Certainty, Term | None]:
    if len(others) > 1:
        return _several(telling, others)
    if others:
        return _acts(telling, others[0], head)
    deputy = definitive(telling.facts.holders(HeldRoleName.DEPUTY_REGIONAL_HEAD, telling.day))
    away = telling.facts.leave_of(deputy.holder, telling.day) if deputy is not None else None
    if deputy is not None and away is None:
        telling.tell("deputy_by_law", deputy)
        telling.tell("plt_campaign")
        telling.tell("appointment_missing")
        return Certainty.OPEN, deputy
    if deputy is None:
        telling.tell("deputy_not_recorded")
    else:
        telling.tell("deputy_on_leave", away, title=deputy.title or deputy.holder)
    return _nobody(telling)


def _in_a_vacancy(telling: Telling, others: tuple[Term, ...]) -> tuple[Certainty, Term | None]:
    if len(others) > 1:
        return _several(telling, others)
    return _acts(telling, others[0], None) if others else _nobody(telling)


def _several(telling: Telling, others: tuple[Term, ...]) -> tuple[Certainty, Term | None]:
    telling.tell("several_acting")
    for term in others:
        telling.read("acting_counts", term)
    return Certainty.CONTESTED, None


def _nobody(telling: Telling) -> tuple[Certainty, Term | None]:
    telling.tell("nobody_acts")
    secretary = next(iter(telling.facts.holders(HeldRoleName.REGIONAL_SECRETARY, telling.day)), None)
    if secretary is not None:
        telling.tell("secretary_daily", secretary)
    return Certainty.UNKNOWN, None


def _acts(telling: Telling, term: Term, head: Term | None) -> tuple[Certainty, Term | None]:
    """One acting head stands for ``head``, or in a vacancy."""
    telling.tell(term.kind.value, term)
    away = telling.facts.leave_of(term.holder, telling.day)
    if away is not None:
        telling.tell("acting_is_on_leave", away)
        telling.read("acting_counts", term)
        return Certainty.CONTESTED, None
    contested = _contested_kind(telling, term)
    if term.kind is HeldKind.PJ and head is not None:
        telling.tell("pj_over_a_head", head)
        telling.read("definitive_stays", head)
    if contested is not None:
        return contested, None
    if term.kind is HeldKind.PLT and head is not None and telling.facts.leave_of(head.holder, telling.day):
        telling.tell("plt_campaign")
    return (Certainty.OPEN if term.kind is HeldKind.PJS and _not_complete(telling, head) else Certainty.SETTLED), term


def _not_complete(telling: Telling, head: Term | None) -> bool:
    """A Pjs stands for head and deputy, both on leave: without a head on record, or with a deputy who is there, the
    register does not tell everything."""
    deputy = definitive(telling.facts.holders(HeldRoleName.DEPUTY_REGIONAL_HEAD, telling.day))
    if deputy is None or telling.facts.leave_of(deputy.holder, telling.day) is not None:
        return head is None
    telling.tell("pjs_deputy_present", deputy)
    return True


def _contested_kind(telling: Telling, term: Term) -> Certainty | None:
    if term.kind is HeldKind.PJ:
        telling.read("pj_is_ppk", term)
        telling.read("pj_is_not_ppk", None)
    elif term.kind is HeldKind.PLH:
        telling.read("plh_is_not_ppk", None)
        telling.read("plh_is_ppk", term)
    else:
        return None
    return Certainty.CONTESTED


def _beside_the_record(telling: Telling, certainty: Certainty, holder: Term | None, stated: Term | None) -> Appointing:
    """What the register states as PPK itself: alone it speaks, beside somebody else it is another reading."""
    if stated is None:
        return telling.close(certainty, holder)
    if certainty is Certainty.UNKNOWN:
        telling.tell("stated", stated)
        contested = _contested_kind(telling, stated)
        return telling.close(contested or Certainty.OPEN, None if contested else stated)
    named = [holder] if holder is not None else [reading.holder for reading in telling.readings]
    if any(term is not None and same_name(term.holder, stated.holder) for term in named):
        return telling.close(certainty, holder)
    telling.tell("stated_differs", stated)
    if holder is not None:
        telling.read("definitive_stays" if holder.kind is HeldKind.DEFINITIVE else "acting_counts", holder)
    telling.read("stated", stated)
    return telling.close(Certainty.CONTESTED, None)
