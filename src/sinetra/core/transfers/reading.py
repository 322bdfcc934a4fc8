"""``catalogue/transfers.yaml``, read and checked field by field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.block import Block
from sinetra.core.clock.timetables import Timetables, load_timetables
from sinetra.core.law.instruments import Instrument, load_instruments
from sinetra.core.law.model import Period
from sinetra.core.law.words import Position
from sinetra.core.transfers import rules
from sinetra.core.transfers.need import HEADS_UNIT
from sinetra.core.transfers.rules import TransferRules
from sinetra.core.transfers.words import Ground, OfficialKind, TransferAction, Verdict, WindowId

E = TypeVar("E", bound=StrEnum)
_STEPS = ("permit", "technical_approval", "inauguration")


def load_transfer_rules(catalogue: Path, own: Path | None = None) -> TransferRules:
    """Reads ``transfers.yaml`` with the instruments and timetables of the catalogue, and the timetables of ``own``.

    Errors: ``BadInput`` naming file, line and field.
    """
    return read_rules(catalogue, load_timetables(catalogue, own))


def read_rules(catalogue: Path, timetables: Timetables) -> TransferRules:
    block = Block.read(catalogue / "transfers.yaml")
    instruments = load_instruments(catalogue)
    windows = {item.id: item for item in (_window(inner, instruments) for inner in block.blocks("windows"))}
    if set(windows) != set(WindowId):
        raise block.wrong("windows", tuple(WindowId))
    posts = _posts(block.block("posts"))
    exceptions = tuple(_exception(inner, instruments) for inner in block.blocks("exceptions"))
    found = TransferRules(
        band_days=block.whole("band_days"),
        windows=windows,
        posts=posts,
        samples=_samples(posts, exceptions),
        actions=_actions(block),
        exceptions=exceptions,
        sequence=tuple(_step(inner) for inner in block.blocks("sequence")),
        phrases={name: Bilingual.of(inner) for name, inner in block.named_blocks("phrases")},
        instruments=instruments,
        timetables=timetables,
    )
    block.close()
    return found


def _actions(block: Block) -> Mapping[TransferAction, rules.ActionReadings]:
    accepted = (TransferAction.APPOINTMENT, TransferAction.DISMISSAL)
    found = {}
    for inner in block.blocks("actions"):
        action = TransferAction(inner.one_of("action", accepted))
        found[action] = rules.ActionReadings(windows=_words(inner, "windows", WindowId), readings=_bindings(inner))
        inner.close()
    if set(found) != set(accepted):
        raise block.wrong("actions", accepted)
    return found


def _posts(block: Block) -> rules.Posts:
    found = rules.Posts(
        covered=_words(block, "covered", Position), source=block.text("source"), confidence=block.confidence()
    )
    block.close()
    return found


def _samples(posts: rules.Posts, exceptions: tuple[rules.TransferException, ...]) -> tuple[Position, ...]:
    """The first post of each sort: covered, under some exceptions, or open; one that may head a unit is of its own."""
    found: dict[tuple[object, ...], Position] = {}
    for position in Position:
        excepted = tuple(item.id for item in exceptions if position in item.positions | item.posts)
        found.setdefault((position in posts.covered, position in HEADS_UNIT, excepted), position)
    return tuple(found.values())


def _words(block: Block, field: str, words: type[E]) -> frozenset[E]:
    given = block.texts(field)
    if not set(given) <= set(words):
        raise block.wrong(field, tuple(words))
    return frozenset(words(value) for value in given)


def _window(block: Block, instruments: Mapping[str, Instrument]) -> rules.Window:
    earlier = block.optional_block("earlier_timetable")
    found = rules.Window(
        id=WindowId(block.one_of("id", tuple(WindowId))),
        name=Bilingual.take(block, "name"),
        rules=block.texts("rules"),
        binds=_words(block, "binds", OfficialKind),
        citations=_citations(block, instruments),
        edges=tuple(_edge(inner) for inner in block.blocks("edges")),
        readings=_bindings(block),
        own_head=_bindings(block, "own_head"),
        earlier_timetable=None if earlier is None else _earlier(earlier),
    )
    block.close()
    return found


def _earlier(block: Block) -> rules.EarlierTimetable:
    found = rules.EarlierTimetable(
        text=Bilingual.take(block, "text"), current=Bilingual.take(block, "current"), confidence=block.confidence()
    )
    block.close()
    return found


def _citations(block: Block, instruments: Mapping[str, Instrument]) -> tuple[rules.TransferCitation, ...]:
    found = []
    for inner in block.blocks("citations"):
        found.append(
            rules.TransferCitation(
                instrument=inner.one_of("instrument", tuple(instruments)),
                article=inner.text("article"),
                confidence=inner.confidence(),
                period=_period(inner),
                kinds=_words(inner, "kinds", OfficialKind),
            )
        )
        inner.close()
    return tuple(found)


def _period(block: Block) -> Period:
    return Period(start=block.optional_day("from"), end=block.optional_day("to"))


def _edge(block: Block) -> rules.Edge:
    at_start = block.one_of("edge", ("from", "to")) == "from"
    readings = []
    for inner in block.blocks("readings"):
        readings.append(
            rules.EdgeReading(
                id=inner.text("id"),
                moves=inner.whole("moves"),
                followed=inner.flag("followed"),
                text=Bilingual.take(inner, "text"),
                source=inner.text("source"),
                confidence=inner.confidence(),
            )
        )
        inner.close()
    _one_followed(block, readings)
    block.close()
    return rules.Edge(at_start=at_start, readings=tuple(readings))


def _bindings(block: Block, field: str = "readings") -> tuple[rules.BindingReading, ...]:
    readings = []
    for inner in block.blocks(field):
        readings.append(
            rules.BindingReading(
                id=inner.text("id"),
                kinds=_words(inner, "kinds", OfficialKind),
                binds=inner.flag("binds"),
                followed=inner.flag("followed"),
                text=Bilingual.take(inner, "text"),
                source=inner.text("source"),
                confidence=inner.confidence(),
            )
        )
        inner.close()
    return tuple(readings)


def _one_followed(block: Block, readings: Iterable[rules.EdgeReading]) -> None:
    followed = [item for item in readings if item.followed]
    if len(followed) != 1 or followed[0].moves:
        raise block.wrong("readings", ("one with followed: true and moves: 0",))


def _exception(block: Block, instruments: Mapping[str, Instrument]) -> rules.TransferException:
    found = rules.TransferException(
        id=block.text("id"),
        grounds=_words(block, "grounds", Ground),
        actions=_words(block, "actions", TransferAction),
        posts=_words(block, "posts", Position),
        positions=_words(block, "positions", Position),
        windows=_words(block, "windows", WindowId),
        period=_period(block),
        text=Bilingual.take(block, "text"),
        confidence=block.confidence(),
        citations=_citations(block, instruments),
    )
    if not found.grounds and not found.positions:
        raise block.wrong("grounds", tuple(Ground))
    block.close()
    return found


def _step(block: Block) -> rules.SequenceStep:
    found = rules.SequenceStep(
        id=block.text("id"),
        first=block.one_of("first", _STEPS),
        then=block.one_of("then", _STEPS),
        decides=block.one_of("decides", (Verdict.FORBIDDEN, Verdict.UNDETERMINED, "nothing")),
        period=_period(block),
        text=Bilingual.take(block, "text"),
        source=block.text("source"),
        confidence=block.confidence(),
    )
    block.close()
    return found
