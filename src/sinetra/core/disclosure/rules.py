"""The catalogue of data requests: what may be asked, what never, how many people, the hours of a breach."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.block import Block
from sinetra.core.clock.confidence import Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class DataField:
    """One thing that may be asked about a person."""

    id: str
    text: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class NeverAsked:
    """A kind of data that nobody may ask for. ``words``: small letters, one or several in a row, anywhere in a field;
    ``first_of_line``: where a line that should name somebody begins with one, it asks for a relative instead."""

    id: str
    what: Bilingual
    instead: Bilingual
    words: tuple[str, ...]
    first_of_line: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """``persons_in_period``: of one institution in ``period_days`` days. ``open_days``: how long a disclosure stays
    open when nothing else is said."""

    persons: int
    persons_in_period: int
    period_days: int
    open_days: int
    longest_days: int
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursFrom:
    """From when the hours are counted, in words, and how far that was read."""

    text: Bilingual
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachRule:
    """Until the written notices. ``start``: from when they are counted, which is less sure than how many they are.
    ``told``: what each notice says."""

    hours: int
    source: str
    confidence: Confidence
    start: HoursFrom
    told: tuple[DataField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataRules:
    """``bulk``: words that ask for many people at once, anywhere in a line of people; ``bulk_first`` at its beginning.
    ``promises``: names of agreements, which are no legal basis."""

    limits: Limits
    fields: tuple[DataField, ...]
    never: tuple[NeverAsked, ...]
    bulk: tuple[str, ...]
    bulk_first: tuple[str, ...]
    promises: tuple[str, ...]
    breach: BreachRule

    def field(self, name: str) -> DataField | None:
        return next((item for item in self.fields if item.id == name), None)


def load_data_rules(catalogue: Path) -> DataRules:
    """Errors: ``BadInput`` naming file, line and field."""
    block = Block.read(catalogue / "data_requests.yaml")
    rules = DataRules(
        limits=_limits(block.block("limits")),
        fields=tuple(_field(inner) for inner in block.blocks("fields")),
        never=tuple(_never(inner) for inner in block.blocks("never")),
        bulk=block.texts("bulk"),
        bulk_first=block.texts("bulk_first"),
        promises=block.texts("promises"),
        breach=_breach(block.block("breach")),
    )
    block.close()
    return rules


def _limits(block: Block) -> Limits:
    found = Limits(
        persons=block.whole("persons"),
        persons_in_period=block.whole("persons_in_period"),
        period_days=block.whole("period_days"),
        open_days=block.whole("open_days"),
        longest_days=block.whole("longest_days"),
        source=block.text("source"),
        confidence=block.confidence(),
    )
    block.close()
    return found


def _field(block: Block) -> DataField:
    found = DataField(id=block.text("id"), text=Bilingual.take(block, "text"))
    block.close()
    return found


def _never(block: Block) -> NeverAsked:
    found = NeverAsked(
        id=block.text("id"),
        what=Bilingual.take(block, "what"),
        instead=Bilingual.take(block, "instead"),
        words=block.texts("words"),
        first_of_line=block.texts("first_of_line"),
    )
    block.close()
    return found


def _breach(block: Block) -> BreachRule:
    found = BreachRule(
        hours=block.whole("hours"),
        source=block.text("source"),
        confidence=block.confidence(),
        start=_hours_from(block.block("from")),
        told=tuple(_field(inner) for inner in block.blocks("told")),
    )
    block.close()
    return found


def _hours_from(block: Block) -> HoursFrom:
    found = HoursFrom(text=Bilingual.take(block, "text"), confidence=block.confidence())
    block.close()
    return found
