"""The reporter asks for the proof of filing: it is made the first time, and the same bytes are given ever after."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError

from sinetra.apps.base.actor import Actor, reporter
from sinetra.apps.base.policy import require, visible
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.kept_files import kept_sealed, opened
from sinetra.apps.reports.codes import find_by_code
from sinetra.apps.reports.evidence_hashes import evidence_hashes
from sinetra.apps.reports.models import FilingProof, Report
from sinetra.apps.reports.proofs import content_of, sealed_proof, statement_of
from sinetra.apps.reports.sealing import Erased, open_value, seal_value
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.core.filing_proof import digest_of
from sinetra.ports import clock

#: What the seal of the file binds it to.
FILE = b"filing.proof"
SALT_BYTES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """``pdf``: the signed sheet. ``content``: the file whose SHA-256 it states; ``name`` for both, naming nobody."""

    pdf: bytes
    content: bytes
    name: str


def make_proof(*, report_id: UUID, address: str, at: datetime | None = None) -> Proof:
    """For whoever showed the code. ``address`` of the page that checks proofs stands on the sheet. Evidence that came
    later gives another edition; the earlier one stays true.

    Errors: ``NotFound``, ``Erased``.
    """
    actor = reporter(report_id)
    report = visible(actor, Report).select_related("organisation").first()
    if report is None:
        raise NotFound(gettext_noop("Laporan ini tidak ada, atau bukan untuk Anda."))
    evidence = evidence_hashes(report)
    row = _newest(actor)
    if row is None or row.evidence != digest_of(evidence):
        row = _made(actor, report, evidence, row, address, at or clock.now())
    if not row.blob:
        raise Erased(gettext_noop("Isinya sudah dihapus karena masa simpannya lewat."))
    content = content_of(report, evidence, _salt(row))
    return Proof(pdf=opened(row.blob, FILE), content=content, name=hashlib.sha256(content).hexdigest()[:8])


def make_proof_by_code(*, code: str, address: str) -> Proof:
    """Errors: ``BadInput`` when it cannot be a code, ``NotFound``, ``Erased``."""
    return make_proof(report_id=find_by_code(code).pk, address=address)


def _newest(actor: Actor) -> FilingProof | None:
    return visible(actor, FilingProof).order_by("-edition").first()


def _made(
    actor: Actor, report: Report, evidence: tuple[str, ...], before: FilingProof | None, address: str, at: datetime
) -> FilingProof:
    row = FilingProof(organisation_id=report.organisation_id, report=report, evidence=digest_of(evidence))
    row.edition = before.edition + 1 if before is not None else 1
    require(actor, "proof.make", row)
    salt = secrets.token_bytes(SALT_BYTES)
    content = content_of(report, evidence, salt)
    pdf = sealed_proof(statement_of(report, evidence, content), evidence, address, at)
    row.nonce_sealed = seal_value(salt.hex(), row.pk, "nonce")
    row.sha256 = hashlib.sha256(pdf).hexdigest()
    try:
        with kept_sealed(pdf, FILE) as row.blob, unit_of_work(actor) as work:
            work.create(row)
            work.record("proof.make", row, data={"sha256": row.sha256})
    except IntegrityError:
        # Asked twice at once: the other one was faster, and its bytes are those that count.
        other = _newest(actor)
        if other is None or other.edition != row.edition:
            raise
        return other
    return row


def _salt(row: FilingProof) -> bytes:
    return bytes.fromhex(open_value(row.nonce_sealed, row.pk, "nonce"))
