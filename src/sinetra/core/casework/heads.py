"""Dated facts about the heads of an office: who holds it and how, who is on campaign leave. Names as printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sinetra.core.clock.confidence import Confidence
from sinetra.core.law.words import BodyCode


class HeldRoleName(StrEnum):
    """PPK is pejabat pembina kepegawaian, never Panitia Pemilihan Kecamatan. ``authorised_official``: Pejabat yang
    Berwenang (PyB), who proposes to the PPK."""

    PPK = "ppk"
    REGIONAL_HEAD = "regional_head"
    DEPUTY_REGIONAL_HEAD = "deputy_regional_head"
    REGIONAL_SECRETARY = "regional_secretary"
    AUTHORISED_OFFICIAL = "authorised_official"


class HeldKind(StrEnum):
    DEFINITIVE = "definitive"
    PLT = "plt"
    PLH = "plh"
    PJS = "pjs"
    PJ = "pj"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Both days count; ``until_on`` None: still held. ``source`` is where the register has it from."""

    role: HeldRoleName
    kind: HeldKind
    holder: str
    title: str
    from_on: date
    until_on: date | None
    source: str
    confidence: Confidence
    reason: str = ""

    def on(self, day: date) -> bool:
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Campaign leave of a head or deputy (UU 10/2016 art. 70(3)); both days count.

    ``given_by``: Mendagri or the governor (art. 70(4)); ``told_kpu_on``: when the KPU was told (art. 70(5)). None of
    both: not on record.
    """

    holder: str
    from_on: date
    until_on: date
    source: str
    confidence: Confidence
    given_by: BodyCode | None = None
    told_kpu_on: date | None = None

    def on(self, day: date) -> bool:
        return self.from_on <= day <= self.until_on


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeFacts:
    """All that the register knows of one office, of every time."""

    terms: tuple[Term, ...] = ()
    leaves: tuple[Leave, ...] = ()

    def holders(self, role: HeldRoleName, day: date) -> tuple[Term, ...]:
        """Those of the role on the day, the latest first."""
        found = [term for term in self.terms if term.role is role and term.on(day)]
        return tuple(sorted(found, key=_order, reverse=True))

    def leave_of(self, holder: str, day: date) -> Leave | None:
        return next((leave for leave in self.leaves if same_name(leave.holder, holder) and leave.on(day)), None)

    def last_leave_of(self, holder: str, day: date) -> Leave | None:
        """The leave that was over before the day, in the term that still runs."""
        over = [leave for leave in self.leaves if same_name(leave.holder, holder) and leave.until_on < day]
        return max(over, key=lambda leave: leave.until_on, default=None)


def _order(term: Term) -> tuple[date, date, str, str, str, str, str]:
    """By the day on which it began; whatever else differs decides, so that the order of rows never does."""
    last = term.until_on or date.max
    return term.from_on, last, term.kind, term.holder, term.title, term.reason, term.source


def plain_name(name: str) -> str:
    """Without case, and with one blank between words.

    >>> plain_name("  Beringin   CONTOHWAN ")
    'beringin contohwan'
    """
    return " ".join(name.casefold().split())


def same_name(one: str, other: str) -> bool:
    """As written; two people may bear one name, so it is never proof."""
    return bool(plain_name(one)) and plain_name(one) == plain_name(other)


def definitive(terms: Iterable[Term]) -> Term | None:
    return next((term for term in terms if term.kind is HeldKind.DEFINITIVE), None)


def acting(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(term for term in terms if term.kind is not HeldKind.DEFINITIVE)


def head_kind(facts: OfficeFacts, day: date) -> HeldKind | None:
    """How the office of head is held on the day. None: nobody is on record, the head is away and nobody acts, or
    several act. Where no head is on record at all, what is said of the PPK itself."""
    heads = facts.holders(HeldRoleName.REGIONAL_HEAD, day) or facts.holders(HeldRoleName.PPK, day)
    others = {term.kind for term in acting(heads)}
    if others:
        return others.pop() if len(others) == 1 else None
    head = definitive(heads)
    return head.kind if head is not None and facts.leave_of(head.holder, day) is None else None
