"""Who comes along to an activity and who speaks there."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.prevention.actions.add_part import add_delegate, add_speaker
from sinetra.apps.prevention.selectors import activities as rows_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.staff.attempt import posted
from sinetra.web.staff.prevention.part_forms import DelegateForm, SpeakerForm
from sinetra.web.staff.prevention.parts_of import PartLine, added, part_page, removal


@staff("activity.plan")
@require_http_methods(["GET", "POST"])
def delegates(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.activity(request.actor, pk)
    form = DelegateForm(posted(request))
    if added(request, form, lambda: add_delegate(activity=row, actor=request.actor, **form.cleaned_data)):
        return redirect("activity_delegates", pk=pk)
    lines = [
        PartLine(title=item.role, text=item.name, verbs=(removal("rombongan", item.pk),))
        for item in row.delegates.order_by("place", "id")
    ]
    return part_page(
        request,
        row,
        title=_("Rombongan"),
        lines=lines,
        form=form,
        submit=_("Tambah"),
        empty=_("Belum ada rombongan. Jabatan dahulu; nama boleh menyusul."),
    )


@staff("activity.plan")
@require_http_methods(["GET", "POST"])
def speakers(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.activity(request.actor, pk)
    form = SpeakerForm(posted(request))
    if added(request, form, lambda: add_speaker(activity=row, actor=request.actor, **form.cleaned_data)):
        return redirect("activity_speakers", pk=pk)
    lines = [
        PartLine(
            title=item.name or item.institution,
            text=" · ".join(filter(None, (item.institution if item.name else "", item.topic))),
            verbs=(removal("narasumber", item.pk),),
        )
        for item in row.named_speakers.order_by("place", "id")
    ]
    return part_page(
        request,
        row,
        title=_("Narasumber"),
        lines=lines,
        form=form,
        submit=_("Tambah"),
        empty=_("Belum ada narasumber."),
    )
