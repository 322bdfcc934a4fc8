"""``sinetra transfer-check --json`` has every key of the contract with its type and its closed values."""

from __future__ import annotations

import json
from datetime import date
from itertools import product
from typing import Any

import pytest
from tests.cli.conftest import Run

VERDICTS = {"allowed", "forbidden", "needs_permit", "undetermined"}
WINDOWS = {"before_determination", "after_inauguration", "acting_head"}
STATUSES = {"inside", "outside", "boundary", "open"}
CONFIDENCE = {"terverifikasi", "pers", "perlu-cek"}
GIVEN: dict[str, Any] = {
    "effective_on": "2024-03-22",
    "region": "13.12",
    "election": "pilkada_2024",
    "position": "jpt_pratama",
    "official_kind": "definitive",
    "permit": {"number": None, "date": None},
    "technical_approval": {"number": "1/2024", "date": "2024-03-01"},
}


def _check(found: dict[str, Any]) -> None:
    assert found["verdict"] in VERDICTS
    assert {window["id"] for window in found["windows"]} == WINDOWS
    for window in found["windows"]:
        assert window["status"] in STATUSES
        for end in ("from", "to"):
            assert window[end] is None or date.fromisoformat(window[end])
        for norm in window["norms"]:
            assert norm["confidence"] in CONFIDENCE
            assert norm["in_force"] in (True, False, None)
        assert bool(window["norms"]) >= (window["status"] != "outside")
        for reading in window["readings"]:
            assert reading["reading"]
            assert reading["reading_en"]
            assert reading["source"]
            assert reading["verdict"] in VERDICTS
    assert found["explanation"]
    assert len(found["explanation"]) == len(found["explanation_en"])


def test_every_day_kind_and_permit_has_the_shape_of_the_contract(sinetra: Run) -> None:
    days = ("2020-02-02", "2024-03-21", "2024-03-22", "2024-11-08", "2025-08-20", "2026-02-02", None)
    kinds = ("definitive", "plt", "pj", "pjs", None)
    permits = (None, False, {"date": "2024-03-20"}, {"number": "1", "date": "2025-11-11"}, {"number": "1"})
    given = [
        GIVEN | {"effective_on": day, "official_kind": kind, "permit": permit, "election": None}
        for day, kind, permit in product(days, kinds, permits)
    ]
    ran = sinetra("transfer-check", "-", "--json", given=json.dumps(given).encode())
    assert ran.code == 0, ran.err
    found = json.loads(ran.out)
    assert len(found) == len(given)
    assert {item["verdict"] for item in found} == VERDICTS
    for item in found:
        _check(item)


def test_one_transfer_gives_one_object(sinetra: Run) -> None:
    ran = sinetra("transfer-check", "--json", given=json.dumps(GIVEN).encode())
    found = json.loads(ran.out)
    _check(found)
    assert found["verdict"] == "needs_permit"
    window = next(item for item in found["windows"] if item["id"] == "before_determination")
    assert (window["status"], window["from"]) == ("boundary", "2024-03-22")
    assert {reading["verdict"] for reading in window["readings"]} == {"needs_permit", "allowed"}


def test_in_words_both_readings_stand_with_their_sources(sinetra: Run) -> None:
    ran = sinetra("transfer-check", given=json.dumps(GIVEN).encode(), SINETRA_LANG="en")
    assert ran.out.startswith("needs_permit\nThe written consent")
    assert "* needs_permit: six months" in ran.out
    assert "- allowed: that day is still free" in ran.out


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"effective_on": "22-03-2024"}, ("effective_on", "YYYY-MM-DD")),
        ({"official_kind": "definitif"}, ("official_kind", "definitive, plt, pj, pjs")),
        ({"position": "kadis"}, ("position", "jpt_pratama")),
        ({"election": "pilkada_2023"}, ("election", "pilkada_2024")),
        ({"region": "1312"}, ("region", "63.72")),
        ({"permit": "ada"}, ("permit", "false")),
        ({"permit": {"tanggal": "2024-03-20"}}, ("permit.tanggal", "number, date")),
        ({"permit": {"date": "kemarin"}}, ("permit.date", "YYYY-MM-DD")),
        ({"name": "x"}, ("name", "effective_on")),
        ({"action": "mutasi"}, ("action", "appointment, transfer, dismissal")),
    ],
)
def test_bad_input_names_the_field_and_what_is_accepted(sinetra: Run, change: dict[str, Any], words: Any) -> None:
    line = sinetra("transfer-check", "--json", given=json.dumps(GIVEN | change).encode()).line
    assert all(word in line for word in words), line


def test_a_bad_item_of_a_list_is_named_and_nothing_is_printed(sinetra: Run) -> None:
    line = sinetra("transfer-check", "--json", given=json.dumps([GIVEN, GIVEN | {"region": 5}]).encode()).line
    assert "[1]" in line
    assert "region" in line


def test_a_table_is_answered_row_by_row(sinetra: Run, tmp_path: Any) -> None:
    (tmp_path / "mutasi.csv").write_text(
        "effective_on,region,election,position,official_kind,permit.date\n"
        "2024-11-08,17.71,pilkada_2024,administrator,definitive,2024-11-11\n"
        "2024-11-08,17.71,pilkada_2024,administrator,kepala,2024-11-11\n"
    )
    ran = sinetra("transfer-check", "mutasi.csv", "--json")
    first, second = (json.loads(line) for line in ran.out.splitlines())
    assert (ran.code, first["row"], first["verdict"]) == (0, 2, "forbidden")
    assert (second["row"], second["verdict"], second["column"]) == (3, "error", "official_kind")


def test_a_list_has_no_table_to_write(sinetra: Run, tmp_path: Any) -> None:
    (tmp_path / "a.json").write_text(json.dumps(GIVEN))
    assert ".parquet" in sinetra("transfer-check", "a.json", "--out", "b.csv").line
