"""An answer that the other side cannot give here: recorded with its proof, then looked at by a second person."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.cases.actions.confirm_acknowledgement import confirm_acknowledgement
from sinetra.apps.cases.actions.record_acknowledgement import record_acknowledgement
from sinetra.apps.cases.models import HandOver, RecordedAnswer
from sinetra.apps.cases.partners import answers_itself
from sinetra.apps.cases.recorded import note_of, outgoing_hand_over, recorded_answer, scan_of
from sinetra.apps.prevention.uploads import ENDINGS
from sinetra.core.packages import Party
from sinetra.ports.clock import today, zone_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.downloads import download
from sinetra.web.format import day_text, instant_text
from sinetra.web.parts import Link, Pair
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.hand_overs.forms import ACCEPT, ConfirmForm, RecordForm
from sinetra.web.staff.hand_overs.words import ANSWERS, PROOFS


@staff("package.record_acknowledgement")
@require_http_methods(["GET", "POST"])
def record(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = outgoing_hand_over(request.actor, pk)
    if request.method == "POST":
        form = RecordForm(request.POST, request.FILES)
    else:
        form = RecordForm(initial={"dated_on": today(row.matter.region_id)})
    if form.is_valid() and _done(form, lambda: _record(request, row, form)):
        messages.success(request, _("Jawaban tercatat. Orang kedua dari kantor Anda yang memeriksanya."))
        return redirect("matter", pk=row.matter_id)
    context = {
        "form": form,
        "title": _("Catat jawaban penerima"),
        "lead": _("Perkara %(number)s kepada %(to)s") % {"number": row.matter.number, "to": row.counterpart_name},
        "notes": _notes(row),
        "submit": _("Catat"),
        "back": _back(row),
    }
    return render(request, "staff/prevention/form.html", context)


def _done(form: forms.Form, act: Callable[[], RecordedAnswer]) -> bool:
    return attempt(form, act) is not None


def _record(request: StaffRequest, row: HandOver, form: RecordForm) -> RecordedAnswer:
    return record_acknowledgement(hand_over=row, proof=form.given(), actor=request.actor)


def _notes(row: HandOver) -> list[str]:
    lines = [
        _("Dihitung setelah orang kedua memeriksa buktinya, dengan tanda: dicatat pengirim."),
        _("Bila penerima menjawab sendiri kemudian, jawaban itu yang berlaku. Catatan ini tetap ada dalam jejak."),
    ]
    if answers_itself(Party(kind=row.counterpart_kind, name=row.counterpart_name)):
        lines.insert(0, _("Penerima ini dapat menjawab sendiri di Sinetra. Catat hanya bila ia tidak dapat."))
    return lines


@staff("package.confirm_acknowledgement")
@require_http_methods(["GET", "POST"])
def confirm(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = recorded_answer(request.actor, pk)
    form = ConfirmForm(posted(request))
    if form.is_valid() and _done(form, lambda: _decide(request, row, form)):
        messages.success(request, _("Keputusan Anda tercatat."))
        return redirect("matter", pk=row.hand_over.matter_id)
    context = {
        "title": _("Periksa jawaban yang dicatat"),
        "consequences": [
            _("Bila cocok, serah terima selesai dengan tanda: dicatat pengirim."),
            _("Bila ditolak, serah terima tetap menunggu jawaban."),
            _("Pelapor membaca hasilnya bila cocok, tanpa nama orang."),
        ],
        "pairs": _pairs(row),
        "form": form,
        "submit": _("Putuskan"),
        "back": _back(row.hand_over),
    }
    return render(request, "parts/confirm.html", context)


def _decide(request: StaffRequest, row: RecordedAnswer, form: forms.Form) -> RecordedAnswer:
    told = form.cleaned_data
    return confirm_acknowledgement(
        record=row, accept=told["decision"] == ACCEPT, reason=told["reason"], actor=request.actor
    )


def _pairs(row: RecordedAnswer) -> list[Pair]:
    language, matter = get_language() or "id", row.hand_over.matter
    zone = zone_of(matter.region_id).abbreviation
    by = row.recorded_by.name if row.recorded_by else _("berkas SBT")
    pairs = [
        Pair(term=_("Perkara"), value=matter.number),
        Pair(term=_("Dikirim kepada"), value=row.hand_over.counterpart_name),
        Pair(term=_("Isi catatan"), value=ANSWERS[row.answer]),
        Pair(term=_("Bukti"), value=PROOFS[row.proof], note=row.number),
        Pair(term=_("Tanggal pada bukti"), value=day_text(row.dated_on, language)),
        Pair(term=_("Dicatat oleh"), value=by, note=instant_text(row.recorded_at, zone, language)),
    ]
    if note := note_of(row):
        pairs.append(Pair(term=_("Catatan"), value=note))
    if row.scan:
        url = reverse("acknowledgement_proof", args=[row.pk])
        pairs.append(Pair(term=_("Pindaian bukti"), value=_("Unduh dan bandingkan"), url=url))
    return pairs


def _back(row: HandOver) -> Link:
    return Link(text=_("Batal"), url=reverse("matter", args=[row.matter_id]))


@staff("package.confirm_acknowledgement")
def proof(request: StaffRequest, pk: UUID) -> HttpResponse:
    content, media_type = scan_of(request.actor, pk)
    return download(content, media_type, f"bukti.{ENDINGS[media_type][0]}")
