"""Certificates of an activity: issue, list, print, revoke."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from sinetra.apps.prevention.actions.issue_certificates import issue_certificates
from sinetra.apps.prevention.actions.revoke_certificate import revoke_certificate
from sinetra.apps.prevention.entitled import entitled, is_over, whose
from sinetra.apps.prevention.models import Activity, Certificate
from sinetra.apps.prevention.selectors import certificates as rows_of
from sinetra.apps.prevention.selectors.activities import activity as activity_of
from sinetra.apps.prevention.selectors.signatories import certificate_signatories
from sinetra.core.documents.certificate import MOST_PAGES
from sinetra.core.errors import BadInput, NotFound, gettext_noop
from sinetra.web.access import StaffRequest, staff
from sinetra.web.certificate_view import pdf_response
from sinetra.web.parts import Cell, Column, Link, Pair
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.lists import table
from sinetra.web.staff.prevention.certificate_forms import IssueForm, RevokeForm
from sinetra.web.staff.prevention.pledges import office_day


@staff("certificate.read")
def certificates(request: StaffRequest, pk: UUID) -> HttpResponse:
    activity = activity_of(request.actor, pk)
    listed = table(
        request,
        rows_of.certificates(request.actor, activity),
        caption=_("Sertifikat, menurut nomor"),
        columns=[Column(text=text) for text in (_("Nama"), _("Nomor"), _("Unit"), _("Keadaan"), _("Tindakan"))],
        cells=_cells,
        order=("sequence", "id"),
        empty=(_("Belum ada sertifikat"), _("Sertifikat terbit bagi yang hadir, sesudah semua sesi ditutup.")),
    )
    context = {
        "activity": activity,
        "table": listed,
        "is_over": is_over(activity),
        "files": _files(request, activity),
        "back": _back(activity),
    }
    return render(request, "staff/certificate/list.html", context)


def _back(activity: Activity) -> Link:
    return Link(text=activity.title, url=reverse("activity", args=[activity.pk]))


def _cells(row: Certificate) -> list[Cell]:
    if row.revoked_at:
        state, verb = Cell(text=_("dicabut"), sentiment="stop"), Cell(text="–")
    else:
        revoke = reverse("revoke_certificate", args=[row.pk])
        state, verb = Cell(text=_("berlaku"), sentiment="good"), Cell(text=_("Cabut"), url=revoke)
    return [Cell(text=row.name), Cell(text=row.number), Cell(text=row.unit_text or "–"), state, verb]


def _files(request: StaffRequest, activity: Activity) -> list[Link]:
    """One PDF for all, or one for each couple of hundred."""
    valid = rows_of.certificates(request.actor, activity).filter(revoked_at=None)
    numbers = list(valid.order_by("sequence").values_list("sequence", flat=True))
    url = reverse("certificates_pdf", args=[activity.pk])
    if len(numbers) <= MOST_PAGES:
        return [Link(text=_("Semua dalam satu PDF"), url=url)] if numbers else []
    starts = numbers[::MOST_PAGES]
    return [
        Link(text=_("PDF bagian %(n)s dari %(all)s") % {"n": n, "all": len(starts)}, url=f"{url}?dari={first}")
        for n, first in enumerate(starts, start=1)
    ]


@staff("certificate.read")
def all_as_pdf(request: StaffRequest, pk: UUID) -> HttpResponse:
    activity = activity_of(request.actor, pk)
    first = request.GET.get("dari", "0")
    if not first.isascii() or not first.isdecimal() or len(first) > 9:
        raise BadInput(gettext_noop("%(field)s: yang diterima: %(accepted)s"), field="dari", accepted=("1, 2, 3 …",))
    valid = rows_of.certificates(request.actor, activity).filter(revoked_at=None, sequence__gte=int(first))
    rows = list(valid.order_by("sequence")[:MOST_PAGES])
    if not rows:
        raise NotFound(gettext_noop("Belum ada sertifikat yang berlaku di sini."))
    return pdf_response(request, rows, f"sertifikat-{rows[0].year}-{rows[0].sequence:04}.pdf")


@staff("certificate.issue")
@require_http_methods(["GET", "POST"])
def issue(request: StaffRequest, pk: UUID) -> HttpResponse:
    activity, day = activity_of(request.actor, pk), office_day(request.actor)
    issued = list(rows_of.certificates(request.actor, activity))
    have = {whose(row) for row in issued}
    revoked = have - {whose(row) for row in issued if row.revoked_at is None}
    came = set(entitled(activity))
    form = IssueForm(posted(request), certificate_signatories(request.actor.office, day), has_revoked=bool(revoked))
    if form.is_valid():
        again = form.cleaned_data.get("replace_revoked", False)
        made = attempt(
            form,
            lambda: issue_certificates(
                activity=activity, signatory=form.chosen(), on=day, actor=request.actor, replace_revoked=again
            ),
        )
        if made is not None:
            told = ngettext("%(n)s sertifikat terbit.", "%(n)s sertifikat terbit.", len(made)) % {"n": len(made)}
            messages.success(request, told)
            return redirect("certificates", pk=pk)
    context = {
        "title": _("Terbitkan sertifikat"),
        "consequences": [
            _("Setiap orang yang hadir pada sedikitnya satu sesi mendapat satu sertifikat."),
            _("Yang sudah punya sertifikat berlaku tidak mendapat yang kedua."),
            _("Peserta mengunduhnya dari halamannya sendiri; Anda dapat mencetak semuanya."),
        ],
        "pairs": [
            Pair(term=_("Kegiatan"), value=activity.title),
            Pair(term=_("Hadir"), value=len(came)),
            Pair(term=_("Belum punya sertifikat"), value=len(came - have)),
        ],
        "form": form,
        "submit": _("Terbitkan"),
        "back": Link(text=_("Batal"), url=reverse("certificates", args=[pk])),
    }
    return render(request, "parts/confirm.html", context)


@staff("certificate.revoke")
@require_http_methods(["GET", "POST"])
def revoke(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.certificate(request.actor, pk)
    form = RevokeForm(posted(request))
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        if attempt(form, lambda: revoke_certificate(certificate=row, reason=reason, actor=request.actor)) is not None:
            messages.success(request, _("Sertifikat dicabut."))
            return redirect("certificates", pk=row.activity_id)
    context = {
        "title": _("Cabut sertifikat %(number)s") % {"number": row.number},
        "consequences": [
            _("Halaman pemeriksaan menyatakan sertifikat ini dicabut, mulai saat ini."),
            _("Pencabutan tidak dapat dibatalkan; pengganti dapat diterbitkan."),
        ],
        "pairs": [Pair(term=_("Nama"), value=row.name), Pair(term=_("Kegiatan"), value=row.title)],
        "form": form,
        "submit": _("Cabut sertifikat"),
        "stop": True,
        "back": Link(text=_("Batal"), url=reverse("certificates", args=[row.activity_id])),
    }
    return render(request, "parts/confirm.html", context)
