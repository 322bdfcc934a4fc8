"""From catalogue YAML to norms. A mistake is told with file, line and reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from sinetra.core import yamlfile
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import BadInput
from sinetra.core.law.faults import fault
from sinetra.core.law.model import (
    ALWAYS,
    Citation,
    Condition,
    Dispute,
    Exemption,
    Norm,
    Period,
    Reading,
    Route,
    Sanction,
    Version,
)
from sinetra.core.law.vocabulary import FIELDS
from sinetra.core.law.words import BodyCode, NormKind, SanctionClass, SubjectStatus, Track

Block = dict[str, Any]
SHARED = "shared.yaml"
_NORM_KEYS = "id kind track title confidence versions when unless citations group displaces sanction route clocks note"
_KEYS = {
    "norm": frozenset(_NORM_KEYS.split()),
    "version": frozenset({"from", "to", "source_event", "when", "unless"}),
    "exception": frozenset({"id", "title", "when", "unless", "citations", "from", "to"}),
    "citation": frozenset({"instrument", "article", "confidence", "from", "to", "for"}),
    "sanction": frozenset({"class", "options", "for", "prison_months", "fine_idr", "note"}),
    "route": frozenset({"receives", "forwards_to", "decides", "from", "to"}),
    "dispute": frozenset({"id", "topic", "when", "rules", "readings", "confidence", "from", "to"}),
    "reading": frozenset({"text", "source"}),
}


def document(path: Path) -> Any:
    """Errors: ``BadInput`` with file and line when it is not YAML."""
    try:
        return yamlfile.read(path)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else "?"
        raise fault(path, line, error.problem) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What several norms share: named sets of values, sanctions, routes, clocks and phrases of the explanation."""

    sets: Mapping[str, tuple[str, ...]]
    sanctions: Mapping[str, tuple[Sanction, ...]]
    routes: Mapping[str, tuple[Route, ...]]
    clocks: Mapping[str, Mapping[str, tuple[str, ...]]]
    phrases: Mapping[str, Bilingual]


