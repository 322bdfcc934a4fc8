"""``/tanya/``: one page, without a name. The facts of the interview travel sealed; nothing is stored before sending."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sinetra.apps.advice.actions import ask
from sinetra.apps.advice.actions.ask import Asked
from sinetra.apps.advice.errors import NoTeamHere
from sinetra.apps.advice.intake import LONGEST, SHORTEST, read_question
from sinetra.apps.advice.offices import team_for
from sinetra.apps.base.catalogue import rulebook
from sinetra.core.errors import BadInput, Conflict
from sinetra.ports.clock import legal_clock
from sinetra.web import parts, sealed
from sinetra.web.access import public_form
from sinetra.web.advice_view import said_pairs
from sinetra.web.middleware.errors import in_words
from sinetra.web.public import may_i_asked
from sinetra.web.public.may_i_read import read
from sinetra.web.public.report.forms import PlainText

FORM = "question"


class AskForm(forms.Form):
    text = PlainText(
        label=_lazy("Apa yang masih membuat Anda ragu?"),
        help_text=_lazy("Jangan menulis nama siapa pun, juga bukan nama Anda, kantor Anda, atau nomor telepon."),
        min_length=SHORTEST,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off"}),
        error_messages={
            "required": _lazy("Tuliskan pertanyaan Anda, cukup dua atau tiga kalimat."),
            "min_length": _lazy("Tambahkan sedikit lagi: apa yang ingin Anda lakukan, kapan, dan di mana."),
        },
    )


@public_form
@never_cache
@require_http_methods(["GET", "POST"])
def ask_team(request: HttpRequest) -> HttpResponse:
    form = AskForm(request.POST if request.method == "POST" else None)
    state, problem, unread = _state(request)
    try:
        office = team_for(state["facts"].get("region"))
        if form.is_valid() and not problem:
            return render(request, "public/advice/asked.html", {"asked": _send(state, form.cleaned_data["text"])})
    except NoTeamHere:
        return render(request, "public/advice/elsewhere.html")
    except Conflict:
        # The first sending is there with other words: this is a question of its own, under a key of its own.
        state = state | {"key": hashlib.sha256(state["key"].encode()).hexdigest()}
        problem = _("Pertanyaan yang pertama sudah terkirim. Kirim lagi bila yang ini pertanyaan lain.")
    except BadInput as error:
        problem = in_words(error)
    context = {
        "form": form,
        "office": office.name,
        "pairs": said_pairs(may_i_asked.of_facts(state["facts"], legal_clock().today())) if state["facts"] else [],
        "sealed": sealed.seal(FORM, state),
        "faults": [*([parts.Fault(field="id_text", message=problem)] if problem else []), *unread],
    }
    return render(request, "public/advice/ask.html", context)


def _state(request: HttpRequest) -> tuple[dict[str, Any], str, list[parts.Fault]]:
    """What travels sealed, what is wrong with it, and what of the address is not in it.

    An old page loses the facts, not what was typed.
    """
    if request.method != "POST":
        asked, faults = read(request.GET, legal_clock().today(), rulebook().clock.timetables)
        return {"key": secrets.token_urlsafe(24), "facts": _facts(asked)}, "", _without_field(faults)
    try:
        return sealed.unseal(FORM, request.POST.get("sealed", "")), "", []
    except BadInput as error:
        return {"key": secrets.token_urlsafe(24), "facts": {}}, in_words(error), []


def _without_field(faults: list[parts.Fault]) -> list[parts.Fault]:
    """What the address says wrongly is answered on another page: nothing here to lead to."""
    return [parts.Fault(field="", message=fault.message) for fault in faults]


def _facts(asked: may_i_asked.Asked) -> dict[str, Any]:
    """The shareable facts of the interview, when there was one."""
    if not asked.act:
        return {}
    found = {name: value for name, value in asked.facts().items() if value is not None and name != "as_of"}
    if found["subject"].get("status") is None:
        found["subject"].pop("status", None)
    return found


def _send(state: dict[str, Any], text: str) -> Asked:
    return ask(question=read_question(text=text, facts=state["facts"], idempotency_key=state["key"]))
