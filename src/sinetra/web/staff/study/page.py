"""The page of a study: the facts, what the law engine finds from them, and what its author says to each finding."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import may, require
from sinetra.apps.cases import selectors as cases
from sinetra.apps.cases.actions.write_study import write_study
from sinetra.apps.cases.studies import examined, people_of
from sinetra.core.casework.study import Examined
from sinetra.core.errors import BadInput, Conflict
from sinetra.web.access import StaffRequest, staff
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Link
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.study.facts_form import FactsForm, person_words
from sinetra.web.staff.study.study_form import StudyForm
from sinetra.web.staff.words import RULINGS

SAVE = "save"


@staff("matter.read")
@require_http_methods(["GET", "POST"])
def study(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Sent with ``do=save`` it is stored; otherwise the engine is asked anew and everything typed stays."""
    view = cases.matter_view(request.actor, pk)
    require(request.actor, "matter.write_study", view.matter)
    facts = FactsForm(posted(request), view.matter, view.study)
    found = _examine(facts)
    form = StudyForm(
        posted(request),
        findings=found.findings if found is not None else (),
        people=[person_words(person) for person in people_of(view.matter)],
        before=view.study,
        version=view.matter.version,
    )
    if request.method == "POST":
        saves = request.POST.get("do") == SAVE
        if saves and facts.is_valid() and found is not None and form.is_valid():
            if _saved(request, view, facts, form):
                messages.success(request, _("Kajian disimpan."))
                return redirect("matter", pk=pk)
        elif not saves or found is None:
            form.errors.clear()
    elif "write_study" not in view.acts:
        return redirect("matter", pk=pk)
    status = Conflict.status if form.is_bound and form.non_field_errors() else 200
    return render(request, "staff/study.html", _context(request, view, facts, form, found), status=status)


def _examine(facts: FactsForm) -> Examined | None:
    """None while it is to be said first who did what."""
    known = facts.facts()
    if not (facts.is_asked and known.acts):
        if facts.is_bound and not known.acts:
            facts.add_error("more_act", _("Pilih paling sedikit satu perbuatan."))
        return None
    try:
        found = examined(known)
    except BadInput as error:
        # A correction of what was written under another timetable has nothing bound to it yet.
        if facts.is_bound:
            facts.add_error(None, in_words(error))
        return None
    facts.ask(found)
    return found


def _saved(request: StaffRequest, view: cases.MatterView, facts: FactsForm, form: StudyForm) -> bool:
    def run() -> object:
        return write_study(
            matter=view.matter,
            study=form.study(facts.facts()),
            seen=form.cleaned_data["seen"],
            actor=request.actor,
        )

    return attempt(form, run) is not None


def _context(
    request: StaffRequest, view: cases.MatterView, facts: FactsForm, form: StudyForm, found: Examined | None
) -> dict[str, Any]:
    return {
        "matter": view.matter,
        "facts": facts,
        "form": form,
        "found": found is not None,
        "before": view.study,
        "rulings": RULINGS,
        "may_save": "write_study" in view.acts and may(request.actor, "matter.write_study", view.matter),
        "faulty": bool(facts.errors or form.errors),
        "back": Link(text=view.matter.number, url=reverse("matter", args=[view.matter.pk])),
    }
