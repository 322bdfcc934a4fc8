"""``/sertifikat/``: anybody checks a certificate by the code on it. It has 80 bits: nobody finds one by trying."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from sinetra.apps.prevention.certificate_codes import by_code
from sinetra.apps.prevention.models import Certificate
from sinetra.core.documents.printed_code import as_typed, grouped
from sinetra.ports.clock import zone_of
from sinetra.web.access import public
from sinetra.web.certificate_view import days_said
from sinetra.web.format import day_text
from sinetra.web.parts import Pair
from sinetra.web.public.code_form import CodeForm


@public
def check_certificate(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.GET if "kode" in request.GET else None, label=_("Kode pada sertifikat"))
    if form.is_valid():
        return redirect("certificate", code=form.cleaned_data["kode"])
    return render(request, "public/certificate/ask.html", {"form": form})


@public
@never_cache
def certificate(request: HttpRequest, code: str) -> HttpResponse:
    """Valid, revoked or unknown. The name is told as it is printed, to who holds the paper; not of a revoked one."""
    row = by_code(code)
    known = as_typed(code)
    context = {"row": row, "pairs": _pairs(row) if row else [], "code": grouped(known) if known else code[:60]}
    response = render(request, "public/certificate/certificate.html", context, status=200 if row else 404)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _pairs(row: Certificate) -> list[Pair]:
    language = get_language() or "id"
    said = [
        (_("Nama"), row.name if row.revoked_at is None else ""),
        (_("Kegiatan"), row.title),
        (_("Tanggal kegiatan"), days_said(row.held_on, row.held_until, language)),
        (_("Penyelenggara"), row.issuer),
        (_("Nomor"), row.number),
        (_("Terbit"), day_text(row.issued_on, language)),
        (_("Dicabut"), _day_there(row, row.revoked_at, language) if row.revoked_at else ""),
    ]
    return [Pair(term=term, value=value) for term, value in said if value]


def _day_there(row: Certificate, at: datetime, language: str) -> str:
    """The day on which it was in the office, not the one in Greenwich."""
    return day_text(at.astimezone(zone_of(row.organisation.region_id).info).date(), language)
