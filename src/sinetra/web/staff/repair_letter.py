"""The letter about what a report lacks, as PDF."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from sinetra.apps.cases import selectors as cases
from sinetra.apps.cases.repair_letter import letter_of
from sinetra.core.documents.repair_notice import repair_notice_pdf
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.web.access import StaffRequest, staff
from sinetra.web.downloads import download


@staff("matter.read")
def repair_letter(request: StaffRequest, pk: UUID) -> HttpResponse:
    view = cases.matter_view(request.actor, pk)
    if view.repair is None:
        raise NotFound(gettext_noop("Perkara ini tidak menunggu perbaikan."))
    body = repair_notice_pdf(letter_of(request.actor, view.repair))
    return download(body, "application/pdf", f"kekurangan-{view.repair.asked_on.isoformat()}.pdf")
