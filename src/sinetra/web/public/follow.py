"""``/ikuti/``: the reporter reads each step with the code. Neither code nor view token ever stands in an address."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sinetra.apps.reports.selectors import FollowView, follow, follow_report
from sinetra.core.errors import SinetraError
from sinetra.web import sealed
from sinetra.web.access import public_form
from sinetra.web.middleware.errors import in_words

FORM = "follow"


@public_form
@never_cache
@require_http_methods(["GET", "POST"])
def follow_page(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "public/follow/ask.html", {})
    code = request.POST.get("code", "")
    try:
        view = _by_token(request.POST["view"]) if "view" in request.POST else follow(code)
    except SinetraError as error:
        return render(request, "public/follow/ask.html", {"problem": in_words(error), "code": code})
    token = sealed.seal(FORM, {"report": str(view.report_id)})
    return render(request, "public/follow/steps.html", {"view": view, "token": token})


def _by_token(token: str) -> FollowView:
    """Half an hour of looking again without typing the code."""
    return follow_report(sealed.unseal(FORM, token, seconds=sealed.VIEW_MINUTES * 60)["report"])
