"""Published facts of a few cities, each with its source. What was not found is not there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.block import Block
from sinetra.core.clock.confidence import Confidence
from sinetra.core.clock.timetables import Timetables
from sinetra.core.index.configuration import Configuration, Origin
from sinetra.core.index.inputs import Kind, Unit, Value
from sinetra.core.index.numbers import number
from sinetra.core.index.stage_value import stage_value

STAGE = "stage"
#: So many days a published fact speaks of the present: who runs and what is open does not last longer.
FRESH = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """What another body said of the region, shown beside the index and never counted. ``as_of``: day or year."""

    text: Bilingual
    as_of: str
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One region. ``staff`` and ``open_cases`` as they were published, with their source."""

    code: str
    name: str
    parent: str
    staff: Value | None
    open_cases: Value | None
    values: dict[str, Value]
    signals: tuple[Signal, ...]

    def derived(self, configuration: Configuration, day: date) -> dict[str, Value]:
        """The published count behind an indicator that is derived from it: no open matter is no late matter."""
        late = next((item for item in configuration.indicators if item.origin is Origin.LATE_SHARE), None)
        counted = self.open_cases
        if late is None or counted is None or not speaks_of(counted, day) or counted.amount:
            return {}
        return {late.id: counted}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """``day``: the cut-off for which the sheets were put together."""

    id: str
    day: date
    sheets: tuple[Sheet, ...]

    def units(self, timetables: Timetables, configuration: Configuration, day: date) -> tuple[Unit, ...]:
        """What was known on ``day``: a fact of later, or of long ago, is left out. The stage comes from timetables."""
        return tuple(_unit(sheet, timetables, configuration, day) for sheet in self.sheets)


def load_facts(catalogue: Path, configuration: Configuration) -> Facts:
    """``index/four_cities.yaml``. Errors: ``BadInput`` naming file, line and field."""
    return read_facts(catalogue / "index" / "four_cities.yaml", configuration)


def read_facts(path: Path, configuration: Configuration) -> Facts:
    """Errors: ``BadInput``, also for an indicator that the configuration does not have or derives itself."""
    block = Block.read(path)
    given = tuple(item.id for item in configuration.indicators if item.origin is Origin.VALUE and item.id != STAGE)
    found = Facts(
        id=block.text("id"),
        day=block.day("day"),
        sheets=tuple(_sheet(inner, given) for inner in block.blocks("units")),
    )
    block.close()
    return found


def _sheet(block: Block, given: tuple[str, ...]) -> Sheet:
    values = {}
    inner = block.optional_block("values")
    if inner is not None:
        for name in inner.names():
            if name not in given:
                raise inner.wrong(name, given)
            values[name] = _value(inner.block(name))
    found = Sheet(
        code=block.text("code"),
        name=block.text("name"),
        parent=block.text("parent"),
        staff=_maybe(block, "staff"),
        open_cases=_maybe(block, "open_cases"),
        values=values,
        signals=tuple(_signal(one) for one in block.blocks("signals")),
    )
    block.close()
    return found


def _maybe(block: Block, field: str) -> Value | None:
    """A count with its source."""
    inner = block.optional_block(field)
    if inner is None:
        return None
    found = _value(inner)
    if found.amount < 0 or not found.amount.is_integer():
        raise inner.wrong("amount", ("0…",))
    return found


def _value(block: Block) -> Value:
    found = Value(
        amount=number(block, "amount"),
        source=block.text("source"),
        as_of=block.day("as_of"),
        confidence=block.confidence(),
    )
    block.close()
    return found


def _signal(block: Block) -> Signal:
    found = Signal(
        text=Bilingual.take(block, "text"),
        as_of=block.text("as_of"),
        source=block.text("source"),
        confidence=block.confidence(),
    )
    block.close()
    return found


def _unit(sheet: Sheet, timetables: Timetables, configuration: Configuration, day: date) -> Unit:
    values = {name: value for name, value in sheet.values.items() if speaks_of(value, day)}
    if any(item.id == STAGE for item in configuration.indicators):
        values[STAGE] = stage_value(timetables, sheet.code, day, configuration)
    return Unit(
        code=sheet.code,
        name=sheet.name,
        kind=Kind.REGION,
        parent=sheet.parent,
        staff=_count(sheet.staff, day),
        values=values,
        open_cases=_count(sheet.open_cases, day),
    )


def _count(value: Value | None, day: date) -> int | None:
    return int(value.amount) if value is not None and speaks_of(value, day) else None


def speaks_of(value: Value, day: date) -> bool:
    """It was known on ``day``, and is not so old that it says nothing of that day."""
    return 0 <= (day - value.as_of).days <= FRESH
