"""Articles a second and core, memory of the stream, and how long stories take for ten times as many articles.

Each step is a process of its own, so that its memory and time are its own. Processor time is what counts: other work
takes part of the cores.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations, groupby
from pathlib import Path
from typing import Any

from bench.press import events
from bench.press.folder import streamed
from bench.press.known import known
from bench.press.telling import stream
from sinetra.catalogue import ROOT
from sinetra.core import press

_SAMPLES = Path(__file__).parents[2] / "tests" / "core" / "press" / "samples" / "tuning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """``stream``: articles after which the memory is noted. ``curve``: articles of which stories are told."""

    pages: int
    stream: tuple[int, ...]
    curve: tuple[int, ...]

    def up_to(self, most: int | None) -> Size:
        """The same without the measurements of more articles than that."""
        if most is None:
            return self
        stream, curve = (tuple(mark for mark in marks if mark <= most) for marks in (self.stream, self.curve))
        return Size(pages=self.pages, stream=stream, curve=curve)


FULL = Size(pages=1000, stream=(1000, 10_000, 30_000, 100_000), curve=(1000, 10_000, 100_000))
SHORT = Size(pages=200, stream=(200, 1000), curve=(300, 1000))
PARTS = ("reading", "stream", "stories")


def measure(size: Size, parts: Iterable[str] = PARTS) -> dict[str, Any]:
    """The figures of ``parts`` alone, in the order of ``PARTS``."""
    figures: dict[str, Any] = {"cores": os.cpu_count()}
    if "reading" in parts:
        figures["reading"] = _step("reading", size.pages)
    if "stream" in parts:
        figures["stream"] = _step("stream", *size.stream)
    if "stories" in parts:
        figures["stories"] = [_step("stories", number) for number in size.curve]
    return figures


def _step(name: str, *numbers: int) -> Any:
    load = {"load_average_before": round(os.getloadavg()[0], 1)}
    command = [sys.executable, "-m", "bench.press.measure", name, *map(str, numbers)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
    figures = load | json.loads(done.stdout)
    print(name, figures, flush=True)
    return figures


def reading(number: int) -> dict[str, Any]:
    """HTML bytes to facts, the generated pages and the sample articles; generating is not counted."""
    lexicon = _lexicon()
    pages = [(told.source, told.page()) for told in stream(number)]
    samples = [
        (path.name, path.read_bytes()) for path in sorted(_SAMPLES.iterdir()) if path.suffix in (".txt", ".html")
    ]
    return {"generated_pages": _speed(lexicon, pages), "sample_articles": _speed(lexicon, samples)}


def _speed(lexicon: press.Lexicon, pages: list[tuple[str, bytes]]) -> dict[str, Any]:
    first = [press.extract(lexicon, document) for document in press.read(*pages[0])]
    start, read = time.process_time(), 0
    while time.process_time() - start < 3 or read < len(pages):
        for name, data in pages:
            read += len([press.extract(lexicon, document) for document in press.read(name, data)])
    seconds = time.process_time() - start
    return {
        "articles_per_second_and_core": round(read / seconds, 1),
        "mean_kilobytes": round(sum(len(data) for _, data in pages) / len(pages) / 1000, 1),
        "pages": len(pages),
        "first_has_place": bool(first and first[0].place),
    }


def stories(number: int) -> dict[str, Any]:
    """Articles with known facts; pairs of the same event are known too."""
    lexicon = _lexicon()
    blank = press.extract(lexicon, press.RawDocument(source="kosong.txt", text="Berita kosong tentang hari ini."))
    articles = [known(blank, told) for told in stream(number)]
    before, start = _resident(), time.process_time()
    told = press.stories(articles)
    seconds = _since(start)
    wanted = {
        pair
        for _, same in groupby((article.source for article in articles), key=lambda source: source.split("-")[0])
        for pair in combinations(sorted(same), 2)
    }
    found = {pair for story in told for pair in combinations(sorted(item.source for item in story.articles), 2)}
    right = len(wanted & found)
    return {
        "articles": number,
        "stories": len(told),
        "processor_seconds": seconds,
        "microseconds_an_article": round(seconds / number * 1e6, 1),
        "megabytes_before": before,
        "megabytes_peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "pairs_right_wrong_missed": [right, len(found) - right, len(wanted) - right],
    }


def _lexicon() -> press.Lexicon:
    invented = (ROOT / "samples" / "regions.csv").read_text(encoding="utf-8")
    return press.load_lexicon(ROOT, regions=events.rows() + invented)


def _since(start: float) -> float:
    return round(time.process_time() - start, 2)


def _resident() -> int:
    """Megabytes now in memory (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() // 1_000_000


_STEPS: dict[str, Callable[..., Any]] = {"reading": reading, "stream": streamed, "stories": stories}

if __name__ == "__main__":
    print(json.dumps(_STEPS[sys.argv[1]](*map(int, sys.argv[2:]))))
