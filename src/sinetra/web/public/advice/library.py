"""``/pendapat/``: opinions of the Tim Netralitas in general words, searched by title, text and norm."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.advice import selectors
from sinetra.apps.advice.models import Opinion
from sinetra.apps.base.actor import PUBLIC
from sinetra.apps.base.paging import page
from sinetra.ports.clock import today
from sinetra.web.access import public
from sinetra.web.advice_view import changed_words, norm_reasons
from sinetra.web.parts import Link

SIZE = 20


class SearchForm(forms.Form):
    q = forms.CharField(label=_lazy("Cari kata, pasal atau aturan"), max_length=80, required=False)


@public
def library(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET or None)
    text = form.cleaned_data["q"] if form.is_valid() else ""
    rows = selectors.library(text)
    found = page(rows, order=("-published_on", "-id"), after=request.GET.get("after"), size=SIZE)
    day = today()
    query = request.GET.copy()
    query.pop("after", None)
    newer = f"?{query.urlencode()}" if request.GET.get("after") else ""
    if found.next_token:
        query["after"] = found.next_token
    context = {
        "form": form,
        "text": text,
        "lines": [(row, changed_words(row.norms, row.law_date, day)) for row in found],
        "newer": newer,
        "older": f"?{query.urlencode()}" if found.next_token else "",
    }
    return render(request, "public/advice/library.html", context)


@public
def public_opinion(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Also a withdrawn one, so that a printed address says what became of it."""
    row = selectors.opinion(PUBLIC, pk)
    context = {
        "opinion": row,
        "reasons": norm_reasons(row.norms, row.law_date),
        "warning": _warning(row),
        "back": Link(text=_("Semua pendapat"), url=reverse("library")),
    }
    return render(request, "public/advice/opinion.html", context)


def _warning(row: Opinion) -> str:
    """Why nobody should rely on it any more; empty while it stands."""
    changed = changed_words(row.norms, row.law_date, today())
    if row.state == "withdrawn":
        return " ".join(part for part in (_("Pendapat ini ditarik."), row.reason, changed) if part)
    return changed
