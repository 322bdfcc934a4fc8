"""Who gets a certificate of an activity: the one place that says so.

Whoever came to at least one session of it. Not a score, not the whole of several days: a certificate says *attended*,
and who had to go back to the counter after the first hour did. An activity that was held and has no session open.
"""

from __future__ import annotations

from uuid import UUID

from sinetra.apps.prevention.models import Activity, ActivitySession, Attendance, Certificate
from sinetra.apps.prevention.selectors.pledges import unit_words

Who = tuple[UUID | None, str, str]


def who(row: Attendance) -> Who:
    """One person, however many sessions they came to."""
    return (row.person_id, "", "") if row.person_id else (None, row.name_key, unit_words(row))


def whose(row: Certificate) -> Who:
    return (row.person_id, "", "") if row.person_id else (None, row.name_key, row.unit_text)


def entitled(activity: Activity) -> dict[Who, Attendance]:
    """One attendance a person, the first one, in the order of their coming. A number without a name gets no paper
    before somebody has matched it."""
    found: dict[Who, Attendance] = {}
    for row in (
        Attendance.objects.filter(activity=activity).exclude(name="").select_related("unit").order_by("came_at", "id")
    ):
        found.setdefault(who(row), row)
    return found


def is_over(activity: Activity) -> bool:
    """Held, known from more than the press, and no session still takes attendance."""
    if activity.state != Activity.State.HELD or activity.known_from_press_only:
        return False
    return not activity.sessions.filter(state=ActivitySession.State.OPEN).exists()
