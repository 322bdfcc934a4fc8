"""``/layanan-adil/``: the same service for everyone, what one may expect, what one can do; and the sheet to hang up."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sinetra.core.documents.typeset import PAPERS, Layout, pdf
from sinetra.ports.clock import legal_clock
from sinetra.web.access import public
from sinetra.web.advice_view import norm_reasons
from sinetra.web.law_view import language
from sinetra.web.public.fair_service import notice
from sinetra.web.public.printed.asked import PAPER, paper
from sinetra.web.public.report.topics import report_address


@public
def fair_service(request: HttpRequest) -> HttpResponse:
    day = legal_clock().today()
    context = {
        "day": day,
        "expect": notice.expect(),
        "must_not": notice.must_not(),
        "steps": notice.steps(),
        "report_url": report_address("layanan"),
        "pressure_url": report_address("tekanan"),
        "is_elsewhere": settings.SINETRA_PROFILE == "pemda",
        "reasons": norm_reasons(notice.norms_on(day), day),
        "papers": [(code.upper(), f"?{PAPER}={code}") for code in PAPERS],
    }
    return render(request, "public/fair_service/page.html", context)


@public
def sheet(request: HttpRequest) -> HttpResponse:
    """Errors: ``BadAddress`` for a paper that there is not."""
    size, day = paper(request.GET, PAPERS), legal_clock().today()
    made = notice.sheet(day, request.build_absolute_uri("/").rstrip("/"))
    response = HttpResponse(pdf(made, Layout.POSTER, PAPERS[size]), content_type="application/pdf")
    name = f"sinetra-layanan-adil-{size}-{day.isoformat()}-{language()}.pdf"
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response
