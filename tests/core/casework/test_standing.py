"""Published tables that do not add up (procedure C.3) are refused with the reason; those that do are kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinetra.core.casework.standing import Line, Standing, Status, Unit, suspects
from sinetra.core.errors import BadInput

S = Status
#: Kemendagri, 5 December 2024: persons, as they were printed.
DECEMBER = {
    S.AWAITING_BKN: 667,
    S.AWAITING_PPK: 436,
    S.SANCTIONED: 19,
    S.LEFT_SERVICE: 4,
    S.NOT_PROVEN: 24,
    S.CANCELLED: 27,
    S.REJECTED: 60,
}


def lines(counts: dict[Status, int], **places: object) -> tuple[Line, ...]:
    return tuple(Line(status=status, count=count, **places.get(status.value, {})) for status, count in counts.items())  # type: ignore[arg-type]


def test_december_2024_as_printed_does_not_add_up_and_the_reason_is_named() -> None:
    printed = Standing(unit=Unit.PERSON, total=1158, lines=lines(DECEMBER))
    with pytest.raises(BadInput) as refused:
        printed.check()
    assert refused.value.code == "does_not_add_up"
    assert (refused.value.params["summed"], refused.value.params["difference"]) == (1237, 79)
    assert suspects(printed.lines, 79) == [(S.SANCTIONED, S.REJECTED)]


def test_it_adds_up_when_nineteen_sit_inside_another_line_and_sixty_outside() -> None:
    told = lines(DECEMBER, sanctioned={"within": S.AWAITING_PPK}, rejected={"outside": True})
    standing = Standing(unit=Unit.PERSON, total=1158, lines=told)
    standing.check()
    assert standing.summed == 667 + 436 + 4 + 24 + 27


def test_cases_of_bawaslu_three_days_earlier_do_not_add_up_either() -> None:
    told = (Line(status=S.AWAITING_BKN, count=314), Line(status=S.NOT_PROVEN, count=99))
    with pytest.raises(BadInput) as refused:
        Standing(unit=Unit.CASE, total=433, lines=told).check()
    assert refused.value.params["difference"] == -20
    assert suspects(told, -20) == []


@pytest.mark.parametrize(
    "inner",
    [
        Line(status=S.SANCTIONED, count=11, within=S.AWAITING_PPK),
        Line(status=S.SANCTIONED, count=1, within=S.OTHER),
        Line(status=S.SANCTIONED, count=1, within=S.SANCTIONED),
    ],
)
def test_a_part_is_no_larger_than_its_whole_and_the_whole_is_there(inner: Line) -> None:
    with pytest.raises(BadInput) as refused:
        Standing(unit=Unit.ACT, total=10, lines=(Line(status=S.AWAITING_PPK, count=10), inner)).check()
    assert refused.value.field == "place_sanctioned"


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=9), st.integers(-50, 50))
def test_only_the_sum_itself_is_taken(numbers: list[int], off: int) -> None:
    counts = dict(zip(Status, numbers, strict=False))
    standing = Standing(unit=Unit.CASE, total=max(0, sum(counts.values()) + off), lines=lines(counts))
    if standing.summed == standing.total:
        standing.check()
        return
    with pytest.raises(BadInput):
        standing.check()


@given(st.lists(st.integers(1, 60), min_size=2, max_size=9), st.integers(1, 200))
def test_suspects_make_exactly_the_difference(numbers: list[int], difference: int) -> None:
    counts = dict(zip(Status, numbers, strict=False))
    for some in suspects(lines(counts), difference):
        assert sum(counts[status] for status in some) == difference
