"""Instruments: which law, regulation, decision or circular is in force on which day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

import yaml

from sinetra.core import yamlfile
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.confidence import Confidence
from sinetra.core.law.days import Bounds, first_and_last_day
from sinetra.core.law.faults import fault


class InstrumentStatus(StrEnum):
    IN_FORCE = "in_force"
    REPEALED = "repealed"
    NOT_YET_IN_FORCE = "not_yet_in_force"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One law, regulation, decision or circular; ``cited_as`` is its name in a sentence.

    ``starts`` and ``ends`` are the earliest and latest possible first and last day: equal when the day is known,
    a whole year apart when only the year is known.
    """

    id: str
    cited_as: str
    kind: str
    number: str
    year: int
    title: Bilingual
    starts: Bounds | None
    ends: Bounds | None
    repealed_by: str | None
    in_force_confidence: Confidence
    amends: tuple[str, ...]
    also_numbered: tuple[str, ...]
    note: Bilingual | None
    confidence: Confidence
    sources: tuple[str, ...]
    line: int

    def status_on(self, day: date | None) -> InstrumentStatus:
        """The status on ``day``; unknown when the day, or the bound it falls on, is not known."""
        if day is None or self.starts is None:
            return InstrumentStatus.UNKNOWN
        if day < self.starts.earliest:
            return InstrumentStatus.NOT_YET_IN_FORCE
        if self.ends is not None and day > self.ends.latest:
            return InstrumentStatus.REPEALED
        if day < self.starts.latest or (self.ends is not None and day > self.ends.earliest):
            return InstrumentStatus.UNKNOWN
        return InstrumentStatus.IN_FORCE


def _text(block: Mapping[str, object] | None) -> Bilingual | None:
    return None if block is None else Bilingual(id=str(block["id"]), en=str(block["en"]))


def _instrument(block: Mapping[str, object]) -> Instrument:
    force = block["in_force"]
    title = block["title"]
    note = block.get("note")
    if not isinstance(force, Mapping) or not isinstance(title, Mapping):
        raise TypeError("in_force, title")
    if note is not None and not isinstance(note, Mapping):
        raise TypeError("note")
    sources = block["sources"]
    amends = block.get("amends") or []
    numbers = block.get("also_numbered") or []
    if not isinstance(sources, list) or not isinstance(amends, list) or not isinstance(numbers, list):
        raise TypeError("sources, amends, also_numbered")
    confidence = Confidence(str(block["confidence"]))
    if not sources and confidence is not Confidence.UNCHECKED:
        raise ValueError("sources: without a source only perlu-cek")
    repealed_by = force.get("repealed_by")
    return Instrument(
        id=str(block["id"]),
        cited_as=str(block["cited_as"]),
        kind=str(block["kind"]),
        number=str(block["number"]),
        year=int(str(block["year"])),
        title=Bilingual(id=str(title["id"]), en=str(title["en"])),
        starts=first_and_last_day(force.get("from")),
        ends=first_and_last_day(force.get("to")),
        repealed_by=None if repealed_by is None else str(repealed_by),
        in_force_confidence=Confidence(str(force["confidence"])),
        amends=tuple(str(name) for name in amends),
        also_numbered=tuple(str(name) for name in numbers),
        note=_text(note),
        confidence=confidence,
        sources=tuple(str(name) for name in sources),
        line=int(str(block[yamlfile.LINE])),
    )


def load_instruments(catalogue: Path) -> Mapping[str, Instrument]:
    """Every instrument of ``catalogue/instruments.yaml`` by id.

    Errors: ``BadInput`` with file, line and reason: a missing field, a repeated id, an unknown id in ``amends`` or
    ``repealed_by``, an unreadable date or an unknown confidence.
    """
    path = catalogue / "instruments.yaml"
    try:
        blocks = yamlfile.read(path)
    except yaml.YAMLError as error:
        raise fault(path, "?", error) from error
    found: dict[str, Instrument] = {}
    for block in blocks:
        line = block.get(yamlfile.LINE, "?") if isinstance(block, dict) else "?"
        try:
            item = _instrument(block)
        except (KeyError, TypeError, ValueError) as error:
            raise fault(path, line, error) from error
        if item.id in found:
            raise fault(path, line, f"repeated id {item.id}")
        found[item.id] = item
    for item in found.values():
        for name in (*item.amends, *([item.repealed_by] if item.repealed_by else [])):
            if name not in found:
                raise fault(path, item.line, f"unknown instrument {name}")
    return found
