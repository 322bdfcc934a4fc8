"""``sinetra ingest --json``: every place lies in the text, every code is one of the contract, order and speed."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Run
from tests.cli.test_decide_shape import ACTS

SAMPLES = Path(__file__).parents[2] / "src" / "sinetra" / "catalogue" / "samples" / "articles"
KEYS = {
    *("source", "outlet", "title", "article_date", "event_type", "event_date", "place", "agency", "persons", "legal"),
    *("participants_count", "prohibited_acts", "permitted_acts", "sanctions", "election", "removed", "text"),
}
EVENTS = {
    *("sosialisasi", "rakor/mou", "circular", "alleged_violation", "decision/sanction", "statistics", "opinion"),
    "other",
}
SANCTIONS = {
    *("ethics", "light", "medium", "heavy", "moral", "reprimand", "allowance_cut", "demotion", "post_release"),
    *("increment_delay", "ptdh", "dismissal", "suspension", "criminal_prison", "criminal_fine", "administrative"),
    *("candidacy_cancelled", "unspecified"),
}


def _spans(value: Any) -> Iterator[tuple[list[int], dict[str, Any]]]:
    if isinstance(value, dict):
        if value.get("span") is not None:
            yield value["span"], value
        for inner in value.values():
            yield from _spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _spans(inner)


@pytest.fixture
def read(sinetra: Run) -> dict[str, Any]:
    done = sinetra("ingest", str(SAMPLES), "--json")
    assert done.code == 0, done.err
    found: dict[str, Any] = json.loads(done.out)
    return found


def test_every_key_of_the_contract_is_there_with_its_closed_values(read: dict[str, Any]) -> None:
    assert len(read["articles"]) == 5
    for article in read["articles"]:
        assert set(article) >= KEYS
        assert article["event_type"] in EVENTS or article["event_type"]["value"] in EVENTS
        assert {act["code"] for act in article["prohibited_acts"] + article["permitted_acts"]} <= set(ACTS)
        assert {item["code"] for item in article["sanctions"]} <= SANCTIONS
        assert {item["mode"] for item in article["sanctions"]} <= {
            *("stated", "promised", "hypothetical", "imposed", "denied"),
        }
        assert {item["kind"] for item in article["removed"]} <= {"script", "related_links", "furniture"}


def test_every_span_is_a_place_in_the_text_in_normal_form_c(read: dict[str, Any]) -> None:
    for article in read["articles"]:
        text = article["text"]
        assert text == unicodedata.normalize("NFC", text)
        for (start, end), fact in _spans(article):
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip() == text[start:end] != ""
            if "as_printed" in fact:
                assert text[start:end] == fact["as_printed"]
        for person in article["persons"]:
            start, end = person["span"]
            assert person["name"].split()[0] in text[start:end]
        removed = " ".join(item["text"] for item in article["removed"])
        assert all(person["name"] in text or person["name"] not in removed for person in article["persons"])


def test_stories_hold_every_article_once(read: dict[str, Any]) -> None:
    held = [name for story in read["stories"] for name in story["articles"]]
    assert sorted(held) == sorted(article["source"] for article in read["articles"])
    assert len(read["stories"]) == 4
    days = [item["event_date"] for item in read["articles"] if item["event_date"]]
    inherited = [day for day in days if day["inherited"]]
    assert len(inherited) == 1
    assert all(day.get("span") is None and day["from"] for day in inherited)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_usual_encodings_give_the_same_facts(sinetra: Run, tmp_path: Path, encoding: str) -> None:
    text = "ASN Diminta Netral\nBawaslu Kota Jambi menggelar rakor – “netral” – di aula, Senin (4/11/2024)."
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (article,) = json.loads(sinetra("ingest", "a.txt", "--json").out)["articles"]
    assert "“netral”" in article["text"]
    assert article["event_date"]["value"] == "2024-11-04"
    assert article["place"]["kode"] == "15.71"


def test_two_hundred_copies_are_read_in_seconds_and_are_few_stories(sinetra: Run, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    texts = [path.read_bytes() for path in sorted(SAMPLES.glob("*.txt"))]
    for number in range(200):
        (folder / f"{number:03}.txt").write_bytes(texts[number % len(texts)])
    done = sinetra("ingest", "many", "--json", timeout=40)
    found = json.loads(done.out)
    assert len(found["articles"]) == 200
    assert len(found["stories"]) == 4


def test_what_is_no_article_in_a_folder_is_noted_beside_the_answer(sinetra: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bawaslu Kota Jambi menggelar rakor, Senin (4/11/2024).", encoding="utf-8")
    (tmp_path / "foto.png").write_bytes(b"x")
    done = sinetra("ingest", ".", "--json", SINETRA_LANG="en")
    assert (done.code, done.err) == (0, "skipped, not an article: foto.png\n")
    assert len(json.loads(done.out)["articles"]) == 1
