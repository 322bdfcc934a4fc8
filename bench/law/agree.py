"""Row by row, before any time is taken: every way of every peer says what the definitions say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bench.law.codes import Book, Rows, facts_of
from bench.law.peers import Answer, Peer, Way
from bench.law.reference import answers
from sinetra.core.law.facts import complete


class Disagreement(Exception):
    """Two engines answer differently: nothing may be timed."""


def reference(book: Book, rows: Rows) -> list[Answer]:
    """Also asserts that the rows are as the engine would complete them."""
    facts = facts_of(book, rows)
    for place, item in enumerate(facts):
        if complete(item.values) != item.values:
            raise Disagreement(f"row {place} is not completed as sinetra.core.law.facts.complete does: {item.values}")
    return list(answers(book, facts))


def check(book: Book, rows: Rows, expected: Sequence[Answer], peer: Peer, slow: int) -> dict[str, int]:
    """How many rows agree, by way. Ways of one at a time are given ``slow`` rows."""
    compared = {}
    for way in {way.name: way for way in (*peer.single, *peer.traced)}.values():
        given = rows.slice(0, min(slow, way.most, rows.size))
        found = (way.answers(way.run(item))[0] for item in way.prepare(given))
        compared[way.name] = _compare(book, peer, way, given, expected, found)
    for way in peer.bulk:
        given = rows.slice(0, min(way.most, rows.size))
        compared[way.name] = _compare(book, peer, way, given, expected, way.answers(way.run(way.prepare(given))))
    return compared


def _compare(
    book: Book, peer: Peer, way: Way, rows: Rows, expected: Sequence[Answer], found: Iterator[Answer] | Sequence[Answer]
) -> int:
    count = 0
    for place, answer in enumerate(found):
        if answer != expected[place]:
            raise Disagreement(_told(book, rows, place, f"{peer.name}, {way.name}", answer, expected[place]))
        count += 1
    if count != rows.size:
        raise Disagreement(f"{peer.name}, {way.name}: {count} answers to {rows.size} rows")
    return count


def _told(book: Book, rows: Rows, place: int, who: str, answer: Answer, expected: Answer) -> str:
    differs = (answer[0] ^ expected[0]) | (answer[1] ^ expected[1])
    lines = [f"{who} differs from the definitions in row {place}:"]
    for bit, norm in enumerate(book.rulebook.norms):
        if differs >> bit & 1:
            lines.append(f"  {norm.id}: {_word(answer, bit)} instead of {_word(expected, bit)}")
    facts = facts_of(book, rows.slice(place, 1))[0]
    lines += [f"  act_date: {facts.act_date}", *(f"  {name}: {value}" for name, value in facts.values.items())]
    return "\n".join(lines)


def _word(answer: Answer, bit: int) -> str:
    return "met" if answer[0] >> bit & 1 else "open" if answer[1] >> bit & 1 else "not met"
