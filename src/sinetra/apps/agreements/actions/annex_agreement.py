"""A file is put beside an agreement, read, or taken away: kept sealed under a name of its own."""

from __future__ import annotations

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.agreements.models import Agreement, AgreementAnnex
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention import kept_files
from sinetra.apps.prevention.uploads import ANNEX, harmless
from sinetra.core.errors import BadInput, gettext_noop

MOST = 10


def add_annex(*, agreement: Agreement, name: str, content: bytes, actor: Actor) -> AgreementAnnex:
    """Errors: ``Forbidden``; ``BadInput`` naming ``name`` or ``file``."""
    require(actor, "agreement.write", agreement)
    said = plain_text(name, "name", (2, 200))
    if agreement.annexes.count() >= MOST:
        raise BadInput(gettext_noop("Paling banyak %(accepted)s lampiran."), field="file", accepted=(str(MOST),))
    kept = harmless(content, ANNEX)
    row = AgreementAnnex(
        organisation_id=agreement.organisation_id,
        agreement=agreement,
        name=said,
        media_type=kept.media_type,
        octets=len(kept.content),
    )
    with kept_files.kept_sealed(kept.content, _context(row)) as blob, unit_of_work(actor) as work:
        row.blob = blob
        work.create(row)
        work.record("agreement.annex", row, data={"agreement": str(agreement.pk)})
    return row


def content_of(row: AgreementAnnex) -> bytes:
    """Errors: ``NotFound``, ``VerificationFailed``, ``KeysMissing``."""
    return kept_files.opened(row.blob, _context(row))


def remove_annex(*, annex: AgreementAnnex, actor: Actor) -> None:
    """The row goes first: a lost file costs only space. Errors: ``Forbidden``, ``Conflict``."""
    require(actor, "agreement.write", annex)
    with unit_of_work(actor) as work:
        work.remove(annex)
        work.record("agreement.annex_remove", annex, data={"agreement": str(annex.agreement_id)})
    kept_files.forget(annex.blob)


def _context(row: AgreementAnnex) -> bytes:
    return f"{row.pk}:annex".encode()
