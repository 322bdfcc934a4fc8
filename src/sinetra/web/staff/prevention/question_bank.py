"""The question bank: its list, drafts from the rulebook, one question, and how it leaves."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.catalogue import question_words
from sinetra.apps.base.policy import may
from sinetra.apps.prevention.actions.generate_questions import generate_questions
from sinetra.apps.prevention.actions.publish_question import publish_all, publish_question
from sinetra.apps.prevention.actions.retire_question import retire_question
from sinetra.apps.prevention.models import BankQuestion
from sinetra.apps.prevention.selectors import questions as rows_of
from sinetra.apps.prevention.standing import fault
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.advice_view import norm_reasons
from sinetra.web.law_view import in_words
from sinetra.web.parts import Cell, Column, Link
from sinetra.web.public.participation.question_words import explanation_text, language_of, option_text, prompt_text
from sinetra.web.staff.advice.forms import CheckForm
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.lists import table
from sinetra.web.staff.prevention.question_forms import BankFilter, CheckAllForm, GenerateForm, RetireForm
from sinetra.web.staff.prevention.tabs import tabs

State = BankQuestion.State
STATES = {
    State.DRAFT: (_lazy("konsep"), "attention"),
    State.PUBLISHED: (_lazy("terbit"), "good"),
    State.RETIRED: (_lazy("tidak dipakai"), "stop"),
}
FAULTS = {
    "norm_gone": _lazy("Katalog tidak lagi memuat aturan yang dirujuk."),
    "law_changed": _lazy("Aturan yang dirujuk sudah berubah."),
    "answer_changed": _lazy("Menurut mesin hukum jawabannya sekarang lain."),
}
#: Drafts that are read together on one page.
AT_ONCE = 20


def fault_words(row: BankQuestion) -> str:
    """Empty while the question may be asked."""
    found = fault(row, today())
    return "" if found is None else str(FAULTS[found])


def topic_word(code: str) -> str:
    return in_words(question_words().topics.get(code)) or code


@staff("question_bank.read")
def question_bank(request: StaffRequest) -> HttpResponse:
    form = BankFilter(request.GET)
    state = State(form.cleaned_data["keadaan"]) if form.is_valid() and form.cleaned_data["keadaan"] else None
    listed = table(
        request,
        rows_of.questions(request.actor, state),
        caption=_("Soal, yang terbaru di atas"),
        columns=[
            Column(text=_("Soal")),
            Column(text=_("Topik")),
            Column(text=_("Keadaan")),
            Column(text=_("Hukumnya")),
        ],
        cells=_cells,
        empty=(
            _("Belum ada soal"),
            _("Susun soal dari aturan. Orang lain memeriksa dan menerbitkannya."),
        ),
        empty_link=Link(text=_("Susun dari aturan"), url=reverse("generate_questions")),
    )
    context = {"table": listed, "filters": form, "tabs": tabs(request.actor, "question_bank"), "title": _("Bank soal")}
    return render(request, "staff/prevention/question_bank.html", context)


def _cells(row: BankQuestion) -> list[Cell]:
    word, sentiment = STATES[State(row.state)]
    retired = row.state == State.RETIRED
    wrong = "" if retired else fault_words(row)
    return [
        Cell(text=prompt_text(row), url=reverse("bank_question", args=[row.pk])),
        Cell(text=topic_word(row.topic)),
        Cell(text=str(word), sentiment=sentiment),
        Cell(
            text=wrong or ("–" if row.state == State.RETIRED else _("masih berlaku")),
            sentiment="attention" if wrong else "",
        ),
    ]


@staff("question_bank.write")
@require_http_methods(["GET", "POST"])
def generate(request: StaffRequest) -> HttpResponse:
    form = GenerateForm(posted(request), initial={"law_date": today()})
    if form.is_valid():
        given = form.cleaned_data
        made = attempt(
            form,
            lambda: generate_questions(
                law_date=given["law_date"], election=given["election"] or None, actor=request.actor
            ),
        )
        if made is not None:
            text = _("%(n)s soal menjadi konsep.") % {"n": len(made)}
            messages.success(request, text if made else _("Tidak ada soal baru: semuanya sudah ada di bank."))
            return redirect("question_bank")
    context = {
        "title": _("Susun soal dari aturan"),
        "lead": _("Kuncinya jawaban mesin hukum pada tanggal itu. Yang belum pasti jawabannya tidak menjadi soal."),
        "form": form,
        "submit": _("Susun soal"),
        "back": Link(text=_("Bank soal"), url=reverse("question_bank")),
    }
    return render(request, "staff/prevention/form.html", context)


@staff("question_bank.publish")
@require_http_methods(["GET", "POST"])
def check_questions(request: StaffRequest) -> HttpResponse:
    """Drafts of others, read together; POST publishes those that are ticked, all or none."""
    drafts = rows_of.questions(request.actor, State.DRAFT).exclude(written_by_id=request.actor.user_id).order_by("pk")
    rows = [row for row in drafts[: AT_ONCE * 2] if not fault_words(row)][:AT_ONCE]
    form = CheckAllForm(posted(request), rows=rows)
    if form.is_valid():
        chosen = form.chosen()
        count = attempt(form, lambda: publish_all(questions=chosen, actor=request.actor))
        if count is not None:
            messages.success(request, _("%(n)s soal terbit.") % {"n": count})
            return redirect("check_questions")
    context = {
        "form": form,
        "drafts": [_shown(row) for row in rows],
        "back": Link(text=_("Bank soal"), url=reverse("question_bank")),
    }
    return render(request, "staff/prevention/check_questions.html", context)


def _shown(row: BankQuestion) -> dict[str, object]:
    return {
        "row": row,
        "prompt": prompt_text(row),
        "options": [(option_text(item), item["code"] == row.key) for item in row.options],
        "explanation": explanation_text(row),
        "language": language_of(row),
    }


@staff("question_bank.read")
@require_http_methods(["GET", "POST"])
def bank_question(request: StaffRequest, pk: UUID) -> HttpResponse:
    """GET shows it; POST publishes what was read."""
    row = rows_of.question(request.actor, pk)
    form = CheckForm(posted(request), initial={"version": row.version})
    if form.is_valid():
        version = form.cleaned_data["version"]
        if attempt(form, lambda: publish_question(question=row, version=version, actor=request.actor)) is not None:
            messages.success(request, _("Terbit. Soal ini dapat masuk ke tes."))
            return redirect("bank_question", pk=pk)
        row.refresh_from_db()
    word, sentiment = STATES[State(row.state)]
    context = _shown(row) | {
        "form": form,
        "state": (str(word), sentiment),
        "topic": topic_word(row.topic),
        "reasons": norm_reasons(row.norms, row.law_date),
        "wrong": "" if row.state == State.RETIRED else fault_words(row),
        "is_author": row.written_by_id == request.actor.user_id,
        "may_write": may(request.actor, "question_bank.write", row),
        "later": row.later.filter(state=State.DRAFT).first(),
        "back": Link(text=_("Bank soal"), url=reverse("question_bank")),
    }
    return render(request, "staff/prevention/bank_question.html", context)


@staff("question_bank.retire")
@require_http_methods(["GET", "POST"])
def retire(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.question(request.actor, pk)
    form = RetireForm(posted(request))
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        if attempt(form, lambda: retire_question(question=row, reason=reason, actor=request.actor)) is not None:
            messages.success(request, _("Soal tidak dipakai lagi."))
            return redirect("bank_question", pk=pk)
    context = {
        "title": _("Berhenti memakai soal: %(title)s") % {"title": prompt_text(row)},
        "consequences": [
            _("Soal tidak masuk ke tes baru, dan hilang dari tes yang belum dikerjakan."),
            _("Hasil tes yang lalu tetap ada."),
        ],
        "form": form,
        "submit": _("Berhenti memakai"),
        "stop": True,
        "back": Link(text=_("Batal"), url=reverse("bank_question", args=[pk])),
    }
    return render(request, "parts/confirm.html", context)
