"""Activities as an actor may see them, their parts, and what of them counts."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.prevention.models import Activity, ActivityFile, ActivitySession, Commitment, InvitationLetter
from sinetra.apps.registry.models import Unit
from sinetra.core.errors import NotFound, gettext_noop

#: Of one month on a calendar page, and of one programme in one calendar file.
MOST_SESSIONS = 500


def activities(actor: Actor) -> QuerySet[Activity]:
    return policy.visible(actor, Activity).select_related("region")


def narrowed(rows: QuerySet[Activity], *, state: str = "", kind: str = "") -> QuerySet[Activity]:
    """``state`` is a state, or ``berita`` for what only the press knows; empty asks for nothing."""
    press_only = Q(story__isnull=False, confirmed_at=None)
    if state == "berita":
        rows = rows.filter(press_only)
    elif state:
        rows = rows.filter(state=state).exclude(press_only)
    return rows.filter(kind=kind) if kind else rows


def counted(actor: Actor) -> QuerySet[Activity]:
    """Held, and the organiser's own word: one known from the press only counts nowhere until it is confirmed."""
    rows = activities(actor).filter(state=Activity.State.HELD)
    return rows.filter(Q(story=None) | Q(confirmed_at__isnull=False))


def activity(actor: Actor, pk: UUID) -> Activity:
    found = (
        activities(actor)
        .select_related("story", "programme", "organisation__region", "confirmed_by")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotFound(gettext_noop("Kegiatan ini tidak ada."))
    return found


def session(actor: Actor, pk: UUID) -> ActivitySession:
    rows = policy.visible(actor, ActivitySession).select_related("activity__organisation", "unit")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Sesi ini tidak ada."))
    return found


def sessions_between(actor: Actor, first: date, last: date) -> QuerySet[ActivitySession]:
    """By day and hour; both days count. Without an hour first."""
    rows = policy.visible(actor, ActivitySession).filter(day__gte=first, day__lte=last)
    return rows.select_related("activity__organisation", "unit").order_by("day", "starts_at", "place", "id")


def undated(actor: Actor, first: date, last: date) -> QuerySet[Activity]:
    """Activities of these days none of whose sessions has a day: the press said when, not how."""
    rows = activities(actor).filter(starts_on__gte=first, starts_on__lte=last)
    return rows.exclude(sessions__day__isnull=False).order_by("starts_on", "id")


def letter(actor: Actor, pk: UUID) -> InvitationLetter:
    found = policy.visible(actor, InvitationLetter).select_related("activity").filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Surat ini tidak ada."))
    return found


def file(actor: Actor, pk: UUID) -> ActivityFile:
    found = policy.visible(actor, ActivityFile).select_related("activity").filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Berkas ini tidak ada."))
    return found


def open_commitments(actor: Actor, until: date) -> QuerySet[Commitment]:
    """Not done, with a last day up to ``until``, of activities that stand."""
    rows = policy.visible(actor, Commitment).filter(done_on__isnull=True, due_on__lte=until)
    return rows.exclude(activity__state=Activity.State.CANCELLED).select_related("activity")


def find_units(actor: Actor, text: str, kind: str, limit: int) -> list[Unit]:
    """By a part of the name or the beginning of the code, of one kind where it is given."""
    rows = policy.visible(actor, Unit)
    if kind:
        rows = rows.filter(kind=kind)
    if wanted := text.strip():
        rows = rows.filter(Q(name__icontains=wanted) | Q(code__istartswith=wanted))
    return list(rows.order_by("name", "id")[:limit])
