"""The question for evidence: may be skipped; files go sealed to the disk, their keys travel with the answers."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sinetra.apps.evidence.actions.drop_upload import drop_upload
from sinetra.apps.evidence.pieces import whole_upload
from sinetra.core.errors import BadInput, SinetraError
from sinetra.web import sealed
from sinetra.web.access import public_form
from sinetra.web.evidence_list import File, described
from sinetra.web.incoming_files import take_files, told
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Fault
from sinetra.web.public.report import draft, pages
from sinetra.web.public.report.views import FORM, report, show_page

REMOVE = "remove-"


@public_form
@never_cache
@require_http_methods(["GET", "POST"])
def report_evidence(request: HttpRequest) -> HttpResponseBase:
    if request.method != "POST":
        return redirect("report")
    incoming = take_files(request)
    go = request.POST.get("go", "")
    if go == "restore":
        return report(request)
    try:
        state = sealed.unseal(FORM, request.POST.get("sealed", ""))
    except BadInput:
        for item in incoming.arrived:
            drop_upload(key=item.key)
        return report(request)
    files = [described(item.upload, item.key) for item in incoming.arrived if item.upload is not None]
    faults = [told(item) for item in incoming.arrived if item.error is not None]
    for key in request.POST.getlist("upload"):
        try:
            files.append(described(whole_upload(key), key))
        except SinetraError as error:
            faults.append(Fault(field="id_files", message=in_words(error)))
    state = with_files(state, files)
    page = pages.BY_NAME["evidence"]
    if go.startswith(REMOVE):
        return show_page(request, page, without(state, go.removeprefix(REMOVE)))
    if go == "draft":
        state = draft.asked_for(state)
    if go == "no_draft":
        state = draft.declined(state)
    if faults or go in {"add", "draft", "no_draft"}:
        return show_page(request, page, state, faults=faults)
    if go == "back":
        return show_page(request, pages.before(page.name, state), state)
    return show_page(request, pages.after(page.name, state), state)


def with_files(state: dict[str, Any], files: list[File]) -> dict[str, Any]:
    known = state.get("evidence", {}).get("files", [])
    keys = {file["key"] for file in known}
    return state | {"evidence": {"files": [*known, *(file for file in files if file["key"] not in keys)]}}


def without(state: dict[str, Any], place: str) -> dict[str, Any]:
    """Of the file at ``place`` nothing is left, on the disk neither."""
    known = state.get("evidence", {}).get("files", [])
    kept = [file for number, file in enumerate(known) if str(number) != place]
    for file in known:
        if file not in kept:
            drop_upload(key=file["key"])
    return state | {"evidence": {"files": kept}}
