"""View 6, *Pola*: matters by act, channel, stage and position; positions set against their share of the staff."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.apps.control_room.parts import UNNAMED, Part
from sinetra.apps.insight.control_room.counts import Counts, Number
from sinetra.apps.prevention.selectors import coverage
from sinetra.core.wilson import wilson

#: Below so many people whose position is known no ratio is told: one more or less would turn it.
ENOUGH = 20
#: Nor for a position of which fewer are in matters: of one or two a ratio says nothing.
LEAST = 5
#: The parts of the view, in its order.
PARTS = (Part.ACT, Part.KIND, Part.STAGE, Part.POSITION)


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternRow:
    """``share`` of matters, of a position of persons; ``staff``: share of the staff. ``ratio``: one over the other,
    between ``low`` and ``high`` (95 %). None: not known, or too few."""

    code: str
    number: Number
    share: float
    staff: float | None = None
    ratio: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """``total``: what shares are of; matters with two acts count in two rows."""

    part: Part
    rows: tuple[PatternRow, ...]
    total: int


def patterns(actor: Actor, counts: Counts) -> tuple[Pattern, ...]:
    """The most frequent first; by position only where the whole office is counted."""
    found = [_plain(counts, part) for part in PARTS[:-1]]
    if counts.whole:
        found.append(_positions(counts, staff_shares(actor, counts)))
    return tuple(found)


def _plain(counts: Counts, part: Part) -> Pattern:
    total = sum(number.matters for number in counts.parts.get(Part.STEP, {}).values())
    rows = _ordered(counts.parts.get(part, {}))
    return Pattern(
        part=part,
        total=total,
        rows=tuple(
            PatternRow(code=code, number=number, share=number.matters / total if total else 0.0)
            for code, number in rows
            if number.matters
        ),
    )


def _positions(counts: Counts, staff: Mapping[str, float]) -> Pattern:
    numbers = counts.parts.get(Part.POSITION, {})
    known = sum(number.persons for code, number in numbers.items() if code != UNNAMED)
    total = sum(number.persons for number in numbers.values())
    rows = []
    for code, number in _ordered(numbers):
        # Against the staff only those whose position is told: who is unnamed may have any.
        share = number.persons / (total if code == UNNAMED else known)
        there = staff.get(code) if code != UNNAMED else None
        row = PatternRow(code=code, number=number, share=share, staff=there)
        if there and known >= ENOUGH and number.persons >= LEAST:
            low, high = wilson(number.persons, known)
            row = replace(row, ratio=share / there, low=low / there, high=high / there)
        rows.append(row)
    return Pattern(part=Part.POSITION, rows=tuple(rows), total=total)


def staff_shares(actor: Actor, counts: Counts) -> Mapping[str, float]:
    """By position, of the last list of people at or before the count; empty where this office keeps none."""
    if not may(actor, "coverage.read"):
        return {}
    counted = coverage.state(actor)
    if counted is None:
        return {}
    at = coverage.when(counted, counts.day.isoformat()[:7])
    groups = coverage.of_office(actor, at).by_position if at.headcount else {}
    sizes = {
        code: sum(group.eligible for group in found.values())
        for code, found in groups.items()
        if not any(group.withheld for group in found.values())
    }
    total = sum(sum(group.eligible for group in found.values()) for found in groups.values())
    return {code: size / total for code, size in sizes.items() if size and total}


def _ordered(numbers: Mapping[str, Number]) -> list[tuple[str, Number]]:
    return sorted(numbers.items(), key=lambda item: (-item[1].matters, item[0]))
