"""Days off from a file: all of it or nothing, each mistake with its place, and read by the catalogue's own reader."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sinetra.apps.base.catalogue import clock
from sinetra.apps.registry.csv_rows import BadRows
from sinetra.apps.registry.imports.calendar import import_calendar
from sinetra.core.errors import BadInput

HEAD = "day,kind,name_id,name_en,decree,published,confidence,regions,withdrawn_by,withdrawn_on\n"
DAY = "2026-12-07,election,Hari contoh,Example day,Keppres contoh,2026-12-01,pers,,,\n"
LOCAL = "2026-12-08,local,Hari jadi contoh,,Keputusan contoh,2026-12-01,perlu-cek,99.71;99.72,,\n"

File = Callable[..., Path]


@pytest.fixture
def file(settings: Any, tmp_path: Path) -> File:
    settings.SINETRA_DATA = tmp_path / "data"

    def write(rows: str, head: str = HEAD) -> Path:
        path = tmp_path / "libur.csv"
        path.write_text(head + rows, "utf-8")
        return path

    return write


def test_a_day_off_from_a_file_counts_in_the_process_that_was_running_already(file: File) -> None:
    assert clock().calendars.off(date(2026, 12, 7)) is None
    before = clock().calendars.version
    done = import_calendar(file(DAY + LOCAL), complete=False)
    assert (done.read, done.created, done.changed) == (2, 1, 0)
    found = clock().calendars.off(date(2026, 12, 7))
    assert found is not None
    assert (found.decree.as_printed, found.confidence) == ("Keppres contoh", "pers")
    assert clock().calendars.version != before
    assert clock().calendars.off(date(2026, 12, 8)) is None
    assert clock().calendars.off(date(2026, 12, 8), region="99.72.01") is not None
    assert not clock().calendars.year(2026).provisional(None)


def test_a_decree_is_as_sure_as_its_least_sure_row_and_no_less_sure_than_its_own(file: File) -> None:
    unsure = DAY.replace("2026-12-07", "2026-12-09").replace("pers", "perlu-cek")
    own = (
        DAY.replace("2026-12-07", "2026-12-06")
        .replace("Keppres contoh", "Keppres lain")
        .replace("pers", "terverifikasi")
    )
    import_calendar(file(own + DAY + unsure), complete=False)
    found = {day: clock().calendars.off(date(2026, 12, day)) for day in (6, 7, 9)}
    assert [held.decree.confidence for held in found.values() if held] == ["terverifikasi", "perlu-cek", "perlu-cek"]


def test_the_same_file_again_changes_nothing_and_another_replaces_it(file: File) -> None:
    import_calendar(file(DAY), complete=False)
    again = import_calendar(file(DAY), complete=False)
    assert (again.created, again.changed) == (0, 0)
    other = import_calendar(file(DAY.replace("2026-12-07", "2026-12-09")), complete=False)
    assert (other.created, other.changed) == (0, 1)
    assert clock().calendars.off(date(2026, 12, 7)) is None


def test_a_whole_decree_makes_a_provisional_year_a_decreed_one(file: File) -> None:
    assert clock().calendars.year(2027).provisional(None)
    row = DAY.replace("2026-12-07", "2027-03-08").replace("election", "national")
    import_calendar(file(row), complete=False)
    assert clock().calendars.year(2027).provisional(None)
    import_calendar(file(row), complete=True)
    assert not clock().calendars.year(2027).provisional(None)


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("2026-12-07", "7 Desember", "day"),
        ("2026-12-07", "20261207", "day"),
        ("election", "libur", "kind"),
        ("Hari contoh", "", "name_id"),
        ("Keppres contoh", "", "decree"),
        ("2026-12-01", "besok", "published"),
        ("pers", "pasti", "confidence"),
        (",pers,,,", ",pers,99.71,,", "regions"),
        ("election", "local", "regions"),
        (",pers,,,", ",pers,,Keppres lain,", "withdrawn_on"),
    ],
)
def test_a_wrong_row_is_named_with_its_column_and_nothing_is_kept(file: File, old: str, new: str, column: str) -> None:
    assert old in DAY
    with pytest.raises(BadRows) as caught:
        import_calendar(file(LOCAL + DAY.replace(old, new)), complete=False)
    assert [problem.column for problem in caught.value.problems] == [column]
    assert caught.value.problems[0].row == 3
    assert clock().calendars.off(date(2026, 12, 8), region="99.71") is None


def test_a_region_that_is_no_code_and_a_file_without_a_column_are_refused(file: File) -> None:
    with pytest.raises(BadRows) as caught:
        import_calendar(file(LOCAL.replace("99.72", "Cendana")), complete=False)
    assert caught.value.problems[0].column == "regions"
    with pytest.raises(BadInput):
        import_calendar(file("2026-12-07,election\n", head="day,kind\n"), complete=False)
