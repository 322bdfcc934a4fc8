"""Cleaning: precision, recall and F1 over words, and documents a second, of each cleaner on the same pages."""

from __future__ import annotations

import os
import re
import time
from collections import Counter
from collections.abc import Sequence
from typing import Any

from bench.press.cleaners import CLEANERS, Cleaner, version
from bench.press.pages import WebPage, pages

_WORD = re.compile(r"\w+")
Figures = dict[str, Any]
#: The fastest of so many passes counts, for every cleaner.
PASSES = 3


def measure(*, passes: int = PASSES, most: int | None = None) -> Figures:
    """On templates kept apart and on those of the making. ``most``: so many pages of each kind only."""
    sets = {kind: list(pages(kind))[:most] for kind in ("kept", "tuning")}
    found: Figures = {
        "notes": (
            "Invented pages: templates × the tuning texts, gold by construction. The headline is not judged.",
            "kept: templates written before the filter and never tuned on.",
            "A capture is read from bytes to clean text by sinetra, with the list of what was removed.",
            "Documents a second of processor time on one core, the fastest of the passes.",
        ),
        "load_average_before": round(os.getloadavg()[0], 2),
        "pages": {kind: len(items) for kind, items in sets.items()},
        "cleaners": {},
    }
    made: dict[str, Cleaner] = {}
    for name, (package, make) in CLEANERS.items():
        try:
            made[name] = make()
            found["cleaners"][name] = {"version": version(package)}
        except ImportError as error:
            found["cleaners"][name] = {"not_installed": str(error)}
    for kind, items in sets.items():
        for name, run in made.items():
            found["cleaners"][name][kind] = _scored(run, items)
        fastest = _timed(made, items, passes)
        for name, speed in fastest.items():
            found["cleaners"][name][kind] |= {"documents_per_second": speed}
    made["sinetra"](worst := _runaway())
    begun = time.process_time()
    made["sinetra"](worst)
    found["a_page_of_2_mb"] = {"bytes": len(worst), "seconds": round(time.process_time() - begun, 2)}
    return found


def _runaway() -> str:
    """The largest page with a lot of everything that is looked at: links, classes, brackets, entities."""
    piece = '<div class="share related"><p><a href="#">(Baca juga: &amp;amp; {a:b;} 3 jam lalu</a></p></div>'
    return (
        f"<html><body>{piece * (2_000_000 // len(piece))}<p>{'Bawaslu mengingatkan pegawai. ' * 20}</p></body></html>"
    )


def _timed(made: dict[str, Cleaner], items: Sequence[WebPage], passes: int) -> dict[str, float]:
    """Passes of all cleaners take turns, so that a busy minute of the machine meets each."""
    best = dict.fromkeys(made, float("inf"))
    for _ in range(passes):
        for name, run in made.items():
            begun = time.process_time()
            for item in items:
                run(item.html)
            best[name] = min(best[name], time.process_time() - begun)
    return {name: round(len(items) / seconds, 1) for name, seconds in best.items()}


def _scored(run: Cleaner, items: Sequence[WebPage]) -> Figures:
    by_template: dict[str, list[tuple[float, float, float]]] = {}
    for item in items:
        by_template.setdefault(item.template, []).append(scores(_without_title(run(item.html), item.title), item.gold))
    every = [score for found in by_template.values() for score in found]
    return {
        "precision": _mean(every, 0),
        "recall": _mean(every, 1),
        "f1": _mean(every, 2),
        "f1_by_template": {name: _mean(found, 2) for name, found in by_template.items()},
    }


def scores(found: str, gold: str) -> tuple[float, float, float]:
    """Precision, recall and F1 over words, each as often as it stands."""
    mine, true = Counter(_WORD.findall(found.lower())), Counter(_WORD.findall(gold.lower()))
    shared = sum((mine & true).values())
    precision = shared / max(1, sum(mine.values()))
    recall = shared / max(1, sum(true.values()))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _without_title(text: str, title: str) -> str:
    first, _, rest = text.strip().partition("\n")
    return rest if _WORD.findall(first.lower()) == _WORD.findall(title.lower()) else text


def _mean(found: Sequence[tuple[float, float, float]], place: int) -> float:
    return round(sum(score[place] for score in found) / max(1, len(found)), 4)
