"""Days off by decree, checked against the reference lists and against another library."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import holidays
import pytest

import sinetra.catalogue
from sinetra.core.clock.calendar import Calendars, DayKind, read_year
from sinetra.core.clock.confidence import Confidence
from sinetra.core.clock.own_calendar import load_with_own
from sinetra.core.clock.zones import load_zones
from sinetra.core.errors import BadInput

CATALOGUE = Path(sinetra.catalogue.__file__).parent
CALENDARS = load_with_own(CATALOGUE, None)
ZONES = load_zones(CATALOGUE)

# Month-day lists typed from the published decrees, independent of the catalogue files.
DECREED = {
    (2024, DayKind.NATIONAL): "0101 0208 0210 0311 0329 0331 0410 0411 0501 0509 0523 0601 0617 0707 0817 0916 1225",
    (2024, DayKind.JOINT_LEAVE): "0209 0312 0408 0409 0412 0415 0510 0524 0618 1226",
    (2024, DayKind.ELECTION): "0214 1127",
    (2025, DayKind.NATIONAL): "0101 0127 0129 0329 0331 0401 0418 0420 0501 0512 0529 0601 0606 0627 0817 0905 1225",
    (2025, DayKind.JOINT_LEAVE): "0128 0328 0402 0403 0404 0407 0513 0530 0609 0818 1226",
    (2026, DayKind.NATIONAL): "0101 0116 0217 0319 0321 0322 0403 0405 0501 0514 0527 0531 0601 0616 0817 0825 1225",
    (2026, DayKind.JOINT_LEAVE): "0216 0318 0320 0323 0324 0515 0528 1224",
}
# 2027 has no decree yet: the library estimates, the catalogue leaves out what only a decree can fix.
LIBRARY_ESTIMATES_2027 = {
    "national": "0105 0206 0308 0310 0311 0517 0520 0606 0815 1226",
    "joint_leave": "0205 0309 0312 0315 0325 0518 0519 1224",
}


def days(year: int, *kinds: DayKind) -> set[date]:
    return {off.day for off in CALENDARS.year(year).days if off.kind in kinds and off.known(None)}


def parse(year: int, text: str) -> set[date]:
    return {date(year, int(item[:2]), int(item[2:])) for item in text.split()}


@pytest.mark.parametrize(("year", "kind"), DECREED)
def test_the_years_2024_to_2026_hold_the_published_days(year: int, kind: DayKind) -> None:
    assert days(year, kind) == parse(year, DECREED[year, kind])


@pytest.mark.parametrize("year", range(2018, 2028))
def test_another_library_knows_the_same_days(year: int) -> None:
    public = set(holidays.Indonesia(years=year, categories=("public",), language="id"))
    government = set(holidays.Indonesia(years=year, categories=("government",), language="id"))
    missing_national = parse(year, LIBRARY_ESTIMATES_2027["national"]) if year == 2027 else set()
    missing_joint = parse(year, LIBRARY_ESTIMATES_2027["joint_leave"]) if year == 2027 else set()
    assert days(year, DayKind.NATIONAL, DayKind.ELECTION) == public - missing_national
    assert days(year, DayKind.JOINT_LEAVE) == government - missing_joint


@pytest.mark.parametrize(("year", "working"), [(2024, 238), (2025, 237), (2026, 240)])
def test_the_number_of_working_days_of_a_year(year: int, working: int) -> None:
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    year_days = [date.fromordinal(item) for item in range(first, last + 1)]
    assert sum(day.weekday() < 5 and CALENDARS.off(day) is None for day in year_days) == working


def test_voting_day_of_2024_was_known_from_the_day_of_its_decree() -> None:
    voting = date(2024, 11, 27)
    assert CALENDARS.off(voting, as_of=date(2024, 11, 20)) is None
    known = CALENDARS.off(voting, as_of=date(2024, 11, 21))
    assert known is not None
    assert (known.kind, known.decree.as_printed) == (DayKind.ELECTION, "Keppres 33/2024")


def test_18_august_2025_was_added_in_the_middle_of_the_year() -> None:
    day = date(2025, 8, 18)
    assert CALENDARS.off(day, as_of=date(2025, 7, 31)) is None
    added = CALENDARS.off(day, as_of=date(2025, 8, 8))
    assert added is not None
    assert added.kind is DayKind.JOINT_LEAVE


def test_a_withdrawn_day_was_off_only_until_the_later_decree() -> None:
    day = date(2021, 12, 24)
    assert CALENDARS.off(day, as_of=date(2021, 6, 17)) is not None
    assert CALENDARS.off(day, as_of=date(2021, 6, 18)) is None
    assert CALENDARS.off(day) is None
    assert CALENDARS.off(date(2021, 8, 10)) is None
    assert CALENDARS.off(date(2021, 8, 11)) is not None


def test_a_year_without_any_decree_is_provisional_and_one_without_file_is_refused() -> None:
    assert CALENDARS.year(2027).provisional(None)
    assert not CALENDARS.year(2026).provisional(None)
    assert CALENDARS.year(2026).provisional(date(2025, 9, 18))
    with pytest.raises(BadInput) as caught:
        CALENDARS.off(date(2031, 1, 1))
    assert "2027" in caught.value.accepted


def test_every_day_names_a_decree_and_years_not_in_the_reference_are_marked_for_checking() -> None:
    for year in CALENDARS.years:
        for off in CALENDARS.year(year).days:
            assert off.decree.as_printed
            assert off.name.id
            assert off.name.en
            if year not in (2024, 2025, 2026):
                assert off.confidence is Confidence.UNCHECKED


def test_the_version_changes_with_the_data_and_only_then() -> None:
    years = [CALENDARS.year(year) for year in CALENDARS.years]
    assert Calendars(years).version == CALENDARS.version == Calendars(reversed(years)).version
    assert Calendars(years[:-1]).version != CALENDARS.version
    assert len(CALENDARS.version) == 12


def test_a_local_holiday_counts_in_its_region_only(tmp_path: Path) -> None:
    path = tmp_path / "2025.yaml"
    path.write_text(
        "year: 2025\nstatus: decreed\n"
        "decrees:\n  k: {as_printed: Keputusan Wali Kota, published: 2025-04-01, confidence: perlu-cek}\n"
        "days:\n  - {day: 2025-04-17, kind: local, regions: ['63.72'], name: {id: a, en: b}, decree: k,"
        " confidence: perlu-cek}\n",
        "utf-8",
    )
    calendars = Calendars([read_year(path)])
    assert calendars.off(date(2025, 4, 17), region="63.72.01") is not None
    assert calendars.off(date(2025, 4, 17), region="63.71") is None
    assert calendars.off(date(2025, 4, 17)) is None


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("decree: keppres-pilkada", "decree: keppres-99", "decree"),
        ("kind: election", "kind: holiday", "kind"),
        ("day: 2024-11-27", "day: 2025-11-27", "day"),
        ("status: decreed", "status: known", "status"),
        ("year: 2024", "year: 2023", "year"),
    ],
)
def test_a_mistake_in_a_calendar_is_shown_at_its_place(tmp_path: Path, old: str, new: str, field: str) -> None:
    text = (CATALOGUE / "calendars" / "2024.yaml").read_text("utf-8")
    assert old in text
    (tmp_path / "2024.yaml").write_text(text.replace(old, new), "utf-8")
    with pytest.raises(BadInput) as caught:
        read_year(tmp_path / "2024.yaml")
    assert caught.value.field == field
    assert "2024.yaml:" in str(caught.value)


@pytest.mark.parametrize(
    ("region", "abbreviation", "name"),
    [
        (None, "WIB", "Asia/Jakarta"),
        ("15.71", "WIB", "Asia/Jakarta"),
        ("61", "WIB", "Asia/Jakarta"),
        ("63.72", "WITA", "Asia/Makassar"),
        ("51", "WITA", "Asia/Makassar"),
        ("94.01", "WIT", "Asia/Jayapura"),
        ("99.71", "WIB", "Asia/Jakarta"),
    ],
)
def test_the_zone_is_that_of_the_province(region: str | None, abbreviation: str, name: str) -> None:
    zone = ZONES.zone(region)
    assert (zone.abbreviation, zone.name) == (abbreviation, name)


def test_all_38_provinces_and_the_invented_one_have_a_zone() -> None:
    table = (CATALOGUE / "regions" / "kode-wilayah-prov-kabkota.csv").read_text("utf-8").splitlines()
    provinces = {line.split(",")[0] for line in table if ",provinsi," in line}
    assert len(provinces) == 38
    assert set(ZONES.by_province) == provinces | {"99"}


def test_an_unknown_province_has_no_zone() -> None:
    with pytest.raises(BadInput) as caught:
        ZONES.zone_of("98.01")
    assert caught.value.field == "region"


ADDED = """year: {year}
status: {status}
decrees:
  contoh: {{as_printed: Keppres contoh, published: {published}, confidence: perlu-cek}}
