"""Real time and the legal date."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from sinetra.ports.clock import Clock, SystemClock, legal_clock, zone_of

LATE_EVENING = datetime(2024, 11, 22, 16, 30, tzinfo=UTC)


def at(moment: datetime) -> Clock:
    return SystemClock(None, lambda: moment)


@pytest.mark.parametrize(
    ("region", "day"),
    [(None, 22), ("32.79", 22), ("63.72.01", 23), ("94", 23), ("12", 22)],
)
def test_the_legal_date_is_that_of_the_zone_of_the_region(region: str | None, day: int) -> None:
    assert at(LATE_EVENING).today(region) == date(2024, 11, day)


def test_a_shift_moves_the_legal_date_and_never_real_time() -> None:
    shifted = SystemClock(date(2024, 11, 22))
    assert shifted.today("63") == date(2024, 11, 22)
    assert abs(shifted.now() - datetime.now(UTC)) < timedelta(seconds=5)


def test_every_province_has_a_zone() -> None:
    from sinetra.catalogue import ROOT

    codes = {line.split(",")[0].strip('"') for line in (ROOT / "regions" / "wilayah.csv").read_text().splitlines()}
    provinces = {code for code in codes if len(code) == 2 and code.isdecimal()}
    assert len(provinces) == 38
    assert {zone_of(code).abbreviation for code in provinces} == {"WIB", "WITA", "WIT"}


def test_the_clock_of_the_installation_follows_its_setting(settings: object) -> None:
    settings.SINETRA_AS_OF = date(2018, 6, 27)  # type: ignore[attr-defined]
    assert legal_clock().today() == date(2018, 6, 27)
