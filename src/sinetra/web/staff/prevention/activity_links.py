"""What else there is about an activity: who came, what the tests measured, certificates. For its page."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.apps.prevention.models import Activity
from sinetra.web.parts import Link


def activity_links(actor: Actor, activity: Activity, without: str = "") -> list[Link]:
    """Only what the role may open, and not ``without``. Nothing for an activity that only the press knows: nobody took
    attendance there."""
    if activity.known_from_press_only:
        return []
    pages = (
        ("activity_attendance", _("Semua yang hadir"), "attendance.read"),
        ("activity_test", _("Tes pemahaman"), "understanding.read"),
        ("certificates", _("Sertifikat"), "certificate.read"),
    )
    return [
        Link(text=word, url=reverse(name, args=[activity.pk]))
        for name, word, action in pages
        if name != without and may(actor, action, activity)
    ]
