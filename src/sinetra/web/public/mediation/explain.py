"""``/mediasi/``: what mediation is and is not, and what never belongs in it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sinetra.apps.advice.errors import NoTeamHere
from sinetra.apps.advice.offices import team_for
from sinetra.web.access import public
from sinetra.web.public.report.topics import report_address


@public
def mediation(request: HttpRequest) -> HttpResponse:
    try:
        office = team_for().name
    except NoTeamHere:
        office = ""
    return render(request, "public/mediation/explain.html", {"office": office, **danger_links()})


def danger_links() -> dict[str, str]:
    """Where a threat and an order of a superior are reported."""
    return {"pressure_url": report_address("tekanan"), "order_url": report_address("perintah")}
