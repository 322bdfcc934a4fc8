"""Reports that may tell of one event are proposed to be joined, and what they share is said."""

from __future__ import annotations

from typing import Any

import pytest
from joined_cast import second
from report_cast import Cast

from casework_rows import decided
from sinetra.apps.base.viewing import viewing
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.related import related
from sinetra.apps.cases.vocabulary import Outcome
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.selectors import report_view
from sinetra.core.casework.plenary import Decision

pytestmark = pytest.mark.django_db


def seen(cast: Cast, report: Report) -> list[Any]:
    with viewing(cast.staff, page="received_report", target=report.pk):
        return list(related(cast.staff, report_view(cast.staff, report.pk)))


def test_same_place_near_days_and_the_same_act_are_proposed_with_what_they_share(cast: Cast) -> None:
    matter = cast.matter()
    _code, report = second(happened_on="2024-11-21")
    (found,) = seen(cast, report)
    assert (found.report, found.matter) == (matter.report, matter)
    assert (found.days_apart, found.same_place, found.same_acts, found.same_role) == (1, True, ("like",), True)


@pytest.mark.parametrize(
    "changes",
    [
        {"happened_on": "2024-11-10"},
        {"region": "99.71.02"},
        {"acts": ["share"]},
        {"happened_on": None, "channel": "initial_information", "reporter": None},
    ],
)
def test_another_day_place_or_act_is_not_proposed(cast: Cast, changes: dict[str, Any]) -> None:
    cast.matter()
    assert seen(cast, second(**changes)[1]) == []


def test_what_somebody_told_apart_is_not_proposed_again_to_either(cast: Cast) -> None:
    matter = cast.matter()
    _code, report = second()
    assert seen(cast, report)
    act.tell_apart(report=report, other=matter.report, actor=cast.staff)
    assert seen(cast, report) == []
    assert seen(cast, matter.report) == []


def test_who_was_cleared_is_proposed_to_nobody(cast: Cast) -> None:
    matter = decided(cast.registered(), cast.commissioner, decision=Decision.NOT_PROVEN)
    _code, report = second()
    assert seen(cast, report), "the twin: while it is open"
    act.close(matter=matter, outcome=Outcome.NOT_PROVEN, actor=cast.commissioner)
    assert seen(cast, report) == []


def test_proposals_cost_the_same_with_three_candidates_and_with_eight(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    _code, report = second()
    for _ in range(3):
        second()
    with django_assert_max_num_queries(100) as few:
        seen(cast, report)
    for _ in range(6):
        second()
    with django_assert_max_num_queries(len(few)):
        assert len(seen(cast, report)) == 8
