"""A certificate in the words that are printed, and the file it makes. Always Indonesian: a document of the office."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override

from sinetra.apps.base.exercise import exercise_word
from sinetra.apps.prevention.certificate_codes import code_of
from sinetra.apps.prevention.models import Certificate
from sinetra.core.documents.certificate import CertificatePage, certificates_pdf
from sinetra.core.documents.printed_code import grouped
from sinetra.core.documents.signatory import office_words
from sinetra.web.downloads import download
from sinetra.web.format import day_text


def days_said(first: date | None, last: date | None, language: str) -> str:
    """``Kamis, 21 November 2024``, or both ends of several days; empty when unknown."""
    if first is None:
        return ""
    if last is None or last == first:
        return day_text(first, language)
    return f"{day_text(first, language, weekday=False)} – {day_text(last, language, weekday=False)}"


def printed(row: Certificate, site: str) -> CertificatePage:
    """``site``: the address of this installation, without a slash at its end."""
    code = code_of(row)
    with override("id"):
        address = reverse("certificate", args=[code])
    signed = ", ".join(part for part in (row.place, day_text(row.issued_on, "id", weekday=False)) if part)
    return CertificatePage(
        issuer=row.issuer,
        number=row.number,
        name=row.name,
        unit=row.unit_text,
        title=row.title,
        days=days_said(row.held_on, row.held_until, "id"),
        place=row.place,
        signed=signed,
        office=office_words(row.signatory_kind, row.signatory_title),
        signatory=row.signatory_name,
        code=grouped(code),
        url=f"{site}{address}",
        exercise=exercise_word(),
    )


def pdf_response(request: HttpRequest, rows: Sequence[Certificate], name: str) -> HttpResponse:
    site = request.build_absolute_uri("/").rstrip("/")
    body = certificates_pdf([printed(row, site) for row in rows])
    return download(body, "application/pdf", name)
