"""``/saya/<link>/``: one's own sessions, pledges and certificates, by a printed link and for nobody else."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from sinetra.apps.prevention.selectors.personal_links import own_link
from sinetra.web.access import public
from sinetra.web.public.participation.own_sections import sections


@public
@never_cache
@require_GET
def own_page(request: HttpRequest, link: str) -> HttpResponse:
    found = own_link(link)
    context = {"link": found, "person": found.person, "sections": sections(found.person, link)}
    return render(request, "public/participation/own_page.html", context)
