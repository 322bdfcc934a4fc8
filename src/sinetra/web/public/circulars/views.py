"""The published circulars of the offices of this installation, and one of them with its law."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import PUBLIC
from sinetra.apps.base.paging import page
from sinetra.apps.prevention.circular_letter import letter_of
from sinetra.apps.prevention.models import Circular
from sinetra.apps.prevention.selectors import circulars as rows_of
from sinetra.ports.clock import today
from sinetra.web import circular_view
from sinetra.web.access import public
from sinetra.web.parts import Link

SIZE = 20


@public
def public_circulars(request: HttpRequest) -> HttpResponse:
    after = request.GET.get("after")
    found = page(rows_of.published(), order=("-published_on", "-id"), after=after, size=SIZE)
    context = {
        "lines": [(row, circular_view.state_of(row)) for row in found],
        "newer": request.path if after else "",
        "older": f"?after={found.next_token}" if found.next_token else "",
        "back": Link(text=_("Aturan"), url=reverse("rulebook")),
    }
    return render(request, "public/circulars/list.html", context)


@public
def public_circular(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Also one that no longer holds, so that a printed address says what became of it."""
    row = rows_of.circular(PUBLIC, pk)
    letter, day = letter_of(row), today(row.region_id)
    state = circular_view.state_of(row)
    context = {
        "circular": row,
        **circular_view.letter_context(letter),
        "state": state,
        "holds": row.state == "published",
        "law_lines": circular_view.law_lines(row, day),
        "changes_url": circular_view.changes_url(row, day),
        "annexes": row.annexes.order_by("place"),
        "pairs": circular_view.links(_shown(row.supersedes), rows_of.successor(row), "public_circular"),
        "back": Link(text=_("Semua edaran"), url=reverse("public_circulars")),
    }
    return render(request, "public/circulars/circular.html", context)


def _shown(row: Circular | None) -> Circular | None:
    """One that is known from the press only has no public page."""
    return row if row is not None and row.letter else None


@public
def public_circular_pdf(request: HttpRequest, pk: UUID) -> HttpResponse:
    return circular_view.pdf_response(request, rows_of.circular(PUBLIC, pk))


@public
def public_circular_message(request: HttpRequest, pk: UUID) -> HttpResponse:
    return circular_view.message_response(request, rows_of.circular(PUBLIC, pk))


@public
def public_circular_annex(request: HttpRequest, pk: UUID, place: int) -> HttpResponse:
    return circular_view.annex_response(rows_of.annex(PUBLIC, pk, place))
