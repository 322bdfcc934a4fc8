"""The letter as PDF and message, and the files beside it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sinetra.apps.prevention.actions.annex_circular import add_circular_annex, remove_circular_annex
from sinetra.apps.prevention.models import Circular
from sinetra.apps.prevention.selectors import circulars as rows_of
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.web import circular_view
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link
from sinetra.web.staff.attempt import attempt
from sinetra.web.staff.prevention.circular_step_forms import AnnexForm


def _written_here(request: StaffRequest, pk: UUID) -> Circular:
    """One that is known from the press only has no text. Errors: ``NotFound``."""
    row = rows_of.circular(request.actor, pk)
    if row.state == Circular.State.PRESS:
        raise NotFound(gettext_noop("Naskah edaran ini tidak ada di sini; yang diketahui hanya dari berita."))
    return row


@staff("activity.read")
def circular_pdf(request: StaffRequest, pk: UUID) -> HttpResponse:
    return circular_view.pdf_response(request, _written_here(request, pk))


@staff("activity.read")
def circular_message(request: StaffRequest, pk: UUID) -> HttpResponse:
    return circular_view.message_response(request, _written_here(request, pk))


@staff("circular.annex")
@require_http_methods(["GET", "POST"])
def add_annex(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.circular(request.actor, pk)
    form = AnnexForm(request.POST, request.FILES) if request.method == "POST" else AnnexForm()
    if form.is_valid():
        name, content = form.cleaned_data["name"], form.cleaned_data["file"]
        kept = attempt(form, lambda: add_circular_annex(circular=row, name=name, content=content, actor=request.actor))
        if kept is not None:
            messages.success(request, _("Lampiran disimpan."))
            return redirect("circular", pk=pk)
    context = {
        "title": _("Tambah lampiran"),
        "form": form,
        "submit": _("Periksa dan simpan"),
        "back": Link(text=_("Batal"), url=reverse("circular", args=[pk])),
    }
    return render(request, "staff/prevention/form.html", context)


@staff("activity.read")
def circular_annex(request: StaffRequest, pk: UUID, place: int) -> HttpResponse:
    return circular_view.annex_response(rows_of.annex(request.actor, pk, place))


@staff("circular.annex")
@require_POST
def remove_annex(request: StaffRequest, pk: UUID, place: int) -> HttpResponse:
    remove_circular_annex(annex=rows_of.annex(request.actor, pk, place), actor=request.actor)
    messages.success(request, _("Lampiran dihapus dari konsep."))
    return redirect("circular", pk=pk)
