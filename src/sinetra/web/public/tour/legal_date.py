"""The switch of the demo banner: the legal date of the story, or today. Demo profile only, for everybody at once."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from sinetra.ports.clock import SystemClock, legal_clock, real_date_wanted, want_real_date
from sinetra.web.access import public_form
from sinetra.web.public.tour.views import in_demo


@public_form
@require_http_methods(["GET", "POST"])
def legal_date(request: HttpRequest) -> HttpResponse:
    in_demo()
    if request.method == "POST":
        want_real_date(settings.SINETRA_DATA, wanted=request.POST.get("date") == "today")
    context = {
        "of_story": settings.SINETRA_AS_OF,
        "real": SystemClock().today(),
        "is_real": real_date_wanted(settings.SINETRA_DATA),
        "legal_date": legal_clock().today(),
    }
    return render(request, "public/tour/legal_date.html", context)