days:
  - {{day: {day}, kind: {kind}, name: {{id: Hari contoh, en: Example}}, decree: contoh, confidence: perlu-cek{more}}}
"""


def with_own(folder: Path, **said: str) -> Calendars:
    filled = {"status": "provisional", "kind": "national", "published": "2026-11-20", "more": ""} | said
    (folder / "calendars").mkdir(exist_ok=True)
    (folder / "calendars" / f"{said['year']}.yaml").write_text(ADDED.format(**filled), "utf-8")
    return load_with_own(CATALOGUE, folder)


def test_an_installation_adds_a_day_off_that_its_catalogue_does_not_know(tmp_path: Path) -> None:
    both = with_own(tmp_path, year="2026", day="2026-12-07")
    found = both.off(date(2026, 12, 7))
    assert found is not None
    assert found.decree.as_printed == "Keppres contoh"
    assert both.off(date(2026, 12, 7), as_of=date(2026, 11, 19)) is None
    assert both.version != CALENDARS.version
    assert not both.year(2026).provisional(None), "one more day does not make a decreed year provisional"


def test_an_installation_takes_back_a_day_off_of_the_catalogue(tmp_path: Path) -> None:
    both = with_own(
        tmp_path,
        year="2026",
        day="2026-12-24",
        kind="joint_leave",
        more=", withdrawn: {day: 2026-11-20, decree: contoh}",
    )
    assert CALENDARS.off(date(2026, 12, 24)) is not None
    assert both.off(date(2026, 12, 24)) is None


def test_where_both_name_a_day_the_catalogue_stands(tmp_path: Path) -> None:
    both = with_own(tmp_path, year="2026", day="2026-12-25")
    found = both.off(date(2026, 12, 25))
    assert found is not None
    assert found.decree.as_printed.startswith("SKB 3 Menteri")
    assert both.version == CALENDARS.version


def test_an_installation_completes_a_provisional_year_and_adds_one_that_is_missing(tmp_path: Path) -> None:
    both = with_own(tmp_path, year="2027", day="2027-03-08", status="decreed")
    assert not both.year(2027).provisional(None)
    assert both.year(2027).provisional(date(2026, 11, 19))
    assert both.off(date(2027, 12, 25)) is not None
    assert with_own(tmp_path, year="2028", day="2028-01-03").year(2028).provisional(None)
