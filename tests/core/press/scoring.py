"""Counts of found, wrong and missed facts, and how names and positions are compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

_TITLES = frozenset(["dr", "drs", "dra", "ir", "h", "hj", "prof", "kh"])
_WEAK = frozenset(["dan", "dr", "s", "m", "si", "se", "sh", "stp", "di", "bidang"])


def name_words(name: str) -> frozenset[str]:
    """The words of a name without titles and degrees (everything after the first comma)."""
    words = re.findall(r"\w+", name.split(",")[0].lower())
    return frozenset(word for word in words if word not in _TITLES)


def position_words(position: str) -> frozenset[str]:
    """The significant words of a position, with "Walikota" as "Wali Kota"."""
    plain = position.lower().replace("walikota", "wali kota").replace("penjabat sementara (pjs)", "pjs")
    plain = plain.replace("penjabat", "pj")
    return frozenset(word for word in re.findall(r"\w+", plain) if word not in _WEAK)


def same_position(found: str | None, expected: str) -> bool:
    if found is None:
        return False
    one, two = position_words(found), position_words(expected)
    return one <= two or two <= one


@dataclass
class Tally:
    """True positives, false positives and misses by field."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[str, str, object]] = field(default_factory=list)
    missed: list[tuple[str, str, object]] = field(default_factory=list)

    def add(self, name: str, source: str, found: Iterable[object], expected: Iterable[object]) -> None:
        one, two = set(found), set(expected)
        self.right[name] += len(one & two)
        self.wrong += [(name, source, item) for item in sorted(one - two, key=repr)]
        self.missed += [(name, source, item) for item in sorted(two - one, key=repr)]

    def counts(self, name: str) -> tuple[int, int, int]:
        wrong = sum(1 for item in self.wrong if item[0] == name)
        missed = sum(1 for item in self.missed if item[0] == name)
        return self.right[name], wrong, missed

    def f1(self, name: str) -> float:
        right, wrong, missed = self.counts(name)
        return 1.0 if right + wrong + missed == 0 else 2 * right / (2 * right + wrong + missed)

    def table(self) -> str:
        names = sorted({*self.right, *(item[0] for item in self.wrong + self.missed)})
        lines = [f"{'field':<22}right wrong missed  P     R     F1"]
        for name in names:
            right, wrong, missed = self.counts(name)
            precision = right / (right + wrong) if right + wrong else 1.0
            recall = right / (right + missed) if right + missed else 1.0
            lines.append(
                f"{name:<22}{right:>5} {wrong:>5} {missed:>6}  {precision:.2f}  {recall:.2f}  {self.f1(name):.2f}"
            )
        lines += [f"wrong  {item}" for item in self.wrong] + [f"missed {item}" for item in self.missed]
        return "\n".join(lines)
