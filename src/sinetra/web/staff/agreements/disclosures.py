"""The register of disclosures, one of them with who looked, and the door to what was told."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sinetra.apps.agreements.about_self import names_actor
from sinetra.apps.agreements.actions.end_disclosure import end_disclosure
from sinetra.apps.agreements.actions.export_register import tell_register_export
from sinetra.apps.agreements.actions.open_disclosure import is_open, open_disclosure
from sinetra.apps.agreements.cleared import is_cleared
from sinetra.apps.agreements.disclosure_sheet import sheet_of
from sinetra.apps.agreements.models import Disclosure, DisclosureOpening
from sinetra.apps.agreements.selectors import MOST_ROWS, openings
from sinetra.apps.agreements.selectors import disclosure as disclosure_row
from sinetra.apps.agreements.selectors import disclosures as register
from sinetra.apps.agreements.vocabulary import Opened
from sinetra.apps.base.policy import may
from sinetra.core.documents.disclosure import DisclosureSheet, disclosure_pdf
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.clock import now
from sinetra.web.access import StaffRequest, staff
from sinetra.web.downloads import download
from sinetra.web.parts import Cell, Column, Link, Pair
from sinetra.web.staff.agreements.forms import EndForm
from sinetra.web.staff.agreements.words import HOW, disclosure_state, field_word, instant_said
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.lists import table
from sinetra.web.staff.prevention.tabs import tabs
from sinetra.web.staff.prevention.words import day_said
from sinetra.web.workbook import Sheet, Value, about, workbook_response


@staff("data_request.read")
def disclosures(request: StaffRequest) -> HttpResponse:
    named = names_actor(request.actor)
    heads = (_("Pengungkapan"), _("Kepada"), _("Perkara nomor"), _("Isian"), _("Dasar hukum"), _("Keadaan"))
    listed = table(
        request,
        register(request.actor),
        caption=_("Register pengungkapan, yang terakhir di atas"),
        columns=[Column(text=text) for text in heads],
        cells=disclosure_cells,
        without=lambda row: named(row.request),
        empty=(_("Belum ada pengungkapan"), _("Setiap data yang diberikan kepada lembaga lain tercatat di sini.")),
    )
    file = Link(text=_("Unduh register (Excel)"), url=reverse("disclosures_xlsx"))
    context = {
        "table": listed,
        "tabs": tabs(request.actor, "data_requests"),
        "title": _("Register pengungkapan"),
        "actions": [file] if may(request.actor, "disclosure.read_register") else [],
    }
    return render(request, "staff/prevention/list.html", context)


def disclosure_cells(row: Disclosure) -> list[Cell]:
    sentiment, word = disclosure_state(row)
    return [
        Cell(text=f"{row.reference}, {day_said(row.disclosed_on)}", url=reverse("disclosure", args=[row.pk])),
        Cell(text=row.requester_name),
        Cell(text=row.request.matter),
        Cell(text="; ".join(row.fields)),
        Cell(text=row.basis),
        Cell(text=word, sentiment=sentiment),
    ]


@staff("disclosure.read_register")
def disclosures_xlsx(request: StaffRequest) -> HttpResponse:
    """What the register says; what was told is in no file of it."""
    named = names_actor(request.actor)
    rows = [row for row in register(request.actor).order_by("-id")[:MOST_ROWS] if not named(row.request)]
    heads = [_("Pengungkapan"), _("Tanggal"), _("Kepada"), _("Perkara nomor"), _("Jumlah orang"), _("Isian")]
    heads += [_("Dasar hukum"), _("Oleh"), _("Terbuka sampai (UTC)"), _("Ditutup (UTC)")]
    lines: list[list[Value]] = [
        [
            row.reference,
            row.disclosed_on.isoformat(),
            row.requester_name,
            row.request.matter,
            row.request.people_count,
            "; ".join(row.fields),
            row.basis,
            row.disclosed_by.name,
            row.expires_at.isoformat(timespec="minutes"),
            row.ended_at.isoformat(timespec="minutes") if row.ended_at else "",
        ]
        for row in rows
    ]
    tell_register_export(actor=request.actor, rows=len(lines))
    sheet = Sheet(title=_("Register pengungkapan"), rows=[heads, *lines], widths=(14, 12, 34, 28, 12, 50, 40, 28))
    most = _("Paling banyak %(most)s pengungkapan terbaru. Isi datanya tidak ada di berkas ini.") % {"most": MOST_ROWS}
    return workbook_response("register-pengungkapan.xlsx", sheet, about([most]))


@staff("data_request.read")
def disclosure(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = disclosure_row(request.actor, pk)
    return render(request, "staff/agreements/disclosure.html", _context(request, row))


def _context(request: StaffRequest, row: Disclosure) -> dict[str, Any]:
    actor, open_now = request.actor, is_open(row, now())
    heads = (_("Waktu"), _("Oleh"), _("Lembaga"), _("Cara"))
    return {
        "row": row,
        "state": disclosure_state(row),
        "pairs": _pairs(row),
        "openings": table(
            request,
            openings(actor, row),
            caption=_("Siapa yang membuka, yang terbaru di atas"),
            columns=[Column(text=text) for text in heads],
            cells=lambda item: _opening(item, row),
            order=("-opened_at", "-id"),
            empty=(_("Belum dibuka siapa pun"), _("Setiap pembukaan dan unduhan tercatat di sini.")),
        ),
        "opens": open_now and may(actor, "disclosure.open", row) and not is_cleared(row.request),
        "by_owner": actor.organisation_id == row.organisation_id,
        "ends": open_now and may(actor, "disclosure.end", row),
        "back": Link(text=_("Register pengungkapan"), url=reverse("disclosures")),
    }


def _pairs(row: Disclosure) -> list[Pair]:
    region = row.organisation.region_id
    words, end_reason = row.fields, row.end_reason
    if is_cleared(row.request):
        fields = row.request.fields.filter(approved=True).order_by("place")
        words, end_reason = [field_word(field, own=False) for field in fields], ""
    pairs = [
        Pair(term=_("Kepada"), value=row.requester_name),
        Pair(term=_("Perkara nomor"), value=row.request.matter, url=reverse("data_request", args=[row.request_id])),
        Pair(term=_("Isian"), value="; ".join(words)),
        Pair(term=_("Jumlah orang"), value=row.request.people_count),
        Pair(term=_("Dasar hukum"), value=row.basis, note=_("pasal ditulis petugas, perlu dicek")),
        Pair(term=_("Diungkapkan oleh"), value=row.disclosed_by.name, note=day_said(row.disclosed_on)),
        Pair(term=_("Terbuka sampai"), value=instant_said(row.expires_at, region)),
    ]
    if row.ended_at is not None:
        pairs.append(Pair(term=_("Ditutup"), value=instant_said(row.ended_at, region), note=end_reason))
    return pairs


def _opening(item: DisclosureOpening, row: Disclosure) -> list[Cell]:
    return [
        Cell(text=instant_said(item.opened_at, row.organisation.region_id)),
        Cell(text=item.opened_by.name),
        Cell(text=item.opened_by.organisation.name),
        Cell(text=str(HOW[item.how])),
    ]


@staff("disclosure.open")
@require_POST
def open_one(request: StaffRequest, pk: UUID) -> HttpResponse:
    """By a button only, so that no browser opens it by itself; who and how is written down first."""
    row = disclosure_row(request.actor, pk)
    try:
        how = Opened(request.POST.get("how", ""))
    except ValueError:
        raise NotFound(gettext_noop("Cara membuka ini tidak ada.")) from None
    people = open_disclosure(disclosure=row, how=how, actor=request.actor)
    sheet = sheet_of(row, people, request.actor)
    if how is Opened.PDF:
        return download(disclosure_pdf(sheet), "application/pdf", f"{row.reference}.pdf")
    if how is Opened.XLSX:
        return _workbook(sheet)
    context = {"sheet": sheet, "back": Link(text=row.reference, url=reverse("disclosure", args=[pk]))}
    response = render(request, "staff/agreements/opened.html", context)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _workbook(sheet: DisclosureSheet) -> HttpResponse:
    """Every row bears who took the copy, so that none can be cut out without it."""
    fields = [term for term, _value in sheet.people[0].values]
    rows: list[list[Value]] = [[_("Nama"), *fields, _("Salinan")]]
    rows += [[person.name, *(value for _term, value in person.values), sheet.watermark] for person in sheet.people]
    told = [
        f"{sheet.office} – {sheet.requester}",
        f"{_('Perkara nomor')}: {sheet.matter}",
        f"{_('Tujuan')}: {sheet.purpose}",
        f"{_('Dasar hukum')}: {sheet.basis}",
        sheet.watermark,
    ]
    data = Sheet(title=sheet.reference, rows=rows, widths=(40, *(30 for _field in fields), 60))
    return workbook_response(f"{sheet.reference}.xlsx", data, about(told))


@staff("disclosure.end")
@require_http_methods(["GET", "POST"])
def end(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = disclosure_row(request.actor, pk)
    form = EndForm(posted(request))
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        if attempt(form, lambda: end_disclosure(disclosure=row, reason=reason, actor=request.actor)) is not None:
            messages.success(request, _("Pengungkapan ditutup."))
            return redirect("disclosure", pk=pk)
    context = {
        "title": _("Tutup pengungkapan %(reference)s") % {"reference": row.reference},
        "consequences": [
            _("Peminta tidak dapat membuka isinya lagi."),
            _("Salinan yang sudah diambil tidak dapat ditarik; namanya ada pada salinan itu."),
        ],
        "form": form,
        "submit": _("Tutup sekarang"),
        "stop": True,
        "back": Link(text=_("Batal"), url=reverse("disclosure", args=[pk])),
    }
    return render(request, "parts/confirm.html", context)
