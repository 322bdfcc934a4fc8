"""Real cases: what bodies found, written as facts and expected tracks (``catalogue/cases/*.yaml``).

They are written from published reports and not from the answers of the engine, so that they can judge it. A case holds
no name of a person; ``found`` is the finding of the bodies named and no more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.law.facts import Facts
from sinetra.core.law.words import BodyCode, SanctionClass, Track


class DecisionLevel(StrEnum):
    """How final the finding is. Only the first three close a matter."""

    COURT_VERDICT = "court_verdict"
    KPU_OR_TRIBUNAL_DECISION = "kpu_or_tribunal_decision"
    SANCTION_IMPOSED = "sanction_imposed"
    SANCTION_RECOMMENDED = "sanction_recommended"
    SUPERVISOR_FINDING_REFERRED = "supervisor_finding_referred"
    STOPPED_OR_CLEARED = "stopped_or_cleared"
    OFFICIAL_GUIDANCE_OR_ASSESSMENT = "official_guidance_or_assessment"


class Found(StrEnum):
    PROVEN = "proven"
    NOT_PROVEN = "not_proven"
    STOPPED = "stopped"


class Forum(StrEnum):
    CRIMINAL = "criminal"
    DISCIPLINE_ETHICS = "discipline_ethics"
    ELECTION_ADMIN = "election_admin"
    OTHER = "other"


class Ground(StrEnum):
    """Why no breach was found: the law allows the act, the evidence was lacking, or the report does not say."""

    LAW = "law"
    EVIDENCE = "evidence"
    UNSTATED = "unstated"


class SanctionMode(StrEnum):
    IMPOSED = "imposed"
    RECOMMENDED = "recommended"


class ReportConfidence(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


FINAL = (DecisionLevel.COURT_VERDICT, DecisionLevel.KPU_OR_TRIBUNAL_DECISION, DecisionLevel.SANCTION_IMPOSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedSanction:
    """``classes``: one of these. ``prison_months`` also counts when suspended; 0 is a fine alone, None not reported."""

    mode: SanctionMode
    classes: frozenset[SanctionClass]
    prison_months: int | None
    probation_months: int | None
    fine_idr: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """``tracks``: a breach on each; ``any_of``: on one of them, where the report does not tell ethics and discipline
    apart; ``not_violation_on``: none; ``decides``: one of these bodies has the last word."""

    tracks: tuple[Track, ...]
    any_of: tuple[Track, ...]
    not_violation_on: tuple[Track, ...]
    decides: tuple[BodyCode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedNorm:
    """A norm as a report names it: of an instrument of the catalogue, else ``as_printed``."""

    instrument: str | None
    article: str | None
    as_printed: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RealCase:
    """``moments``: the facts of each act, on the first and the last day it may have been done (one, if that is known).

    ``differs``: why the engine says something else than the body did; None where it does not.
    """

    id: str
    title: Bilingual
    region: str | None
    election: str
    year: int
    moments: tuple[tuple[Facts, ...], ...]
    same_facts_as: str | None
    expected: Expected
    decision_level: DecisionLevel
    found: Found
    ground: Ground | None
    reason: Bilingual | None
    handled_by: tuple[BodyCode, ...]
    forum: Forum
    decided_on: date | None
    overturned: bool
    sanction: ReportedSanction | None
    norms_named: tuple[NamedNorm, ...]
    source_urls: tuple[str, ...]
    confidence: ReportConfidence
    differs: Bilingual | None

    @property
    def is_final(self) -> bool:
        return self.decision_level in FINAL and self.found is Found.PROVEN
