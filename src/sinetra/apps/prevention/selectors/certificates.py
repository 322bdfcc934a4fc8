"""Certificates: of an activity for its organisers, of a participant for who has the link."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.prevention.models import Activity, Attendance, Certificate
from sinetra.apps.prevention.selectors.pledges import unit_words
from sinetra.core.errors import NotFound, gettext_noop


def certificates(actor: Actor, activity: Activity) -> QuerySet[Certificate]:
    return policy.visible(actor, Certificate).filter(activity=activity)


def certificate(actor: Actor, pk: UUID) -> Certificate:
    found = policy.visible(actor, Certificate).select_related("activity").filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Sertifikat ini tidak ada."))
    return found


def certificate_of(attendance: Attendance) -> Certificate | None:
    """The newest of the participant in this activity, valid or revoked; the link is their right to it."""
    rows = Certificate.objects.filter(activity_id=attendance.activity_id)
    if attendance.person_id is not None:
        rows = rows.filter(person_id=attendance.person_id)
    else:
        rows = rows.filter(person=None, name_key=attendance.name_key, unit_text=unit_words(attendance))
    return rows.order_by("-id").first()
