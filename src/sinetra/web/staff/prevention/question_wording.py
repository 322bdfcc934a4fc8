"""An officer words a question: one of the rulebook anew, or one of their own that cites a norm."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.prevention.actions.write_question import reword_question, write_question
from sinetra.apps.prevention.models import BankQuestion
from sinetra.apps.prevention.selectors import questions as rows_of
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.prevention.question_forms import OwnQuestionForm, WordingForm, wording_of


@staff("question_bank.write")
@require_http_methods(["GET", "POST"])
def new_question(request: StaffRequest) -> HttpResponse:
    form = OwnQuestionForm(posted(request), initial={"law_date": today()})
    if form.is_valid():
        made = attempt(form, lambda: write_question(wording=form.wording, law=form.law, actor=request.actor))
        if made is not None:
            return _kept(request, made)
    lead = _("Kunci soal ini Anda yang menentukan, jadi orang kedua memeriksanya dengan aturannya.")
    return _page(request, form, _("Tulis soal sendiri"), lead, reverse("question_bank"))


@staff("question_bank.write")
@require_http_methods(["GET", "POST"])
def reword(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.question(request.actor, pk)
    if row.kind == BankQuestion.Kind.OWN and row.state == BankQuestion.State.DRAFT:
        return _own(request, row)
    count = len(row.options)
    form = WordingForm(posted(request), options=count, required=count, initial=wording_of(row))
    if form.is_valid():
        made = attempt(form, lambda: reword_question(question=row, wording=form.wording, actor=request.actor))
        if made is not None:
            return _kept(request, made)
    lead = _("Kata-katanya boleh lain. Fakta, kunci, dan aturannya tetap menurut mesin hukum.")
    return _page(request, form, _("Ubah kata-kata soal"), lead, reverse("bank_question", args=[pk]))


def _own(request: StaffRequest, row: BankQuestion) -> HttpResponse:
    form = OwnQuestionForm(posted(request), initial=wording_of(row))
    if form.is_valid():
        made = attempt(
            form, lambda: write_question(wording=form.wording, law=form.law, actor=request.actor, question=row)
        )
        if made is not None:
            return _kept(request, made)
    return _page(request, form, _("Tulis ulang soal"), "", reverse("bank_question", args=[row.pk]))


def _kept(request: StaffRequest, row: BankQuestion) -> HttpResponse:
    messages.success(request, _("Konsep disimpan. Orang lain memeriksa dan menerbitkannya."))
    return redirect("bank_question", pk=row.pk)


def _page(request: StaffRequest, form: WordingForm, title: str, lead: str, back: str) -> HttpResponse:
    context = {
        "form": form,
        "title": title,
        "lead": lead,
        "submit": _("Simpan konsep"),
        "back": Link(text=_("Batal"), url=back),
    }
    return render(request, "staff/prevention/form.html", context)
