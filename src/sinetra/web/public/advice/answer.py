"""``/tanya/jawaban/``: with the code one reads the answer. The code never stands in an address."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sinetra.apps.advice.selectors import question_by_code
from sinetra.core.errors import SinetraError
from sinetra.ports.clock import today
from sinetra.ports.limits import TooMany, wrong_codes_counted
from sinetra.web.access import public_form
from sinetra.web.advice_view import changed_words, norm_reasons
from sinetra.web.middleware.errors import in_words, to_wait
from sinetra.web.parts import Fault


@public_form
@never_cache
@require_http_methods(["GET", "POST"])
def team_answer(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "public/advice/code.html", {})
    code = request.POST.get("code", "")
    try:
        with wrong_codes_counted(request.META):
            view = question_by_code(code)
    except SinetraError as error:
        # The code stays in the field: a typing mistake is mended, not typed anew.
        fault = Fault(field="id_code", message=in_words(error))
        page = render(request, "public/advice/code.html", {"faults": [fault], "code": code})
        return to_wait(page, error) if isinstance(error, TooMany) else page
    answer = view.answer
    context = {
        "view": view,
        "reasons": norm_reasons(answer.norms, answer.law_date) if answer else [],
        "changed": changed_words(answer.norms, answer.law_date, today()) if answer else "",
    }
    return render(request, "public/advice/answer.html", context)
