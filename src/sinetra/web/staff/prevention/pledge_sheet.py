"""The pledge on paper: the sheet to print, and what was signed on it, with its scan."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sinetra.apps.prevention import kept_files
from sinetra.apps.prevention.actions.enter_pledge_sheet import enter_pledge_sheet
from sinetra.apps.prevention.models import PledgeSignature, PledgeText
from sinetra.apps.prevention.selectors import unit_pledges
from sinetra.apps.prevention.uploads import ENDINGS
from sinetra.apps.registry.models import Person, Unit
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.scanner import HEAD, scanner
from sinetra.web.access import StaffRequest, staff
from sinetra.web.downloads import download
from sinetra.web.parts import Link
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.prevention.pledge_forms import SheetForm
from sinetra.web.staff.prevention.pledge_unit import text_for
from sinetra.web.staff.prevention.pledges import office_day, version_said

# One pile of paper; whoever is left comes on the next.
MOST = 200
EMPTY_LINES = range(5)


def _unsigned(request: StaffRequest, unit: Unit, text: PledgeText) -> list[Person]:
    return list(unit_pledges.people(request.actor, unit, text, signed=False).order_by("name", "id")[:MOST])


def _back(unit: Unit, text: PledgeText) -> Link:
    return Link(text=unit.name, url=f"{reverse('unit_pledges', args=[unit.pk])}?teks={text.pk}")


@staff("pledge.organise")
def print_sheet(request: StaffRequest, pk: UUID) -> HttpResponse:
    unit = unit_pledges.own_unit(request.actor, pk)
    text = text_for(request.actor, request.GET.get("teks"))
    context = {
        "unit": unit,
        "text": text,
        "said": version_said(text),
        "people": _unsigned(request, unit, text),
        "empty_lines": EMPTY_LINES,
        "back": _back(unit, text),
    }
    return render(request, "staff/pledge/sheet.html", context)


@staff("pledge.organise")
@require_http_methods(["GET", "POST"])
def enter_sheet(request: StaffRequest, pk: UUID) -> HttpResponse:
    unit = unit_pledges.own_unit(request.actor, pk)
    text = text_for(request.actor, request.GET.get("teks"))
    unsigned = _unsigned(request, unit, text)
    files = request.FILES if request.method == "POST" else None
    form = SheetForm(posted(request), files, unsigned, office_day(request.actor))
    if form.is_valid():
        rows = attempt(form, lambda: _enter(request, unit, text, unsigned, form.cleaned_data))
        if rows is not None:
            done = ngettext("%(n)s tanda tangan dicatat.", "%(n)s tanda tangan dicatat.", len(rows)) % {"n": len(rows)}
            messages.success(request, done)
            return redirect(_back(unit, text).url)
    context = {
        "unit": unit,
        "said": version_said(text),
        "form": form,
        "is_full": len(unsigned) == MOST,
        "back": _back(unit, text),
    }
    return render(request, "staff/pledge/enter.html", context)


def _enter(
    request: StaffRequest, unit: Unit, text: PledgeText, unsigned: list[Person], given: dict[str, Any]
) -> list[PledgeSignature]:
    ticked = set(given["people"])
    return enter_pledge_sheet(
        unit=unit,
        text=text,
        people=[row for row in unsigned if str(row.pk) in ticked],
        names=given["names"],
        signed_on=given["signed_on"],
        scan=given["scan"],
        today=office_day(request.actor),
        actor=request.actor,
    )


@staff("pledge.organise")
@never_cache
def scan(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Always a download: nothing that somebody sent is shown under this site's own address."""
    row = unit_pledges.signature(request.actor, pk)
    if not row.scan:
        raise NotFound(gettext_noop("Tanda tangan ini tanpa kertas."))
    content = kept_files.opened(row.scan, kept_files.PLEDGE)
    media_type = scanner().scan(content[:HEAD]).media_type or ""
    return download(content, media_type, f"lembar-ikrar-{row.signed_on}.{ENDINGS[media_type][0]}")
