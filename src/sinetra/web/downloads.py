"""A file that leaves as a download: nothing that somebody sent is ever shown under this site's own address."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header


def download(content: bytes, media_type: str, name: str, *, is_public: bool = False) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    response.headers["X-Content-Type-Options"] = "nosniff"
    if not is_public:
        response.headers["Cache-Control"] = "private, no-store"
    return response
