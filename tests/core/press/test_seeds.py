"""The reader against hand-made facts of real articles. The articles are other people's texts and stay outside the
project: set ``SINETRA_ARTICLES`` to their folder (with its ``gold.yaml``), or put it at ``../shared/seeds``."""

from __future__ import annotations

import importlib.util
import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from sinetra.core import press

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
FOLDER = Path(os.environ.get("SINETRA_ARTICLES", ROOT.parent / "shared" / "seeds"))
pytestmark = pytest.mark.skipif(
    not (FOLDER / "gold.yaml").is_file(),
    reason=f"no real articles at {FOLDER}: set SINETRA_ARTICLES to a folder with articles and gold.yaml",
)

_spec = importlib.util.spec_from_file_location("press_scoring", HERE / "scoring.py")
assert _spec is not None and _spec.loader is not None
scoring = importlib.util.module_from_spec(_spec)
sys.modules["press_scoring"] = scoring
_spec.loader.exec_module(scoring)


DETAILS = ("covers_non_asn", "non_asn_sanctionable", "criminal_range_months", "cases_so_far", "duration_days")
DETAILS += ("incumbent_running", "elsewhere_indications", "theme", "units_visited", "delegation_roles", "audience")
DETAILS += ("speakers_from",)


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


def _instrument(printed: str) -> str:
    match = re.fullmatch(r"([A-Z]+) (\d+)/(\d{4})", printed)
    return "-".join(match.groups()).lower() if match else printed.split()[-1]


def _people(tally: Any, file: str, article: press.Article, expected: dict[str, Any]) -> None:
    words = {scoring.name_words(person.name): person for person in article.persons}
    wanted = {scoring.name_words(person["name"]): person for person in expected["persons"]}
    tally.add("persons", file, words, wanted)
    fitting = [
        key for key in wanted if key in words and scoring.same_position(words[key].position, wanted[key]["position"])
    ]
    tally.add("positions", file, fitting, wanted)


def test_the_reader_meets_its_goals_on_the_articles(
    alone: dict[str, press.Article], gold: dict[str, dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    tally = scoring.Tally()
    for file, expected in gold.items():
        article = alone[file]
        _people(tally, file, article, expected)
        day = None if article.day is None else article.day.isoformat()
        tally.add("date", file, [day], [expected["event_date"]])
        place = article.place
        assert place is not None
        tally.add(
            "place", file, [place.kab_kota, place.province], [expected["place"][k] for k in ("kab_kota", "provinsi")]
        )
        tally.add("venues", file, [venue.name for venue in place.venues], expected["place"]["venues"])
        agency = frozenset(scoring.position_words(str(article.agency and article.agency.value)) - {"kota"})
        tally.add("agency", file, [agency], [frozenset(scoring.position_words(expected["agency"]) - {"kota"})])
        count = None if article.participants is None else article.participants.value
        tally.add("participants", file, [count], [expected["participants_count"]])
        tally.add("event_type", file, [article.kind.value], [expected["event_type"]])
        tally.add("election", file, [article.election and article.election.value], [expected["election"]])
        legal = [fact.instrument or fact.number for fact in article.legal]
        tally.add("legal", file, legal, [_instrument(item["instrument"]) for item in expected["legal"]])
        tally.add("acts", file, [act.code for act in article.acts if not act.permitted], expected["prohibited_acts"])
        tally.add("permitted", file, [act.code for act in article.acts if act.permitted], expected["permitted_acts"])
        named = [item.code for item in article.sanctions if item.to_json()["counted"]]
        tally.add("sanctions", file, named, expected["sanctions"])
        for name in (
            "covers_non_asn",
            "non_asn_sanctionable",
            "criminal_range_months",
            "cases_so_far",
            "duration_days",
        ):
            _detail(tally, file, article, expected, name)
        for name in (
            "incumbent_running",
            "elsewhere_indications",
            "theme",
            "units_visited",
            "delegation_roles",
            "audience",
        ):
            _detail(tally, file, article, expected, name)
        _detail(tally, file, article, expected, "speakers_from")
    with capsys.disabled():
        sys.stdout.write("\n" + tally.table() + "\n")
    for name in ("date", "place", "participants", "legal", "election", "event_type", "agency"):
        assert tally.counts(name)[1:] == (0, 0), tally.table()
    for name in ("persons", "positions", "acts", "sanctions"):
        assert tally.f1(name) >= 0.95, tally.table()


def _detail(tally: Any, file: str, article: press.Article, expected: dict[str, Any], name: str) -> None:
    found = article.details.get(name)
    tally.add(name, file, [repr(None if found is None else found.value)], [repr(expected.get(name))])


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
