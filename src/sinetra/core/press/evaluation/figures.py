"""Precision, recall and F1 of each fact with a 95 % interval of F1.

The interval is the percentile bootstrap over articles: whole articles are drawn with replacement, as many as there
are, 2,000 times with a fixed seed; F1 is counted anew from the facts of those drawn, and the ends are the 2.5th and
97.5th percentile. A draw without a single fact of the field says nothing and is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sinetra.core.press.evaluation.outcomes import Outcome, Verdict
from sinetra.core.press.facts import Json

#: The order of the table; what is not named here comes after.
ORDER = [
    "event_type",
    "event_date",
    "place",
    "province",
    "venue",
    "agency",
    "persons",
    "positions",
    "participants",
    "instruments",
    "articles",
    "acts",
    "permitted",
    "sanctions",
    "sanction_modes",
    "election",
    "stage",
    "circular_number",
    "cases",
    "nil_report",
    "agreement",
    "agreement_parties",
]
RESAMPLES = 2000
SEED = 20241127


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Counts of one fact and what follows from them; a share of nothing is null. ``articles``: with any such fact."""

    field: str
    right: int
    wrong: int
    missed: int
    articles: int
    interval: tuple[float, float] | None

    @property
    def precision(self) -> float | None:
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float | None:
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float | None:
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed)

    def to_json(self) -> dict[str, Json]:
        return {
            "fact": self.field,
            "right": self.right,
            "wrong": self.wrong,
            "missed": self.missed,
            "articles": self.articles,
            "precision": _rounded(self.precision),
            "recall": _rounded(self.recall),
            "f1": _rounded(self.f1),
            "f1_interval95": None if self.interval is None else [_rounded(end) for end in self.interval],
        }


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def figures(outcomes: Iterable[Outcome], files: Sequence[str]) -> tuple[Figure, ...]:
    """A figure for each fact that occurs. ``files``: all articles that were evaluated."""
    import numpy as np

    rows = {file: index for index, file in enumerate(files)}
    columns = list(Verdict)
    counts: dict[str, np.ndarray[tuple[int, int], np.dtype[np.int64]]] = {}
    for outcome in outcomes:
        table = counts.setdefault(outcome.field, np.zeros((len(files), len(columns)), dtype=np.int64))
        table[rows[outcome.file], columns.index(outcome.verdict)] += 1
    draws = np.random.default_rng(SEED).multinomial(len(files), np.full(len(files), 1 / len(files)), size=RESAMPLES)
    found = []
    ordered = sorted(counts, key=lambda field: ORDER.index(field) if field in ORDER else len(ORDER))
    for field, table in ((field, counts[field]) for field in ordered):
        right, wrong, missed = (int(number) for number in table.sum(axis=0))
        drawn = draws @ table
        whole = 2 * drawn[:, 0] + drawn[:, 1] + drawn[:, 2]
        scores = 2 * drawn[:, 0][whole > 0] / whole[whole > 0]
        ends = None if not len(scores) else tuple(float(end) for end in np.percentile(scores, (2.5, 97.5)))
        interval = None if ends is None else (ends[0], ends[1])
        articles = int((table.sum(axis=1) > 0).sum())
        found.append(Figure(field=field, right=right, wrong=wrong, missed=missed, articles=articles, interval=interval))
    return tuple(found)
