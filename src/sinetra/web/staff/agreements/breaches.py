"""Breaches: recorded, the hours that are left, the two notices as letters, and when each went out."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.agreements.actions.record_breach import record_breach, record_notice
from sinetra.apps.agreements.breach_letter import breach_letter
from sinetra.apps.agreements.catalogue import data_rules
from sinetra.apps.agreements.models import Breach
from sinetra.apps.agreements.sealed import told_of
from sinetra.apps.agreements.selectors import breach as breach_row
from sinetra.apps.agreements.selectors import breaches as breach_rows
from sinetra.apps.agreements.vocabulary import Notice
from sinetra.apps.base.policy import visible
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.sealing import Erased
from sinetra.core.disclosure.breach import notices_due
from sinetra.core.disclosure.rules import BreachRule
from sinetra.core.documents.official import official_pdf
from sinetra.core.documents.official_docx import official_docx
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.clock import now, zone_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.downloads import download
from sinetra.web.law_words import CONFIDENCE, word
from sinetra.web.parts import Cell, Clock, Column, Link, Pair
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.agreements.words import NOTICES, breach_left, instant_said, said
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.lists import table
from sinetra.web.staff.oversight.tabs import tabs
from sinetra.web.staff.prevention.fields import area, day_field, hour_field

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _moment(day: Any, hour: Any, region: str | None) -> datetime:
    return datetime.combine(day, hour, tzinfo=zone_of(region).info)


class BreachForm(forms.Form):
    use_required_attribute = False
    known_on = day_field(_lazy("Diketahui pada tanggal"))
    known_hour = hour_field(
        _lazy("Pukul"), help_text=_lazy("Jam kantor Anda. Sinetra menghitung 72 jam dari saat ini.")
    )
    people_count = forms.IntegerField(
        label=_lazy("Berapa orang"), required=False, min_value=0, help_text=_lazy("Kosongkan bila belum diketahui.")
    )
    field_order = ["known_on", "known_hour", "data", "how", "handling", "people_count"]

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["known_hour"].required = True
        for item in data_rules().breach.told:
            label = said(item.text)
            self.fields[item.id] = PlainText(label=label, max_length=4000, widget=area(3))
        self.order_fields(self.field_order)

    def told(self) -> dict[str, str]:
        return {item.id: self.cleaned_data[item.id] for item in data_rules().breach.told}


class NoticeForm(forms.Form):
    use_required_attribute = False
    told_on = day_field(_lazy("Dikirim pada tanggal"))
    told_hour = hour_field(_lazy("Pukul"))
    note = PlainText(label=_lazy("Nomor surat atau catatan"), max_length=300, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["told_hour"].required = True


def _region(request: StaffRequest) -> str | None:
    return visible(request.actor, Organisation).get(pk=request.actor.office).region_id


@staff("breach.read")
def breaches(request: StaffRequest) -> HttpResponse:
    region = _region(request)
    listed = table(
        request,
        breach_rows(request.actor),
        caption=_("Kebocoran data, yang terakhir di atas"),
        columns=[Column(text=_("Diketahui")), Column(text=_("Pemberitahuan")), Column(text=_("Orang"), number=True)],
        cells=lambda row: breach_cells(row, region),
        empty=(_("Belum ada catatan"), _("Catat segera bila data pribadi sampai ke pihak yang tidak berhak.")),
    )
    context = {
        "table": listed,
        "title": _("Kebocoran data"),
        "tabs": tabs(request.actor, "breaches"),
        "new": Link(text=_("Catat kebocoran"), url=reverse("new_breach")),
        "rule": data_rules().breach,
        "start": said(data_rules().breach.start.text),
    }
    return render(request, "staff/agreements/breaches.html", context)


def breach_cells(row: Breach, region: str | None) -> list[Cell]:
    sentiment, word = breach_left(row)
    return [
        Cell(text=instant_said(row.known_at, region), url=reverse("breach", args=[row.pk])),
        Cell(text=word, sentiment=sentiment),
        Cell(text=row.people_count if row.people_count is not None else "–"),
    ]


@staff("breach.record")
@require_http_methods(["GET", "POST"])
def new_breach(request: StaffRequest) -> HttpResponse:
    region = _region(request)
    form = BreachForm(posted(request))
    if form.is_valid():
        given = form.cleaned_data
        made = attempt(
            form,
            lambda: record_breach(
                known_at=_moment(given["known_on"], given["known_hour"], region),
                told=form.told(),
                people_count=given["people_count"],
                actor=request.actor,
            ),
        )
        if made is not None:
            messages.success(request, _("Kebocoran dicatat. Kedua surat sudah dikonsepkan."))
            return redirect("breach", pk=made.pk)
    context = {
        "title": _("Catat kebocoran data"),
        "lead": _("Tulis apa yang sudah diketahui. Uraian ini menjadi isi kedua surat pemberitahuan."),
        "form": form,
        "submit": _("Catat"),
        "back": Link(text=_("Kebocoran data"), url=reverse("breaches")),
    }
    return render(request, "staff/prevention/form.html", context)


@staff("breach.read")
def breach(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = breach_row(request.actor, pk)
    region, rule = row.organisation.region_id, data_rules().breach
    due = notices_due(row.known_at, rule)
    zone = zone_of(region)
    clock = Clock(
        label=_("Pemberitahuan tertulis paling lambat"),
        due=due.astimezone(zone.info).date(),
        due_at=due,
        today=now().astimezone(zone.info).date(),
        zone=zone.abbreviation,
        explanation=(
            _("Diketahui %(at)s.") % {"at": instant_said(row.known_at, region)},
            _("Ditambah %(hours)s jam, termasuk malam, akhir pekan, dan hari libur.") % {"hours": rule.hours},
        ),
        source=rule.source,
        confidence=rule.confidence.value,
        done=bool(row.persons_told_at and row.authority_told_at),
    )
    context = {
        "row": row,
        "left": breach_left(row),
        "pairs": [Pair(term=_("Batas waktu"), value=clock), _start(rule), *_told(row)],
        "notices": [_notice(row, notice, region) for notice in Notice],
        "back": Link(text=_("Kebocoran data"), url=reverse("breaches")),
    }
    return render(request, "staff/agreements/breach.html", context)


def _start(rule: BreachRule) -> Pair:
    """Beside the clock, because it is less sure than the number of hours."""
    note = str(word(CONFIDENCE, rule.start.confidence.value))
    return Pair(term=_("Dihitung sejak"), value=said(rule.start.text), note=note)


def _told(row: Breach) -> list[Pair]:
    count = row.people_count if row.people_count is not None else _("belum diketahui")
    pairs = [
        Pair(term=_("Diketahui"), value=instant_said(row.known_at, row.organisation.region_id)),
        Pair(term=_("Jumlah orang"), value=count),
        Pair(term=_("Dicatat oleh"), value=row.recorded_by.name),
    ]
    try:
        told = told_of(row)
    except Erased as error:
        return [*pairs, Pair(term=_("Uraian"), value=_(error.message))]
    return [*pairs, *(Pair(term=said(item.text), value=told[item.id]) for item in data_rules().breach.told)]


def _notice(row: Breach, notice: Notice, region: str | None) -> dict[str, Any]:
    told_at = row.persons_told_at if notice is Notice.PERSONS else row.authority_told_at
    note = row.persons_note if notice is Notice.PERSONS else row.authority_note
    return {
        "kind": notice.value,
        "title": NOTICES[notice],
        "told": instant_said(told_at, region) if told_at else "",
        "note": note,
        "late": bool(told_at and told_at > row.known_at + timedelta(hours=data_rules().breach.hours)),
    }


def _notice_named(name: str) -> Notice:
    try:
        return Notice(name)
    except ValueError:
        raise NotFound(gettext_noop("Surat ini tidak ada.")) from None


@staff("breach.read")
def breach_letter_file(request: StaffRequest, pk: UUID, notice: str, ending: str) -> HttpResponse:
    row = breach_row(request.actor, pk)
    letter = breach_letter(row, _notice_named(notice))
    name = f"pemberitahuan-{notice}"
    if ending == "docx":
        return download(official_docx(letter, url=""), _DOCX, f"{name}.docx")
    return download(official_pdf(letter, url=""), "application/pdf", f"{name}.pdf")


@staff("breach.record")
@require_http_methods(["GET", "POST"])
def notify(request: StaffRequest, pk: UUID, notice: str) -> HttpResponse:
    row, kind = breach_row(request.actor, pk), _notice_named(notice)
    form = NoticeForm(posted(request))
    if form.is_valid():
        given = form.cleaned_data
        moment = _moment(given["told_on"], given["told_hour"], row.organisation.region_id)
        done = attempt(
            form,
            lambda: record_notice(breach=row, notice=kind, told_at=moment, note=given["note"], actor=request.actor),
        )
        if done is not None:
            messages.success(request, _("Pemberitahuan dicatat."))
            return redirect("breach", pk=pk)
    context = {
        "title": _("Catat pengiriman: %(letter)s") % {"letter": NOTICES[kind]},
        "form": form,
        "submit": _("Catat"),
        "back": Link(text=_("Kebocoran data"), url=reverse("breach", args=[pk])),
    }
    return render(request, "staff/prevention/form.html", context)
