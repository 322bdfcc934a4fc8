"""A folder of texts and a gold file for one test, evaluated with the invented regions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from sinetra.catalogue import ROOT
from sinetra.core import press
from sinetra.core.press.evaluation import Evaluation, evaluate

REGIONS = (ROOT / "samples" / "regions.csv").read_text(encoding="utf-8")
SAMPLES = Path(__file__).parent / "samples"
#: What the issue asks for, on articles that no rule was written from.
FLOORS = {
    "place": 0.95,
    "event_date": 0.95,
    "event_type": 0.9,
    "instruments": 0.95,
    "persons": 0.9,
    "agency": 0.85,
    "acts": 0.85,
    "sanctions": 0.85,
    "participants": 0.95,
}
PAIRS = 0.95
#: Of the sets that it is tuned on, by folder: the pairs of one event, and of the set that was the final half once (its
#: participants are nine, one of them a matter of taste).
REACHED_TUNING = {
    "tuning_1": PAIRS,
    "tuning_2": 0.92,
    "tuning_3": PAIRS,
    "tuning_4": PAIRS,
    "tuning_5": PAIRS,
    "tuning_6": PAIRS,
    "tuning_7": PAIRS,
    "tuning_8": PAIRS,
    "tuning_9": PAIRS,
    # Written to be hard by the hand that mended, each before the reader was run on it.
    "tuning_told_1": PAIRS,
    "tuning_told_2": 0.92,
    "tuning_told_3": PAIRS,
    "tuning_told_4": 0.87,
    "tuning_told_5": 0.93,
    "tuning_told_6": PAIRS,
    "tuning_told_7": 0.87,
    "tuning_told_8": PAIRS,
}
REACHED_ARTICLES = {
    "tuning": FLOORS,
    "tuning_5": FLOORS | {"participants": 0.88},
    "tuning_7": FLOORS,
    "tuning_8": FLOORS,
    "tuning_9": FLOORS,
    "tuning_10": FLOORS,
    "tuning_11": FLOORS,
    "tuning_13": FLOORS,
    "tuning_14": FLOORS,
    "tuning_15": FLOORS,
    "tuning_16": FLOORS,
    "tuning_12": FLOORS | {"participants": 0.94},
}


def evaluated(folder: Path, texts: dict[str, str], *articles: dict[str, Any]) -> Evaluation:
    """Writes the texts and the gold, then evaluates."""
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    gold = folder / "gold.yaml"
    gold.write_text(yaml.safe_dump({"articles": list(articles)}, allow_unicode=True), encoding="utf-8")
    return evaluate(press.load_lexicon(ROOT, regions=REGIONS), folder, gold)


def of_samples(folder: Path, *, unseen: bool) -> Evaluation:
    return evaluate(press.load_lexicon(ROOT, regions=REGIONS), folder, folder / "gold.yaml", unseen=unseen)


def below(found: Evaluation, floors: dict[str, float]) -> list[str]:
    """The facts that miss their floor, with their numbers; a fact that does not occur misses it too."""
    told = []
    for field, floor in floors.items():
        figure = found.figure(field)
        if figure is None:
            told.append(f"{field}: does not occur")
        elif figure.f1 is None or figure.f1 < floor:
            counts = f"{figure.right} right, {figure.wrong} wrong, {figure.missed} missed"
            told.append(f"{field}: {figure.f1:.3f} < {floor} ({counts})" if figure.f1 is not None else field)
    return told
