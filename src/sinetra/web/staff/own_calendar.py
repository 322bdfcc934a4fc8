"""One's own calendar links: open due dates in the calendar of a phone or an office, renewed and revoked here."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from sinetra.apps.cases.actions import issue_calendar_link, revoke_calendar_link
from sinetra.apps.cases.actions.issue_calendar_link import IssuedLink
from sinetra.apps.cases.calendar_feed import current_links
from sinetra.apps.cases.models import CalendarLink
from sinetra.apps.cases.vocabulary import CalendarScope
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.web.access import StaffRequest, staff
from sinetra.web.qr import qr_picture
from sinetra.web.staff.accounts.leaving import own_user

WORDS = {
    CalendarScope.OWN: (_lazy("Tenggat saya"), _lazy("Perkara yang penanggung jawabnya Anda.")),
    CalendarScope.OFFICE: (_lazy("Tenggat kantor"), _lazy("Semua perkara yang boleh Anda baca.")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """``link`` None: there is none."""

    scope: CalendarScope
    title: str
    text: str
    link: CalendarLink | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A new link, seen once."""

    title: str
    address: str
    qr: SafeString
    issued: IssuedLink


@staff("calendar_link.issue")
@never_cache
def own_calendar(request: StaffRequest) -> HttpResponse:
    return _page(request, None)


@staff("calendar_link.issue")
@never_cache
@require_POST
def issue(request: StaffRequest, scope: str) -> HttpResponse:
    wanted = _scope(scope)
    issued = issue_calendar_link(user=own_user(request), scope=wanted, actor=request.actor)
    address = request.build_absolute_uri(reverse("due_calendar", args=[issued.text]))
    title = str(WORDS[wanted][0])
    return _page(request, Shown(title=title, address=address, qr=qr_picture(address), issued=issued))


@staff("calendar_link.issue")
@require_POST
def revoke(request: StaffRequest, scope: str) -> HttpResponse:
    revoke_calendar_link(user=own_user(request), scope=_scope(scope), actor=request.actor)
    messages.success(request, _("Tautan kalender dicabut. Kalender yang memakainya tidak diperbarui lagi."))
    return redirect("own_calendar")


def _scope(text: str) -> CalendarScope:
    try:
        return CalendarScope(text)
    except ValueError:
        raise NotFound(gettext_noop("Kalender ini tidak ada.")) from None


def _page(request: StaffRequest, shown: Shown | None) -> HttpResponse:
    current = current_links(request.actor, own_user(request))
    rows = [
        Row(scope=scope, title=str(title), text=str(text), link=current.get(scope))
        for scope, (title, text) in WORDS.items()
    ]
    return render(request, "staff/own_calendar.html", {"rows": rows, "shown": shown})
