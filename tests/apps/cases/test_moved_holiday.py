"""Keppres 33/2024, of 21 November, made voting day six days later a holiday: open working-day deadlines moved."""

from __future__ import annotations

import shutil
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from report_cast import Cast

from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.audit.verify import verify
from sinetra.apps.base import catalogue
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.actions import recompute_clocks
from sinetra.apps.cases.clock_moves import what_moved
from sinetra.apps.cases.models import Clock, Matter, Step
from sinetra.apps.cases.steps import text_of
from sinetra.catalogue import ROOT
from sinetra.cli.main import main
from sinetra.jobs.worker import drain

pytestmark = pytest.mark.django_db

ROWS = """day,kind,name_id,name_en,decree,published,confidence
2024-11-27,election,Hari pemungutan suara Pilkada,"Voting day, local elections",Keppres 33/2024,2024-11-21,pers
"""
TAKEN_BACK = """day,kind,name_id,decree,published,confidence,withdrawn_by,withdrawn_on
2024-11-27,election,Hari pemungutan suara Pilkada,Keppres 33/2024,2024-11-21,pers,Keppres contoh,2024-11-22
"""


@pytest.fixture
def before_the_decree(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue as it was until 20 November 2024, and a data folder of its own."""
    old = tmp_path / "catalogue"
    shutil.copytree(ROOT, old, ignore=shutil.ignore_patterns("__pycache__", "samples", "*.csv"))
    calendar = old / "calendars" / "2024.yaml"
    lines = calendar.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if "day: 2024-11-27" not in line]
    assert len(kept) == len(lines) - 1
    calendar.write_text("".join(kept), "utf-8")
    monkeypatch.setattr(catalogue, "ROOT", old)
    settings.SINETRA_DATA = tmp_path / "data"
    return tmp_path


def started(matter: Matter, rule: str, on: date) -> Clock:
    with unit_of_work(SYSTEM) as work:
        (clock,) = clocks.start_rule(work, matter, rule, on)
    return clock


def imported(folder: Path, rows: str) -> None:
    file = folder / "libur.csv"
    file.write_text(rows, "utf-8")
    assert main(["import", "calendar", str(file)]) == 0


def moved_lines(matter: Matter, language: str = "id") -> list[str]:
    steps = Step.objects.filter(matter=matter, code="clock_moved").order_by("at", "place", "id")
    return [text_of(step.code, step.params, language=language) for step in steps]


def test_the_decree_moves_open_working_days_and_the_timeline_and_the_chain_name_it(
    cast: Cast, before_the_decree: Path
) -> None:
    matter = cast.matter()
    working = started(matter, "pp94.summons", date(2024, 11, 20))
    early = started(matter, "sbt.bawaslu_study", date(2024, 11, 20))
    calendar_days = Clock.objects.get(matter=matter, rule="pilkada.study")
    assert (working.due_on, early.due_on) == (date(2024, 11, 29), date(2024, 11, 25))

    imported(before_the_decree, ROWS)
    assert drain() >= 1, "the work that the import promised"

    again = {clock.pk: clock for clock in Clock.objects.all()}
    assert again[working.pk].due_on == date(2024, 12, 2)
    assert again[early.pk].due_on == early.due_on
    assert again[calendar_days.pk].due_on == calendar_days.due_on
    current = catalogue.clock().calendars.version
    assert {again[row.pk].calendar_version for row in (working, early)} == {current}
    assert again[calendar_days.pk].calendar_version == calendar_days.calendar_version != current, "it asks no calendar"
    (line,) = moved_lines(matter)
    assert line == (
        "Tenggat “Surat panggilan sampai pemeriksaan” dihitung ulang: dari 2024-11-29 menjadi 2024-12-02, "
        "karena 2024-11-27 menjadi hari libur (Keppres 33/2024)."
    )
    assert "Summons letter to examination" in moved_lines(matter, "en")[0]
    entry = AuditEntry.objects.get(action="clock.recompute", object_id=working.pk)
    assert entry.data["before"] == "2024-11-29"
    assert entry.data["due"] == "2024-12-02"
    assert entry.data["off"] == [["2024-11-27", "Keppres 33/2024"]]
    assert AuditEntry.objects.filter(action="clock.recompute").count() == 2, "one for what moved, one for the others"
    assert not verify().problems
    assert recompute_clocks(actor=SYSTEM) == []


def test_a_decree_that_is_taken_back_brings_the_deadline_back(cast: Cast, before_the_decree: Path) -> None:
    matter = cast.matter()
    imported(before_the_decree, ROWS)
    working = started(matter, "pp94.summons", date(2024, 11, 20))
    assert working.due_on == date(2024, 12, 2)
    imported(before_the_decree, TAKEN_BACK)
    assert main(["clocks", "recompute", "--json"]) == 0
    assert Clock.objects.get(pk=working.pk).due_on == date(2024, 11, 29)
    (line,) = moved_lines(matter)
    assert "2024-11-27 menjadi hari kerja lagi (Keppres contoh)" in line


def test_a_clock_that_somebody_stops_meanwhile_is_left_out_and_the_others_move(
    cast: Cast, before_the_decree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    matters = [cast.matter() for _ in range(3)]
    working = [started(matter, "pp94.summons", date(2024, 11, 20)) for matter in matters]
    imported(before_the_decree, ROWS)
    counted: list[Any] = []

    def stopping(*given: Any) -> dict[str, Any]:
        """Between the look at the clocks and the write a colleague finishes the second."""
        if not counted:
            stopped = working[1].matter
            with unit_of_work(SYSTEM) as work:
                clocks.stop(work, stopped, at=stopped.opened_at, on=stopped.opened_on, ending=("pp94.summons",))
        counted.append(given)
        return what_moved(*given)

    recomputing = sys.modules["sinetra.apps.cases.actions.recompute_clocks"]
    monkeypatch.setattr(recomputing, "what_moved", stopping)
    moved = recompute_clocks(actor=SYSTEM)
    assert {clock.pk for clock in moved} == {working[0].pk, working[2].pk}
    assert [len(moved_lines(matter)) for matter in matters] == [1, 0, 1]
    assert Clock.objects.get(pk=working[1].pk).due_on == date(2024, 11, 29)
    assert not verify().problems


def test_what_is_done_is_not_counted_again(cast: Cast, before_the_decree: Path) -> None:
    matter = cast.matter()
    working = started(matter, "pp94.summons", date(2024, 11, 20))
    with unit_of_work(SYSTEM) as work:
        clocks.stop(work, matter, at=matter.opened_at, on=matter.opened_on, ending=("pp94.summons",))
    imported(before_the_decree, ROWS)
    drain()
    assert Clock.objects.get(pk=working.pk).due_on == date(2024, 11, 29)
    assert moved_lines(matter) == []


def test_the_same_file_again_changes_nothing(
    cast: Cast, before_the_decree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported(before_the_decree, ROWS)
    capsys.readouterr()
    imported(before_the_decree, ROWS)
    assert "0 baru, 0 berubah" in capsys.readouterr().out
