"""One reminder for all late recommendations of an addressee: the letter is made here, the rung taken for each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.exercise import exercise_word
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.actions.take_rung import RungLetter, take_rung
from sinetra.apps.cases.models import Recommendation
from sinetra.apps.cases.recommendations import ladder_letter, to_remind
from sinetra.apps.registry.models import Organisation
from sinetra.core.documents.reminder import RemindedLine, ReminderLetter, reminder_from, reminder_pdf
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.downloads import download
from sinetra.web.format import day_text
from sinetra.web.law_words import CONFIDENCE
from sinetra.web.parts import Cell, Column, Link, Table
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.attempt import attempt, posted


class ReminderForm(forms.Form):
    letter = PlainText(label=_lazy("Nomor surat"), max_length=120)
    dated_on = forms.DateField(
        label=_lazy("Tanggal surat"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    signatory_office = PlainText(label=_lazy("Jabatan penanda tangan"), max_length=200)
    signatory_name = PlainText(label=_lazy("Nama penanda tangan"), max_length=200)


@staff("recommendation.take_rung")
@require_http_methods(["GET", "POST"])
def remind(request: StaffRequest) -> HttpResponse:
    """``?addressee=``: as it is written in the list."""
    office = visible(request.actor, Organisation).get(pk=request.actor.office)
    day = today(office.region_id)
    addressee = request.GET.get("addressee", "")[:200]
    rows = to_remind(request.actor, addressee, day) if addressee else ()
    form = ReminderForm(posted(request), initial={"dated_on": day})
    if rows and form.is_valid():
        given = form.cleaned_data
        letter = RungLetter(
            rung="reminder",
            letter=given["letter"],
            dated_on=given["dated_on"],
            recipient=addressee,
            content=_letter(office, addressee, rows, given),
        )
        steps = attempt(form, lambda: take_rung(recommendations=rows, letter=letter, today=day, actor=request.actor))
        if steps:
            messages.success(
                request, _("Surat pengingat dibuat dan dicatat pada %(n)s rekomendasi.") % {"n": len(steps)}
            )
            return redirect(f"{reverse('recommendation', args=[rows[0].pk])}")
    back = Link(text=_("Rekomendasi"), url=reverse("recommendations"))
    context = {"form": form, "table": _table(rows), "addressee": addressee, "back": back, "rows": rows}
    return render(request, "staff/recommendations/remind.html", context)


def _table(rows: Sequence[Recommendation]) -> Table:
    return Table(
        caption=_("Yang akan disebut dalam surat"),
        columns=[Column(text=_("Nomor")), Column(text=_("Tanggal surat")), Column(text=_("Orang"), number=True)],
        rows=[
            [
                Cell(text=row.number, url=reverse("recommendation", args=[row.pk])),
                Cell(text=day_text(row.dated_on, get_language() or "id", weekday=False)),
                Cell(text=row.persons),
            ]
            for row in rows
        ],
        empty_title=_("Tidak ada yang perlu diingatkan"),
        empty_text=_("Hanya rekomendasi yang lewat tenggat dan belum pernah diingatkan yang masuk surat ini."),
    )


def _words(day: date) -> str:
    return day_text(day, "id", weekday=False)


def _letter(
    office: Organisation, addressee: str, rows: Sequence[Recommendation], given: dict[str, Any]
) -> ReminderLetter:
    """In Indonesian, whatever the language of the page."""
    with override("id"):
        told = ((row.due_told["source"], row.due_told["confidence"]) for row in rows if row.due_told)
        basis = "; ".join(f"{source} ({CONFIDENCE[confidence]})" for source, confidence in dict.fromkeys(told))
        return ReminderLetter(
            office=office.name,
            number=given["letter"],
            dated=_words(given["dated_on"]),
            recipient=addressee,
            lines=tuple(
                RemindedLine(
                    number=row.number,
                    dated=_words(row.dated_on),
                    persons=row.persons,
                    due=_words(row.due_on) if row.due_on else "",
                )
                for row in rows
            ),
            basis=f"Tenggat dihitung menurut {basis}.",
            signatory_office=given["signatory_office"],
            signatory_name=given["signatory_name"],
            exercise=exercise_word(),
        )


@staff("recommendation.read")
def letter_file(request: StaffRequest, pk: UUID) -> HttpResponse:
    letter = ladder_letter(request.actor, pk)
    body = reminder_pdf(reminder_from(letter.content))
    return download(body, "application/pdf", f"pengingat-{letter.dated_on.isoformat()}.pdf")
