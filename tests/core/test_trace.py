"""Every sentence of the source articles is mapped to what the software does about it, or said to be context."""

from __future__ import annotations

import copy
import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"


def load_tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("sinetra_trace", ROOT / "tools" / "trace.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


trace = load_tool()


@pytest.fixture
def articles() -> list[dict[str, Any]]:
    return copy.deepcopy(trace.load())


def test_five_articles_are_mapped_and_the_shape_holds(articles: list[dict[str, Any]]) -> None:
    assert [article["id"] for article in articles] == ["000", "001", "002", "003", "004"]
    assert trace.shape_problems(articles) == []


def test_every_sentence_of_the_published_articles_is_mapped_and_nothing_else(articles: list[dict[str, Any]]) -> None:
    if not any(SEEDS.glob("*.txt")):
        pytest.skip("the published articles are not beside this repository (../shared/seeds)")
    assert trace.source_problems(articles, SEEDS) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"features": ["F26"]}, "unknown feature 'F26'"),
        ({"pages": ["gudang"]}, "unknown page 'gudang'"),
        ({"pages": []}, "needs features and pages"),
        ({"kind": "lain"}, "kind 'lain'"),
        ({"kind": "konteks"}, "has no features"),
        ({"n": 7}, "its place is 1"),
        ({"hash": "kosong"}, "not 12 hexadecimal digits"),
        ({"en": ""}, "en is missing"),
        ({"note": {"id": "saja"}}, "note needs id and en"),
        ({"law": {"act": "vote"}}, "law needs act and act_date"),
    ],
)
def test_a_wrong_entry_is_named_with_its_place(
    articles: list[dict[str, Any]], change: dict[str, Any], message: str
) -> None:
    articles[0]["sentences"][0].update(change)
    found = trace.shape_problems(articles)
    assert any(problem.startswith("000/1: ") and message in problem for problem in found), found


def test_a_missing_sample_is_named(articles: list[dict[str, Any]]) -> None:
    articles[1]["sample"] = "tidak-ada.txt"
    assert trace.shape_problems(articles) == ["001: no sample 'tidak-ada.txt'"]


def test_an_unmapped_a_surplus_and_a_misplaced_sentence_are_found(tmp_path: Path) -> None:
    (tmp_path / "000_x.txt").write_text("Judul\n\nIa datang. Ia pergi.\n", encoding="utf-8")
    hashes = [trace.fingerprint(sentence) for sentence in ("Judul", "Ia datang.", "Ia pergi.")]

    def mapped(*chosen: str) -> list[str]:
        entries = [{"hash": value} for value in chosen]
        problems: list[str] = trace.source_problems([{"id": "000", "sentences": entries}], tmp_path)
        return problems

    assert mapped(*hashes) == []
    assert mapped(*hashes[:2]) == [f"000/3: {hashes[2]} is not mapped"]
    assert mapped(*hashes, "0" * 12) == [f"000/4: {'0' * 12} is not in the article"]
    assert mapped(hashes[1], hashes[0], hashes[2]) == ["000: the sentences are not in the order of the article"]


def test_an_article_without_a_map_has_all_its_sentences_named(tmp_path: Path) -> None:
    (tmp_path / "009_x.txt").write_text("Satu. Dua.", encoding="utf-8")
    assert len(trace.source_problems([], tmp_path)) == 2


def test_titles_abbreviations_and_missing_spaces_do_not_break_sentences() -> None:
    text = "Dr. Hj. Sri, M.Si., hadir (1/2/2024).Ia berkata, “Netral. Semua netral,” kata Pj. Wali Kota.(AB/CD)***"
    assert trace.sentences(text) == [
        "Dr. Hj. Sri, M.Si., hadir (1/2/2024).",
        "Ia berkata, “Netral.",
        "Semua netral,” kata Pj. Wali Kota.(AB/CD)***",
    ]


def test_each_run_of_furniture_counts_as_one() -> None:
    text = "Satu.\nBaca Juga:\nJudul lain. Dua kalimat.\nDua.\nReporter: x\n\nRecent Posts\nLain. Lagi.\n"
    assert trace.sentences(text) == [
        "Satu.",
        "Baca Juga:\nJudul lain. Dua kalimat.",
        "Dua.",
        "Reporter: x\nRecent Posts\nLain. Lagi.",
    ]
