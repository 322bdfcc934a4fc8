"""``/ikuti/bukti/``: the reporter adds evidence to the report, with the view token that the code has opened."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.actor import reporter
from sinetra.apps.evidence.actions.add_evidence import add_evidence
from sinetra.apps.evidence.actions.drop_upload import drop_upload
from sinetra.apps.reports.models import Report
from sinetra.core.errors import SinetraError
from sinetra.web.access import public_form
from sinetra.web.evidence_list import still_here
from sinetra.web.incoming_files import take_files, told
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Fault
from sinetra.web.public.follow import ask_for_code, by_token, shown


@public_form
@never_cache
@require_http_methods(["GET", "POST"])
def follow_evidence(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return redirect("follow")
    incoming = take_files(request)
    token = request.POST.get("view", "")
    keys = [*request.POST.getlist("upload"), *(item.key for item in incoming.arrived if item.key)]
    faults = [told(item) for item in incoming.arrived if item.error is not None]
    try:
        view = by_token(token)
    except SinetraError as error:
        # Whoever looked too long goes on with what was sent; nobody else's files are kept for who shows no page.
        if error.code != "expired":
            for key in keys:
                drop_upload(key=key)
        return ask_for_code(request, {"faults": [Fault(field="id_code", message=in_words(error))]}, still_here(keys))
    added = False
    try:
        report = Report.objects.get(pk=view.report_id)
        added = bool(keys and add_evidence(report=report, keys=keys, actor=reporter(report.pk)))
    except SinetraError as error:
        faults.append(Fault(field="id_files" if view.talk.may_write else "", message=in_words(error)))
    return shown(request, view, token, faults=faults, added=added, refused=bool(faults))
