"""The requirements of a report on one page, made for a phone: each met, missing or open, with a note and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.forms import BoundField
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import require
from sinetra.apps.cases import selectors as cases
from sinetra.apps.cases.actions.check_requirements import LONGEST_NOTE, Given, check_requirements
from sinetra.apps.cases.checklist import Item, dates_of
from sinetra.core.casework.checklist import Answer
from sinetra.core.casework.requirements import Known, RequirementKind
from sinetra.core.errors import Conflict, NotFound, gettext_noop
from sinetra.web.access import StaffRequest, staff
from sinetra.web.clocks import due_clock
from sinetra.web.parts import Link
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.words import ANSWERS, REQUIREMENT_KINDS

SENTIMENTS = {"met": "good", "not_met": "stop", "open": "plain"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One requirement with its two fields. ``shows_dates``: both days of the event and the time limit belong here."""

    item: Item
    answer: BoundField
    note: BoundField
    shows_dates: bool

    @property
    def sentiment(self) -> str:
        return SENTIMENTS[self.item.answer]

    @property
    def word(self) -> str:
        return str(ANSWERS[self.item.answer])


class ChecklistForm(forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any, items: tuple[Item, ...], version: int) -> None:
        super().__init__(data, initial={"seen": version})
        self.items = items
        english = get_language() == "en"
        for item in items:
            name = item.requirement.id
            title = item.requirement.title.en if english else item.requirement.title.id
            self.fields[f"answer_{name}"] = forms.ChoiceField(
                label=title,
                choices=[(answer.value, ANSWERS[answer.value]) for answer in Answer],
                initial=item.answer.value,
                widget=forms.RadioSelect,
                error_messages={"required": _("Pilih satu jawaban.")},
            )
            self.fields[f"note_{name}"] = PlainText(
                label=_("Apa yang kurang: %(what)s") % {"what": title},
                initial=item.note,
                max_length=LONGEST_NOTE,
                required=False,
                # The placeholder tells the style sheet that nothing is written yet.
                widget=forms.Textarea(attrs={"rows": 2, "placeholder": " "}),
            )

    def lines(self, kind: RequirementKind) -> Iterator[Line]:
        for item in self.items:
            if item.requirement.kind is kind:
                name = item.requirement.id
                yield Line(
                    item=item,
                    answer=self[f"answer_{name}"],
                    note=self[f"note_{name}"],
                    shows_dates=item.requirement.known is Known.IN_TIME,
                )

    def given(self) -> dict[str, Given]:
        values = self.cleaned_data
        names = [item.requirement.id for item in self.items]
        return {name: Given(answer=Answer(values[f"answer_{name}"]), note=values[f"note_{name}"]) for name in names}


@staff("matter.read")
@require_http_methods(["GET", "POST"])
def checklist(request: StaffRequest, pk: UUID) -> HttpResponse:
    view = cases.matter_view(request.actor, pk)
    if not view.checklist:
        raise NotFound(gettext_noop("Perkara ini tidak punya daftar syarat."))
    form = ChecklistForm(posted(request), view.checklist, view.matter.version)
    if request.method == "POST":
        require(request.actor, "matter.check_requirements", view.matter)
        if form.is_valid() and _saved(request, view, form):
            messages.success(request, _("Daftar syarat disimpan."))
            return redirect("matter", pk=pk)
    status = Conflict.status if form.is_bound and form.non_field_errors() else 200
    return render(request, "staff/checklist.html", _context(view, form), status=status)


def _saved(request: StaffRequest, view: cases.MatterView, form: ChecklistForm) -> bool:
    seen = form.cleaned_data["seen"]
    done = attempt(
        form,
        lambda: check_requirements(matter=view.matter, answers=form.given(), seen=seen, actor=request.actor),
    )
    return done is not None


def _context(view: cases.MatterView, form: ChecklistForm) -> dict[str, Any]:
    row = view.matter
    dates = dates_of(row)
    limit = None
    if dates.limit is not None and dates.filed_on is not None:
        # Seen from the day of filing: in time then is in time for good.
        in_time = dates.filed_on <= dates.limit.due
        limit = due_clock(dates.limit, dates.filed_on, done=in_time)
    return {
        "matter": row,
        "form": form,
        "may_check": view.may_check,
        "groups": [(REQUIREMENT_KINDS[kind], list(form.lines(kind))) for kind in RequirementKind],
        "dates": dates,
        "limit": limit,
        "back": Link(text=row.number, url=reverse("matter", args=[row.pk])),
    }
