"""The official form of a report as a file: at filing with the reporter's own name, later with empty lines for it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from sinetra.apps.reports.completion.filled_form import form_at_filing, form_later
from sinetra.apps.reports.completion.open_points import OpenPoints, open_points_for
from sinetra.apps.reports.intake import Reporter
from sinetra.core.documents.report_form import ReportForm, report_form_pdf
from sinetra.core.documents.typeset import PAPERS
from sinetra.ports.clock import legal_clock
from sinetra.web import sealed
from sinetra.web.access import public_form
from sinetra.web.clocks import due_clock
from sinetra.web.downloads import download
from sinetra.web.parts import Pair
from sinetra.web.public.report.hours import counter_words

FORM = "report_form"


def to_complete(report_id: UUID, secret: dict[str, Any]) -> dict[str, Any]:
    """For the page after filing. What the form needs travels sealed in that page: it is kept nowhere else."""
    found = open_points_for(report_id)
    return {} if found is None else {"completion": shown(found), "form_sealed": sealed.seal(FORM, secret)}


def to_complete_later(report_id: UUID, *, region: str) -> dict[str, Any]:
    """For who follows a report with its code."""
    found = open_points_for(report_id)
    return {} if found is None else {"completion": shown(found, region=region)}


def shown(found: OpenPoints, *, region: str | None = None) -> dict[str, Any]:
    language = "en" if get_language() == "en" else "id"
    return {
        "missing": [
            Pair(term=getattr(item.title, language), value=getattr(item.help, language)) for item in found.missing
        ],
        "clock": due_clock(found.due, legal_clock().today(region)) if found.due else None,
        "hours": counter_words(found.hours, language) if found.hours else "",
        "sheet": found.sheet,
    }


@public_form
@never_cache
@require_POST
def report_form_file(request: HttpRequest) -> HttpResponse:
    """From the page after filing. Errors: ``BadInput`` when that page is older than a day."""
    secret = sealed.unseal(FORM, request.POST.get("sealed", ""))
    given = Reporter(**secret["reporter"]) if secret["reporter"] else None
    return _file(request, form_at_filing(secret["key"], given))


@public_form
@never_cache
@require_POST
def follow_form_file(request: HttpRequest) -> HttpResponse:
    """From the page of a report that is followed. Errors: ``BadInput`` when its half hour is over."""
    token = sealed.unseal("follow", request.POST.get("view", ""), seconds=sealed.VIEW_MINUTES * 60)
    return _file(request, form_later(token["report"]))


def _file(request: HttpRequest, form: ReportForm) -> HttpResponse:
    paper = request.POST.get("kertas", "")
    content = report_form_pdf(form, paper=paper if paper in PAPERS else "a4")
    # A name that says nothing to whoever looks through a phone.
    return download(content, "application/pdf", f"formulir-{form.sheet.lower()}.pdf")
