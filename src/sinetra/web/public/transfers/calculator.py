"""Cek mutasi: may an official be replaced on that day, with every window and every reading. Nothing is stored."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from sinetra.apps.careers import law
from sinetra.core.errors import BadInput
from sinetra.ports.clock import today
from sinetra.web import transfer_form as asked
from sinetra.web.access import public
from sinetra.web.middleware.errors import in_words
from sinetra.web.transfer_form import TransferForm
from sinetra.web.transfer_view import transfer_view

#: Dated examples of the last regional election, as they were told by the press.
EXAMPLES = (
    {asked.DAY: "2024-03-22", asked.REGION: "13.12", asked.POSITION: "administrator", asked.HEAD: "definitive"},
    {
        asked.DAY: "2024-11-08",
        asked.REGION: "17.71",
        asked.POSITION: "jpt_pratama",
        asked.HEAD: "definitive",
        asked.PERMIT: "ya",
        asked.PERMIT_DAY: "2024-11-11",
    },
    {asked.DAY: "2025-06-02", asked.REGION: "13.12", asked.POSITION: "camat", asked.HEAD: "definitive"},
)


@public
def calculator(request: HttpRequest) -> HttpResponse:
    """The form, and once a day is given what follows from it."""
    is_asked = asked.DAY in request.GET
    form = TransferForm(request.GET) if is_asked else TransferForm(initial={asked.DAY: today()})
    result = _result(form) if is_asked and form.is_valid() else None
    context: dict[str, Any] = {"form": form, "view": transfer_view(result) if result is not None else None}
    address = reverse("transfer_calculator")
    context["examples"] = [f"{address}?{urlencode(example)}" for example in EXAMPLES]
    return render(request, "public/transfers/calculator.html", context)


def _result(form: TransferForm) -> dict[str, Any] | None:
    try:
        return law.answered(law.asked(form.facts())).to_json()
    except BadInput as error:
        form.add_error(asked.FIELDS.get(error.field or "", None), in_words(error))
        return None
