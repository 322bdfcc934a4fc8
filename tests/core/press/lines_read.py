"""Passages of one to three sentences with the acts and sanctions that a careful person found, read and counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from sinetra.core import press
from sinetra.core.press.acts import find_acts
from sinetra.core.press.facts import COUNTED
from sinetra.core.press.page import Page
from sinetra.core.press.sanctions import find_sanctions

LINES = Path(__file__).parent / "lines"


@dataclass(slots=True, kw_only=True)
class Count:
    """Right, wrong and missed, as in ``sinetra press evaluate``."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)

    def add(self, gold: set[str], read: set[str]) -> None:
        self.right += len(gold & read)
        self.wrong += len(read - gold)
        self.missed += len(gold - read)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One passage: for each fact what a person found and what the reader found."""

    text: str
    gold: dict[str, set[str]]
    read: dict[str, set[str]]


def readings(lexicon: press.Lexicon, file: Path) -> Iterator[Reading]:
    for item in yaml.safe_load(file.read_text(encoding="utf-8")):
        page = Page(str(item["text"]))
        acts, sanctions = find_acts(lexicon, page), find_sanctions(lexicon, page)
        yield Reading(
            text=page.text,
            gold=_of_gold(item),
            read={
                "acts": {act.code for act in acts if not act.permitted},
                "permitted": {act.code for act in acts if act.permitted},
                "sanctions": {fact.code for fact in sanctions if fact.mode in COUNTED},
                "modes": {f"{fact.code}:{fact.mode.value}" for fact in sanctions},
            },
        )


def _of_gold(item: dict[str, Any]) -> dict[str, set[str]]:
    named = {mode.value for mode in COUNTED}
    return {
        "acts": set(item["acts"]),
        "permitted": set(item["permitted"]),
        "sanctions": {fact["code"] for fact in item["sanctions"] if fact["mode"] in named},
        "modes": {f"{fact['code']}:{fact['mode']}" for fact in item["sanctions"]},
    }


def counted(lexicon: press.Lexicon, file: Path) -> dict[str, Count]:
    """The counts for each fact over all passages of a file; no passage is shown."""
    counts = {fact: Count() for fact in ("acts", "permitted", "sanctions", "modes")}
    for reading in readings(lexicon, file):
        for fact, count in counts.items():
            count.add(reading.gold[fact], reading.read[fact])
    return counts


def told(counts: dict[str, Count]) -> str:
    return "\n".join(
        f"{fact:10} {count.right:4} {count.wrong:4} {count.missed:4}  {count.f1:.3f}" for fact, count in counts.items()
    )
