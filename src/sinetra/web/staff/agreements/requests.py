"""Requests for data: the list, one request, and asking or recording a new one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.agreements.about_self import names_actor
from sinetra.apps.agreements.actions.request_data import record_request, request_data
from sinetra.apps.agreements.actions.withdraw_request import withdraw_request
from sinetra.apps.agreements.cleared import is_cleared
from sinetra.apps.agreements.errors import MatterCleared
from sinetra.apps.agreements.models import DataRequest
from sinetra.apps.agreements.sealed import people_of, purpose_of
from sinetra.apps.agreements.selectors import agreements_between, data_requests, owners_here
from sinetra.apps.agreements.selectors import data_request as request_row
from sinetra.apps.agreements.vocabulary import WAITING, RequestState
from sinetra.apps.base.policy import may, visible
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.sealing import Erased
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Cell, Clock, Column, Link, Pair, Table
from sinetra.web.staff.agreements.request_forms import AskForm, RecordForm
from sinetra.web.staff.agreements.words import REQUEST_STATES, field_word, request_state
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.lists import table
from sinetra.web.staff.prevention.tabs import tabs
from sinetra.web.staff.prevention.words import day_said

_WITHHELD = _lazy("hanya dibaca pemutus dan peminta")


class StateFilter(forms.Form):
    keadaan = forms.ChoiceField(label=_lazy("Keadaan"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        states = [(name, str(word)) for name, (_sentiment, word) in REQUEST_STATES.items()]
        self.fields["keadaan"].choices = [("", _("semua")), *states]  # type: ignore[attr-defined]


@staff("data_request.read")
def requests(request: StaffRequest) -> HttpResponse:
    form = StateFilter(request.GET or None)
    rows = data_requests(request.actor)
    if form.is_valid() and form.cleaned_data["keadaan"]:
        rows = rows.filter(state=form.cleaned_data["keadaan"])
    heads = (_("Perkara nomor"), _("Peminta"), _("Pemegang data"), _("Diminta"), _("Keadaan"))
    listed = table(
        request,
        rows,
        caption=_("Permintaan data, yang terakhir di atas"),
        columns=[Column(text=text) for text in heads],
        cells=request_cells,
        without=names_actor(request.actor),
        empty=(_("Belum ada permintaan data"), _("Permintaan menyebut perkara, tujuan, orang, dan isian yang tepat.")),
    )
    actor = request.actor
    ways = (
        (_("Minta data"), "ask_data", "data_request.ask"),
        (_("Catat permintaan"), "record_request", "data_request.record"),
        (_("Register pengungkapan"), "disclosures", "data_request.read"),
        (_("Kebocoran data"), "breaches", "breach.read"),
    )
    actions = [Link(text=text, url=reverse(name)) for text, name, action in ways if may(actor, action)]
    context = {
        "table": listed,
        "tabs": tabs(actor, "data_requests"),
        "title": _("Permintaan data"),
        "actions": actions,
        "filters": form,
    }
    return render(request, "staff/prevention/list.html", context)


def request_cells(row: DataRequest) -> list[Cell]:
    sentiment, word = request_state(row)
    return [
        Cell(text=row.matter, url=reverse("data_request", args=[row.pk])),
        Cell(text=row.requester_name),
        Cell(text=row.organisation.name),
        Cell(text=day_said(row.asked_on)),
        Cell(text=word, sentiment=sentiment),
    ]


@staff("data_request.read")
def data_request(request: StaffRequest, pk: UUID) -> HttpResponse:
    row, actor = request_row(request.actor, pk), request.actor
    reads = may(actor, "data_request.read_content", row)
    purpose, people = _opened(row) if reads else ("", ())
    cleared, closed = is_cleared(row), row.state == RequestState.CLOSED
    legible = bool(people)
    disclosure = getattr(row, "disclosure", None)
    context = {
        "row": row,
        "state": request_state(row),
        "pairs": _pairs(row, purpose if reads else _WITHHELD, reason=reads and (closed or not cleared)),
        "people": people,
        "fields": _fields(row, own=not cleared, reasons=reads and not cleared),
        "disclosure": disclosure,
        "decides": row.state == RequestState.ASKED and legible and may(actor, "data_request.decide", row),
        "discloses": row.state == RequestState.DECIDED and legible and may(actor, "disclosure.make", row),
        "withdraws": row.state in WAITING and may(actor, "data_request.ask", row),
        "closes": row.state in WAITING and may(actor, "data_request.decide", row),
        "back": Link(text=_("Permintaan data"), url=reverse("data_requests")),
    }
    return render(request, "staff/agreements/request.html", context)


def _opened(row: DataRequest) -> tuple[str, tuple[str, ...]]:
    """Purpose and people; after their time the words that say so."""
    try:
        return purpose_of(row), people_of(row)
    except (Erased, MatterCleared) as error:
        return _(error.message), ()


def _pairs(row: DataRequest, purpose: str | Promise, *, reason: bool) -> list[Pair]:
    pairs = [
        Pair(term=_("Peminta"), value=row.requester_name),
        Pair(term=_("Pemegang data"), value=row.organisation.name),
        Pair(term=_("Nomor surat"), value=row.letter_number or "–"),
        Pair(term=_("Tujuan"), value=purpose),
        Pair(term=_("Jumlah orang"), value=row.people_count),
        Pair(term=_("Wewenang meminta"), value=row.power, note=_("pasal ditulis peminta, perlu dicek")),
    ]
    if row.agreement is not None:
        url = reverse("agreement", args=[row.agreement.pk])
        pairs.append(Pair(term=_("Menurut kesepakatan"), value=row.agreement.title, url=url))
    pairs.append(Pair(term=_("Diminta"), value=day_said(row.asked_on)))
    if row.due_on is not None:
        label = _("Jawaban dijanjikan")
        steps = (_("Tanggal permintaan ditambah jumlah hari dalam kesepakatan."),)
        day = today(row.organisation.region_id)
        done = row.state != RequestState.ASKED
        clock = Clock(label=label, due=row.due_on, today=day, explanation=steps, done=done)
        pairs.append(Pair(term=label, value=clock))
    if row.decided_by is not None:
        pairs.append(Pair(term=_("Diputus oleh"), value=row.decided_by.name, note=day_said(row.decided_on)))
    if row.reason and reason:
        term = _("Alasan ditutup") if row.state == RequestState.CLOSED else _("Alasan penolakan")
        pairs.append(Pair(term=term, value=row.reason))
    return pairs


def _fields(row: DataRequest, *, own: bool, reasons: bool) -> Table:
    states = {
        None: Cell(text=_("belum diputus"), sentiment="plain"),
        True: Cell(text=_("disetujui"), sentiment="good"),
        False: Cell(text=_("ditahan"), sentiment="stop"),
    }
    columns, rows = [Column(text=_("Isian")), Column(text=_("Putusan"))], []
    if reasons:
        columns.append(Column(text=_("Alasan")))
    for item in row.fields.order_by("place"):
        cells = [Cell(text=field_word(item, own=own)), states[item.approved], Cell(text=item.reason or "–")]
        rows.append(cells[: len(columns)])
    return Table(caption=_("Isian yang diminta"), columns=columns, rows=rows)


@staff("data_request.ask")
@require_http_methods(["GET", "POST"])
def ask(request: StaffRequest) -> HttpResponse:
    """``?kesepakatan=`` names the agreement one comes from."""
    day = _day(request)
    owners = owners_here(day).exclude(pk=request.actor.office)
    form = AskForm(
        posted(request),
        owners=owners,
        agreements=agreements_between(request.actor, None, day),
        day=day,
        initial={"agreement": request.GET.get("kesepakatan", "")},
    )
    if form.is_valid():
        owner = form.cleaned_data["owner"]
        made = attempt(form, lambda: request_data(owner=owner, draft=form.draft(), actor=request.actor))
        if made is not None:
            messages.success(request, _("Permintaan dikirim. Pemegang data memutus setiap isian."))
            return redirect("data_request", pk=made.pk)
    lead = _("Data diberikan seperlunya: perkara ini, orang ini, isian ini.")
    if not owners.exists():
        lead = _("Belum ada pemerintah daerah dengan akun di sini. Kirim surat; pemegang data mencatatnya.")
    return _form(request, _("Minta data"), form, _("Kirim permintaan"), lead)


@staff("data_request.record")
@require_http_methods(["GET", "POST"])
def record(request: StaffRequest) -> HttpResponse:
    day = _day(request)
    form = RecordForm(posted(request), agreements=agreements_between(request.actor, None, day), day=day)
    if form.is_valid():
        made = attempt(form, lambda: record_request(draft=form.draft(), actor=request.actor))
        if made is not None:
            messages.success(request, _("Permintaan dicatat. Orang lain yang memutuskannya."))
            return redirect("data_request", pk=made.pk)
    lead = _("Untuk lembaga tanpa akun di sini: catat suratnya, orang lain memutus, lalu cetak hasilnya.")
    return _form(request, _("Catat permintaan data"), form, _("Catat"), lead)


def _day(request: StaffRequest) -> Any:
    return today(visible(request.actor, Organisation).get(pk=request.actor.office).region_id)


def _form(request: StaffRequest, title: str, form: forms.Form, submit: str, lead: str) -> HttpResponse:
    back = Link(text=_("Permintaan data"), url=reverse("data_requests"))
    context = {"title": title, "form": form, "submit": submit, "lead": lead, "back": back}
    return render(request, "staff/prevention/form.html", context)


@staff("data_request.ask")
@require_http_methods(["GET", "POST"])
def withdraw(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = request_row(request.actor, pk)
    form = forms.Form(posted(request))
    if form.is_valid() and attempt(form, lambda: withdraw_request(request=row, actor=request.actor)) is not None:
        messages.success(request, _("Permintaan ditarik."))
        return redirect("data_request", pk=pk)
    context = {
        "title": _("Tarik permintaan data"),
        "consequences": [_("Pemegang data tidak perlu memutus atau mengungkapkan lagi.")],
        "form": form,
        "submit": _("Tarik permintaan"),
        "stop": True,
        "back": Link(text=_("Batal"), url=reverse("data_request", args=[pk])),
    }
    return render(request, "parts/confirm.html", context)
