"""``/edaran/<…>/terima/``: what the printed code opens. No cookie, no script; the answer is the same for everybody."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.actor import PUBLIC
from sinetra.apps.prevention.actions.accept_circular import Said, accept_circular
from sinetra.apps.prevention.models import Circular
from sinetra.apps.prevention.selectors import circulars as rows_of
from sinetra.web.access import public_form
from sinetra.web.parts import Link
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.attempt import attempt, posted


class AcceptForm(forms.Form):
    """A number, or a name with the unit."""

    use_required_attribute = False
    nip = forms.CharField(
        label=_lazy("NIP atau NI PPPK Anda"),
        help_text=_lazy("18 angka. Tidak punya NIP? Isi nama dan unit kerja di bawah."),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    name = PlainText(label=_lazy("Nama lengkap"), max_length=200, required=False)
    unit = PlainText(
        label=_lazy("Unit kerja Anda"),
        help_text=_lazy("Misalnya Dinas Sosial, atau Kelurahan Gaharu."),
        max_length=200,
        required=False,
    )

    def said(self) -> Said:
        return Said(**{name: self.cleaned_data[name] for name in ("nip", "name", "unit")})


@public_form
@never_cache
@require_http_methods(["GET", "POST"])
def accept(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = rows_of.circular(PUBLIC, pk)
    form = AcceptForm(posted(request))
    context: dict[str, Any] = {
        "circular": row,
        "back": Link(text=_("Baca edarannya"), url=reverse("public_circular", args=[pk])),
        "successor": rows_of.successor(row),
        "holds": row.state == "published",
    }
    if form.is_valid() and attempt(form, lambda: _stated(row, form.said())):
        return render(request, "public/circulars/accepted.html", context)
    return render(request, "public/circulars/accept.html", {**context, "form": form})


def _stated(row: Circular, said: Said) -> bool:
    accept_circular(circular=row, said=said)
    return True
