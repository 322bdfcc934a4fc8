"""The files of the catalogue that hold norms: ``norms/*.yaml``, ``norms/shared.yaml``, ``conflicts.yaml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from sinetra.core import yamlfile
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.law.faults import fault
from sinetra.core.law.model import ALWAYS, Dispute, Norm, Reading, Route, Sanction, Version
from sinetra.core.law.reader import Block, Reader
from sinetra.core.law.words import NormKind, SanctionClass, Track

SHARED = "shared.yaml"


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


def _heaviest_first(sanctions: tuple[Sanction, ...]) -> tuple[Sanction, ...]:
    order = tuple(SanctionClass)
    return tuple(sorted(sanctions, key=lambda item: -order.index(item.sanction_class)))


def _named(block: Any) -> Iterator[tuple[str, Any]]:
    return ((str(name), inner) for name, inner in (block or {}).items() if name != yamlfile.LINE)


@contextmanager
def _shape(reader: Reader, block: object) -> Iterator[None]:
    """A block that is a list where a mapping belongs, a text for a number and the like."""
    try:
        yield
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise reader.fault(block, f"not in the expected form ({type(error).__name__}: {error})") from error


def read_shared(path: Path) -> Shared:
    """``norms/shared.yaml``."""
    block = document(path)
    reader = Reader(path)
    with _shape(reader, block):
        return _shared(reader, block)


def _shared(reader: Reader, block: Block) -> Shared:
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
        with _shape(reader, block):
            found = _norm(reader, reader.check(block, "norm"), shared)
        yield found


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
        with _shape(reader, block):
            found = _dispute(reader, reader.check(block, "dispute"))
        yield found


def _dispute(reader: Reader, block: Block) -> Dispute:
    handled = block.get("handled", False)
    if not isinstance(handled, bool):
        raise reader.fault(block, f"unknown word {handled!r} in handled")
    readings = []
    for item in reader.need(block, "readings"):
        reader.check(item, "reading")
        readings.append(Reading(text=reader.text(item, "text"), source=str(reader.need(item, "source"))))
    return Dispute(
        id=str(reader.need(block, "id")),
        topic=reader.text(block, "topic"),
        when=reader.when(block),
        period=reader.period(block) if "from" in block or "to" in block else ALWAYS,
        rules=tuple(block.get("rules") or ()),
        contested=tuple(block.get("contested") or ()),
        handled=handled,
        readings=tuple(readings),
        confidence=reader.confidence(block),
        path=reader.path,
        line=block[yamlfile.LINE],
    )
