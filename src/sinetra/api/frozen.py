"""Answers known by their digest. Bytes that are kept as they are a browser may keep for good; what the program makes
of them (words, file formats) may read better after an upgrade, so it is asked for again."""

from __future__ import annotations

import hashlib

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header, parse_etags

#: A year, and no question asked meanwhile.
IMMUTABLE = "public, max-age=31536000, immutable"
MADE = "public, max-age=3600"


def frozen(
    request: HttpRequest, content: bytes, media_type: str, *, digest: str = "", name: str = ""
) -> HttpResponseBase:
    """``digest``: that of bytes that are kept and never change; empty for what is made of them now. ``name``: as a file
    to keep."""
    tag = f'"{digest or hashlib.sha256(content).hexdigest()}"'
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
    response.headers["Cache-Control"] = IMMUTABLE if digest else MADE
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
