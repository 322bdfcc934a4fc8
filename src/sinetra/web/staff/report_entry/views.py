"""``/kerja/…/laporan/catat/``: one page for the office, then a slip with the code for the hand of the reporter."""

from __future__ import annotations

import secrets

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import visible
from sinetra.apps.evidence.limits import NoSpace
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.actions.file_report import Filed, file_report
from sinetra.apps.reports.completion.open_points import open_points_of
from sinetra.apps.reports.intake import read_report
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.offices import competent_office
from sinetra.apps.reports.vocabulary import Source
from sinetra.core.errors import BadInput, Conflict, Forbidden
from sinetra.ports.clock import zone_of
from sinetra.web import sealed
from sinetra.web.access import StaffRequest, staff
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Fault, Link
from sinetra.web.public.report import form_file
from sinetra.web.public.report.acts import act_choices
from sinetra.web.public.report.region_picker import picker
from sinetra.web.staff.report_entry.forms import EntryForms

FORM = "report_entry"
_LOOKING = {"find", "step", "up"}


@staff("report.enter")
@require_http_methods(["GET", "POST"])
def enter_report(request: StaffRequest) -> HttpResponse:
    key = _key(request)
    if request.method != "POST":
        return _page(request, EntryForms(), key)
    if request.POST.get("go") in _LOOKING:
        typed = {**request.POST.dict(), "acts": request.POST.getlist("acts")}
        return _page(request, EntryForms(typed=typed), key)
    given = EntryForms(request.POST)
    if not given.is_valid():
        return _page(request, given, key)
    filed = _filed(request, given, key)
    return _page(request, given, key) if filed is None else _slip(request, given, filed, key)


def _key(request: StaffRequest) -> str:
    """The secret of this entry: the same page sent twice is one report. A page that is too old begins anew."""
    try:
        return str(sealed.unseal(FORM, request.POST.get("entry", ""))["key"])
    except BadInput:
        return secrets.token_urlsafe(24)


def _filed(request: StaffRequest, given: EntryForms, key: str) -> Filed | None:
    """None when it was refused; then the form says why."""
    report = given.filing(key)
    how = given.how.cleaned_data
    try:
        return file_report(
            report=read_report(report),
            source=Source(how["source"]),
            actor=request.actor,
            at=given.how.moment(report["region"]),
            signed=how["signed"],
        )
    except Forbidden:
        office = competent_office(report["region"]).name
        text = _("Wilayah ini ditangani %(office)s, atau di luar wilayah tugas Anda. Arahkan pelapor ke kantor itu.")
        given.where.add_error("region", text % {"office": office})
    except NoSpace:
        text = _(
            "Penyimpanan kantor sedang penuh, jadi laporan ini belum tersimpan. Isian tetap ada. "
            "Beri tahu administrator, lalu kirim lagi."
        )
        given.how.add_error(None, text)
    except (BadInput, Conflict) as error:
        in_hour = isinstance(error, BadInput) and error.field == "received_at"
        given.how.add_error("received_at" if in_hour else None, in_words(error))
    return None


def _page(request: StaffRequest, given: EntryForms, key: str) -> HttpResponse:
    context = {
        "entry": sealed.seal(FORM, {"key": key}),
        "how": given.how,
        "what": given.what,
        "when": given.when,
        "where": given.where,
        "who": given.who,
        "reporter": given.reporter,
        "picker": picker(request.POST if request.method == "POST" else _own_region(request)),
        "faults": _faults(given),
        "back": Link(text=_("Laporan masuk"), url=reverse("inbox")),
        **act_choices(given.what),
    }
    return render(request, "staff/report_entry/page.html", context)


def _faults(given: EntryForms) -> list[Fault]:
    """Of all forms, in the order of the page; each leads to its field."""
    return [
        Fault(field=form[name].auto_id if name in form.fields else "", message=str(text))
        for form in given.all
        for name, texts in form.errors.items()
        for text in texts
    ]


def _own_region(request: StaffRequest) -> dict[str, str]:
    """The steps begin where the office is."""
    return {"inside": visible(request.actor, Organisation).get(pk=request.actor.office).region_id or ""}


def _slip(request: StaffRequest, given: EntryForms, filed: Filed, key: str) -> HttpResponse:
    """The only page with the code. The identity is in the vault; only the form to sign bears it, once, now."""
    report = visible(request.actor, Report).select_related("organisation").get(pk=filed.report_id)
    found = open_points_of(report)
    context = {
        "filed": filed,
        "office": report.organisation.name,
        "zone": zone_of(report.region_id).abbreviation,
        "late": filed.kept_as != filed.channel,
        "completion": form_file.shown(found, region=report.region_id) if found else None,
        "form_sealed": sealed.seal(form_file.FORM, {"key": key, "reporter": given.filing(key)["reporter"]}),
        "address": request.build_absolute_uri(reverse("follow")),
    }
    return render(request, "staff/report_entry/slip.html", context)
