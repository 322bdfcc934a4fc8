"""How each question of a test did: how many had it right before and after, and whether it tells who understands.

Source: the corrected item-rest correlation, e.g. Crocker and Algina (1986), ch. 14: the question against the rest of
the test, so that it does not correlate with itself. Before and after are brought to a common mean first; else a
question that everybody learnt would seem to discriminate.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sinetra.core.prevention.understanding import ENOUGH

#: Question to whether it was answered right.
Sheet = Mapping[str, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFigures:
    """``p``: share answered right, 0 to 1, None for fewer than ``ENOUGH`` answers. ``discrimination``: -1 to 1."""

    question: str
    n_before: int
    n_after: int
    p_before: float | None
    p_after: float | None
    discrimination: float | None


def item_figures(before: Sequence[Sheet], after: Sequence[Sheet]) -> list[ItemFigures]:
    """One line a question, in the order in which they are met.

    >>> sheets = [{"a": True, "b": True}, {"a": False, "b": False}] * 3
    >>> item_figures(sheets, [])[0]
    ItemFigures(question='a', n_before=6, n_after=0, p_before=0.5, p_after=None, discrimination=1.0)
    """
    names = dict.fromkeys(name for sheet in (*before, *after) for name in sheet)
    return [_figures(name, _marks(name, before), _marks(name, after)) for name in names]


def _marks(name: str, sheets: Sequence[Sheet]) -> list[tuple[float, float]]:
    """Each who was asked: the question (0 or 1) and the share right of the rest."""
    found = []
    for sheet in sheets:
        rest = [right for other, right in sheet.items() if other != name]
        if name in sheet and rest:
            found.append((float(sheet[name]), sum(rest) / len(rest)))
    return found


def _figures(name: str, before: Sequence[tuple[float, float]], after: Sequence[tuple[float, float]]) -> ItemFigures:
    return ItemFigures(
        question=name,
        n_before=len(before),
        n_after=len(after),
        p_before=_share(before),
        p_after=_share(after),
        discrimination=_correlation([*_centred(before), *_centred(after)]),
    )


def _share(marks: Sequence[tuple[float, float]]) -> float | None:
    return sum(mark for mark, _ in marks) / len(marks) if len(marks) >= ENOUGH else None


def _centred(marks: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    if not marks:
        return []
    one, two = (math.fsum(values) / len(marks) for values in zip(*marks, strict=True))
    return [(mark - one, rest - two) for mark, rest in marks]


def _correlation(marks: Sequence[tuple[float, float]]) -> float | None:
    if len(marks) < ENOUGH:
        return None
    spread = math.fsum(x * x for x, _ in marks) * math.fsum(y * y for _, y in marks)
    if spread <= 1e-12:
        return None
    return max(-1.0, min(1.0, math.fsum(x * y for x, y in marks) / math.sqrt(spread)))
