"""How much may be sent. Django puts any file of a form on the disk before a view is asked, on every address."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from sinetra.apps.evidence.limits import most_of_report
from sinetra.web.middleware.errors import too_large
from sinetra.web.middleware.staff_session import STAFF_PATH

EVIDENCE_PATHS = ("/lapor/bukti/", "/ikuti/bukti/")


class SizeLimit:
    """Refused by its announced length, before anything is read; without one nothing is read at all (WSGI).

    The API has limits of its own, and never reads a form.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        most = _most(request.path)
        if not request.path.startswith("/api/") and (not length.isdecimal() or int(length) > most):
            return too_large(request)
        return self.get_response(request)


def _most(path: str) -> int:
    if path.startswith(STAFF_PATH):
        return int(settings.SINETRA_MOST_FILES)
    # These two seal what comes while it comes (web/incoming_files.py): nothing of it lies on the disk in clear.
    with_files = path.endswith(EVIDENCE_PATHS)
    return int(settings.SINETRA_MOST_FORM) + (most_of_report() if with_files else 0)
