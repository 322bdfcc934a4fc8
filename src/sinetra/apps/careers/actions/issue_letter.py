"""A letter gets its number: its PDF is set once, sealed by the office's signer, kept encrypted, with a check code."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime

from django.db import IntegrityError

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.careers.grounds import require_proven
from sinetra.apps.careers.letter_texts import letter_texts
from sinetra.apps.careers.letters import FILE, LetterDraft, compose, new_code
from sinetra.apps.careers.models import CareerStep, TransferLetter
from sinetra.apps.careers.policies import account
from sinetra.apps.prevention.kept_files import kept_sealed
from sinetra.core.documents.official import OfficialDocument, official_pdf
from sinetra.core.documents.seal import Seal, sealed_pdf
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.ids import uuid7
from sinetra.ports.clock import now
from sinetra.ports.signer import document_signer


def issue_letter(*, step: CareerStep, draft: LetterDraft, url_of: Callable[[str], str], actor: Actor) -> TransferLetter:
    """``url_of``: the address of the check page of a code.

    Errors: ``Forbidden``; ``BadInput`` naming a field; ``Conflict`` where the step is not one for such a letter.
    """
    require(actor, "transfer.letter", step)
    require_fits(step, draft)
    if not draft.number.strip():
        raise BadInput(gettext_noop("Tulis nomor suratnya."), field="number")
    if TransferLetter.objects.filter(organisation_id=step.organisation_id, number=draft.number.strip()).exists():
        raise _taken()
    key = uuid7()
    code, code_hash = new_code(key)
    document = compose(step, draft, code=code)
    content = _sealed(document, official_pdf(document, url=url_of(code)), now())
    row = TransferLetter(
        id=key,
        organisation_id=step.organisation_id,
        step=step,
        kind=draft.kind,
        number=draft.number.strip(),
        dated_on=draft.dated_on,
        sha256=hashlib.sha256(content).hexdigest(),
        code_hash=code_hash,
        issued_by_id=account(actor),
    )
    try:
        with kept_sealed(content, FILE) as blob, unit_of_work(actor) as work:
            row.blob = blob
            work.create(row)
            work.record("transfer.letter", row, data={"kind": draft.kind, "sha256": row.sha256})
    except IntegrityError as error:
        raise _taken() from error  # another post was faster
    return row


def _taken() -> BadInput:
    return BadInput(gettext_noop("Nomor ini sudah dipakai surat lain."), field="number")


def require_fits(step: CareerStep, draft: LetterDraft) -> None:
    """Errors: ``Conflict``; ``BadInput`` on ``more`` for what nobody has decided."""
    if not letter_texts()[draft.kind].fits(step):
        raise Conflict(gettext_noop("Surat ini tidak cocok dengan keadaan langkahnya sekarang."), code="no_fit")
    require_proven(draft.more, "more")


def _sealed(document: OfficialDocument, content: bytes, at: datetime) -> bytes:
    signer = document_signer()
    seal = Seal(
        kind=document.kind,
        number=document.number,
        office=document.office,
        issued_at=at.isoformat(timespec="seconds"),
        sealed_as=signer.word,
        sha256=hashlib.sha256(content).hexdigest(),
    )
    return sealed_pdf(content, seal, signer.sign)
