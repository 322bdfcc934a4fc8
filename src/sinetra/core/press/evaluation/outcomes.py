"""One fact of the gold, or one that was found: right, wrong or missed, with file and place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from sinetra.core.press.page import Span

Left = TypeVar("Left")
Right = TypeVar("Right")


class Verdict(StrEnum):
    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """``value`` is what was found, or for a missed fact what the gold holds; ``span`` only of what was found."""

    field: str
    verdict: Verdict
    file: str
    value: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Collects the outcomes of one article. ``quiet``: the text shows a part only, silence of the gold says nothing."""

    file: str
    quiet: bool
    outcomes: list[Outcome]

    def put(self, field: str, verdict: Verdict, value: str, span: Span | None = None) -> None:
        self.outcomes.append(Outcome(field=field, verdict=verdict, file=self.file, value=value, span=span))

    def pair(
        self,
        field: str,
        found: Sequence[tuple[Left, Span | None]],
        wanted: Sequence[Right],
        same: Callable[[Left, Right], bool],
        shown: Callable[[Left], str] = str,
    ) -> list[tuple[Left, Right]]:
        """Each wanted fact takes the first found one that is the same; what is left over is wrong or missed."""
        left, pairs = list(found), []
        for item in wanted:
            hit = next((entry for entry in left if same(entry[0], item)), None)
            if hit is None:
                self.put(field, Verdict.MISSED, str(item))
                continue
            left.remove(hit)
            pairs.append((hit[0], item))
            self.put(field, Verdict.RIGHT, shown(hit[0]), hit[1])
        if wanted or not self.quiet:
            for value, span in left:
                self.put(field, Verdict.WRONG, shown(value), span)
        return pairs
