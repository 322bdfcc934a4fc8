"""Questions to the Tim Netralitas: the worklist with their age, one beside the engine's reading, the answer."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.advice import selectors
from sinetra.apps.advice.actions import answer as send
from sinetra.apps.advice.models import Question
from sinetra.apps.advice.vocabulary import QuestionState
from sinetra.apps.base.catalogue import rulebook
from sinetra.core.law.decide import decide
from sinetra.core.law.decision import Decision
from sinetra.core.law.facts import parse_facts
from sinetra.ports.clock import today
from sinetra.web import law_view, law_words
from sinetra.web.access import StaffRequest, staff
from sinetra.web.advice_view import norm_reasons, said_pairs
from sinetra.web.format import day_text
from sinetra.web.parts import Cell, Column, Link
from sinetra.web.public import may_i_answer, may_i_asked
from sinetra.web.staff.advice.forms import AnswerForm
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.lists import table

ANSWERED = "dijawab"


@staff("question.read")
def questions(request: StaffRequest) -> HttpResponse:
    """The oldest first; ``?keadaan=dijawab`` those that wait to be erased."""
    done = request.GET.get("keadaan") == ANSWERED
    day = today()
    listed = table(
        request,
        selectors.questions(request.actor, state=QuestionState.ANSWERED if done else QuestionState.NEW),
        caption=_("Sudah dijawab, dihapus 30 hari sesudahnya") if done else _("Menunggu jawaban, yang terlama di atas"),
        columns=[Column(text=_("Tentang")), Column(text=_("Ditanyakan")), Column(text=_("Umur (hari)"), number=True)],
        cells=lambda row: _cells(row, day),
        order=("asked_on", "id"),
        empty=(
            _("Tidak ada pertanyaan"),
            _("Pertanyaan tanpa nama muncul di sini. Warga kantor bertanya di halaman Bolehkah saya…?"),
        ),
    )
    section = ANSWERED if done else "questions"
    return render(request, "staff/advice/list.html", {"table": listed, "section": section, "title": _("Pertanyaan")})


def _cells(row: Question, day: date) -> list[Cell]:
    return [
        Cell(text=_about(selectors.facts_of(row)), url=reverse("question", args=[row.pk])),
        Cell(text=day_text(row.asked_on, get_language() or "id")),
        Cell(text=max((day - row.asked_on).days, 0)),
    ]


def _about(facts: Any) -> str:
    code = (facts.get("act") or {}).get("code")
    return law_words.word(law_words.ACTS, code) if code else _("pertanyaan bebas")


@staff("question.read")
@require_http_methods(["GET", "POST"])
def question(request: StaffRequest, pk: UUID) -> HttpResponse:
    view = selectors.question_view(request.actor, pk)
    # As the page of the answer heard it, so that team and asker read the same.
    asked = may_i_asked.completed(rulebook(), may_i_asked.of_facts(view.facts, today()))
    reading = decide(rulebook(), parse_facts(asked.facts())) if view.facts.get("act") else None
    form = AnswerForm(posted(request), _choices(reading), initial={"law_date": asked.day or view.row.asked_on})
    if form.is_valid():
        given = form.cleaned_data
        sent = attempt(
            form,
            lambda: send(
                question=view.row,
                text=given["text"],
                law_date=given["law_date"],
                norms=form.all_norms(),
                actor=request.actor,
            ),
        )
        if sent is not None:
            messages.success(request, _("Jawaban terkirim. Penanya membacanya dengan kodenya."))
            return redirect("question", pk=pk)
    context = {
        "view": view,
        "title": _about(view.facts),
        "pairs": said_pairs(asked) if view.facts else [],
        "answer": may_i_answer.answer(rulebook(), reading, asked, reverse("may_i")) if reading else None,
        "form": form,
        "age": max((today() - view.row.asked_on).days, 0),
        "reasons": norm_reasons(view.answer.norms, view.answer.law_date) if view.answer else [],
        "back": Link(text=_("Semua pertanyaan"), url=reverse("questions")),
    }
    return render(request, "staff/advice/question.html", context)


def _choices(reading: Decision | None) -> list[tuple[str, str]]:
    """The norms of the reading with their first article, each once."""
    book = rulebook()
    found: dict[str, str] = {}
    for item in reading.findings if reading else ():
        cited = [law_view.cite(book.instruments, norm.instrument, norm.article) for norm in item.norms[:1]]
        found.setdefault(item.norm.id, " – ".join([law_view.in_words(item.norm.title), *cited]))
    return list(found.items())
