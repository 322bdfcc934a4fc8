"""Certificates: of an activity for its organisers, of a participant for who has the link, and who may sign them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.prevention.models import Activity, Attendance, Certificate
from sinetra.apps.prevention.selectors.pledges import unit_words
from sinetra.apps.registry.selectors import Holder, holder_of
from sinetra.apps.registry.vocabulary import HeldRoleName
from sinetra.core.errors import NotFound, gettext_noop

_SIGN = (HeldRoleName.REGIONAL_SECRETARY, HeldRoleName.PPK, HeldRoleName.REGIONAL_HEAD)


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


def signatories(organisation_id: UUID, day: date) -> tuple[Holder, ...]:
    """Holders of an office on ``day`` who may sign for it, each person once."""
    found: dict[str, Holder] = {}
    for role in _SIGN:
        holder = holder_of(organisation_id, role, day)
        if holder is not None:
            found.setdefault(holder.name, holder)
    return tuple(found.values())
