"""What somebody sees of themselves by their printed link: each thing answers for itself with a section, or None."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinetra.apps.prevention.models import Attendance, PledgeSignature
from sinetra.apps.registry.models import Person
from sinetra.web.format import day_text
from sinetra.web.public.participation.session_facts import session_title

MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    title: str
    text: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """``empty`` is what stands there while there is no line. ``id`` is for the heading."""

    id: str
    title: str
    lines: Sequence[Line]
    empty: str


def sessions(person: Person) -> Section:
    """Where they came, the last first. No result of a test: there is none after the session."""
    rows = Attendance.objects.filter(person=person).select_related("session__organisation", "activity")
    lines = [
        Line(title=row.activity.title, text=_joined(_day(row.session.day), session_title(row.session)))
        for row in rows.order_by("-came_at", "-id")[:MOST]
    ]
    return Section(id="sesi", title=_("Sesi yang Anda hadiri"), lines=lines, empty=_("Belum ada sesi tercatat."))


def pledges(person: Person) -> Section:
    rows = PledgeSignature.objects.filter(person=person).select_related("text").order_by("-signed_on", "-id")
    lines = [Line(title=row.text.title, text=_("ditandatangani %s") % _day(row.signed_on)) for row in rows[:MOST]]
    empty = _("Belum ada ikrar tercatat. Itu bukan fakta dalam perkara atau keputusan apa pun.")
    return Section(id="ikrar", title=_("Ikrar dan pakta Anda"), lines=lines, empty=empty)


#: In the order of the page.
SECTIONS: tuple[Callable[[Person], Section | None], ...] = (sessions, pledges)


def sections(person: Person) -> list[Section]:
    return [found for make in SECTIONS if (found := make(person)) is not None]


def _day(day: date | None) -> str:
    return day_text(day, get_language() or "id") if day else ""


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
