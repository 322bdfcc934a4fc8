"""Answers that never change: their bytes are known by their digest, and a browser may keep them for good."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header, parse_etags

#: A year, and no question asked meanwhile.
IMMUTABLE = "public, max-age=31536000, immutable"


def frozen(request: HttpRequest, content: bytes, media_type: str, *, etag: str, name: str = "") -> HttpResponseBase:
    """``etag``: of what the bytes are made from and as. ``name``: as a file to keep."""
    tag = f'"{etag}"'
    known = parse_etags(request.headers.get("If-None-Match", ""))
    response: HttpResponse
    if tag in known or "*" in known:
        response = HttpResponseNotModified()
    else:
        response = HttpResponse(content, content_type=media_type)
        if name:
            response.headers["Content-Disposition"] = (
                content_disposition_header(as_attachment=True, filename=name) or ""
            )
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = IMMUTABLE
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
