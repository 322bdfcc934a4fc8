"""Which test a participant may take now, and which form it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sinetra.apps.prevention.models import (
    ActivitySession,
    Attendance,
    BankQuestion,
    KnowledgeTest,
    TestOpening,
    TestResult,
    TestSheet,
)
from sinetra.apps.prevention.standing import fault
from sinetra.ports.clock import today

#: The delayed test, after the session closed: four to eight weeks.
DELAYED_FROM, DELAYED_FOR = timedelta(weeks=4), timedelta(weeks=4)
Moment = TestSheet.Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """First and last day of the delayed test."""

    start: date
    end: date


def delayed_window(session: ActivitySession) -> Window | None:
    """Counted from the legal date on which its tests were closed; None while they are not."""
    result = TestResult.objects.filter(session=session).only("closed_on").first()
    return None if result is None else window_after(result.closed_on)


def window_after(closed_on: date) -> Window:
    """
    >>> window_after(date(2024, 11, 22))
    Window(start=datetime.date(2024, 12, 20), end=datetime.date(2025, 1, 17))
    """
    return Window(start=closed_on + DELAYED_FROM, end=closed_on + DELAYED_FROM + DELAYED_FOR)


def moment_now(attendance: Attendance) -> Moment | None:
    """The test that is open for the participant, taken or not; None when none is."""
    session = attendance.session
    if not KnowledgeTest.objects.filter(activity_id=attendance.activity_id).exists():
        return None
    if session.state == ActivitySession.State.CLOSED:
        window, day = delayed_window(session), today(session.activity.region_id)
        return Moment.DELAYED if window and window.start <= day <= window.end else None
    if session.state != ActivitySession.State.OPEN:
        return None
    return Moment.AFTER if TestOpening.objects.filter(session=session).exists() else Moment.BEFORE


def form_of(attendance: Attendance, moment: Moment) -> str:
    """``a`` or ``b``. The last bit of the row's id is random, so half have A first; the delayed test repeats the form
    of the one before, which is the longest ago.
    """
    first, second = ("a", "b") if attendance.pk.int & 1 else ("b", "a")
    return second if moment == Moment.AFTER else first


def questions_for(attendance: Attendance, moment: Moment) -> list[BankQuestion]:
    """In the order of the form, without those that fell out of use since the form was made."""
    test = KnowledgeTest.objects.get(activity_id=attendance.activity_id)
    wanted = test.form_a if form_of(attendance, moment) == "a" else test.form_b
    rows = {str(row.pk): row for row in BankQuestion.objects.filter(pk__in=wanted)}
    day = today(attendance.activity.region_id)
    return [rows[name] for name in wanted if name in rows and fault(rows[name], day) is None]
