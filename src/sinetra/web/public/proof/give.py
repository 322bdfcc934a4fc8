"""``/ikuti/bukti-penyampaian/``: the proof as PDF, and its content file, for whoever holds the view token."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sinetra.apps.reports.actions.make_proof import make_proof
from sinetra.core.errors import SinetraError
from sinetra.web import sealed
from sinetra.web.access import public_form
from sinetra.web.downloads import download
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Fault
from sinetra.web.public.follow import FORM, ask_for_code


@public_form
@never_cache
@require_http_methods(["GET", "POST"])
def give_proof(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return ask_for_code(request, {})
    address = request.build_absolute_uri(reverse("check_proof"))
    try:
        state = sealed.unseal(FORM, request.POST.get("view", ""), seconds=sealed.VIEW_MINUTES * 60)
        proof = make_proof(report_id=UUID(state["report"]), address=address)
    except SinetraError as error:
        fault = Fault(field="id_code", message=in_words(error))
        return ask_for_code(request, {"faults": [fault]})
    if request.POST.get("part") == "content":
        return download(proof.content, "application/json", f"isi-{proof.name}.json")
    return download(proof.pdf, "application/pdf", f"bukti-{proof.name}.pdf")
