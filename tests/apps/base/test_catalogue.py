"""One place reads the law: what an office imports counts wherever a page, a matter or a machine asks."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from sinetra.apps.base import catalogue
from sinetra.apps.registry.imports.timetable import import_timetable
from sinetra.apps.reports import law_clock
from sinetra.catalogue import ROOT
from sinetra.cli.main import main
from sinetra.core.clock.timetables import load_timetables
from sinetra.core.errors import BadInput

ID, DAY = "pilkades_cendana_2026", date(2026, 2, 14)
ROWS = f"""entry,value,from,to,source,confidence
id,{ID},,,,
kind,pilkades,,,,
name_id,Pilkades Cendana 2026,,,,
rule,Keputusan contoh,,,,perlu-cek
region,99.71,,,contoh,perlu-cek
start,,2026-01-01,,contoh,perlu-cek
registration,,2026-01-20,2026-01-22,contoh,perlu-cek
determination,,2026-02-01,,contoh,perlu-cek
campaign,,2026-02-10,2026-02-12,contoh,perlu-cek
quiet_period,,2026-02-13,2026-02-15,contoh,perlu-cek
voting,,2026-02-16,,contoh,perlu-cek
"""
FACTS = {"act_date": "2026-02-14", "election": ID, "region": "99.71", "act": {"code": "like"}}


@pytest.fixture
def own_data(settings, tmp_path, monkeypatch) -> Path:
    """A data folder of its own."""
    settings.SINETRA_DATA = tmp_path / "data"
    monkeypatch.setenv("SINETRA_DATA", str(settings.SINETRA_DATA))
    return Path(settings.SINETRA_DATA)


@pytest.fixture
def imported(own_data, tmp_path) -> Path:
    rows = tmp_path / "jadwal.csv"
    rows.write_text(ROWS, encoding="utf-8")
    assert catalogue.clock().timetables.ids, "a process that has read the catalogue already"
    import_timetable(rows)
    return own_data


def test_an_imported_timetable_gives_the_stage_and_the_election_of_a_report(imported) -> None:
    assert catalogue.clock().timetables.stage(DAY, ID, "99.71").code == "quiet_period"
    assert law_clock.election_on(DAY, "99.71") == ID
    assert ID in catalogue.rulebook().clock.timetables.ids


def test_without_the_import_nobody_knows_it(own_data, client: Client) -> None:
    assert ID not in catalogue.clock().timetables.ids and law_clock.election_on(DAY, "99.71") != ID
    refused = client.post("/api/v1/decide", data=json.dumps(FACTS), content_type="application/json")
    assert refused.status_code == 422 and ID in refused.content.decode()


def test_the_api_and_the_command_line_decide_with_it(imported, client: Client, tmp_path, capsys) -> None:
    answer = client.post("/api/v1/decide", data=json.dumps(FACTS), content_type="application/json")
    assert answer.status_code == 200 and answer.json()["stage"]["code"] == "quiet_period"
    asked = tmp_path / "fakta.json"
    asked.write_text(json.dumps(FACTS), encoding="utf-8")
    assert main(["decide", str(asked), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["stage"]["election"] == ID


def test_the_catalogue_stands_where_both_name_an_election(tmp_path) -> None:
    own = tmp_path / "timetables"
    own.mkdir()
    text = (ROOT / "timetables" / "pilkada_2024.yaml").read_text(encoding="utf-8")
    (own / "pilkada_2024.yaml").write_text(text.replace("2024-11-27", "2024-11-28"), encoding="utf-8")
    both = load_timetables(ROOT, tmp_path)
    assert both.stage(date(2024, 11, 27), "pilkada_2024").code == "voting_day"
    assert both.ids == load_timetables(ROOT).ids


@pytest.mark.parametrize("text", ["year: 2026\nstatus: pasti\n", "year: [", "", "\udcff"])
def test_a_file_that_cannot_be_read_stops_no_process_that_was_running(own_data, caplog, text) -> None:
    before, norms = catalogue.clock().calendars.version, catalogue.rulebook().norms
    (own_data / "calendars").mkdir(parents=True)
    (own_data / "calendars" / "2026.yaml").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert catalogue.clock().calendars.version == before
    assert "2026.yaml" in caplog.text
    assert catalogue.rulebook().norms == norms


def test_a_process_that_begins_with_such_a_file_says_what_is_wrong(own_data, monkeypatch) -> None:
    monkeypatch.setattr(catalogue, "_before", {})
    (own_data / "calendars").mkdir(parents=True)
    (own_data / "calendars" / "2026.yaml").write_text("year: 2026\nstatus: pasti\n", encoding="utf-8")
    with pytest.raises(BadInput, match="status"):
        catalogue.clock()
