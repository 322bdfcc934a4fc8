"""The verbs of a matter as pages: what will happen, what must be filled in, then the act.

When somebody was faster, or has to step aside, the same page says so and what to do, with what was typed.
"""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.apps.cases import selectors as cases
from sinetra.apps.cases.conflicts import StepAside
from sinetra.core.errors import BadInput, Conflict, NotFound, gettext_noop
from sinetra.web.access import StaffRequest, staff
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Link
from sinetra.web.staff.step_aside import step_aside_page, to_whom
from sinetra.web.staff.verb import Verb
from sinetra.web.staff.verb_forms import offer_choices
from sinetra.web.staff.verb_table import VERBS, verb_of


@staff("matter.read")
@require_http_methods(["GET", "POST"])
def verb(request: StaffRequest, pk: UUID, name: str) -> HttpResponse:
    """Which verbs there are for this matter and actor is the selector's answer; the verb checks once more."""
    try:
        view = cases.matter_view(request.actor, pk)
    except StepAside as error:
        view = cases.handing_over_view(request.actor, pk)
        if name not in view.acts:
            return _aside(request, view, name, error)
    possible = name in view.acts
    if name not in VERBS or not (possible or (request.method == "POST" and _permitted(request.actor, name, view))):
        raise NotFound(gettext_noop("Langkah ini tidak mungkin dalam keadaan perkara sekarang."))
    found = verb_of(name, view.matter)
    given = {name: request.GET.get(name, "") for name in ("track", "report")}
    form = found.form(request.POST if request.method == "POST" else None, initial=given)
    offer_choices(form, view.matter, request.actor)
    conflict = "" if possible else _overtaken(view)
    if request.method == "POST" and possible and form.is_valid():
        try:
            found.run(view.matter, request.actor, form.cleaned_data)
        except BadInput as error:
            form.add_error(error.field if error.field in form.fields else None, in_words(error))
        except Conflict as error:
            conflict = _advice(error, request.actor, pk)
        else:
            messages.success(request, _("Selesai: %(what)s.") % {"what": found.title})
            return redirect("matter", pk=pk)
    return _page(request, view, found, form, conflict)


def _aside(request: StaffRequest, view: cases.MatterView, name: str, error: StepAside) -> HttpResponse:
    """Nothing of the matter; what was typed in another window of the same verb stays to be copied."""
    if request.method != "POST" or name not in VERBS or not _permitted(request.actor, name, view):
        return step_aside_page(request, error)
    form = VERBS[name].form(request.POST)
    offer_choices(form, view.matter, request.actor)
    form.fields.pop("report", None)  # which reports there are, and since when, is of the matter
    conflict = f"{in_words(error)} {to_whom(request.actor, view.matter)}"
    return _page(request, view, VERBS[name], form, conflict, is_aside=True)


def _permitted(actor: Actor, name: str, view: cases.MatterView) -> bool:
    """The role allows the verb; only the state of the matter does not, any more."""
    if name in {"acknowledge", "return"}:
        return any(may(actor, f"package.{name}", row) for row in view.hand_overs)
    return may(actor, f"matter.{name}", view.matter)


def _page(
    request: StaffRequest,
    view: cases.MatterView,
    found: Verb,
    form: forms.Form,
    conflict: str,
    *,
    is_aside: bool = False,
) -> HttpResponse:
    if conflict:
        form.errors.clear()  # what is missing in the form does not matter any more
        form.add_error(None, conflict)
    context = {
        "title": f"{found.title} – {view.matter.number}",
        "consequences": found.consequences,
        "pairs": [] if is_aside else found.pairs(view.matter),
        "submit": found.button,
        "form": form,
        "stop": found.stop,
        "back": Link(
            text=_("Lihat perkara sekarang") if conflict else _("Batal"), url=reverse("matter", args=[view.matter.pk])
        ),
    }
    return render(request, "parts/confirm.html", context, status=Conflict.status if conflict else 200)


def _overtaken(view: cases.MatterView) -> str:
    state = view.state.en if get_language() == "en" else view.state.id
    return _(
        "Langkah ini tidak mungkin lagi: perkara sekarang “%(state)s”. Mungkin rekan Anda lebih dulu. "
        "Yang Anda tulis masih ada di bawah; salin bila perlu, lalu lihat perkaranya."
    ) % {"state": state}


def _advice(error: Conflict, actor: Actor, pk: UUID) -> str:
    """What happened, and what to do now."""
    if error.code == "illegal_transition":
        return _overtaken(cases.matter_view(actor, pk))
    todo = _("Yang Anda tulis masih ada di bawah. Lihat perkaranya, lalu ulangi bila masih perlu.")
    return f"{in_words(error)} {todo}"
