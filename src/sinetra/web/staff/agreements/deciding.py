"""The owner of the data decides field by field, then tells what was approved; or closes the request."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.agreements.actions.close_request import close_request
from sinetra.apps.agreements.actions.decide_request import decide_request
from sinetra.apps.agreements.actions.disclose import disclose as disclose_data
from sinetra.apps.agreements.from_register import known_values
from sinetra.apps.agreements.sealed import people_of, purpose_of
from sinetra.apps.agreements.selectors import data_request as request_row
from sinetra.apps.agreements.vocabulary import RequestState
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link, Pair
from sinetra.web.staff.agreements.forms import EndForm
from sinetra.web.staff.agreements.request_forms import DecideForm, DiscloseForm
from sinetra.web.staff.attempt import attempt, posted

_FORM = "staff/prevention/form.html"


@staff("data_request.decide")
@require_http_methods(["GET", "POST"])
def decide(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = request_row(request.actor, pk)
    form = DecideForm(posted(request), list(row.fields.order_by("place")), initial={"version": row.version})
    if form.is_valid():
        given = form.cleaned_data
        done = attempt(
            form,
            lambda: decide_request(
                request=row,
                decisions=form.decisions(),
                reason=given["reason"],
                version=given["version"],
                actor=request.actor,
            ),
        )
        if done is not None:
            told = row.state == RequestState.DECIDED
            messages.success(request, _("Putusan disimpan. Ungkapkan isian yang disetujui.") if told else _("Ditolak."))
            return redirect("data_request", pk=pk)
    context = {
        "title": _("Putuskan permintaan data"),
        "lead": _("Setujui hanya yang perlu untuk tujuan itu. Setiap putusan menyebut alasannya."),
        "pairs": [
            Pair(term=_("Peminta"), value=row.requester_name),
            Pair(term=_("Tujuan"), value=purpose_of(row)),
            Pair(term=_("Tentang siapa"), value="; ".join(people_of(row))),
        ],
        "form": form,
        "submit": _("Simpan putusan"),
        "back": Link(text=row.matter, url=reverse("data_request", args=[pk])),
    }
    return render(request, _FORM, context)


@staff("disclosure.make")
@require_http_methods(["GET", "POST"])
def disclose(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = request_row(request.actor, pk)
    if row.state != RequestState.DECIDED:
        raise Conflict(gettext_noop("Permintaan ini tidak menunggu pengungkapan."))
    approved = [item for item in row.fields.order_by("place") if item.approved]
    day = today(row.organisation.region_id)
    people = people_of(row)
    form = DiscloseForm(
        posted(request),
        people=people,
        approved=approved,
        known=[known_values(request.actor, line) for line in people],
        day=day,
        initial={"version": row.version},
    )
    if form.is_valid():
        given, (instrument, article) = form.cleaned_data, form.basis()
        made = attempt(
            form,
            lambda: disclose_data(
                request=row,
                values=form.values(),
                days=given["days"],
                version=given["version"],
                instrument=instrument,
                article=article,
                actor=request.actor,
            ),
        )
        if made is not None:
            messages.success(request, _("Data diungkapkan. Setiap pembukaan dicatat."))
            return redirect("disclosure", pk=made.pk)
    context = {
        "title": _("Ungkapkan data"),
        "lead": _("Hanya isian yang disetujui. Pengungkapan ini menyebut dasar hukumnya sendiri."),
        "form": form,
        "submit": _("Ungkapkan"),
        "back": Link(text=row.matter, url=reverse("data_request", args=[pk])),
    }
    return render(request, _FORM, context)


@staff("data_request.decide")
@require_http_methods(["GET", "POST"])
def close(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = request_row(request.actor, pk)
    form = EndForm(posted(request))
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        if attempt(form, lambda: close_request(request=row, reason=reason, actor=request.actor)) is not None:
            messages.success(request, _("Permintaan ditutup."))
            return redirect("data_request", pk=pk)
    context = {
        "title": _("Tutup permintaan data"),
        "consequences": [
            _("Tidak ada isian yang diungkapkan. Peminta membaca alasan Anda."),
            _("Peminta dapat mengajukan permintaan baru."),
        ],
        "form": form,
        "submit": _("Tutup permintaan"),
        "stop": True,
        "back": Link(text=_("Batal"), url=reverse("data_request", args=[pk])),
    }
    return render(request, "parts/confirm.html", context)
