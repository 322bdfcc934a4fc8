"""``/hadir/peserta/<tautan>/sertifikat.pdf``: the participant's own certificate."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from sinetra.apps.prevention.links import participant
from sinetra.apps.prevention.selectors.certificates import certificate_of
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.web.access import public
from sinetra.web.certificate_view import pdf_response


@public
@never_cache
def participant_certificate(request: HttpRequest, link: str) -> HttpResponse:
    """Errors: ``NotFound`` for another link, before one was issued, and for one that was revoked."""
    row = certificate_of(participant(link))
    if row is None or row.revoked_at is not None:
        raise NotFound(gettext_noop("Belum ada sertifikat yang berlaku di sini."))
    return pdf_response(request, [row], f"sertifikat-{row.number.replace('/', '-')}.pdf")
