"""Evidence for machines (contract 10): a file in pieces that can be resumed, sealed while it streams.

The key of an upload and the code of a report stand in headers, never in an address. No address is kept of anybody.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.views.decorators.cache import never_cache
from ninja import Body, Header, Router, Schema, Status
from ninja.decorators import decorate_view

from sinetra.api.problems import Problem
from sinetra.apps.base.actor import reporter
from sinetra.apps.evidence.actions.add_evidence import add_evidence
from sinetra.apps.evidence.actions.begin_upload import begin_upload
from sinetra.apps.evidence.actions.continue_upload import continue_upload
from sinetra.apps.evidence.models import Upload
from sinetra.apps.evidence.uploads import rows
from sinetra.apps.reports.codes import find_by_code
from sinetra.core.errors import SinetraError
from sinetra.ports.limits import Kind, admit, wrong_codes_counted

router = Router(tags=["evidence"])
CHUNK, MOST_READ_OFF = 256 * 1024, 64 << 20


class BeginIn(Schema):
    """``size``: bytes of the whole file. ``name``: as it is called; only its last part is kept."""

    size: int
    name: str = ""


class BegunOut(Schema):
    """``key`` is shown here and nowhere else: it goes on with the upload, and a report takes it by its key."""

    key: str
    offset: int
    size: int
    expires_at: str


class UploadOut(Schema):
    """``sha256`` and ``media_type`` are there when it is whole; ``findings``: what is conspicuous in it."""

    offset: int
    size: int
    sha256: str | None = None
    media_type: str | None = None
    findings: list[str] = []


class AddIn(Schema):
    """``upload``: the key of a whole upload."""

    upload: str


class EvidenceOut(Schema):
    """``state``: received, or quarantined when something in it is conspicuous; it is kept either way."""

    sha256: str
    media_type: str
    state: str


@router.post(
    "/uploads",
    response={201: BegunOut, 413: Problem, 421: Problem, 422: Problem, 429: Problem, 507: Problem},
    summary="Begin to send a file",
)
@decorate_view(never_cache)
def begin(request: HttpRequest, upload: Annotated[BeginIn, Body()]) -> Any:
    admit(Kind.UPLOAD, request.META)
    key, row = begin_upload(size=upload.size, name=upload.name)
    expires = row.expires_at.isoformat(timespec="seconds")
    return Status(201, BegunOut(key=key, offset=0, size=upload.size, expires_at=expires))


@router.api_operation(
    ["HEAD"],
    "/uploads",
    response={200: None, 404: Problem, 422: Problem},
    summary="How much of it is here (header Upload-Offset)",
)
@decorate_view(never_cache)
def offset(request: HttpRequest, response: HttpResponse, x_upload_key: Annotated[str, Header()]) -> Any:
    _tell(response, rows.find(x_upload_key))
    return Status(200, None)


@router.patch(
    "/uploads",
    response={200: UploadOut, 404: Problem, 409: Problem, 413: Problem, 422: Problem, 507: Problem},
    summary="Send what follows after Upload-Offset",
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
        }
    },
)
@decorate_view(never_cache)
def go_on(
    request: HttpRequest,
    response: HttpResponse,
    x_upload_key: Annotated[str, Header()],
    upload_offset: Annotated[int, Header(ge=0)],
) -> Any:
    """Pieces of any length. What is sent twice changes nothing; 409 tells the offset to go on from."""
    try:
        upload = continue_upload(key=x_upload_key, offset=upload_offset, chunks=_body(request))
    except SinetraError:
        _read_off(request)
        raise
    _tell(response, upload)
    return UploadOut(
        offset=upload.offset,
        size=upload.size or 0,
        sha256=upload.sha256 or None,
        media_type=upload.media_type or None,
        findings=upload.findings,
    )


@router.post(
    "/reports/evidence",
    response={200: EvidenceOut, 404: Problem, 409: Problem, 413: Problem, 422: Problem, 429: Problem, 507: Problem},
    summary="Add a whole upload to a report, by the report's code",
)
@decorate_view(never_cache)
def add(request: HttpRequest, x_report_code: Annotated[str, Header()], evidence: Annotated[AddIn, Body()]) -> Any:
    """A repeat gives the same answer."""
    with wrong_codes_counted(request.META):
        report = find_by_code(x_report_code)
    row = add_evidence(report=report, keys=[evidence.upload], actor=reporter(report.pk))[0]
    return EvidenceOut(sha256=row.sha256, media_type=row.media_type, state=row.state)


def _body(request: HttpRequest) -> Iterator[bytes]:
    """Ends where the connection ends: what came until then is kept."""
    try:
        while chunk := request.read(CHUNK):
            yield chunk
    except UnreadablePostError:
        return


def _read_off(request: HttpRequest) -> None:
    """A browser that is still sending reads no answer: what is left of a piece is read, and dropped."""
    left = MOST_READ_OFF
    for chunk in _body(request):
        left -= len(chunk)
        if left < 0:
            return


def _tell(response: HttpResponse, upload: Upload) -> None:
    response["Upload-Offset"] = str(upload.offset)
    response["Upload-Length"] = str(upload.size)
