"""What is found in an article. Each fact keeps its place in the text and the rule that found it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from sinetra.core.law.instruments import Instrument, InstrumentStatus
from sinetra.core.press.page import Span

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


class RemovedKind(StrEnum):
    SCRIPT = "script"
    RELATED_LINKS = "related_links"
    FURNITURE = "furniture"


class Mode(StrEnum):
    """How a sanction is spoken of. Only stated, promised and imposed count as named."""

    STATED = "stated"
    PROMISED = "promised"
    HYPOTHETICAL = "hypothetical"
    IMPOSED = "imposed"
    DENIED = "denied"


COUNTED = frozenset({Mode.STATED, Mode.PROMISED, Mode.IMPOSED})


def spanned(span: Span | None) -> dict[str, Json]:
    return {} if span is None else {"span": [span.start, span.end]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """``detail``: what it is, more closely: a name of ``furniture.yaml``, ``outside`` the body, ``duplicate``."""

    kind: RemovedKind
    text: str
    detail: str = ""

    def to_json(self) -> dict[str, Json]:
        return {"kind": self.kind.value, "detail": self.detail, "text": self.text}


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFact:
    """The day of the event. ``source`` says where a day without a place of its own comes from (printed as ``from``).

    ``precision``: ``day``, ``range`` (the first day is the value) or ``month`` (no value)."""

    value: date | None
    precision: str = "day"
    until: date | None = None
    as_printed: str
    weekday_agrees: bool | None
    span: Span | None
    rule: str
    derived: tuple[str, ...] = ()
    source: str | None = None
    inherited: bool = False

    def to_json(self) -> dict[str, Json]:
        found: dict[str, Json] = {
            "value": None if self.value is None else self.value.isoformat(),
            "precision": self.precision,
            "as_printed": self.as_printed,
            "weekday_agrees": self.weekday_agrees,
            "inherited": self.inherited,
            "rule": self.rule,
        }
        if self.until is not None:
            found["until"] = self.until.isoformat()
        if self.derived:
            found["derived"] = list(self.derived)
        if self.source is not None:
            found["from"] = self.source
        return found | spanned(self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """Any printed date, also one that is not the day of the event; ``role`` says why."""

    as_printed: str
    value: date | None
    role: str
    span: Span

    def to_json(self) -> dict[str, Json]:
        value = None if self.value is None else self.value.isoformat()
        return {"as_printed": self.as_printed, "value": value, "role": self.role} | spanned(self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    name: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFact:
    """Regency or city and province. ``candidates`` holds the codes when the name alone does not settle it."""

    kab_kota: str | None
    code: str | None
    province: str | None
    derived: tuple[str, ...]
    venues: tuple[Venue, ...]
    candidates: tuple[str, ...]
    span: Span | None
    rule: str

    def to_json(self) -> dict[str, Json]:
        found: dict[str, Json] = {
            "kab_kota": self.kab_kota,
            "kode": self.code,
            "provinsi": self.province,
            "derived": list(self.derived),
            "venues": [venue.name for venue in self.venues],
            "venue_spans": [[venue.span.start, venue.span.end] for venue in self.venues],
            "candidates": list(self.candidates),
            "rule": self.rule,
        }
        return found | spanned(self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFact:
    name: str
    position: str | None
    acting_kind: str | None
    span: Span
    position_span: Span | None
    rule: str

    def to_json(self) -> dict[str, Json]:
        found: dict[str, Json] = {
            "name": self.name,
            "position": self.position,
            "acting_kind": self.acting_kind,
            "position_span": None if self.position_span is None else [self.position_span.start, self.position_span.end],
            "rule": self.rule,
        }
        return found | spanned(self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalFact:
    """A named instrument. ``flags``: ``not_in_register``, ``probable_misprint``."""

    as_printed: str
    instrument: str | None
    number: str | None
    articles: tuple[str, ...]
    clauses: tuple[str, ...]
    register: Instrument | None = field(repr=False)
    flags: tuple[str, ...]
    derived: tuple[str, ...]
    span: Span
    rule: str

    def to_json(self, day: date | None) -> dict[str, Json]:
        status = InstrumentStatus.UNKNOWN if self.register is None else self.register.status_on(day)
        repealed = status is InstrumentStatus.REPEALED and self.register is not None
        found: dict[str, Json] = {
            "as_printed": self.as_printed,
            "instrument": self.instrument,
            "number": self.number,
            "articles": list(self.articles),
            "clauses": list(self.clauses),
            "status_on_event_date": status.value,
            "repealed_by": self.register.repealed_by if repealed and self.register is not None else None,
            "confidence": None if self.register is None else self.register.confidence.value,
            "flags": list(self.flags),
            "derived": list(self.derived),
            "rule": self.rule,
        }
        return found | spanned(self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountFact:
    value: int
    approximate: bool
    unit: str
    span: Span
    rule: str

    def to_json(self) -> dict[str, Json]:
        found: dict[str, Json] = {
            "value": self.value,
            "approximate": self.approximate,
            "unit": self.unit,
            "rule": self.rule,
        }
        return found | spanned(self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActFact:
    code: str
    permitted: bool
    span: Span
    rule: str
    mentions: int = 1

    def to_json(self) -> dict[str, Json]:
        found: dict[str, Json] = {"code": self.code, "mentions": self.mentions, "rule": self.rule}
        return found | spanned(self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionFact:
    code: str
    mode: Mode
    span: Span
    rule: str

    def to_json(self) -> dict[str, Json]:
        found: dict[str, Json] = {
            "code": self.code,
            "mode": self.mode.value,
            "counted": self.mode in COUNTED,
            "rule": self.rule,
        }
        return found | spanned(self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One further fact: its value, further keys, the place and the rule."""

    value: Json
    span: Span | None
    rule: str
    more: tuple[tuple[str, Json], ...] = ()

    def to_json(self) -> dict[str, Json]:
        return {"value": self.value, **dict(self.more), "rule": self.rule} | spanned(self.span)
