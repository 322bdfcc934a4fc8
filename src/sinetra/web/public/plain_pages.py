"""Pages of text: accessibility, privacy, about and source."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sinetra.apps.base.catalogue import engine_version
from sinetra.web.access import public


@public
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "public/accessibility.html")


@public
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "public/privacy.html")


@public
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "public/about.html", {"version": engine_version()})
