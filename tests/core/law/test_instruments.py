from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sinetra.catalogue import ROOT
from sinetra.core.errors import BadInput
from sinetra.core.law.instruments import InstrumentStatus, load_instruments

INSTRUMENTS = load_instruments(ROOT)


@pytest.mark.parametrize(
    ("name", "day", "status"),
    [
        ("uu-5-2014", "2023-10-30", "in_force"),
        ("uu-5-2014", "2023-10-31", "repealed"),
        ("uu-20-2023", "2023-10-30", "not_yet_in_force"),
        ("uu-20-2023", "2023-10-31", "in_force"),
        ("pp-53-2010", "2021-08-30", "in_force"),
        ("pp-94-2021", "2021-08-30", "not_yet_in_force"),
        ("pp-94-2021", "2021-08-31", "in_force"),
        ("mk-136-2024", "2024-11-13", "not_yet_in_force"),
        ("mk-136-2024", "2024-11-14", "in_force"),
        ("se-menpanrb-18-2023", "2023-06-01", "unknown"),
        ("se-menpanrb-18-2023", "2024-01-01", "in_force"),
        ("perbawaslu-7-2018", "2022-06-01", "unknown"),
    ],
)
def test_the_status_changes_on_the_first_day_and_is_unknown_inside_a_year_of_which_the_day_is_not_known(
    name: str, day: str, status: str
) -> None:
    assert INSTRUMENTS[name].status_on(date.fromisoformat(day)) is InstrumentStatus(status)


def test_the_status_on_an_unknown_day_is_unknown() -> None:
    assert INSTRUMENTS["pp-94-2021"].status_on(None) is InstrumentStatus.UNKNOWN


def test_an_id_is_kind_number_year_in_lower_case() -> None:
    for item in INSTRUMENTS.values():
        assert item.id == item.id.lower()
        assert item.id.startswith(item.kind)
        assert item.id.rsplit("-", 1)[1].isdigit()


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("amends: [uu-1-2015]", "amends: [uu-99-2015]", "unknown instrument uu-99-2015"),
        ("repealed_by: uu-20-2023", "repealed_by: uu-0-2023", "unknown instrument uu-0-2023"),
        ("id: uu-2-2002", "id: uu-34-2004", "repeated id uu-34-2004"),
        ("'2002-01-08'", "'2002-13-08'", "month must be in 1..12"),
        ("confidence: pers}", "confidence: mungkin}", "mungkin"),
    ],
)
def test_a_fault_in_the_file_is_named_with_file_and_line(tmp_path: Path, before: str, after: str, reason: str) -> None:
    text = (ROOT / "instruments.yaml").read_text("utf-8")
    assert before in text
    (tmp_path / "instruments.yaml").write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises(BadInput) as caught:
        load_instruments(tmp_path)
    assert reason in str(caught.value)
    assert str(caught.value).startswith("instruments.yaml baris ")
    assert isinstance(caught.value.params["line"], int)
