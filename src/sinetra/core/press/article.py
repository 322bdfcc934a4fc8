"""An article with the facts found in it, and its JSON (``sinetra ingest --json``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sinetra.core.press.facts import (
    ActFact,
    CountFact,
    DateFact,
    DateMention,
    Detail,
    Json,
    LegalFact,
    PersonFact,
    PlaceFact,
    Removed,
    SanctionFact,
)

DETAILS = (
    "covers_non_asn",
    "non_asn_sanctionable",
    "coordination",
    "criminal_range_months",
    "units_visited",
    "delegation_roles",
    "audience",
    "agreement",
    "cases",
    "nil_report",
    "circular_number",
    "cases_so_far",
    "incumbent_running",
    "speakers_from",
    "zone_mentioned",
    "duration_days",
    "theme",
    "elsewhere_indications",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """Everything read from one article. ``weekday`` (0 Monday) is a lone weekday the story may complete."""

    source: str
    outlet: str | None
    title: str | None
    published: date | None
    text: str
    kind: Detail
    event_date: DateFact | None
    weekday: int | None
    weekday_printed: str | None
    date_mentions: tuple[DateMention, ...]
    place: PlaceFact | None
    agency: Detail | None
    persons: tuple[PersonFact, ...]
    legal: tuple[LegalFact, ...]
    participants: CountFact | None
    acts: tuple[ActFact, ...]
    sanctions: tuple[SanctionFact, ...]
    election: Detail | None
    details: Mapping[str, Detail]
    removed: tuple[Removed, ...]
    stage: Detail | None = None

    @property
    def kab_kota(self) -> str | None:
        return None if self.place is None else self.place.kab_kota

    @property
    def day(self) -> date | None:
        return None if self.event_date is None else self.event_date.value

    def to_json(self) -> dict[str, Json]:
        """The shape of the contract; a field without a fact is null, a list without facts is empty."""
        found: dict[str, Json] = {
            "source": self.source,
            "outlet": self.outlet,
            "title": self.title,
            "article_date": None if self.published is None else self.published.isoformat(),
            "event_type": self.kind.value,
            "event_date": None if self.event_date is None else self.event_date.to_json(),
            "date_mentions": [mention.to_json() for mention in self.date_mentions],
            "place": None if self.place is None else self.place.to_json(),
            "agency": None if self.agency is None else self.agency.value,
            "persons": [person.to_json() for person in self.persons],
            "legal": [fact.to_json(self.day) for fact in self.legal],
            "participants_count": None if self.participants is None else self.participants.to_json(),
            "prohibited_acts": [act.to_json() for act in self.acts if not act.permitted],
            "permitted_acts": [act.to_json() for act in self.acts if act.permitted],
            "sanctions": [sanction.to_json() for sanction in self.sanctions],
            "election": None if self.election is None else self.election.value,
            "stage": None if self.stage is None else self.stage.to_json(),
            "evidence": self._evidence(),
        }
        for name in DETAILS:
            detail = self.details.get(name)
            found[name] = None if detail is None else detail.to_json()
        found["removed"] = [item.to_json() for item in self.removed]
        found["text"] = self.text
        return found

    def _evidence(self) -> dict[str, Json]:
        """Places and rules of the facts that are plain values above."""
        plain = {"event_type": self.kind, "agency": self.agency, "election": self.election}
        return {name: fact.to_json() for name, fact in plain.items() if fact is not None}
