"""Room of texts and the way numbers are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinetra.core.charts.numbers import ENGLISH, GREATEST, INDONESIAN
from sinetra.core.charts.scale import Scale, ticks
from sinetra.core.charts.text import fit, plain, width, wrap
from sinetra.web.format import number_text

lines = st.text(max_size=80).map(plain)


@given(lines, st.integers(20, 300))
def test_what_fits_takes_no_more_than_its_room(text: str, room: int):
    assert width(fit(text, room)) <= room
    assert fit(text, width(text)) == text


@given(lines, st.integers(30, 300))
def test_wrapped_lines_fit_and_lose_nothing_where_there_are_enough_of_them(text: str, room: int):
    found = wrap(text, room, lines=200)
    assert all(width(line) <= room for line in found)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


def test_too_few_lines_end_in_an_ellipsis():
    assert wrap("satu dua tiga empat lima enam", 60, lines=2)[-1].endswith("…")
    assert not wrap("satu dua", 60, lines=2)[-1].endswith("…")


@pytest.mark.parametrize(("marks", "language"), [(INDONESIAN, "id"), (ENGLISH, "en")])
@given(number=st.integers(-(10**12), 10**12))
def test_whole_numbers_are_written_as_the_rest_of_the_page_writes_them(marks, language: str, number: int):
    assert marks.say(number) == number_text(number, language)


@given(st.floats(-GREATEST, GREATEST), st.floats(-GREATEST, GREATEST))
def test_ticks_enclose_the_numbers_and_are_few(one: float, other: float):
    low, high = sorted((one, other))
    found = ticks(low, high)
    slack = max(abs(low), abs(high)) * 1e-9 + 1e-8
    assert found[0] <= low + slack
    assert found[-1] >= high - slack
    assert 2 <= len(found) <= 7


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9), st.floats(-1e12, 1e12))
def test_a_scale_never_leaves_its_ends(low: float, high: float, value: float):
    assert 10 <= Scale(low, high, 10, 90).at(value) <= 90
