"""Invented articles in the styles of different outlets, with their traps. These always run."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from sinetra.core import press
from sinetra.core.press.evaluation.bodies import same_position

HERE = Path(__file__).parent
EXPECTED: list[dict[str, Any]] = yaml.safe_load((HERE / "invented" / "expected.yaml").read_text(encoding="utf-8"))


@dataclasses.dataclass
class Tally:
    """What was found but is not so, and what was not found."""

    wrong: list[tuple[str, str, object]] = dataclasses.field(default_factory=list)
    missed: list[tuple[str, str, object]] = dataclasses.field(default_factory=list)

    def add(self, name: str, source: str, found: Iterable[object], expected: Iterable[object]) -> None:
        one, two = set(found), set(expected)
        self.wrong += [(name, source, item) for item in sorted(one - two, key=repr)]
        self.missed += [(name, source, item) for item in sorted(two - one, key=repr)]


def _article(lexicon: press.Lexicon, name: str) -> press.Article:
    (document,) = press.read(name, (HERE / "invented" / name).read_bytes())
    return press.extract(lexicon, document)


def _value(found: dict[str, Any], field: str) -> Any:
    return None if found[field] is None else found[field]["value"]


def score(tally: Tally, lexicon: press.Lexicon, expected: dict[str, Any], article: press.Article) -> None:
    found: dict[str, Any] = json.loads(json.dumps(article.to_json()))
    file = expected["file"]
    tally.add("date", file, [_value(found, "event_date")], [expected["date"]])
    if "weekday_agrees" in expected:
        tally.add("weekday", file, [found["event_date"]["weekday_agrees"]], [expected["weekday_agrees"]])
    if "place" in expected:
        tally.add("place", file, [found["place"] and found["place"]["kode"]], [expected["place"]])
    for field, key in (("outlet", "outlet"), ("agency", "agency"), ("kind", "event_type"), ("election", "election")):
        if field in expected:
            tally.add(field, file, [found[key]], [expected[field]])
    tally.add("participants", file, [_value(found, "participants_count")], [expected["participants"]])
    tally.add("persons", file, [person["name"] for person in found["persons"]], expected["persons"])
    positions = {p["name"]: p["position"] for p in found["persons"]}
    fitting = [
        n
        for n, e in expected["persons"].items()
        if positions.get(n) and same_position(lexicon.gazetteer, positions[n], e)
    ]
    tally.add("positions", file, fitting, expected["persons"])
    tally.add("legal", file, [item["instrument"] or item["number"] for item in found["legal"]], expected["legal"])
    if "articles" in expected:
        tally.add("articles", file, [a for item in found["legal"] for a in item["articles"]], expected["articles"])
    tally.add("acts", file, [act["code"] for act in found["prohibited_acts"]], expected["acts"])
    tally.add("permitted", file, [act["code"] for act in found["permitted_acts"]], expected["permitted"])
    counted = [item["code"] for item in found["sanctions"] if item["counted"]]
    tally.add("sanctions", file, counted, expected["sanctions"])
    if "denied" in expected:
        denied = [item["code"] for item in found["sanctions"] if item["mode"] == "denied"]
        tally.add("denied", file, denied, expected["denied"])
    for field, key in (
        ("covers", "covers_non_asn"),
        ("sanctionable", "non_asn_sanctionable"),
        ("months", "criminal_range_months"),
        ("cases", "cases_so_far"),
        ("incumbent", "incumbent_running"),
        ("zone", "zone_mentioned"),
    ):
        if field in expected:
            tally.add(field, file, [repr(_value(found, key))], [repr(expected[field])])
    for furniture in expected["absent"]:
        tally.add("furniture", file, [furniture] if furniture in found["text"] else [], [])


def test_the_invented_articles_are_read_right(lexicon: press.Lexicon) -> None:
    tally = Tally()
    for expected in EXPECTED:
        score(tally, lexicon, expected, _article(lexicon, expected["file"]))
    assert (tally.wrong, tally.missed) == ([], [])


def test_a_planted_slip_in_the_expectations_is_told(lexicon: press.Lexicon) -> None:
    tally = Tally()
    planted = EXPECTED[0] | {"participants": 9999}
    score(tally, lexicon, planted, _article(lexicon, planted["file"]))
    assert ("participants", planted["file"], 9999) in tally.missed


def _spans(value: Any) -> list[list[int]]:
    if isinstance(value, dict):
        own = [value["span"]] if value.get("span") else []
        return own + [span for inner in value.values() for span in _spans(inner)]
    if isinstance(value, list):
        return [span for inner in value for span in _spans(inner)]
    return []


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda item: str(item["file"]))
def test_every_fact_highlights_its_place(lexicon: press.Lexicon, expected: dict[str, Any]) -> None:
    found: dict[str, Any] = json.loads(json.dumps(_article(lexicon, expected["file"]).to_json()))
    text = found["text"]
    spans = _spans(found)
    assert spans
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip()
    for person in found["persons"]:
        assert " ".join(text[slice(*person["span"])].split()) == person["name"]


def test_the_second_report_of_the_same_apel_inherits_its_day_and_keeps_its_own_number(lexicon: press.Lexicon) -> None:
    names = ["01_sleman.txt", "13_sleman_dua.txt", "09_banjarmasin.txt", "03_martapura.txt", "12_kota_banjar.txt"]
    found = press.stories([_article(lexicon, name) for name in names])
    assert [[article.source for article in story.articles] for story in found] == [names[:2], *([n] for n in names[2:])]
    second = found[0].articles[1].to_json()["event_date"]
    assert isinstance(second, dict)
    assert (second["value"], second["inherited"], second["from"]) == ("2024-10-07", True, "01_sleman.txt")
    assert "span" not in second
    (conflict,) = [item for item in found[0].conflicts if item.field == "participants_count"]
    assert dict(conflict.readings) == {"01_sleman.txt": 250, "13_sleman_dua.txt": 300}
