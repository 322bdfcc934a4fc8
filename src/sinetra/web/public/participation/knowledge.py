"""``/hadir/peserta/<link>/tes/<moment>/``: one question a page; nothing is stored before the last page is sent.

The answers so far travel sealed and bound to this participant and this test. The test before tells no answer, so that
it does not teach the test after; the test after shows the participant's own score, and why, until the session closes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sinetra.apps.prevention import links
from sinetra.apps.prevention.actions.take_test import take_test
from sinetra.apps.prevention.models import Attendance, BankQuestion, TestSheet
from sinetra.apps.prevention.moments import Moment, delayed_window, moment_now, questions_for
from sinetra.core.errors import BadInput, Conflict, NotFound, gettext_noop
from sinetra.ports.clock import today
from sinetra.web import sealed
from sinetra.web.access import public_form
from sinetra.web.menu import address
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Fault
from sinetra.web.public.participation.question_words import PATHS, answered, language_of, option_text, prompt_text

TITLES = {
    Moment.BEFORE: _lazy("Tes sebelum kegiatan"),
    Moment.AFTER: _lazy("Tes sesudah kegiatan"),
    Moment.DELAYED: _lazy("Tes lanjutan"),
}


class AnswerForm(forms.Form):
    """One question; the answer given before stays chosen."""

    answer = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih satu jawaban."), "invalid_choice": _lazy("Pilih satu jawaban.")},
    )

    def __init__(self, question: BankQuestion, data: Any = None, chosen: str = "") -> None:
        super().__init__(data, initial={"answer": chosen} if chosen else None)
        field = self.fields["answer"]
        field.label = prompt_text(question)
        field.choices = [(item["code"], option_text(item)) for item in question.options]  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """A test that is open for a participant, while it is being taken."""

    request: HttpRequest
    base: Mapping[str, Any]
    attendance: Attendance
    moment: Moment
    questions: Sequence[BankQuestion]

    @property
    def form(self) -> str:
        """What the sealed answers are bound to."""
        return f"test:{self.attendance.pk}:{self.moment.value}"

    def page(self, name: str, answers: Mapping[str, str], problem: str = "", **more: Any) -> HttpResponse:
        context = {**self.base, "sealed": sealed.seal(self.form, dict(answers)), **more}
        context["faults"] = [Fault(field="", message=problem)] if problem else []
        return render(self.request, f"public/participation/{name}.html", context)


@public_form
@never_cache
@require_http_methods(["GET", "POST"])
def participant_test(request: HttpRequest, link: str, moment: str) -> HttpResponse:
    attendance = links.participant(link)
    wanted = _moment(moment)
    base = {"title": TITLES[wanted], "moment": wanted.value, "home_url": address("participant", link)}
    sheet = TestSheet.objects.filter(attendance=attendance, moment=wanted).first()
    if sheet is not None and sheet.link_hash != attendance.link_hash:
        # A lost link was replaced by the organiser, who has seen the new one: it opens no score.
        return render(request, "public/participation/test_closed.html", base | {"renewed": True})
    if sheet is not None:
        return _result(request, base, sheet)
    if moment_now(attendance) != wanted:
        return render(request, "public/participation/test_closed.html", base | _why_closed(attendance, wanted))
    questions = questions_for(attendance, wanted)
    if not questions:
        return render(request, "public/participation/test_closed.html", base | {"law_changed": True})
    taking = Taking(request=request, base=base, attendance=attendance, moment=wanted, questions=questions)
    if request.method != "POST":
        return taking.page("test_start", {}, count=len(questions))
    return _step(taking)


def _moment(word: str) -> Moment:
    found = next((moment for moment, path in PATHS.items() if path == word), None)
    if found is None:
        raise NotFound(gettext_noop("Halaman ini tidak ada."))
    return found


def _step(taking: Taking) -> HttpResponse:
    """What was sent, then the page that follows. ``soal`` is the question that was shown, from 1; 0 is the start."""
    sent, questions = taking.request.POST, taking.questions
    try:
        answers: dict[str, str] = sealed.unseal(taking.form, sent.get("sealed", ""))
    except BadInput as error:
        return _question(taking, 1, {}, problem=in_words(error))
    at, go = _number(sent.get("soal"), len(questions) + 1), sent.get("go", "")
    if go == "send":
        return _send(taking, answers)
    if 1 <= at <= len(questions):
        bound = AnswerForm(questions[at - 1], sent)
        if bound.is_valid():
            answers = {**answers, str(questions[at - 1].pk): bound.cleaned_data["answer"]}
        elif go != "back":
            return _question(taking, at, answers, bound=bound)
    step = max(1, at - 1) if go == "back" else at + 1
    return _summary(taking, answers) if step > len(questions) else _question(taking, step, answers)


def _number(text: str | None, most: int) -> int:
    return min(int(text), most) if text and text.isascii() and text.isdigit() and len(text) < 4 else 0


def _question(
    taking: Taking, step: int, answers: Mapping[str, str], *, bound: AnswerForm | None = None, problem: str = ""
) -> HttpResponse:
    row = taking.questions[step - 1]
    form = bound or AnswerForm(row, chosen=answers.get(str(row.pk), ""))
    more = {"form": form, "step": step, "steps": len(taking.questions), "language_of": language_of(row)}
    return taking.page("test_question", answers, problem, **more)


def _summary(taking: Taking, answers: Mapping[str, str], problem: str = "") -> HttpResponse:
    """A question without an answer comes first."""
    for number, row in enumerate(taking.questions, 1):
        if str(row.pk) not in answers:
            return _question(taking, number, answers, problem=problem or _("Soal ini belum dijawab."))
    given = [answered(row, answers[str(row.pk)]) for row in taking.questions]
    return taking.page("test_summary", answers, problem, given=given, last=len(given) + 1)


def _send(taking: Taking, answers: Mapping[str, str]) -> HttpResponse:
    try:
        sheet = take_test(attendance=taking.attendance, moment=taking.moment, answers=answers)
    except Conflict as error:
        context = {**taking.base, "problem": in_words(error)}
        return render(taking.request, "public/participation/test_closed.html", context)
    except BadInput as error:
        return _summary(taking, answers, in_words(error))
    return _result(taking.request, taking.base, sheet)


def _result(request: HttpRequest, base: Mapping[str, Any], sheet: TestSheet) -> HttpResponse:
    context: dict[str, Any] = {**base, "sheet": sheet, "explained": sheet.moment != Moment.BEFORE}
    if context["explained"]:
        rows = {str(row.pk): row for row in BankQuestion.objects.filter(pk__in=sheet.answers)}
        given = [answered(rows[name], code) for name, code in sheet.answers.items() if name in rows]
        same_link = TestSheet.objects.filter(attendance=sheet.attendance_id, link_hash=sheet.link_hash)
        first = same_link.filter(moment=Moment.BEFORE).first()
        context |= {"given": given, "first": first if sheet.moment == Moment.AFTER else None}
    return render(request, "public/participation/test_result.html", context)


def _why_closed(attendance: Attendance, moment: Moment) -> dict[str, Any]:
    took = {Moment.BEFORE: attendance.took_before, Moment.AFTER: attendance.took_after}.get(moment, False)
    window = delayed_window(attendance.session) if moment == Moment.DELAYED else None
    over = window is not None and window.end < today(attendance.activity.region_id)
    return {"took": took, "window": window, "over": over, "state": attendance.session.state}


def url_of(link: str, moment: Moment) -> str:
    return reverse("participant_test", args=[link, PATHS[moment]])
