"""``/undangan/``: the invitation, then the cited reading with its open questions, then both advisers are asked.

Nothing is stored before sending; what was said so far travels sealed.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sinetra.apps.advice.errors import NoTeamHere
from sinetra.apps.advice.offices import team_for
from sinetra.apps.invitations.actions import Recorded, record
from sinetra.apps.invitations.asking import carried_to, promises
from sinetra.apps.invitations.intake import checked, read_invitation
from sinetra.apps.invitations.offices import bawaslu_for
from sinetra.apps.invitations.reading import open_questions, readings
from sinetra.apps.invitations.told import Told
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import BadInput, Conflict
from sinetra.ports.clock import today
from sinetra.web import parts, sealed
from sinetra.web.access import public_form
from sinetra.web.invitation_view import answered_pairs, read, told_pairs
from sinetra.web.middleware.errors import in_words
from sinetra.web.public.invitations.forms import InvitationForm, QuestionsForm

FORM = "invitation"
State = dict[str, Any]


@public_form
@never_cache
@require_http_methods(["GET", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    try:
        office = team_for()
    except NoTeamHere:
        return render(request, "public/invitations/elsewhere.html")
    do = request.POST.get("do", "") if request.method == "POST" else ""
    try:
        state: State = sealed.unseal(FORM, request.POST.get("sealed", "")) if do else {"key": secrets.token_urlsafe(24)}
    except BadInput as error:
        # An old page loses nothing that was typed.
        state = {"key": secrets.token_urlsafe(24)}
        fault = parts.Fault(field="", message=in_words(error))
        return _form_page(request, office, state, InvitationForm(request.POST or None), [fault])
    if do == "read":
        return _read(request, office, state)
    if do in ("answer", "reset", "send") and "told" in state:
        return _answered(request, office, state, do)
    form = InvitationForm(initial=_initial(state) if "told" in state else None)
    return _form_page(request, office, state, form)


def _read(request: HttpRequest, office: Organisation, state: State) -> HttpResponse:
    form = InvitationForm(request.POST)
    if not form.is_valid():
        return _form_page(request, office, state, form)
    told = form.told(office.region_id or "")
    if "told" in state:
        told = _with_answers(told, Told.of(state["told"]))
    return _reading_page(request, office, _with(state, told, form.cleaned_data["name"]))


def _with_answers(told: Told, before: Told) -> Told:
    """What was answered before the form was changed, unless the change rules it out."""
    try:
        return checked(told.with_details(before.details, partisan=before.partisan))
    except BadInput:
        return told


def _answered(request: HttpRequest, office: Organisation, state: State, do: str) -> HttpResponse:
    """The answers to the open questions count with either button."""
    told = Told.of(state["told"])
    if do == "reset":
        told = Told.of({**told.plain(), "details": {}, "partisan": None})
        return _reading_page(request, office, _with(state, told, state["name"]))
    form = QuestionsForm(request.POST, open_questions(readings(told)))
    if not form.is_valid():
        return _reading_page(request, office, state, form=form)
    state = _with(state, told.with_details(form.details(), partisan=form.partisan()), state["name"])
    return _send(request, office, state) if do == "send" else _reading_page(request, office, state)


def _send(request: HttpRequest, office: Organisation, state: State) -> HttpResponse:
    told = Told.of(state["told"])
    try:
        sent = record(invitation=read_invitation(told=told, name=state["name"], idempotency_key=state["key"]))
    except Conflict:
        # The first sending is there with other words: this is an invitation of its own, under a key of its own.
        state = state | {"key": hashlib.sha256(state["key"].encode()).hexdigest()}
        problem = _("Undangan yang pertama sudah terkirim. Kirim lagi bila yang ini undangan lain.")
        return _reading_page(request, office, state, problem=problem)
    except BadInput as error:
        fault = parts.Fault(field=f"id_{error.field}", message=in_words(error))
        return _form_page(request, office, state, InvitationForm(initial=_initial(state)), [fault])
    return _sent_page(request, sent, told)


def _sent_page(request: HttpRequest, sent: Recorded, told: Told) -> HttpResponse:
    return render(request, "public/invitations/sent.html", {"sent": sent, "told": told})


def _form_page(
    request: HttpRequest,
    office: Organisation,
    state: State,
    form: InvitationForm,
    faults: list[parts.Fault] | None = None,
) -> HttpResponse:
    context = {
        "form": form,
        "office": office.name,
        "bawaslu": bawaslu_for(office).name,
        "sealed": sealed.seal(FORM, state),
        "faults": faults,
    }
    return render(request, "public/invitations/ask.html", context)


def _reading_page(
    request: HttpRequest, office: Organisation, state: State, *, form: QuestionsForm | None = None, problem: str = ""
) -> HttpResponse:
    told, day = Told.of(state["told"]), today(office.region_id)
    found = readings(told)
    is_over = told.event_on < day
    context = {
        "told": told,
        "read": read(told, day, found),
        "form": form or QuestionsForm(None, open_questions(found)),
        "pairs": told_pairs(told),
        "has_answers": bool(answered_pairs(told)),
        "is_over": is_over,
        "due_on": None if is_over else max(item.due_on for item in promises(office, day, told.event_on)),
        "office": office.name,
        "bawaslu": bawaslu_for(office).name,
        "is_carried": bool(carried_to(office)),
        "sealed": sealed.seal(FORM, state),
        "faults": [parts.Fault(field="", message=problem)] if problem else [],
    }
    return render(request, "public/invitations/reading.html", context)


def _with(state: State, told: Told, name: str) -> State:
    return state | {"told": told.plain(), "name": name}


def _initial(state: State) -> dict[str, Any]:
    return {**state["told"], "name": state["name"]}
