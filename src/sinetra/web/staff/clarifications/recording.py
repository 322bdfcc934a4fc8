"""What came of an invitation: the minutes with questions and answers, or that nobody was heard."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.cases.actions.record_clarification import record_clarification
from sinetra.apps.cases.clarification.checks import MOST_EXCHANGES
from sinetra.apps.cases.clarification.reads import ClarificationView, clarification_view
from sinetra.apps.cases.clarification.said import Heard, NotHeard
from sinetra.apps.cases.successors import clarification_team
from sinetra.core.errors import Conflict, NotFound, gettext_noop
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.clarifications.forms import FIRST_PAIRS, MORE_PAIRS, MinutesForm, MissedForm
from sinetra.web.staff.clarifications.one import told_before
from sinetra.web.staff.clarifications.words import title_of, who_words


@staff("matter.record_clarification")
@require_http_methods(["GET", "POST"])
def record_minutes(request: StaffRequest, pk: UUID) -> HttpResponse:
    view = _open(request, pk)
    grows = "more" in request.POST
    form = _minutes_form(request, view, grows=grows)
    if not grows and form.is_valid() and _recorded(request, view, form, form.heard()):
        messages.success(request, _("Berita acara dicatat. Sekarang buat suratnya, lalu mintakan tanda tangan."))
        return redirect("clarification", pk=pk)
    context = told_before(view) | {
        "form": form,
        "view": view,
        "who": who_words(view),
        "back": _back(view),
        "grows": grows,
    }
    return render(request, "staff/clarifications/minutes.html", context, status=_status(form))


@staff("matter.record_clarification")
@require_http_methods(["GET", "POST"])
def record_missed(request: StaffRequest, pk: UUID) -> HttpResponse:
    view = _open(request, pk)
    initial = {"invited_on": view.row.invited_on, "invited_by": view.row.invited_by}
    form = MissedForm(posted(request), initial=initial)
    if form.is_valid() and _recorded(request, view, form, form.outcome()):
        messages.success(request, _("Dicatat."))
        return redirect("clarification", pk=pk)
    context = {
        "form": form,
        "title": _("Catat bahwa tidak ada keterangan"),
        "lead": title_of(view.row),
        "notes": [_("Yang tidak datang dapat diundang lagi. Ia tetap dianggap tidak bersalah.")],
        "submit": _("Catat"),
        "back": _back(view),
    }
    return render(request, "staff/prevention/form.html", context, status=_status(form))


def _open(request: StaffRequest, pk: UUID) -> ClarificationView:
    """Errors: ``NotFound`` where nothing is to be recorded; who was overtaken keeps what was typed."""
    view = clarification_view(request.actor, pk)
    if not view.may_record and request.method == "GET":
        raise NotFound(gettext_noop("Klarifikasi ini sudah dicatat, atau perkaranya sudah melangkah lebih jauh."))
    return view


def _minutes_form(request: StaffRequest, view: ClarificationView, *, grows: bool) -> MinutesForm:
    given = request.POST.get("pairs", "")
    pairs = int(given) if given.isdecimal() and given.isascii() and len(given) < 4 else FIRST_PAIRS
    pairs = min(max(pairs, 1) + (MORE_PAIRS if grows else 0), MOST_EXCHANGES)
    data = posted(request)
    if data is not None and grows:
        data = data.copy()
        data["pairs"] = str(pairs)
    team = clarification_team(view.matter, view.row.held_on)
    form = MinutesForm(data, team=team, day=view.row.held_on, zone=view.zone, pairs=pairs)
    if grows:
        form.errors.clear()  # nothing was to be saved yet
    return form


def _recorded(request: StaffRequest, view: ClarificationView, form: forms.Form, outcome: Heard | NotHeard) -> bool:
    done = attempt(form, lambda: record_clarification(clarification=view.row, outcome=outcome, actor=request.actor))
    return done is not None


def _status(form: forms.Form) -> int:
    return Conflict.status if form.is_bound and form.non_field_errors() else 200


def _back(view: ClarificationView) -> Link:
    return Link(text=title_of(view.row), url=reverse("clarification", args=[view.row.pk]))
