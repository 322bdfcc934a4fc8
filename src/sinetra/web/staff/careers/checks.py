"""Checked replacements: all of them, one, a new one; on its own or for a step."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import may, require, visible
from sinetra.apps.careers import selectors
from sinetra.apps.careers.actions import check_transfer
from sinetra.apps.careers.law import facts_of
from sinetra.apps.careers.models import CareerStep, TransferCheck
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import BadInput, Conflict
from sinetra.web.access import StaffRequest, staff
from sinetra.web.career_words import said, who
from sinetra.web.law_words import POSITIONS
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Cell, Column, Link, Pair
from sinetra.web.staff.attempt import posted
from sinetra.web.staff.careers.tabs import tabs
from sinetra.web.staff.lists import table
from sinetra.web.transfer_form import FIELDS, TransferForm, initial_of
from sinetra.web.transfer_view import ACTIONS, VERDICTS, transfer_view


@staff("career.read")
def transfer_checks(request: StaffRequest) -> HttpResponse:
    checks = may(request.actor, "transfer.check")
    listed = table(
        request,
        selectors.checks(request.actor),
        caption=_("Pemeriksaan, yang terakhir di atas"),
        columns=[Column(text=text) for text in (_("Tanggal pelantikan"), _("Putusan"), _("Jabatan"), _("Untuk"))],
        cells=_cells,
        empty=(
            _("Belum ada pemeriksaan"),
            _("Periksa satu usul, atau satu berkas sekaligus, sebelum pelantikan ditetapkan."),
        ),
    )
    actions = [
        Link(text=_("Periksa satu"), url=reverse("new_transfer_check")),
        Link(text=_("Periksa satu berkas"), url=reverse("screen_transfers")),
    ]
    context = {
        "table": listed,
        "title": _("Karier tanpa politik"),
        "lead": _("Penggantian pejabat diperiksa terhadap masa larangan sebelum ditetapkan."),
        "tabs": tabs(request.actor, "transfer_checks"),
        "actions": actions if checks else [],
        "back": Link(text=_("Register"), url=reverse("registry")),
    }
    return render(request, "staff/careers/list.html", context)


def _cells(row: TransferCheck) -> list[Cell]:
    sentiment, word = VERDICTS[row.verdict]
    position = row.facts.get("position", "")
    return [
        Cell(text=said(row.effective_on), url=reverse("transfer_check", args=[row.pk])),
        Cell(text=str(word), sentiment=sentiment),
        Cell(text=str(POSITIONS.get(position, "–"))),
        Cell(text=who(row.step), url=reverse("career_step", args=[row.step_id])) if row.step else Cell(text="–"),
    ]


@staff("career.read")
def transfer_check(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = selectors.check(request.actor, pk)
    step = row.step
    pairs = [
        Pair(term=_("Tanggal pelantikan"), value=said(row.effective_on)),
        Pair(term=_("Jenis"), value=str(ACTIONS.get(row.facts.get("action", "transfer"), ""))),
        Pair(term=_("Diperiksa"), value=f"{said(row.checked_on)} · {row.checked_by.name}"),
        Pair(term=_("Versi hukum"), value=row.law[:12]),
    ]
    if step is not None:
        pairs.insert(0, Pair(term=_("Untuk"), value=who(step), url=reverse("career_step", args=[step.pk])))
    back = Link(text=_("Cek mutasi"), url=reverse("transfer_checks"))
    context = {"view": transfer_view(row.result), "pairs": pairs, "back": back}
    return render(request, "staff/careers/check.html", context)


@staff("transfer.check")
@require_http_methods(["GET", "POST"])
def new_check(request: StaffRequest) -> HttpResponse:
    office = visible(request.actor, Organisation).get(pk=request.actor.office)
    facts = {"region": office.region_id} if office.region_id else {}
    back = Link(text=_("Cek mutasi"), url=reverse("transfer_checks"))
    return _page(request, facts, None, back)


@staff("transfer.check")
@require_http_methods(["GET", "POST"])
def check_step(request: StaffRequest, pk: UUID) -> HttpResponse:
    step = selectors.step(request.actor, pk)
    require(request.actor, "transfer.check", step)
    before = selectors.latest_check(step)
    facts = facts_of(step) if before is None else {**before.facts, **facts_of(step)}
    return _page(request, facts, step, Link(text=step.title, url=reverse("career_step", args=[pk])))


def _page(request: StaffRequest, facts: dict[str, Any], step: CareerStep | None, back: Link) -> HttpResponse:
    form = TransferForm(posted(request), initial=initial_of(facts), with_numbers=True)
    if form.is_valid():
        try:
            row = check_transfer(facts=form.facts(), step=step, actor=request.actor)
        except (BadInput, Conflict) as error:
            field = FIELDS.get(getattr(error, "field", None) or "")
            form.add_error(field, in_words(error))
        else:
            messages.success(request, _("Pemeriksaan tersimpan, dengan versi hukumnya."))
            return redirect("transfer_check", pk=row.pk)
    context = {
        "form": form,
        "title": _("Periksa terhadap masa larangan"),
        "lead": who(step) if step else "",
        "notes": [
            _("Hasilnya tersimpan dan tidak diubah; pemeriksaan baru dibuat bila keadaannya berubah."),
            _("Program menghitung; pejabat yang berwenang memutuskan."),
        ],
        "submit": _("Periksa dan simpan"),
        "back": back,
    }
    return render(request, "staff/prevention/form.html", context)
