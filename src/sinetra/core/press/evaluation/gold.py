"""What a careful person found in the articles: the shape of ``articles.yaml`` as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sinetra.core.press.evaluation.laws import Law
from sinetra.core.press.facts import Json

#: Further facts, compared as values: the same in number, yes or no, and words; lists item by item.
DETAILS = (
    "covers_non_asn",
    "non_asn_sanctionable",
    "criminal_range_months",
    "cases_so_far",
    "duration_days",
    "elsewhere_indications",
    "incumbent_running",
    "nil_report",
    "theme",
    "units_visited",
    "delegation_roles",
    "audience",
    "speakers_from",
    "zone_mentioned",
)


#: What is read of an article.
KEYS = frozenset(DETAILS) | {"file", "id", "seen", "unseen", "event_type", "event_date", "place", "agency", "persons"}
KEYS |= {"legal", "participants_count", "prohibited_acts", "permitted_acts", "sanctions", "election", "stage"}
KEYS |= {"circular_number", "cases", "agreement", "same_event_as"}
KEYS |= {f"place.{key}" for key in ("venue", "venues", "kab_kota", "provinsi")}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPerson:
    """``position`` null: the article gives none; ``placed`` false: the gold says nothing of positions."""

    name: str
    position: str | None
    placed: bool

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSanction:
    """``mode`` null: named, and the gold says no more."""

    code: str
    mode: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """``keys``: what the gold speaks of at all; what is not among them is not scored.

    ``event_date``: ``2024-10-03``, ``2024-10`` or ``2024``. ``parties`` null: an agreement without named parties.
    """

    label: str
    file: str | None
    id: str | None
    part: bool
    unseen: bool
    keys: frozenset[str]
    event_type: str | None
    event_date: str | None
    kab_kota: str | None
    provinsi: str | None
    venues: tuple[str, ...]
    agency: tuple[str, ...]
    persons: tuple[GoldPerson, ...]
    legal: tuple[Law, ...]
    participants: int | None
    prohibited_acts: tuple[str, ...]
    permitted_acts: tuple[str, ...]
    sanctions: tuple[GoldSanction, ...]
    election: str | None
    stage: str | None
    circular_number: str | None
    cases: tuple[tuple[int, str], ...]
    agreement: bool
    parties: tuple[str, ...] | None
    details: Mapping[str, Json]
    same_event_as: tuple[str, ...]
