"""An agreement is recorded, changed, ended; an obligation is added and settled."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.agreements.actions.add_obligation import ObligationDraft, add_obligation, settle_obligation
from sinetra.apps.agreements.actions.end_agreement import end_agreement
from sinetra.apps.agreements.actions.write_agreement import AgreementDraft, write_agreement
from sinetra.apps.agreements.models import Agreement
from sinetra.apps.agreements.sealed import contacts_of
from sinetra.apps.agreements.selectors import agreement as agreement_row
from sinetra.apps.agreements.selectors import obligation as obligation_row
from sinetra.apps.base.policy import visible
from sinetra.apps.registry.models import Organisation
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link, Pair
from sinetra.web.staff.agreements.forms import AgreementForm, DoneForm, EndForm, ObligationForm
from sinetra.web.staff.attempt import attempt, posted

_FORM = "staff/prevention/form.html"


def _others(request: StaffRequest) -> QuerySet[Organisation]:
    return visible(request.actor, Organisation).exclude(pk=request.actor.office).order_by("name")


@staff("agreement.write")
@require_http_methods(["GET", "POST"])
def new_agreement(request: StaffRequest) -> HttpResponse:
    office = visible(request.actor, Organisation).get(pk=request.actor.office)
    form = AgreementForm(posted(request), partners=_others(request), initial={"parties": [office.name]})
    if form.is_valid():
        made = attempt(form, lambda: write_agreement(draft=_draft(form), actor=request.actor))
        if made is not None:
            messages.success(request, _("Kesepakatan dicatat. Tambahkan kewajibannya."))
            return redirect("agreement", pk=made.pk)
    back = Link(text=_("Semua kesepakatan"), url=reverse("agreements"))
    return _form(request, _("Catat kesepakatan"), form, _("Simpan"), back)


@staff("agreement.write")
@require_http_methods(["GET", "POST"])
def edit_agreement(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = agreement_row(request.actor, pk)
    form = AgreementForm(posted(request), partners=_others(request), initial=_told(row))
    if form.is_valid():
        version = form.cleaned_data["version"]
        kept = attempt(
            form,
            lambda: write_agreement(draft=_draft(form), actor=request.actor, agreement=row, version=version),
        )
        if kept is not None:
            messages.success(request, _("Disimpan."))
            return redirect("agreement", pk=pk)
    return _form(request, _("Ubah kesepakatan"), form, _("Simpan"), _back(row))


def _told(row: Agreement) -> dict[str, Any]:
    names = (
        *("version", "title", "number", "parties", "partner", "scope", "signatories"),
        *("signed_on", "valid_from", "valid_until", "review_on"),
    )
    articles = [(item["number"], item["text"]) for item in row.articles]
    return {**{name: getattr(row, name) for name in names}, "articles": articles, "contacts": contacts_of(row)}


def _draft(form: AgreementForm) -> AgreementDraft:
    given = {name: value for name, value in form.cleaned_data.items() if name != "version"}
    return AgreementDraft(**given)


def _form(request: StaffRequest, title: str, form: Any, submit: str, back: Link, **more: Any) -> HttpResponse:
    return render(request, _FORM, {"title": title, "form": form, "submit": submit, "back": back, **more})


def _back(row: Agreement) -> Link:
    return Link(text=row.title, url=reverse("agreement", args=[row.pk]))


@staff("agreement.end")
@require_http_methods(["GET", "POST"])
def end(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = agreement_row(request.actor, pk)
    form = EndForm(posted(request))
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        if attempt(form, lambda: end_agreement(agreement=row, reason=reason, actor=request.actor)) is not None:
            messages.success(request, _("Kesepakatan diakhiri."))
            return redirect("agreement", pk=pk)
    context = {
        "title": _("Akhiri kesepakatan"),
        "consequences": [
            _("Permintaan data yang baru tidak dapat menyebut kesepakatan ini."),
            _("Naskah, kewajiban, dan permintaan yang sudah ada tetap tersimpan."),
        ],
        "form": form,
        "submit": _("Akhiri"),
        "stop": True,
        "back": _back(row),
    }
    return render(request, "parts/confirm.html", context)


@staff("agreement.write")
@require_http_methods(["GET", "POST"])
def new_obligation(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = agreement_row(request.actor, pk)
    sides = [row.organisation_id, *([row.partner_id] if row.partner_id else [])]
    owners = visible(request.actor, Organisation).filter(pk__in=sides).order_by("name")
    form = ObligationForm(posted(request), owners=owners)
    if form.is_valid():
        draft = ObligationDraft(**form.cleaned_data)
        if attempt(form, lambda: add_obligation(agreement=row, draft=draft, actor=request.actor)) is not None:
            messages.success(request, _("Kewajiban ditambahkan."))
            return redirect("agreement", pk=pk)
    lead = _("Kewajiban adalah janji. Ia tidak membuka data apa pun dengan sendirinya.")
    return _form(request, _("Tambah kewajiban"), form, _("Tambahkan"), _back(row), lead=lead)


@staff("obligation.settle")
@require_http_methods(["GET", "POST"])
def settle(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Done becomes open again, and the other way round."""
    row = obligation_row(request.actor, pk)
    form = DoneForm(posted(request), initial={"do": "reopen" if row.done_on else "done"})
    done_on = today(row.agreement.region_id) if form["do"].value() == "done" else None
    if form.is_valid():
        note = form.cleaned_data.get("note", "")
        if attempt(form, lambda: settle_obligation(obligation=row, done_on=done_on, note=note, actor=request.actor)):
            messages.success(request, _("Kewajiban selesai.") if done_on else _("Kewajiban dibuka lagi."))
            return redirect("agreement", pk=row.agreement_id)
    context = {
        "title": _("Nyatakan kewajiban selesai") if done_on else _("Buka lagi kewajiban"),
        "pairs": [Pair(term=_("Kewajiban"), value=row.text), Pair(term=_("Penanggung jawab"), value=row.owner)],
        "consequences": [_("Ia hilang dari Ruang kerja.") if done_on else _("Ia muncul lagi di Ruang kerja.")],
        "form": form,
        "submit": _("Selesai") if done_on else _("Buka lagi"),
        "back": _back(row.agreement),
    }
    return render(request, "parts/confirm.html", context)
