"""Signed packages from other institutions. The signature is the authentication: no account, no cookie, no token."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Router, Schema, Status

from sinetra.api.problems import Problem, answer
from sinetra.apps.cases.actions.receive_package import receive_package
from sinetra.apps.invitations.actions import receive as receive_consult
from sinetra.apps.invitations.receiving import Received as ConsultReceived
from sinetra.apps.invitations.receiving import is_consult
from sinetra.core.packages import FORMAT, LARGEST

router = Router(tags=["packages"])


class PackageOut(Schema):
    """What was taken. ``digest`` is that of exactly this content; ``state`` is where the hand-over stands here."""

    id: str
    kind: str
    digest: str
    state: str
    received_at: str | None


BODY = {
    "description": f"The document as `{FORMAT}`, as its sender signed it; at most {LARGEST} bytes",
    "required": True,
    "content": {
        "application/json": {
            "schema": {
                "type": "object",
                "required": [
                    *("format", "kind", "id", "from", "to", "created_at", "content", "attachments"),
                    *("digest", "signature"),
                ],
            }
        }
    },
}


@router.post(
    "/packages",
    response={201: PackageOut, 200: PackageOut, 409: Problem, 413: Problem, 422: Problem},
    openapi_extra={"requestBody": BODY},
    summary="Hand over a signed package: a forwarding, an acknowledgement, a return, a consultation or its advice",
)
def receive(request: HttpRequest) -> Any:
    """201 the first time, 200 for the same package again, 409 for other content under the same id.

    422 says what is wrong in ``code``: ``package_unreadable``, ``package_altered``, ``package_sender_unknown``,
    ``package_signature``, ``package_addressee``, ``package_content``, ``reply_to_nothing``, ``reply_to_other_content``.
    """
    raw = _body(request)
    if raw is None:
        return _too_large()
    if is_consult(raw):
        return _consult(receive_consult(raw))
    taken = receive_package(raw)
    hand_over = taken.hand_over
    body = PackageOut(
        id=str(taken.package.id),
        kind=taken.package.kind.value,
        digest=taken.package.digest(),
        state=hand_over.state,
        received_at=hand_over.received_at.isoformat() if hand_over.received_at else None,
    )
    return Status(200 if taken.repeated else 201, body)


def _consult(taken: ConsultReceived) -> Any:
    package, row = taken.package, taken.row
    body = PackageOut(
        id=str(package.id),
        kind=package.kind.value,
        digest=package.digest(),
        state="received",
        received_at=(row.created_at if package.id == row.package_id else row.advised_at or row.created_at).isoformat(),
    )
    return Status(200 if taken.repeated else 201, body)


def _body(request: HttpRequest) -> bytes | None:
    """None when there is more than a package may have; then it is not read to the end."""
    length = request.headers.get("Content-Length", "")
    if length.isdecimal() and int(length) > LARGEST:
        return None
    try:
        raw = request.body
    except RequestDataTooBig:
        return None
    return raw if len(raw) <= LARGEST else None


def _too_large() -> HttpResponse:
    detail = _("Paket ini terlalu besar; paling banyak %(most)s bita.") % {"most": LARGEST}
    return answer(413, detail, "package_too_large", accepted=[f"<= {LARGEST}"])
