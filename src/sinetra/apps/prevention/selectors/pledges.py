"""Texts of a pledge: those of an office, those in force on a day, and what a participant has signed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from sinetra.apps.base import policy
from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.prevention.models import Attendance, PledgeSignature, PledgeText
from sinetra.core.errors import NotFound, gettext_noop


def texts(actor: Actor) -> QuerySet[PledgeText]:
    return policy.visible(actor, PledgeText).select_related("written_by", "checked_by")


def pledge_text(actor: Actor, pk: UUID) -> PledgeText:
    found = texts(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Teks ikrar ini tidak ada."))
    return found


def in_force(organisation_id: UUID, day: date) -> tuple[PledgeText, ...]:
    """The published version of each kind that counts on ``day``: the last to begin, the later number of one day."""
    begun = policy.visible(PUBLIC, PledgeText).filter(organisation_id=organisation_id, in_force_from__lte=day)
    newest: dict[str, PledgeText] = {}
    for row in begun.order_by("in_force_from", "number"):
        newest[row.kind] = row
    return tuple(newest[kind] for kind in PledgeText.Kind.values if kind in newest)


def signature_of(attendance: Attendance, text: PledgeText) -> PledgeSignature | None:
    """What the participant has signed, wherever; for verbs. A page shows ``signed_here``."""
    rows = PledgeSignature.objects.filter(text=text)
    if attendance.person_id is not None:
        return rows.filter(person_id=attendance.person_id).first()
    return rows.filter(person=None, name_key=attendance.name_key, unit_text=unit_words(attendance)).first()


def signed_here(attendance: Attendance, text: PledgeText) -> PledgeSignature | None:
    """What was signed at this activity. Whoever knows a NIP can have checked in under it, so a link tells nothing of
    what its person signed elsewhere."""
    found = signature_of(attendance, text)
    return found if found is not None and found.activity_id == attendance.activity_id else None


def unit_words(attendance: Attendance) -> str:
    """The unit as a signature names it: by the registry where it knows the unit, else as the participant said it."""
    return attendance.unit.name if attendance.unit is not None else attendance.unit_text
