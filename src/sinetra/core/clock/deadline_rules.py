"""Deadline rules as data: a length, a kind of day, an event that starts it, an article, a time in force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from pathlib import Path

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.block import Block
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import BadInput, gettext_noop


class Unit(StrEnum):
    DAY = "day"
    HOUR = "hour"
    MONTH = "month"


class DayType(StrEnum):
    CALENDAR = "calendar"
    WORKING = "working"


class End(StrEnum):
    """What the computed day is: the last one in time, the first one of an effect, the last one of an effect."""

    LATEST = "latest"
    BEGINS = "begins"
    LASTS = "lasts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """``instrument`` is an instrument id of the catalogue, or ``None`` where only a printed name is known."""

    instrument: str | None
    article: str | None
    as_printed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Another reading of the same rule that somebody can defend: another length or kind of day."""

    id: str
    length: int
    day_type: DayType
    name: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterHours:
    """When the counter takes reports. ``weekly[0]`` is Monday; ``None`` is closed. Hours do not move a deadline."""

    id: str
    weekly: tuple[tuple[time, time] | None, ...]
    all_day_stages: tuple[str, ...]
    source: str
    confidence: Confidence
    valid_from: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One version of a rule, in force for starts from ``valid_from`` to ``valid_to`` (both included).

    ``parts`` shows how the length is made up (3 + 2). ``day_type_confidence`` is its own where the text is silent.
    ``configurable``: no length is fixed by a read text; an institution may set its own.
    ``backward``: counted back from the event (only months: the window of UU 10/2016 art. 71(2)).
    """

    id: str
    name: Bilingual
    length: int
    parts: tuple[int, ...]
    unit: Unit
    day_type: DayType
    start_event: Bilingual
    end: End
    backward: bool
    include_first_day: bool
    move_to_working_day: bool
    source: Source
    confidence: Confidence
    day_type_confidence: Confidence
    valid_from: date
    valid_to: date | None
    configurable: bool
    readings: tuple[Reading, ...]
    note: Bilingual | None
    counter: str | None


class Rules:
    """All versions of all rules."""

    def __init__(self, rules: Iterable[Rule], counters: Iterable[CounterHours]) -> None:
        self._versions: dict[str, list[Rule]] = {}
        for rule in rules:
            self._versions.setdefault(rule.id, []).append(rule)
        self._counters = sorted(counters, key=lambda item: item.valid_from)

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(sorted(self._versions))

    def versions(self, rule_id: str) -> tuple[Rule, ...]:
        """Errors: BadInput with the known rules."""
        try:
            return tuple(self._versions[rule_id])
        except KeyError:
            raise BadInput(
                gettext_noop("Aturan tenggat %(value)s tidak dikenal; yang diterima: %(accepted)s"),
                field="rule",
                accepted=self.ids,
                value=repr(rule_id),
            ) from None

    def on(self, rule_id: str, day: date) -> Rule:
        """The version in force on the day the deadline starts. Errors: BadInput when there is none."""
        versions = self.versions(rule_id)
        for rule in versions:
            if rule.valid_from <= day and (rule.valid_to is None or day <= rule.valid_to):
                return rule
        raise BadInput(
            gettext_noop("Aturan %(rule)s tidak berlaku pada %(day)s; masa berlaku: %(accepted)s"),
            field="from",
            accepted=[f"{rule.valid_from} – {rule.valid_to or '…'}" for rule in versions],
            rule=rule_id,
            day=day.isoformat(),
        )

    def counter(self, counter_id: str | None, day: date) -> CounterHours | None:
        found = [item for item in self._counters if item.id == counter_id and item.valid_from <= day]
        return found[-1] if found else None


def _source(block: Block) -> Source:
    found = Source(
        instrument=block.optional_text("instrument"),
        article=block.optional_text("article"),
        as_printed=block.text("as_printed"),
    )
    block.close()
    return found


def _reading(block: Block, length: int) -> Reading:
    found = Reading(
        id=block.text("id"),
        length=block.whole("length", length),
        day_type=DayType(block.one_of("day_type", tuple(DayType))),
        name=Bilingual.take(block, "name"),
    )
    block.close()
    return found


def _rule(block: Block) -> Rule:
    length = block.whole("length")
    if length < 1:
        raise block.wrong("length", (">= 1",))
    confidence = block.confidence()
    own = block.text("day_type_confidence", confidence.value)
    parts = tuple(int(item) for item in block.take("parts") or ())
    if parts and sum(parts) != length:
        raise block.wrong("parts", (f"sum {length}",))
    unit = Unit(block.one_of("unit", tuple(Unit), Unit.DAY))
    backward = block.flag("backward")
    if backward and unit is not Unit.MONTH:
        raise block.wrong("backward", ("unit: month",))
    rule = Rule(
        id=block.text("id"),
        name=Bilingual.take(block, "name"),
        length=length,
        parts=parts,
        unit=unit,
        day_type=DayType(block.one_of("day_type", tuple(DayType))),
        start_event=Bilingual.take(block, "start_event"),
        end=End(block.one_of("end", tuple(End), End.LATEST)),
        backward=backward,
        include_first_day=block.flag("include_first_day"),
        move_to_working_day=block.flag("move_to_working_day"),
        source=_source(block.block("source")),
        confidence=confidence,
        day_type_confidence=Confidence(own),
        valid_from=block.day("valid_from"),
        valid_to=block.optional_day("valid_to"),
        configurable=block.flag("configurable"),
        readings=tuple(_reading(inner, length) for inner in block.blocks("readings")),
        note=Bilingual.maybe(block, "note"),
        counter=block.optional_text("counter"),
    )
    block.close()
    if rule.valid_to is not None and rule.valid_to < rule.valid_from:
        raise block.wrong("valid_to", (f">= {rule.valid_from}",))
    return rule


def _hours(text: str | None, block: Block) -> tuple[time, time] | None:
    if text is None:
        return None
    try:
        opens, closes = (time.fromisoformat(part) for part in text.split("-"))
    except ValueError:
        raise block.wrong("hours", ("HH:MM-HH:MM",)) from None
    return opens, closes


def _counter(block: Block) -> CounterHours:
    weekdays, friday = block.text("monday_to_thursday"), block.text("friday")
    found = CounterHours(
        id=block.text("id"),
        weekly=(*(_hours(weekdays, block) for _ in range(4)), _hours(friday, block), None, None),
        all_day_stages=block.texts("all_day_stages"),
        source=block.text("source"),
        confidence=block.confidence(),
        valid_from=block.day("valid_from"),
    )
    block.close()
    return found


def load_rules(catalogue: Path) -> Rules:
    """Reads ``catalogue/deadlines/*.yaml``. Errors: BadInput naming file, line and field."""
    rules: list[Rule] = []
    counters: list[CounterHours] = []
    for path in sorted((catalogue / "deadlines").glob("*.yaml")):
        block = Block.read(path)
        for inner in block.blocks("rules"):
            rule = _rule(inner)
            if any(_overlap(rule, other) for other in rules):
                raise inner.wrong("valid_from", ("no overlap",))
            rules.append(rule)
        counters.extend(_counter(inner) for inner in block.blocks("counter_hours"))
        block.close()
    return Rules(rules, counters)


def _overlap(one: Rule, other: Rule) -> bool:
    if one.id != other.id:
        return False
    starts_late = other.valid_to is not None and one.valid_from > other.valid_to
    ends_early = one.valid_to is not None and one.valid_to < other.valid_from
    return not (starts_late or ends_early)
