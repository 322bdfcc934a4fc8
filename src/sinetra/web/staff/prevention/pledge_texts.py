"""The text of an oath or pledge: drafted from a starter, checked and published by a second person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import may
from sinetra.apps.prevention.actions.publish_pledge_text import publish_pledge_text
from sinetra.apps.prevention.actions.write_pledge_text import PledgeDraft, write_pledge_text
from sinetra.apps.prevention.models import PledgeText
from sinetra.apps.prevention.selectors import pledges as texts_of
from sinetra.catalogue import ROOT
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.core.prevention.pledge_templates import PledgeTemplate, load_pledge_templates
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link
from sinetra.web.staff.advice.forms import CheckForm
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.prevention.pledge_forms import PledgeTextForm
from sinetra.web.staff.prevention.pledges import KINDS, office_day, version_said


@staff("pledge.write")
@require_http_methods(["GET", "POST"])
def new_pledge_text(request: StaffRequest) -> HttpResponse:
    """``?jenis=`` says which kind; the starter of the catalogue stands in the fields already."""
    starter = _starter(request.GET.get("jenis", PledgeText.Kind.OATH))
    words = {
        "title": starter.title.id,
        "body": starter.body("id"),
        "written_part": starter.written_part.id,
        "in_force_from": office_day(request.actor),
    }
    form = PledgeTextForm(posted(request), initial=words)
    if form.is_valid():
        draft = _draft(PledgeText.Kind(starter.kind), form.cleaned_data)
        made = attempt(form, lambda: write_pledge_text(draft=draft, actor=request.actor))
        if made is not None:
            return _kept(request, made)
    return _form_page(request, form, starter, reverse("pledges"))


@staff("pledge.write")
@require_http_methods(["GET", "POST"])
def rewrite_pledge_text(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = texts_of.pledge_text(request.actor, pk)
    told = {name: getattr(row, name) for name in ("title", "body", "written_part", "in_force_from")}
    form = PledgeTextForm(posted(request), initial=told)
    if form.is_valid():
        draft = _draft(PledgeText.Kind(row.kind), form.cleaned_data)
        made = attempt(form, lambda: write_pledge_text(draft=draft, actor=request.actor, text=row))
        if made is not None:
            return _kept(request, made)
    return _form_page(request, form, _starter(row.kind), reverse("pledge_text", args=[pk]))


@staff("pledge.read")
@require_http_methods(["GET", "POST"])
def pledge_text(request: StaffRequest, pk: UUID) -> HttpResponse:
    """GET shows it; POST publishes what was read."""
    row = texts_of.pledge_text(request.actor, pk)
    if row.published_at is None and not may(request.actor, "pledge.write"):
        raise NotFound(gettext_noop("Teks ikrar ini tidak ada."))
    form = CheckForm(posted(request), initial={"version": row.version})
    if form.is_valid():
        version = form.cleaned_data["version"]
        if attempt(form, lambda: publish_pledge_text(text=row, version=version, actor=request.actor)) is not None:
            messages.success(request, _("Terbit. Mulai hari pertamanya, teks ini yang ditandatangani."))
            return redirect("pledge_text", pk=pk)
        row.refresh_from_db()
    context = {
        "text": row,
        "kind": KINDS[row.kind],
        "form": form,
        "said": version_said(row),
        "is_author": row.written_by_id == request.actor.user_id,
        "may_write": may(request.actor, "pledge.write"),
        "back": Link(text=_("Semua teks"), url=reverse("pledges")),
    }
    return render(request, "staff/pledge/text.html", context)


def _starter(kind: str) -> PledgeTemplate:
    found = next((row for row in load_pledge_templates(ROOT) if row.kind == kind), None)
    if found is None:
        raise NotFound(gettext_noop("Jenis teks ini tidak ada."))
    return found


def _draft(kind: PledgeText.Kind, given: dict[str, Any]) -> PledgeDraft:
    return PledgeDraft(kind=kind, **{name: given[name] for name in ("title", "body", "written_part", "in_force_from")})


def _kept(request: StaffRequest, row: PledgeText) -> HttpResponse:
    messages.success(request, _("Konsep disimpan. Orang lain memeriksa dan menerbitkannya."))
    return redirect("pledge_text", pk=row.pk)


def _form_page(request: StaffRequest, form: PledgeTextForm, starter: PledgeTemplate, back: str) -> HttpResponse:
    context = {
        "form": form,
        "title": _("Tulis teks: %(kind)s") % {"kind": KINDS[starter.kind]},
        "starter": starter,
        "starter_en": starter.body("en"),
        "back": Link(text=_("Batal"), url=back),
    }
    return render(request, "staff/pledge/write.html", context)
