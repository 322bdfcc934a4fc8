"""Penalties as the law's catalogue has them, who may impose which, who must examine, and what can be done against it.

Nothing here chooses one: it says what the law knows, with article and confidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sinetra.core.casework.heads import HeldKind
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.confidence import Confidence
from sinetra.core.law.words import Position, SanctionClass, SubjectStatus


class Government(StrEnum):
    """Of the institution that decides; ``city`` is a regency (kabupaten) too."""

    NATIONAL = "national"
    PROVINCE = "province"
    CITY = "city"


class Official(StrEnum):
    """Who decides. ``stand_in``: the next one up, where the PPK steps aside."""

    PPK = "ppk"
    STAND_IN = "stand_in"
    PRESIDENT = "president"
    JPT_MADYA = "jpt_madya"
    JPT_PRATAMA = "jpt_pratama"
    ADMINISTRATOR = "administrator"
    SUPERVISOR = "supervisor"
    REGIONAL_HEAD = "regional_head"


#: Those who stand for the office as a whole: against them one objects to the PPK or appeals.
HEADS = frozenset({Official.PPK, Official.STAND_IN, Official.PRESIDENT, Official.REGIONAL_HEAD})


class TeamNeed(StrEnum):
    NONE = "none"
    MAY = "may"
    MUST = "must"


class TeamRole(StrEnum):
    """Elements of an examination team (PP 94/2021 art. 29(3) and (4))."""

    SUPERIOR = "superior"
    SUPERVISION = "supervision"
    PERSONNEL = "personnel"
    OTHER = "other"


class RemedyRule(StrEnum):
    NONE = "none"
    BY_OFFICIAL = "by_official"


class RemedyKind(StrEnum):
    OBJECTION_PPK = "objection_ppk"
    OBJECTION_SUPERIOR = "objection_superior"
    APPEAL = "appeal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """``effect``: the rule by which a decision of this class takes force; None where none is known."""

    sanction_class: SanctionClass
    team: TeamNeed
    remedy: RemedyRule
    effect: str | None
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalty:
    """``article`` as printed. ``from_on`` and ``to_on`` are days of the examination. ``appeal``: a dismissal."""

    id: str
    sanction_class: SanctionClass
    text: Bilingual
    statuses: frozenset[SubjectStatus]
    from_on: date
    to_on: date | None
    appeal: bool
    article: str
    confidence: Confidence

    def holds(self, status: SubjectStatus, day: date) -> bool:
        return status in self.statuses and self.from_on <= day and (self.to_on is None or day <= self.to_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Competence:
    """``targets`` empty: whatever post the person holds."""

    official: Official
    levels: frozenset[Government]
    targets: frozenset[Position]
    classes: frozenset[SanctionClass]
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """``filing`` counts from the day on which the decision was received, ``answers`` from that of the filing."""

    kind: RemedyKind
    title: Bilingual
    filing: str
    answers: tuple[str, ...]
    source: str
    confidence: Confidence
    note: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRule:
    """``done``: the line in the timeline when somebody is appointed, ``left`` when somebody leaves."""

    done: Bilingual
    left: Bilingual
    required: tuple[TeamRole, ...]
    source: str
    confidence: Confidence
    note: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class ActingHead:
    """A decision of who stands in for a head is reported in the time of ``rule``. ``kinds``: of a head in office."""

    kinds: tuple[HeldKind, ...]
    rule: str
    done: Bilingual
    source: str
    confidence: Confidence


class Penalties:
    def __init__(
        self,
        *,
        levels: Iterable[Level],
        penalties: Iterable[Penalty],
        competences: Iterable[Competence],
        remedies: Iterable[Remedy],
        team: TeamRule,
        acting_head: ActingHead,
    ) -> None:
        self.levels: Mapping[SanctionClass, Level] = {level.sanction_class: level for level in levels}
        self.by_id: Mapping[str, Penalty] = {penalty.id: penalty for penalty in penalties}
        self.competences = tuple(competences)
        self.remedies: Mapping[RemedyKind, Remedy] = {remedy.kind: remedy for remedy in remedies}
        self.team = team
        self.acting_head = acting_head

    def possible(self, status: SubjectStatus, examined_on: date) -> tuple[Penalty, ...]:
        """An act before 31 August 2021 that was examined later falls under PP 94/2021 (art. 40(3) and (4))."""
        return tuple(penalty for penalty in self.by_id.values() if penalty.holds(status, examined_on))

    def competent(
        self, government: Government, post: Position, sanction_class: SanctionClass
    ) -> tuple[Competence, ...]:
        """All that the law names; where articles overlap, each of them. Empty: not known for this post."""
        return tuple(
            item
            for item in self.competences
            if government in item.levels
            and sanction_class in item.classes
            and (not item.targets or post in item.targets)
        )

    def remedy(self, penalty: Penalty, official: Official) -> Remedy | None:
        """What stands open against such a decision (PP 79/2021 arts. 3 and 10); None: none, or none that is known."""
        if penalty.appeal and official in HEADS:
            return self.remedies[RemedyKind.APPEAL]
        if self.levels[penalty.sanction_class].remedy is RemedyRule.NONE:
            return None
        return self.remedies[RemedyKind.OBJECTION_PPK if official in HEADS else RemedyKind.OBJECTION_SUPERIOR]
