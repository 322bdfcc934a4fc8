"""What a session is, in pairs: the same words on the page of the participant, of the organiser and on paper."""

from __future__ import annotations

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from sinetra.apps.prevention.models import ActivitySession
from sinetra.apps.prevention.session_time import zone
from sinetra.web.format import day_text
from sinetra.web.parts import Pair


def hours_text(session: ActivitySession) -> str:
    """The hours of the session with their zone, empty when none are written."""
    if session.starts_at is None:
        return ""
    sign = ":" if (get_language() or "id").startswith("en") else "."
    hours = [f"{hour:%H}{sign}{hour:%M}" for hour in (session.starts_at, session.ends_at) if hour is not None]
    return f"{'–'.join(hours)} {zone(session).abbreviation}"


def hours_said(session: ActivitySession) -> str:
    """The same in a table, where an empty place says nothing."""
    text = hours_text(session)
    if text and session.ends_at is None:
        return _("mulai %(hour)s") % {"hour": text}
    return text or _("belum disebut")


def session_title(session: ActivitySession) -> str:
    return session.title or session.venue or _("Sesi %(n)s") % {"n": session.place}


def session_pairs(session: ActivitySession) -> list[Pair]:
    activity = session.activity
    said = [
        (pgettext("sesi", "Kegiatan"), activity.title),
        (_("Sesi"), session_title(session)),
        (pgettext("sesi", "Hari"), day_text(session.day, get_language() or "id") if session.day else ""),
        (_("Jam"), hours_text(session)),
        (_("Tempat"), session.venue),
        (_("Unit yang dikunjungi"), session.unit.name if session.unit else session.unit_text),
        (_("Penyelenggara"), activity.organiser or session.organisation.name),
    ]
    return [Pair(term=term, value=value) for term, value in said if value]
