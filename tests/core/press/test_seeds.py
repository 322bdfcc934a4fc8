"""The reader against hand-made facts of real articles. The articles are other people's texts and stay outside the
project: set ``SINETRA_ARTICLES`` to their folder (with its ``gold.yaml``), or put it at ``../shared/seeds``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from sinetra.core import press
from sinetra.core.press.evaluation import evaluate

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
FOLDER = Path(os.environ.get("SINETRA_ARTICLES", ROOT.parent / "shared" / "seeds"))
pytestmark = pytest.mark.skipif(
    not (FOLDER / "gold.yaml").is_file(),
    reason=f"no real articles at {FOLDER}: set SINETRA_ARTICLES to a folder with articles and gold.yaml",
)


@pytest.fixture(scope="module")
def gold() -> dict[str, dict[str, Any]]:
    listed = yaml.safe_load((FOLDER / "gold.yaml").read_text(encoding="utf-8"))["articles"]
    return {item["file"]: item for item in listed}


@pytest.fixture(scope="module")
def alone(lexicon: press.Lexicon, gold: dict[str, dict[str, Any]]) -> dict[str, press.Article]:
    found = {}
    for name in sorted(gold):
        (document,) = press.read(name, (FOLDER / name).read_bytes())
        found[name] = press.extract(lexicon, document)
    return found


@pytest.fixture(scope="module")
def told(alone: dict[str, press.Article]) -> tuple[press.Story, ...]:
    return press.stories(alone.values())


def test_every_fact_of_the_articles_is_read_right(lexicon: press.Lexicon) -> None:
    found = evaluate(lexicon, FOLDER, FOLDER / "gold.yaml")
    assert found.unknown == () and found.without_text == ()
    assert found.misses == ()
    assert found.articles >= 5
    assert {figure.f1 for figure in found.figures} == {1.0}
    assert found.figure("same_event") is not None


def test_a_denied_sanction_is_no_sanction(alone: dict[str, press.Article], gold: dict[str, dict[str, Any]]) -> None:
    denying = [file for file, item in gold.items() if item.get("non_asn_sanctionable") is False]
    assert denying
    for file in denying:
        modes = {item.code: item.mode.value for item in alone[file].sanctions}
        assert "denied" in modes.values()
        assert all(mode == "denied" for mode in modes.values())


def test_laws_are_shown_with_their_status_on_the_day(alone: dict[str, press.Article]) -> None:
    shown = {
        str(fact["instrument"]): (fact["status_on_event_date"], fact["repealed_by"])
        for article in alone.values()
        for fact in (item.to_json(article.day) for item in article.legal)
        if fact["instrument"]
    }
    assert shown == {"uu-5-2014": ("repealed", "uu-20-2023"), "uu-10-2016": ("in_force", None)}


def test_articles_on_one_event_become_one_story(told: tuple[press.Story, ...], gold: dict[str, dict[str, Any]]) -> None:
    groups = {frozenset(article.source for article in story.articles) for story in told}
    wanted = {frozenset((file, *item.get("same_event_as", ()))) for file, item in gold.items()}
    assert groups == wanted
    (pair,) = [story for story in told if len(story.articles) == 2]
    (conflict,) = [item for item in pair.conflicts if item.field == "non_asn_sanctionable"]
    assert sorted(map(repr, conflict.readings.values())) == ["False", "None"]
    inherited = [
        article.to_json()["event_date"]
        for article in pair.articles
        if article.event_date and article.event_date.inherited
    ]
    assert len(inherited) == 1
    (day,) = inherited
    assert isinstance(day, dict)
    assert day["value"] == "2024-10-03" and day["from"] in gold and day["weekday_agrees"] is True


def test_nobody_comes_from_the_furniture_of_the_page(alone: dict[str, press.Article]) -> None:
    removed = 0
    for article in alone.values():
        for piece in article.removed:
            removed += 1
            assert piece.text not in article.text or len(piece.text) < 20
    assert {piece.kind.value for article in alone.values() for piece in article.removed} == {
        "script",
        "related_links",
        "furniture",
    }
    assert removed > 20
    for needle in ("Prabowo", "Paman Birin", "Reporter", "Site icon", "cookies", "function("):
        assert not any(needle in article.text for article in alone.values())
