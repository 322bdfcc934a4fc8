"""What was agreed at an activity: by whom, until when, done or not."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import visible
from sinetra.apps.prevention.actions.add_part import add_commitment, settle_commitment
from sinetra.apps.prevention.models import Commitment
from sinetra.apps.prevention.selectors import activities as rows_of
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.staff.attempt import posted
from sinetra.web.staff.prevention.activity_page import commitment_clock
from sinetra.web.staff.prevention.part_forms import CommitmentForm
from sinetra.web.staff.prevention.parts_of import PartLine, added, part_page, removal


@staff("activity.plan")
@require_http_methods(["GET", "POST"])
def commitments(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.activity(request.actor, pk)
    form = CommitmentForm(posted(request))
    if added(request, form, lambda: add_commitment(activity=row, actor=request.actor, **form.cleaned_data)):
        return redirect("activity_commitments", pk=pk)
    day = today(row.region_id)
    lines = [
        PartLine(
            title=item.text,
            text=item.owner,
            clock=commitment_clock(item, day),
            verbs=(
                (_("Buka lagi") if item.done_on else _("Selesai"), reverse("settle_commitment", args=[item.pk])),
                removal("komitmen", item.pk),
            ),
        )
        for item in row.commitments.order_by("due_on", "id")
    ]
    return part_page(
        request,
        row,
        title=_("Komitmen"),
        lines=lines,
        form=form,
        submit=_("Tambah komitmen"),
        empty=_("Belum ada komitmen. Yang lewat tenggat tampil di Ruang kerja."),
    )


@staff("activity.plan")
@require_http_methods(["POST"])
def settle(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Done becomes open again, and the other way round."""
    row = visible(request.actor, Commitment).select_related("activity").filter(pk=pk).first()
    if row is None:
        raise NotFound(gettext_noop("Komitmen ini tidak ada."))
    done_on = None if row.done_on else today(row.activity.region_id)
    settle_commitment(commitment=row, done_on=done_on, actor=request.actor)
    messages.success(request, _("Komitmen selesai.") if done_on else _("Komitmen dibuka lagi."))
    return redirect("activity_commitments", pk=row.activity_id)
