"""Mediation, for the Tim Netralitas: the worklist, one of them with its messages, and each step as a page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.accounts.models import User
from sinetra.apps.advice import mediation_selectors as selectors
from sinetra.apps.advice.actions import (
    close_mediation,
    hold_mediation,
    offer_mediation,
    turn_away_mediation,
    write_in_mediation,
)
from sinetra.apps.advice.mediation_talk import Offer
from sinetra.apps.advice.models import Mediation
from sinetra.apps.advice.policies import person
from sinetra.apps.advice.vocabulary import MediationOutcome, MediationState, Side
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text
from sinetra.web.parts import Cell, Column, Link
from sinetra.web.staff.advice.mediation_forms import OUTCOMES, SIDES, MessageForm, OfferForm, OutcomeForm, TurnAwayForm
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.lists import table

ENDED = "selesai"
STATES: dict[str, tuple[str | Promise, str]] = {
    MediationState.NEW: (_lazy("baru"), "attention"),
    MediationState.OFFERED: (_lazy("ditawarkan"), "info"),
    MediationState.AGREED: (_lazy("keduanya setuju"), "good"),
    MediationState.HELD: (_lazy("sudah bertemu"), "info"),
    MediationState.CLOSED: (_lazy("selesai"), "good"),
    MediationState.DECLINED: (_lazy("tidak jadi"), "plain"),
    MediationState.WITHDRAWN: (_lazy("dihentikan"), "plain"),
}


@staff("mediation.read")
def mediations(request: StaffRequest) -> HttpResponse:
    """The oldest first; ``?keadaan=selesai`` those that wait to be erased."""
    done, day = request.GET.get("keadaan") == ENDED, today()
    listed = table(
        request,
        selectors.mediations(request.actor, is_open=not done),
        caption=_("Sudah berakhir, dihapus 30 hari sesudahnya") if done else _("Terbuka, yang terlama di atas"),
        columns=[Column(text=_("Keadaan")), Column(text=_("Diminta")), Column(text=_("Umur (hari)"), number=True)],
        cells=lambda row: _cells(row, day),
        order=("asked_on", "id"),
        empty=(
            _("Tidak ada mediasi"),
            _("Permintaan tanpa nama muncul di sini. Pegawai memintanya di halaman Mediasi."),
        ),
    )
    other = Link(text=_("Yang terbuka"), url=reverse("mediations"))
    if not done:
        other = Link(text=_("Yang sudah berakhir"), url=f"{reverse('mediations')}?keadaan={ENDED}")
    context = {"table": listed, "section": "mediations", "title": _("Mediasi"), "other": other}
    return render(request, "staff/advice/list.html", context)


def _cells(row: Mediation, day: date) -> list[Cell]:
    word, sentiment = STATES[row.state]
    return [
        Cell(text=str(word), sentiment=sentiment, url=reverse("mediation_item", args=[row.pk])),
        Cell(text=day_text(row.asked_on, get_language() or "id")),
        Cell(text=max((day - row.asked_on).days, 0)),
    ]


@staff("mediation.read")
@require_http_methods(["GET", "POST"])
def mediation(request: StaffRequest, pk: UUID) -> HttpResponse:
    view = selectors.mediation_view(request.actor, pk)
    form = MessageForm(posted(request), initial={"side": Side.ASKER})
    if form.is_valid():
        side, text = Side(form.cleaned_data["side"]), form.cleaned_data["text"]
        if attempt(form, lambda: write_in_mediation(mediation=view.row, side=side, text=text, actor=request.actor)):
            messages.success(request, _("Pesan terkirim."))
            return redirect("mediation_item", pk=pk)
    context = {
        "view": view,
        "form": form,
        "state": STATES[view.row.state],
        "outcome": OUTCOMES.get(view.row.outcome, ""),  # type: ignore[call-overload]
        "talk": [(message, SIDES[message.side]) for message in view.messages],
        "back": Link(text=_("Semua mediasi"), url=reverse("mediations")),
    }
    return render(request, "staff/advice/mediation.html", context)


@staff("mediation.offer")
@require_http_methods(["GET", "POST"])
def offer(request: StaffRequest, pk: UUID) -> HttpResponse:
    view = selectors.mediation_view(request.actor, pk)
    form = OfferForm(posted(request), initial=_own(request))

    def act() -> Mediation:
        given = dict(form.cleaned_data)
        is_free = given.pop("is_free")
        return offer_mediation(mediation=view.row, offer=Offer(**given), is_free=is_free, actor=request.actor)

    lines = [
        _("Keduanya membaca tawaran ini dengan kode masing-masing."),
        _("Persetujuan yang lama tidak berlaku lagi."),
    ]
    return _step(request, pk, form, act, _("Tawarkan mediator dan waktu"), lines, _("Tawarkan"))


@staff("mediation.hold")
@require_http_methods(["GET", "POST"])
def hold(request: StaffRequest, pk: UUID) -> HttpResponse:
    view = selectors.mediation_view(request.actor, pk)
    form = forms.Form(posted(request))
    lines = [_("Tercatat bahwa pertemuan sudah berlangsung."), _("Isi pembicaraan tidak ditulis di mana pun.")]
    return _step(
        request,
        pk,
        form,
        lambda: hold_mediation(mediation=view.row, actor=request.actor),
        _("Pertemuan sudah berlangsung"),
        lines,
        _("Catat"),
    )


@staff("mediation.close")
@require_http_methods(["GET", "POST"])
def close(request: StaffRequest, pk: UUID) -> HttpResponse:
    view = selectors.mediation_view(request.actor, pk)
    form = OutcomeForm(posted(request))

    def act() -> Mediation:
        outcome = MediationOutcome(form.cleaned_data["outcome"])
        return close_mediation(mediation=view.row, outcome=outcome, actor=request.actor)

    lines = [
        _("Hanya jenis hasil yang dicatat. Naskah kesepakatan dipegang keduanya."),
        _("Semuanya dihapus 30 hari lagi."),
    ]
    return _step(request, pk, form, act, _("Tutup mediasi"), lines, _("Tutup mediasi"))


@staff("mediation.turn_away")
@require_http_methods(["GET", "POST"])
def turn_away(request: StaffRequest, pk: UUID) -> HttpResponse:
    view = selectors.mediation_view(request.actor, pk)
    form = TurnAwayForm(posted(request))
    lines = [
        _("Mediasi berakhir. Yang meminta membaca pesan Anda."),
        _("Ancaman dan perintah atasan selalu lewat sini."),
    ]
    return _step(
        request,
        pk,
        form,
        lambda: turn_away_mediation(mediation=view.row, text=form.cleaned_data["text"], actor=request.actor),
        _("Tidak dapat dimediasi"),
        lines,
        _("Kirim dan akhiri"),
    )


def _step(
    request: StaffRequest,
    pk: UUID,
    form: forms.Form,
    act: Callable[[], Any],
    title: str,
    lines: list[str],
    submit: str,
) -> HttpResponse:
    """What will happen, what to fill in, and the verb; then back to the mediation."""
    if form.is_valid() and attempt(form, act) is not None:
        messages.success(request, _("Tercatat. Keduanya membacanya dengan kodenya."))
        return redirect("mediation_item", pk=pk)
    back = Link(text=_("Batal"), url=reverse("mediation_item", args=[pk]))
    context = {"title": title, "consequences": lines, "form": form, "submit": submit, "back": back}
    return render(request, "parts/confirm.html", context)


def _own(request: StaffRequest) -> dict[str, Any]:
    """The name and unit of whoever offers, as the registry knows them."""
    user = User.objects.select_related("person__unit").get(pk=person(request.actor))
    unit = user.person.unit if user.person else None
    return {"mediator": user.name, "unit": unit.name if unit else "", "day": today()}
