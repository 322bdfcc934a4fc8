"""What somebody reads of careers by their printed link: the policies in force, and the own steps with their reasons."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from sinetra.apps.careers.models import CareerStep
from sinetra.apps.careers.selectors import in_force, own_steps
from sinetra.apps.prevention.selectors.personal_links import own_link
from sinetra.apps.registry.models import Person
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.clock import today
from sinetra.web.access import public
from sinetra.web.career_words import KINDS, REASONS, mark, said, span
from sinetra.web.parts import Pair
from sinetra.web.public.participation.own_section import Line, Section

MOST = 20


def career_policies(person: Person, link: str) -> Section | None:
    """None where the office has published none."""
    rows = in_force(person.organisation_id, today(person.organisation.region_id))[:MOST]
    lines = [
        Line(title=row.title, text=row.number, url=reverse("own_policy", args=[link, row.pk]) if link else "")
        for row in rows
    ]
    return Section(id="kebijakan", title=_("Kebijakan karier yang berlaku"), lines=lines, empty="") if lines else None


def own_career(person: Person) -> Section | None:
    """None where nothing is on record. No other person is named, and no report: none is read."""
    rows = list(own_steps(person)[:MOST])
    lines = [Line(title=f"{KINDS[row.kind]}: {row.title}", text=_told(row)) for row in rows]
    return Section(id="karier", title=_("Langkah karier Anda"), lines=lines, empty="") if lines else None


def _told(row: CareerStep) -> str:
    day = row.ended_on or row.effective_on or row.decided_on or row.proposed_on
    return " · ".join((mark(row)[1], str(REASONS[row.reason]), said(day)))


@public
@never_cache
@require_GET
def own_policy(request: HttpRequest, link: str, pk: UUID) -> HttpResponse:
    """One that is in force, for who holds a link of the same office."""
    found = own_link(link)
    day = today(found.organisation.region_id)
    row = in_force(found.organisation_id, day).filter(pk=pk).first()
    if row is None:
        raise NotFound(gettext_noop("Kebijakan ini tidak ada."))
    told = [
        (_("Nomor"), row.number),
        (_("Tanggal kebijakan"), said(row.dated_on)),
        (_("Masa"), span(row.from_on, row.until_on)),
    ]
    context = {
        "policy": row,
        "pairs": [Pair(term=term, value=value) for term, value in told],
        "back": reverse("own_page", args=[link]),
    }
    return render(request, "public/participation/own_policy.html", context)
