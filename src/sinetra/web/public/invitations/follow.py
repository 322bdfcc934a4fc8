"""``/undangan/ikuti/``: the asker reads, decides and notes with the code, which never stands in an address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sinetra.apps.invitations.actions import decide, note_done
from sinetra.apps.invitations.selectors import InvitationView, invitation_again, invitation_by_code
from sinetra.apps.invitations.vocabulary import Choice, State
from sinetra.core.errors import SinetraError
from sinetra.ports.clock import today
from sinetra.ports.limits import TooMany, wrong_codes_counted
from sinetra.web import law_words, sealed
from sinetra.web.access import public_form
from sinetra.web.invitation_advice import advice_card
from sinetra.web.invitation_view import read, told_pairs
from sinetra.web.invitation_words import CHOICES
from sinetra.web.middleware.errors import in_words, to_wait
from sinetra.web.parts import Fault
from sinetra.web.public.invitations.forms import DecideForm, DoneForm
from sinetra.web.staff.attempt import attempt

FORM = "follow_invitation"


@public_form
@never_cache
@require_http_methods(["GET", "POST"])
def follow_page(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "public/invitations/code.html", {})
    code, token = request.POST.get("code", ""), request.POST.get("view")
    try:
        with wrong_codes_counted(request.META):
            view = invitation_by_code(code) if token is None else by_token(token)
    except SinetraError as error:
        # The code stays in the field: a typing mistake is mended, not typed anew.
        fault = Fault(field="id_code", message=in_words(error))
        page = render(request, "public/invitations/code.html", {"faults": [fault], "code": code})
        return to_wait(page, error) if isinstance(error, TooMany) else page
    # Looking again prolongs nothing: on a shared computer the half hour counts from the code.
    token = token or sealed.seal(FORM, {"invitation": str(view.row.pk)})
    return _page(request, view, token)


def by_token(token: str) -> InvitationView:
    """Half an hour without typing the code again, from the moment it was typed."""
    return invitation_again(sealed.unseal(FORM, token, seconds=sealed.VIEW_MINUTES * 60)["invitation"])


def _page(request: HttpRequest, view: InvitationView, token: str) -> HttpResponse:
    do = request.POST.get("do", "")
    deciding = DecideForm(request.POST if do == "decide" else None)
    noting = DoneForm(request.POST if do == "note" else None)
    done = _done(view, do, deciding, noting)
    view = invitation_again(str(view.row.pk))
    day = today(view.row.organisation.region_id)
    context: dict[str, Any] = {
        "view": view,
        "token": token,
        "done": done,
        "form": noting if do == "note" else deciding,
        "deciding": deciding,
        "noting": noting,
        "may_note": view.row.state == State.DECIDED and (view.row.event_on <= day or _declined(view)),
        "advices": [advice_card(item, day) for item in view.advices],
        "read": read(view.told, day),
        "pairs": told_pairs(view.told),
        "choice": law_words.word(CHOICES, view.decision.choice) if view.decision else "",
    }
    return render(request, "public/invitations/follow.html", context)


def _done(view: InvitationView, do: str, deciding: forms.Form, noting: forms.Form) -> str:
    """What was pressed is done; what was refused is said at its form."""
    if do == "decide" and deciding.is_valid():
        given = deciding.cleaned_data
        choice = Choice(given["choice"])
        if attempt(deciding, lambda: decide(invitation=view.row, choice=choice, reason=given["reason"])) is not None:
            return do
    if do == "note" and noting.is_valid():
        text = noting.cleaned_data["text"]
        if attempt(noting, lambda: note_done(invitation=view.row, text=text)) is not None:
            return do
    return ""


def _declined(view: InvitationView) -> bool:
    return view.decision is not None and view.decision.choice is Choice.DECLINE
