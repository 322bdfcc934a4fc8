"""Files beside an agreement, and meetings under it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sinetra.apps.agreements.actions.annex_agreement import add_annex, content_of, remove_annex
from sinetra.apps.agreements.actions.link_meeting import link_meeting, unlink_meeting
from sinetra.apps.agreements.selectors import agreement as agreement_row
from sinetra.apps.agreements.selectors import annex as annex_row
from sinetra.apps.agreements.selectors import meeting as meeting_row
from sinetra.apps.base.policy import visible
from sinetra.apps.prevention.models import Activity
from sinetra.apps.prevention.uploads import named
from sinetra.web.access import StaffRequest, staff
from sinetra.web.downloads import download
from sinetra.web.parts import Link
from sinetra.web.staff.agreements.forms import MeetingForm
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.prevention.circular_step_forms import AnnexForm

_FORM = "staff/prevention/form.html"
#: So many of the newest activities are offered.
_OFFERED = 100


@staff("agreement.write")
@require_http_methods(["GET", "POST"])
def new_annex(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = agreement_row(request.actor, pk)
    form = AnnexForm(request.POST, request.FILES) if request.method == "POST" else AnnexForm()
    if form.is_valid():
        name, content = form.cleaned_data["name"], form.cleaned_data["file"]
        if attempt(form, lambda: add_annex(agreement=row, name=name, content=content, actor=request.actor)) is not None:
            messages.success(request, _("Lampiran disimpan."))
            return redirect("agreement", pk=pk)
    back = Link(text=row.title, url=reverse("agreement", args=[pk]))
    context = {"title": _("Tambah lampiran"), "form": form, "submit": _("Periksa dan simpan"), "back": back}
    return render(request, _FORM, context)


@staff("activity.read")
def agreement_annex(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = annex_row(request.actor, pk)
    return download(content_of(row), row.media_type, named(row.name, row.media_type))


@staff("agreement.write")
@require_POST
def drop_annex(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = annex_row(request.actor, pk)
    remove_annex(annex=row, actor=request.actor)
    messages.success(request, _("Lampiran dihapus."))
    return redirect("agreement", pk=row.agreement_id)


@staff("agreement.write")
@require_http_methods(["GET", "POST"])
def add_meeting(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = agreement_row(request.actor, pk)
    newest = visible(request.actor, Activity).order_by("-starts_on", "-id").values("pk")[:_OFFERED]
    activities = Activity.objects.filter(pk__in=list(newest.values_list("pk", flat=True))).order_by("-starts_on", "-id")
    form = MeetingForm(posted(request), activities=activities)
    if form.is_valid():
        activity = form.cleaned_data["activity"]
        if attempt(form, lambda: link_meeting(agreement=row, activity=activity, actor=request.actor)) is not None:
            messages.success(request, _("Kegiatan dicatat di bawah kesepakatan."))
            return redirect("agreement", pk=pk)
    back = Link(text=row.title, url=reverse("agreement", args=[pk]))
    context = {"title": _("Catat rapat"), "form": form, "submit": _("Catat"), "back": back}
    return render(request, _FORM, context)


@staff("agreement.write")
@require_POST
def drop_meeting(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = meeting_row(request.actor, pk)
    unlink_meeting(meeting=row, actor=request.actor)
    messages.success(request, _("Kegiatan dilepas dari kesepakatan. Kegiatannya tetap ada."))
    return redirect("agreement", pk=row.agreement_id)