class Reader:
    """Reads the blocks of one file."""

    def __init__(self, path: Path, sets: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self.path = path
        self.sets = sets or {}

    def fault(self, block: object, reason: str) -> BadInput:
        line = block.get(yamlfile.LINE, "?") if isinstance(block, dict) else "?"
        return fault(self.path, line, reason)

    def check(self, block: Any, what: str) -> Block:
        if not isinstance(block, dict):
            raise fault(self.path, "?", f"{what}: not a mapping")
        for key in block:
            if key != yamlfile.LINE and key not in _KEYS[what]:
                raise self.fault(block, f"unknown word {key!r} in {what}")
        return block

    def need(self, block: Block, key: str) -> Any:
        if block.get(key) in (None, "", [], {}):
            raise self.fault(block, f"missing {key}")
        return block[key]

    def text(self, block: Block, key: str) -> Bilingual:
        inner = self.need(block, key)
        if not isinstance(inner, dict) or not inner.get("id") or not inner.get("en"):
            raise self.fault(block, f"{key} needs id and en")
        return Bilingual(id=str(inner["id"]), en=str(inner["en"]))

    def optional_text(self, block: Block, key: str) -> Bilingual | None:
        return None if block.get(key) is None else self.text(block, key)

    def confidence(self, block: Block) -> Confidence:
        value = self.need(block, "confidence")
        if value not in tuple(Confidence):
            raise self.fault(block, f"unknown word {value!r} in confidence")
        return Confidence(value)

    def period(self, block: Block) -> Period:
        return Period(start=self._day(block, "from"), end=self._day(block, "to"))

    def _day(self, block: Block, key: str) -> date | None:
        value = block.get(key)
        try:
            return None if value is None else date.fromisoformat(str(value))
        except ValueError:
            raise self.fault(block, f"{key}: not a date {value!r}") from None

    def statuses(self, block: Block) -> frozenset[SubjectStatus]:
        names = self._expand(block.get("for") or [])
        for name in names:
            if name not in tuple(SubjectStatus):
                raise self.fault(block, f"unknown word {name!r} in for")
        return frozenset(SubjectStatus(name) for name in names)

    def _expand(self, value: Any) -> list[str]:
        found: list[str] = []
        for name in value if isinstance(value, list) else [value]:
            word = ("true" if name else "false") if isinstance(name, bool) else str(name)
            found += self.sets.get(word, (word,))
        return found

    def when(self, block: Block) -> tuple[Condition, ...]:
        conditions = []
        for name, value in (block.get("when") or {}).items():
            if name == yamlfile.LINE:
                continue
            if name not in FIELDS:
                raise self.fault(block["when"], f"unknown word {name!r} in when")
            words = self._expand(value)
            for word in words:
                if word not in FIELDS[name].values:
                    raise self.fault(block["when"], f"unknown word {word!r} for {name}")
            text = f"{name}: {' | '.join(sorted(set(words), key=FIELDS[name].values.index))}"
            conditions.append(Condition(field=name, values=frozenset(words), text=text))
        return tuple(conditions)

    def citations(self, block: Block) -> tuple[Citation, ...]:
        found = []
        for item in block.get("citations") or []:
            self.check(item, "citation")
            found.append(
                Citation(
                    instrument=str(self.need(item, "instrument")),
                    article=str(self.need(item, "article")),
                    confidence=self.confidence(item),
                    period=self.period(item),
                    statuses=self.statuses(item),
                )
            )
        return tuple(found)

    def exemptions(self, block: Block) -> tuple[Exemption, ...]:
        found = []
        for item in block.get("unless") or []:
            self.check(item, "exception")
            found.append(
                Exemption(
                    id=str(self.need(item, "id")),
                    title=self.text(item, "title"),
                    when=self.when(item),
                    period=self.period(item),
                    citations=self.citations(item),
                    unless=self.exemptions(item),
                    line=item[yamlfile.LINE],
                )
            )
        return tuple(found)

    def sanction(self, block: Block) -> Sanction:
        self.check(block, "sanction")
        name = self.need(block, "class")
        if name not in tuple(SanctionClass):
            raise self.fault(block, f"unknown word {name!r} in class")
        return Sanction(
            sanction_class=SanctionClass(name),
            options=tuple(Bilingual(id=item["id"], en=item["en"]) for item in block.get("options") or []),
            statuses=self.statuses(block),
            prison_months=_pair(block.get("prison_months")),
            fine_idr=_pair(block.get("fine_idr")),
            note=self.optional_text(block, "note"),
        )

    def route(self, block: Block) -> Route:
        self.check(block, "route")
        codes = {}
        for key in ("receives", "forwards_to", "decides"):
            codes[key] = self.need(block, key)
            if codes[key] not in tuple(BodyCode):
                raise self.fault(block, f"unknown word {codes[key]!r} in {key}")
        return Route(
            receives=BodyCode(codes["receives"]),
            forwards_to=BodyCode(codes["forwards_to"]),
            decides=BodyCode(codes["decides"]),
            period=self.period(block),
        )


def _pair(value: Any) -> tuple[int, int] | None:
    return None if value is None else (int(value[0]), int(value[1]))


def _heaviest_first(sanctions: tuple[Sanction, ...]) -> tuple[Sanction, ...]:
    order = tuple(SanctionClass)
    return tuple(sorted(sanctions, key=lambda item: -order.index(item.sanction_class)))


def _named(block: Any) -> Iterator[tuple[str, Any]]:
    return ((str(name), inner) for name, inner in (block or {}).items() if name != yamlfile.LINE)


def read_shared(path: Path) -> Shared:
    """``norms/shared.yaml``."""
    block = document(path)
    reader = Reader(path)
    sets: dict[str, tuple[str, ...]] = {}
    for name, words in _named(block["sets"]):
        sets[name] = tuple(part for word in words for part in sets.get(str(word), (str(word),)))
    reader.sets = sets
    return Shared(
        sets=sets,
        sanctions={name: tuple(reader.sanction(item) for item in items) for name, items in _named(block["sanctions"])},
        routes={name: tuple(reader.route(item) for item in items) for name, items in _named(block["routes"])},
        clocks={name: {kind: tuple(rules) for kind, rules in _named(items)} for name, items in _named(block["clocks"])},
        phrases={name: reader.text(block["phrases"], name) for name, _ in _named(block["phrases"])},
    )


def read_norms(path: Path, shared: Shared) -> Iterator[Norm]:
    """Every norm of one file of ``norms/``."""
    reader = Reader(path, shared.sets)
    for block in document(path) or []:
        yield _norm(reader, reader.check(block, "norm"), shared)


def _norm(reader: Reader, block: Block, shared: Shared) -> Norm:
    kind, track = str(reader.need(block, "kind")), str(reader.need(block, "track"))
    if kind not in tuple(NormKind):
        raise reader.fault(block, f"unknown word {kind!r} in kind")
    if track not in tuple(Track):
        raise reader.fault(block, f"unknown word {track!r} in track")
    for key, known in (("sanction", shared.sanctions), ("route", shared.routes), ("clocks", shared.clocks)):
        if block.get(key) is not None and block[key] not in known:
            raise reader.fault(block, f"unknown word {block[key]!r} in {key}")
    if not block.get("citations"):
        raise reader.fault(block, "missing citations")
    return Norm(
        id=str(reader.need(block, "id")),
        kind=NormKind(kind),
        track=Track(track),
        title=reader.text(block, "title"),
        confidence=reader.confidence(block),
        versions=tuple(_version(reader, item, block) for item in reader.need(block, "versions")),
        citations=reader.citations(block),
        group=block.get("group"),
        displaces=tuple(block.get("displaces") or ()),
        sanctions=_heaviest_first(shared.sanctions[block["sanction"]]) if block.get("sanction") else (),
        routes=shared.routes[block["route"]] if block.get("route") else (),
        clocks=shared.clocks[block["clocks"]] if block.get("clocks") else {},
        note=reader.optional_text(block, "note"),
        path=reader.path,
        line=block[yamlfile.LINE],
    )


def _version(reader: Reader, item: Block, norm: Block) -> Version:
    """A version takes the conditions and exceptions of its norm, unless it has its own."""
    reader.check(item, "version")
    return Version(
        period=reader.period(item),
        source_event=str(item.get("source_event") or ""),
        when=reader.when(item if "when" in item else norm),
        unless=reader.exemptions(item if "unless" in item else norm),
        line=item[yamlfile.LINE],
    )


def read_disputes(path: Path, shared: Shared) -> Iterator[Dispute]:
    """``conflicts.yaml``."""
    reader = Reader(path, shared.sets)
    for block in document(path) or []:
        reader.check(block, "dispute")
        readings = []
        for item in reader.need(block, "readings"):
            reader.check(item, "reading")
            readings.append(Reading(text=reader.text(item, "text"), source=str(reader.need(item, "source"))))
        yield Dispute(
            id=str(reader.need(block, "id")),
            topic=reader.text(block, "topic"),
            when=reader.when(block),
            period=reader.period(block) if "from" in block or "to" in block else ALWAYS,
            rules=tuple(block.get("rules") or ()),
            readings=tuple(readings),
            confidence=reader.confidence(block),
            path=path,
            line=block[yamlfile.LINE],
        )
