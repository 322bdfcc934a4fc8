"""The sessions of an activity as links to their attendance, for the page of the activity."""

from __future__ import annotations

from django.urls import reverse

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.apps.prevention.models import Activity
from sinetra.web.parts import Link
from sinetra.web.public.participation.session_facts import session_title


def attendance_links(actor: Actor, activity: Activity) -> list[Link]:
    """In the order of the sessions; none for who does not organise."""
    if not may(actor, "attendance.read", activity):
        return []
    rows = activity.sessions.order_by("place")
    return [Link(text=session_title(row), url=reverse("session", args=[row.pk])) for row in rows]
