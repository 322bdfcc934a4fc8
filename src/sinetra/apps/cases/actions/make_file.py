"""The PDF of an issued document is made once: set, sealed by the office's signer, kept encrypted with its SHA-256."""

from __future__ import annotations

import hashlib

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.letters.kept import FILE, text_of
from sinetra.apps.cases.models import IssuedDocument
from sinetra.apps.cases.vocabulary import LetterState
from sinetra.apps.prevention.kept_files import kept_sealed
from sinetra.core.documents.official import official_pdf
from sinetra.core.documents.seal import Seal, sealed_pdf
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.ports.signer import document_signer


def make_file(*, document: IssuedDocument, url: str, actor: Actor) -> IssuedDocument:
    """``url``: of the check page of this document. Again it changes nothing.

    Errors: ``Forbidden``; ``Conflict`` for a draft, or when somebody made it at the same moment.
    """
    require(actor, "document.issue", document)
    if document.state == LetterState.DRAFT:
        raise Conflict(gettext_noop("Beri nomor dahulu."), code="draft")
    if document.sha256:
        return document
    content = _sealed(document, official_pdf(text_of(document), url=url))
    digest = hashlib.sha256(content).hexdigest()
    with kept_sealed(content, FILE) as blob, unit_of_work(actor) as work:
        work.change(document, sha256=digest, blob=blob)
        work.record("document.file", document, data={"sha256": digest})
    return document


def _sealed(document: IssuedDocument, content: bytes) -> bytes:
    signer, issued_at = document_signer(), document.issued_at
    assert issued_at is not None  # noqa: S101 - what has a number has an instant
    seal = Seal(
        kind=document.kind,
        number=document.number,
        office=document.organisation.name,
        issued_at=issued_at.isoformat(timespec="seconds"),
        sealed_as=signer.word,
        sha256=hashlib.sha256(content).hexdigest(),
    )
    return sealed_pdf(content, seal, signer.sign)
