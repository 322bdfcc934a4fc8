"""Who is the appointing authority (PPK, pejabat pembina kepegawaian) of an office on a day, and why.

Only what the register knows: unknown is not false, and where sources differ every reading stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sinetra.core.casework.grounds import Grounds, Said
from sinetra.core.casework.heads import HeldKind, HeldRoleName, Leave, OfficeFacts, Term, acting, definitive, same_name
from sinetra.core.clock.confidence import Confidence, weakest

_LIMITED = (HeldKind.PLT, HeldKind.PJ, HeldKind.PJS)


class Certainty(StrEnum):
    """``open``: somebody is likely, a document is missing. ``contested``: sources differ. ``unknown``: nobody."""

    SETTLED = "settled"
    OPEN = "open"
    CONTESTED = "contested"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read it. ``holder`` None: by this reading nobody in the office."""

    holder: Term | None
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointing:
    """``holder`` None where it is unknown, or where the readings name different people and none goes first.

    ``steps`` in the order in which a person would reason, ``limits`` bind the holder, ``delegate`` is the PyB and
    ``delegation`` what that means: it changes nothing about who is PPK.
    """

    day: date
    certainty: Certainty
    holder: Term | None
    steps: tuple[Said, ...]
    readings: tuple[Reading, ...] = ()
    limits: tuple[Said, ...] = ()
    delegate: Term | None = None
    delegation: tuple[Said, ...] = ()

    @property
    def confidence(self) -> Confidence:
        """As sure as the least sure step."""
        found = [step.confidence for step in self.steps]
        return weakest(*found) if found else Confidence.UNCHECKED


class _Telling:
    """Collects what is said for one office and day."""

    def __init__(self, facts: OfficeFacts, day: date, grounds: Grounds) -> None:
        self.facts = facts
        self.day = day
        self.grounds = grounds
        self.steps: list[Said] = []
        self.readings: list[Reading] = []

    def said(self, name: str, about: Term | Leave | None = None, **more: object) -> Said | None:
        ground = self.grounds.on(name, self.day)
        if ground is None:
            return None
        facts: dict[str, object] = dict(more)
        known_from, confidence = "", ground.confidence
        if about is not None:
            facts |= {"holder": about.holder, "first": about.from_on, "last": about.until_on}
            known_from, confidence = about.source, weakest(ground.confidence, about.confidence)
        if isinstance(about, Term):
            facts |= {"title": about.title or about.holder}
        return Said(ground=ground, facts=facts, known_from=known_from, confidence=confidence)

    def tell(self, name: str, about: Term | Leave | None = None, **more: object) -> None:
        if (step := self.said(name, about, **more)) is not None:
            self.steps.append(step)

    def read(self, name: str, holder: Term | None) -> None:
        if (step := self.said(name, holder)) is not None:
            self.readings.append(Reading(holder=holder, said=step))

    def close(self, certainty: Certainty, holder: Term | None) -> Appointing:
        limits = ("acting_limits", "acting_transfers") if holder is not None and holder.kind in _LIMITED else ()
        delegate = next(iter(self.facts.holders(HeldRoleName.AUTHORISED_OFFICIAL, self.day)), None)
        delegation = (self.said("delegated", delegate), self.said("delegation_scope")) if delegate is not None else ()
        return Appointing(
            day=self.day,
            certainty=certainty,
            holder=holder,
            steps=tuple(self.steps),
            readings=tuple(self.readings),
            limits=tuple(step for name in limits if (step := self.said(name)) is not None),
            delegate=delegate,
            delegation=tuple(step for step in delegation if step is not None),
        )


def appointing_authority(facts: OfficeFacts, day: date, grounds: Grounds) -> Appointing:
    """From the heads of a regional government; where only "PPK" itself is on record (other offices), from that."""
    telling = _Telling(facts, day, grounds)
    heads = facts.holders(HeldRoleName.REGIONAL_HEAD, day)
    recorded = facts.holders(HeldRoleName.PPK, day)
    stated = next(iter(acting(recorded) or recorded), None)
    if not heads and not facts.holders(HeldRoleName.DEPUTY_REGIONAL_HEAD, day):
        return _stated_only(telling, stated)
    certainty, holder = _of_heads(telling, definitive(heads), acting(heads))
    return _beside_the_record(telling, certainty, holder, stated)


def _stated_only(telling: _Telling, stated: Term | None) -> Appointing:
    if stated is None:
        telling.tell("nothing_known")
        return telling.close(Certainty.UNKNOWN, None)
    telling.tell("stated", stated)
    return _by_kind(telling, stated)


def _by_kind(telling: _Telling, holder: Term) -> Appointing:
    """What sources say of the kind holds also where only the word PPK stands in the register."""
    certainty = _contested_kind(telling, holder) or Certainty.SETTLED
    return telling.close(certainty, holder if certainty is Certainty.SETTLED else None)


def _of_heads(telling: _Telling, head: Term | None, others: tuple[Term, ...]) -> tuple[Certainty, Term | None]:
    if head is None:
        telling.tell("head_not_recorded")
        return _in_a_vacancy(telling, others)
    leave = telling.facts.leave_of(head.holder, telling.day)
    if leave is not None:
        telling.tell("on_leave", leave)
        return _in_leave(telling, head, others)
    return _in_office(telling, head, others)


def _in_office(telling: _Telling, head: Term, others: tuple[Term, ...]) -> tuple[Certainty, Term | None]:
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


def _in_leave(telling: _Telling, head: Term, others: tuple[Term, ...]) -> tuple[Certainty, Term | None]:
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


def _in_a_vacancy(telling: _Telling, others: tuple[Term, ...]) -> tuple[Certainty, Term | None]:
    if len(others) > 1:
        return _several(telling, others)
    return _acts(telling, others[0], None) if others else _nobody(telling)


def _several(telling: _Telling, others: tuple[Term, ...]) -> tuple[Certainty, Term | None]:
    telling.tell("several_acting")
    for term in others:
        telling.read("acting_counts", term)
    return Certainty.CONTESTED, None


def _nobody(telling: _Telling) -> tuple[Certainty, Term | None]:
    telling.tell("nobody_acts")
    secretary = next(iter(telling.facts.holders(HeldRoleName.REGIONAL_SECRETARY, telling.day)), None)
    if secretary is not None:
        telling.tell("secretary_daily", secretary)
    return Certainty.UNKNOWN, None


def _acts(telling: _Telling, term: Term, head: Term | None) -> tuple[Certainty, Term | None]:
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
    # A Pjs stands for somebody on leave; where no head is on record the register is not complete.
    return (Certainty.OPEN if term.kind is HeldKind.PJS and head is None else Certainty.SETTLED), term


def _contested_kind(telling: _Telling, term: Term) -> Certainty | None:
    if term.kind is HeldKind.PJ:
        telling.read("pj_is_ppk", term)
        telling.read("pj_is_not_ppk", None)
    elif term.kind is HeldKind.PLH:
        telling.read("plh_is_not_ppk", None)
        telling.read("plh_is_ppk", term)
    else:
        return None
    return Certainty.CONTESTED


def _beside_the_record(telling: _Telling, certainty: Certainty, holder: Term | None, stated: Term | None) -> Appointing:
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
