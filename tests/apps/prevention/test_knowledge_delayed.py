"""The test after four weeks: when it is open, how it is compared, and that it is gone then."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from scipy import stats

from sinetra.apps.base.actor import Actor
from sinetra.apps.prevention.actions.close_tests import close_delayed, close_due_delayed
from sinetra.apps.prevention.models import (
    ActivitySession,
    Attendance,
    TestResult,
    TestSheet,
)
from sinetra.apps.prevention.moments import Moment, delayed_window, moment_now

sys.path.insert(0, str(Path(__file__).parent))

from knowledge_cast import AFTER, Room, answer, checker, close, room, taken, writer

__all__ = ["checker", "room", "writer"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def today_is(settings: Any) -> Callable[[date], None]:
    def shift(day: date) -> None:
        settings.SINETRA_AS_OF = day

    return shift


def closed(room: Room, writer: Actor) -> ActivitySession:
    taken(room, writer)
    close(room)
    return ActivitySession.objects.get(pk=room.session.pk)


def test_the_delayed_test_opens_after_four_weeks_for_four_weeks(
    room: Room, writer: Actor, today_is: Callable[[date], None]
):
    session = closed(room, writer)
    window = delayed_window(session)
    assert window is not None and (window.end - window.start).days == 28
    for day, moment in (
        (window.start - timedelta(days=1), None),
        (window.start, Moment.DELAYED),
        (window.end, Moment.DELAYED),
        (window.end + timedelta(days=1), None),
    ):
        today_is(day)
        assert moment_now(Attendance.objects.get(pk=room.guests[0].pk)) == moment, day


def test_it_is_compared_by_means_with_welchs_interval_and_then_deleted(
    room: Room, writer: Actor, today_is: Callable[[date], None]
):
    session = closed(room, writer)
    window = delayed_window(session)
    assert window is not None
    today_is(window.start)
    late = [6, 7, 8, 5, 9, 7]
    # The law of the questions may be another one by then; what is asked still stands.
    for pk, right in zip([guest.pk for guest in room.guests], late, strict=False):
        answer(Attendance.objects.get(pk=pk), Moment.DELAYED, right)
    scores = [sheet.score for sheet in TestSheet.objects.order_by("pk")]
    assert close_due_delayed(window.end) == 0
    assert TestSheet.objects.count() == 6
    assert close_due_delayed(window.end + timedelta(days=1)) == 1
    assert close_due_delayed(window.end + timedelta(days=2)) == 0
    row = TestResult.objects.get()
    told = stats.ttest_ind(scores, [10.0 * right for right in AFTER], equal_var=False).confidence_interval(0.95)
    assert row.delayed == 6
    assert (row.kept_low, row.kept_high) == pytest.approx(tuple(told))
    assert not TestSheet.objects.exists()
    assert close_delayed(session) is None


def test_few_delayed_tests_leave_no_number(room: Room, writer: Actor, today_is: Callable[[date], None]):
    session = closed(room, writer)
    window = delayed_window(session)
    assert window is not None
    today_is(window.start)
    answer(Attendance.objects.get(pk=room.guests[0].pk), Moment.DELAYED, 5)
    close_due_delayed(window.end + timedelta(days=1))
    row = TestResult.objects.get()
    assert (row.delayed, row.mean_delayed, row.kept) == (0, None, None)
    assert row.delayed_on is not None and not TestSheet.objects.exists()
