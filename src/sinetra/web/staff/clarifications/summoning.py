"""Somebody is invited to clarify, or invited again; a day after the study is due is asked about first."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.cases.actions.summon import summon
from sinetra.apps.cases.clarification.reads import beyond_study, clarification_view
from sinetra.apps.cases.clarification.zone import office_zone
from sinetra.apps.cases.letters.reads import matter_of
from sinetra.apps.cases.models import Clarification, Matter
from sinetra.apps.cases.moves import SUMMON, walk
from sinetra.apps.cases.selectors import reported_people
from sinetra.apps.cases.vocabulary import State
from sinetra.core.errors import Conflict, NotFound, gettext_noop
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.clarifications.forms import SummonForm
from sinetra.web.staff.clarifications.words import reported_words, title_of


@staff("matter.summon")
@require_http_methods(["GET", "POST"])
def summon_somebody(request: StaffRequest, pk: UUID) -> HttpResponse:
    matter = matter_of(request.actor, pk)
    people = [reported_words(person) for person in reported_people(matter)]
    form = SummonForm(posted(request), people=people, zone=office_zone(matter).abbreviation)
    back = Link(text=_("Perkara %(number)s") % {"number": matter.number}, url=reverse("matter", args=[pk]))
    return _page(request, form, matter, None, back)


@staff("matter.summon")
@require_http_methods(["GET", "POST"])
def summon_again(request: StaffRequest, pk: UUID) -> HttpResponse:
    view = clarification_view(request.actor, pk)
    if not view.may_invite_again and request.method == "GET":
        raise NotFound(gettext_noop("Undangan lagi hanya untuk yang tidak datang, dan belum diundang lagi."))
    form = SummonForm(posted(request), people=(), zone=view.zone, again=True)
    back = Link(text=title_of(view.row), url=reverse("clarification", args=[pk]))
    return _page(request, form, view.matter, view.row, back)


def _page(
    request: StaffRequest, form: SummonForm, matter: Matter, follows: Clarification | None, back: Link
) -> HttpResponse:
    if request.method == "GET":
        walk(matter, SUMMON, goal=State.CLARIFICATION)
    if form.is_valid():
        made = _made(request, form, matter, follows)
        if made is not None:
            messages.success(request, _("Undangan dicatat. Sekarang buat suratnya."))
            return redirect("clarification", pk=made.pk)
    context = {
        "form": form,
        "title": _("Undang lagi untuk klarifikasi") if follows else _("Undang untuk klarifikasi"),
        "lead": _("Undangan kedua dan seterusnya dihitung.") if follows else "",
        "notes": [
            _("Pelapor hanya membaca bahwa orang-orang dimintai keterangan."),
            _("Yang dilaporkan diberi tahu apa yang diduga; siapa yang melapor tidak pernah."),
        ],
        "submit": _("Catat undangan"),
        "back": back,
    }
    status = Conflict.status if form.is_bound and form.non_field_errors() else 200
    return render(request, "staff/prevention/form.html", context, status=status)


def _made(
    request: StaffRequest, form: SummonForm, matter: Matter, follows: Clarification | None
) -> Clarification | None:
    due = beyond_study(matter, form.cleaned_data["day"])
    if due is not None and "anyway" not in request.POST:
        form.warn(due)
        return None
    invited, session = None if follows else form.invited(), form.session(matter)
    return attempt(
        form, lambda: summon(matter=matter, invited=invited, follows=follows, session=session, actor=request.actor)
    )
