"""What the workspace shows of sessions: those of today and of the week to come."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.apps.prevention.models import Activity, ActivitySession
from sinetra.apps.prevention.selectors.activities import sessions_between
from sinetra.web.parts import Cell, Column, Table
from sinetra.web.public.participation.session_facts import hours_said, session_title
from sinetra.web.staff.prevention.attendance.words import STATES
from sinetra.web.staff.prevention.words import day_said

AHEAD = timedelta(days=7)
MOST = 20


def sessions_for(actor: Actor, day: date) -> Table | None:
    """None when there is nothing to show. Who only organises a unit sees what concerns that unit."""
    if not may(actor, "activity.read"):
        return None
    rows = sessions_between(actor, day, day + AHEAD).exclude(activity__state=Activity.State.CANCELLED)
    if actor.units and not may(actor, "activity.plan"):
        rows = rows.filter(Q(unit__in=actor.units) | Q(activity__invited_units__unit__in=actor.units)).distinct()
    found = [_cells(actor, row, day) for row in rows[:MOST]]
    if not found:
        return None
    heads = (pgettext("sesi", "Kegiatan"), _("Sesi"), pgettext("sesi", "Hari"), _("Waktu"), _("Keadaan"))
    columns = [Column(text=head) for head in heads]
    return Table(caption=_("Sesi hari ini dan tujuh hari ke depan"), columns=columns, rows=found)


def _cells(actor: Actor, row: ActivitySession, day: date) -> list[Cell]:
    leads = may(actor, "attendance.read", row.activity)
    sentiment, word = STATES[ActivitySession.State(row.state)]
    return [
        Cell(text=row.activity.title, url=reverse("activity", args=[row.activity_id])),
        Cell(text=session_title(row), url=reverse("session", args=[row.pk]) if leads else ""),
        Cell(text=_("hari ini") if row.day == day else day_said(row.day)),
        Cell(text=hours_said(row)),
        Cell(text=str(word), sentiment=sentiment),
    ]
