"""Laporan nihil: a whole period, over, truly nil, once, and no longer counted when something came in after all."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from report_cast import Cast, filed, formal

from sinetra.apps.cases.actions import file_nil_report
from sinetra.apps.cases.models import NilReport
from sinetra.apps.cases.nil_reports import nil_reports
from sinetra.apps.cases.vocabulary import Period
from sinetra.apps.insight.selectors import public_figures
from sinetra.core.errors import BadInput, Conflict, Forbidden
from sinetra.ports.clock import today

pytestmark = pytest.mark.django_db


def stated(cast: Cast, day: str = "2024-11-13", **changes: Any) -> NilReport:
    given = {"organisation": cast.bawaslu, "period": Period.WEEK, "actor": cast.staff} | changes
    return file_nil_report(day=date.fromisoformat(day), **given)


def test_any_day_of_the_week_names_the_whole_week(cast: Cast) -> None:
    made = stated(cast)
    assert (made.begins_on, made.ends_on) == (date(2024, 11, 11), date(2024, 11, 17))
    month = stated(cast, "2024-10-31", period=Period.MONTH)
    assert (month.begins_on, month.ends_on) == (date(2024, 10, 1), date(2024, 10, 31))
    assert [row.period for row in nil_reports(cast.staff).order_by("-begins_on")] == ["week", "month"]


@pytest.mark.parametrize("day", ["2024-11-18", "2024-11-24", "2024-12-02"])
def test_a_period_that_is_not_over_cannot_be_nil(cast: Cast, day: str) -> None:
    with pytest.raises(BadInput) as caught:
        stated(cast, day)
    assert caught.value.field == "day"


def test_a_period_has_one_nil_report_and_each_office_its_own(cast: Cast) -> None:
    stated(cast)
    for day in ("2024-11-11", "2024-11-17"):
        with pytest.raises(Conflict) as caught:
            stated(cast, day)
        assert caught.value.code == "filed"
    stated(cast, organisation=cast.province, actor=cast.province_staff)
    assert NilReport.objects.count() == 2
    assert list(nil_reports(cast.staff)) == list(NilReport.objects.filter(organisation=cast.bawaslu))


def test_a_week_with_a_report_is_not_nil(cast: Cast) -> None:
    given = formal(happened_on="2024-11-11", known_on="2024-11-12")
    filed(given, datetime.fromisoformat("2024-11-17T23:30+07:00"))
    with pytest.raises(Conflict) as caught:
        stated(cast)
    assert caught.value.code == "not_nil"
    stated(cast, "2024-11-10")


def test_open_figures_show_them_and_no_longer_what_turned_out_not_to_be_nil(cast: Cast) -> None:
    stated(cast)
    stated(cast, "2024-11-06")
    assert public_figures(today()).table("nil_reports").cells == {"week": 2, "month": 0}
    # On paper, entered later: it was filed in that week after all.
    given = formal(happened_on="2024-11-11", known_on="2024-11-12")
    filed(given, datetime.fromisoformat("2024-11-14T10:00+07:00"))
    assert public_figures(today()).table("nil_reports").cells == {"week": 1, "month": 0}
    marks = {row.begins_on: row.is_outdated for row in nil_reports(cast.staff)}
    assert marks == {date(2024, 11, 11): True, date(2024, 11, 4): False}


def test_only_who_answers_for_the_whole_office_states_that_it_was_nil(cast: Cast) -> None:
    for actor in (*cast.outsiders, cast.custodian, cast.bkn_officer, cast.province_staff, cast.district_staff):
        with pytest.raises(Forbidden):
            stated(cast, actor=actor)
    for actor in (*cast.outsiders, cast.custodian, cast.bkn_officer):
        with pytest.raises(Forbidden):
            nil_reports(actor)
    assert not NilReport.objects.exists()
