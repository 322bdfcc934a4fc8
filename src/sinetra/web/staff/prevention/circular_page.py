"""One circular: its text and law, what may be done with it; the second person publishes here."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import may, visible
from sinetra.apps.monitoring.models import Article
from sinetra.apps.prevention.actions.confirm_circular import confirm_circular
from sinetra.apps.prevention.actions.publish_circular import publish_circular
from sinetra.apps.prevention.actions.withdraw_circular import withdraw_circular
from sinetra.apps.prevention.circular_letter import letter_of
from sinetra.apps.prevention.models import Circular
from sinetra.apps.prevention.selectors import circulars as rows_of
from sinetra.ports.clock import today
from sinetra.web import circular_view
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link, Pair
from sinetra.web.staff.advice.forms import CheckForm
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.prevention.circular_step_forms import ConfirmForm, ReasonForm
from sinetra.web.staff.prevention.words import day_said


@staff("activity.read")
@require_http_methods(["GET", "POST"])
def circular(request: StaffRequest, pk: UUID) -> HttpResponse:
    """GET shows it; POST publishes what was read."""
    row = rows_of.circular(request.actor, pk)
    form = CheckForm(posted(request), initial={"version": row.version})
    if form.is_valid():
        version = form.cleaned_data["version"]
        if attempt(form, lambda: publish_circular(circular=row, version=version, actor=request.actor)) is not None:
            messages.success(request, _("Edaran terbit. Naskahnya tidak dapat diubah lagi."))
            return redirect("circular", pk=pk)
        row = rows_of.circular(request.actor, pk)
    return render(request, "staff/prevention/circulars/circular.html", _context(request, row, form))


def _context(request: StaffRequest, row: Circular, form: CheckForm) -> dict[str, Any]:
    day, actor = today(row.region_id), request.actor
    letter = None if row.state == Circular.State.PRESS else letter_of(row)
    return {
        "circular": row,
        "form": form,
        "state": circular_view.state_of(row),
        **(circular_view.letter_context(letter) if letter else {}),
        "pairs": _pairs(row),
        "prints": _prints(request, row),
        "law_lines": circular_view.law_lines(row, day),
        "changes_url": circular_view.changes_url(row, day),
        "annexes": row.annexes.order_by("place"),
        "writes": may(actor, "circular.write", row),
        "publishes": may(actor, "circular.publish", row),
        "is_author": row.written_by_id == actor.user_id,
        "follows_up": may(actor, "circular.record_receipt", row) or bool(actor.units),
        "back": Link(text=_("Semua edaran"), url=reverse("circulars")),
    }


def _pairs(row: Circular) -> list[Pair]:
    """What stands about it; of one from the press what the articles say."""
    people = (
        (_("Ditulis oleh"), row.written_by),
        (_("Diperiksa oleh"), row.checked_by),
        (_("Dikonfirmasi oleh"), row.confirmed_by),
        (_("Diakhiri oleh"), row.ended_by),
    )
    covers = {True: _("ya"), False: _("tidak"), None: _("tidak disebut")}[row.covers_non_asn]
    pairs = [
        Pair(term=_("Nomor"), value=row.number or _("diberikan saat terbit")),
        Pair(term=_("Tanggal surat"), value=day_said(row.issued_on)),
        Pair(term=_("Mencakup non-ASN"), value=covers),
        *(Pair(term=term, value=user.name) for term, user in people if user is not None),
    ]
    if row.published_on:
        pairs.append(Pair(term=_("Terbit"), value=day_said(row.published_on)))
    if row.ended_on:
        pairs.append(Pair(term=_("Berakhir"), value=day_said(row.ended_on)))
    pairs += circular_view.links(row.supersedes, rows_of.successor(row), "circular")
    if row.story_id:
        pairs.append(
            Pair(term=_("Sumber"), value=_("peristiwa dari berita"), url=reverse("story", args=[row.story_id]))
        )
    return pairs


def _prints(request: StaffRequest, row: Circular) -> list[Pair]:
    """The number as each article prints it, with the way to the place."""
    if not may(request.actor, "article.read"):
        return [Pair(term=item["number"], value=_("artikel")) for item in row.number_variants]
    keys = [item["article"] for item in row.number_variants]
    articles = {str(found.pk): found for found in visible(request.actor, Article).filter(pk__in=keys)}
    return [
        Pair(term=item["number"], value=found.outlet or found.title, url=reverse("article", args=[found.pk]))
        for item in row.number_variants
        if (found := articles.get(item["article"])) is not None
    ]


@staff("circular.withdraw")
@require_http_methods(["GET", "POST"])
def withdraw(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.circular(request.actor, pk)
    form = ReasonForm(posted(request))
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        if attempt(form, lambda: withdraw_circular(circular=row, reason=reason, actor=request.actor)) is not None:
            messages.success(request, _("Edaran dicabut."))
            return redirect("circular", pk=pk)
    context = {
        "title": _("Cabut edaran %(number)s") % {"number": row.number},
        "consequences": [
            _("Edaran tidak berlaku lagi, dan unit tidak diingatkan lagi."),
            _("Naskah dan alamatnya tetap ada dan menyebut alasan Anda."),
            _("Ada penggantinya? Buat edaran pengganti saja; yang lama berakhir dengan sendirinya."),
        ],
        "form": form,
        "submit": _("Cabut edaran"),
        "stop": True,
        "back": Link(text=_("Batal"), url=reverse("circular", args=[pk])),
    }
    return render(request, "parts/confirm.html", context)


@staff("circular.confirm")
@require_http_methods(["GET", "POST"])
def confirm(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.circular(request.actor, pk)
    form = ConfirmForm(posted(request), initial={"issued_on": row.issued_on})
    if form.is_valid():
        day = form.cleaned_data["issued_on"]
        if attempt(form, lambda: confirm_circular(circular=row, issued_on=day, actor=request.actor)) is not None:
            messages.success(request, _("Edaran dikonfirmasi."))
            return redirect("circular", pk=pk)
    context = {
        "title": _("Konfirmasi edaran %(number)s") % {"number": row.number},
        "consequences": [
            _("Anda menyatakan bahwa edaran ini memang ada, dengan nomor itu."),
            _("Nama Anda tercatat. Nomor dan sumber dari berita tetap tersimpan."),
        ],
        "form": form,
        "submit": _("Konfirmasi"),
        "back": Link(text=_("Batal"), url=reverse("circular", args=[pk])),
    }
    return render(request, "parts/confirm.html", context)
