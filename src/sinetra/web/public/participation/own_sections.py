"""What somebody sees of themselves by their printed link: each thing answers for itself with a section, or None."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinetra.apps.prevention.models import Attendance, PledgeSignature
from sinetra.apps.registry.models import Person
from sinetra.web.format import day_text
from sinetra.web.public.participation.own_careers import career_policies, own_career
from sinetra.web.public.participation.own_section import Line, Section
from sinetra.web.public.participation.session_facts import session_title

MOST = 50


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


#: In the order of the page. ``(person, link as in the address) -> Section``.
SECTIONS: tuple[Callable[[Person, str], Section | None], ...] = (
    lambda person, _link: sessions(person),
    lambda person, _link: pledges(person),
    career_policies,
    lambda person, _link: own_career(person),
)


def sections(person: Person, link: str) -> list[Section]:
    return [found for make in SECTIONS if (found := make(person, link)) is not None]


def _day(day: date | None) -> str:
    return day_text(day, get_language() or "id") if day else ""


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
