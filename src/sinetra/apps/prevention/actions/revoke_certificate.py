"""A certificate no longer counts: its check page says so from now on."""

from __future__ import annotations

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import Certificate
from sinetra.core.errors import BadInput, Conflict, gettext_noop

SHORTEST, LONGEST = 5, 500


def revoke_certificate(*, certificate: Certificate, reason: str, actor: Actor) -> Certificate:
    """Errors: ``Forbidden``; ``BadInput`` on ``reason``; ``Conflict`` for one that is revoked."""
    require(actor, "certificate.revoke", certificate)
    why = reason.strip()
    if not SHORTEST <= len(why) <= LONGEST:
        raise BadInput(gettext_noop("Tuliskan alasannya, %(accepted)s huruf."), field="reason", accepted=("5–500",))
    if certificate.revoked_at is not None:
        raise Conflict(gettext_noop("Sertifikat ini sudah dicabut."), code="revoked")
    with unit_of_work(actor) as work:
        work.change(certificate, revoked_at=work.at, reason=why)
        work.record("certificate.revoke", certificate, reason=why)
    return certificate
