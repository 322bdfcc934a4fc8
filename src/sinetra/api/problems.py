"""Errors for machines: problem JSON (RFC 9457), one mapping for the whole tree."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError

from sinetra.core.errors import BadInput, SinetraError
from sinetra.ports.limits import TooMany

MEDIA_TYPE = "application/problem+json"


class Problem(Schema):
    """``field`` and ``accepted`` are there when a value was wrong; ``code`` is stable."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    code: str
    field: str | None = None
    accepted: list[str] | None = None


TITLES = {
    403: "Forbidden",
    404: "Not found",
    405: "Method not allowed",
    409: "Conflict",
    413: "Too large",
    415: "Unsupported media type",
    421: "Misdirected request",
    422: "Bad input",
    429: "Too many requests",
    507: "No space left",
}


def answer(status: int, detail: str, code: str, **more: Any) -> HttpResponse:
    body = {
        "type": "about:blank",
        "title": TITLES.get(status, "Error"),
        "status": status,
        "detail": detail,
        "code": code,
    }
    body |= {key: value for key, value in more.items() if value is not None}
    return HttpResponse(json.dumps(body, ensure_ascii=False), status=status, content_type=MEDIA_TYPE)


def from_error(error: SinetraError) -> HttpResponse:
    """The members of the problem are those of the error; ``more`` of an error travels as extension members."""
    text = _(error.message)
    detail = text % error.params if error.params else text
    more: dict[str, Any] = dict(getattr(error, "more", {}))
    if isinstance(error, BadInput):
        more |= {"field": error.field, "accepted": list(error.accepted) or None}
    response = answer(error.status, detail, error.code, **more)
    if isinstance(error, TooMany):
        response.headers["Retry-After"] = str(error.retry_after)
    return response


def install(api: NinjaAPI) -> None:
    @api.exception_handler(SinetraError)
    def on_error(request: HttpRequest, error: SinetraError) -> HttpResponse:
        return from_error(error)

    @api.exception_handler(ValidationError)
    def on_validation(request: HttpRequest, error: ValidationError) -> HttpResponse:
        first = error.errors[0]
        # The first words of the location say body, query or header; the rest is the field.
        field = ".".join(str(part) for part in first["loc"][1:]) or str(first["loc"][0])
        accepted = first.get("ctx", {}).get("expected")
        if first["type"].startswith("date_"):
            accepted = "2024-11-22"
        return answer(
            422, f"{field}: {first['msg']}", "bad_input", field=field, accepted=[accepted] if accepted else None
        )

    @api.exception_handler(HttpError)
    def on_http(request: HttpRequest, error: HttpError) -> HttpResponse:
        if error.status_code == 400:
            # A body that is no JSON at all.
            return answer(422, _("Isi kiriman bukan JSON."), "bad_input", field="body", accepted=["application/json"])
        return answer(error.status_code, str(error), "error")
