"""One recommendation: when its answer is due and why, what was answered, which rungs were taken, what comes next."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import may
from sinetra.apps.cases.actions.record_answer import Answered, record_answer
from sinetra.apps.cases.actions.take_rung import RungLetter, take_rung
from sinetra.apps.cases.decider import decider_for_office
from sinetra.apps.cases.follow_up import is_overdue, rung_of
from sinetra.apps.cases.models import LadderStep, Recommendation
from sinetra.apps.cases.recommendations import next_rung_of, recommendation, rungs, shown_note
from sinetra.apps.cases.vocabulary import Answer
from sinetra.core.casework.ladder import Rung
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text
from sinetra.web.law_words import CONFIDENCE
from sinetra.web.parts import Event, Link, Pair
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.decider_parts import decider_pairs
from sinetra.web.staff.recommendations.clock import answer_clock
from sinetra.web.staff.recommendations.words import ANSWERS, rung_word


def _day_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class AnswerForm(forms.Form):
    answer = forms.ChoiceField(
        label=_lazy("Apa jawabannya?"),
        choices=[(code, word) for code, word in ANSWERS.items() if code != Answer.NONE],
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih apa yang dijawab.")},
    )
    on = forms.DateField(label=_lazy("Tanggal jawaban"), widget=_day_input())
    letter = PlainText(
        label=_lazy("Nomor surat jawaban atau keputusan"),
        required=False,
        max_length=120,
        help_text=_lazy("Wajib bila sanksi dijatuhkan atau dinyatakan tidak terbukti."),
    )
    received_on = forms.DateField(
        label=_lazy("Tanggal rekomendasi diterima, bila baru diketahui"), required=False, widget=_day_input()
    )
    note = PlainText(
        label=_lazy("Catatan"),
        required=False,
        max_length=300,
        help_text=_lazy("Tanpa nama orang."),
    )


class RungForm(forms.Form):
    letter = PlainText(label=_lazy("Nomor surat"), max_length=120)
    dated_on = forms.DateField(label=_lazy("Tanggal surat"), widget=_day_input())
    recipient = PlainText(label=_lazy("Kepada"), max_length=200)
    issuer = PlainText(
        label=_lazy("Dikeluarkan oleh"),
        required=False,
        max_length=200,
        help_text=_lazy("Kosong bila surat kantor Anda sendiri. Isi, misalnya BKN, bila Anda mencatat surat mereka."),
    )


@staff("recommendation.read")
def one(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = recommendation(request.actor, pk)
    day = today(row.organisation.region_id)
    following = next_rung_of(row)
    late = is_overdue(row, day)
    context = {
        "row": row,
        "pairs": _pairs(row),
        "clock": answer_clock(row, day),
        "checked": row.due_told and row.due_told["confidence"] == "terverifikasi",
        "events": [_event(step) for step in rungs(row)],
        "rung": rung_word(following) if following else "",
        "rung_source": _source(following) if following else "",
        "waits": following is not None and following.deadline is not None and not late,
        "may_answer": row.decided_on is None and may(request.actor, "recommendation.answer", row),
        "may_climb": may(request.actor, "recommendation.take_rung", row),
        "decider": decider_pairs(decider_for_office(row.organisation, row.dated_on)) if row.decided_on is None else [],
        "back": Link(text=_("Rekomendasi"), url=reverse("recommendations")),
    }
    return render(request, "staff/recommendations/one.html", context)


def _source(rung: Rung) -> str:
    return f"{rung.source} ({CONFIDENCE[rung.confidence.value]})"


def _day(day: date | None) -> str:
    return day_text(day, get_language() or "id", weekday=False) if day else "–"


def _pairs(row: Recommendation) -> list[Pair]:
    pairs = [
        Pair(term=_("Kepada"), value=row.addressee),
        Pair(term=_("Tanggal surat"), value=_day(row.dated_on)),
        Pair(term=_("Tentang"), value=_("%(number)s orang") % {"number": row.persons}),
        Pair(term=_("Diterima penerima"), value=_day(row.received_on) if row.received_on else _("tidak diketahui")),
        Pair(term=_("Jawaban terakhir"), value=ANSWERS[row.answer]),
    ]
    if row.answered_on:
        pairs.append(Pair(term=_("Tanggal jawaban"), value=_day(row.answered_on)))
    if row.answer_letter:
        pairs.append(Pair(term=_("Surat jawaban"), value=row.answer_letter))
    if note := shown_note(row):
        pairs.append(Pair(term=_("Catatan"), value=note))
    return pairs


def _event(step: LadderStep) -> Event:
    told = _("%(letter)s kepada %(recipient)s") % {"letter": step.letter, "recipient": step.recipient}
    url = reverse("ladder_letter", args=[step.document_id]) if step.document_id else ""
    return Event(title=rung_word(rung_of(step.rung)), at=step.dated_on, text=told, by=step.issuer, url=url)


@staff("recommendation.answer")
@require_http_methods(["GET", "POST"])
def answer(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = recommendation(request.actor, pk)
    day = today(row.organisation.region_id)
    form = AnswerForm(posted(request), initial={"on": day, "received_on": row.received_on})
    if form.is_valid():
        answered = Answered(**form.cleaned_data | {"answer": Answer(form.cleaned_data["answer"])})
        if attempt(form, lambda: record_answer(recommendation=row, answered=answered, today=day, actor=request.actor)):
            messages.success(request, _("Jawaban dicatat."))
            return redirect("recommendation", pk=pk)
    title = _("Catat jawaban")
    notes = [_("Yang menilai terbukti atau tidak adalah pejabat yang berwenang; di sini hanya dicatat.")]
    return _form(request, row, form, title, title, notes)


@staff("recommendation.take_rung")
@require_http_methods(["GET", "POST"])
def climb(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = recommendation(request.actor, pk)
    day = today(row.organisation.region_id)
    following = next_rung_of(row)
    if following is None:
        messages.info(request, _("Tidak ada langkah berikutnya: rekomendasi ini sudah diputus atau tangganya habis."))
        return redirect("recommendation", pk=pk)
    form = RungForm(posted(request), initial={"dated_on": day, "recipient": row.addressee})
    if form.is_valid():
        letter = RungLetter(rung=following.name, **form.cleaned_data)
        if attempt(form, lambda: take_rung(recommendations=[row], letter=letter, today=day, actor=request.actor)):
            messages.success(request, _("Selesai: %(what)s.") % {"what": rung_word(following)})
            return redirect("recommendation", pk=pk)
    title = _("Catat: %(rung)s") % {"rung": rung_word(following)}
    return _form(request, row, form, title, _("Catat"), [_("Sumber langkah ini: %s.") % _source(following)])


def _form(
    request: StaffRequest, row: Recommendation, form: forms.Form, title: str, submit: str, notes: list[str]
) -> HttpResponse:
    context = {
        "form": form,
        "title": title,
        "lead": _("Rekomendasi %(number)s kepada %(addressee)s") % {"number": row.number, "addressee": row.addressee},
        "notes": notes,
        "submit": submit,
        "back": Link(text=row.number, url=reverse("recommendation", args=[row.pk])),
    }
    return render(request, "staff/prevention/form.html", context)
