"""How the index is made, in plain words: what goes in, how it is put together, where it is weak."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.index.method import DRAWS, SEED, method
from sinetra.apps.index.selectors import newest_run
from sinetra.web.access import public
from sinetra.web.parts import Link
from sinetra.web.public.index.example import example


@public
def index_method(request: HttpRequest) -> HttpResponse:
    context = {
        "run": newest_run(),
        "used": method(),
        "seed": SEED,
        "draws": DRAWS,
        "example": example(),
        "back": Link(text=_("Indeks kerawanan"), url=reverse("index")),
    }
    return render(request, "public/index/method.html", context)
