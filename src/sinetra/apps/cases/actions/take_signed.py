"""A signed file comes back for a document. It is kept sealed in every case; where it does not belong, that is told."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions.write_letter import record_handling
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.letters.kept import FILE, SIGNED, text_of
from sinetra.apps.cases.models import IssuedDocument, SignedCopy
from sinetra.apps.cases.vocabulary import LetterState, MatchedBy
from sinetra.apps.prevention.kept_files import kept_sealed, opened
from sinetra.apps.prevention.uploads import PDF, Taken, harmless
from sinetra.core.documents.printed_code import as_typed
from sinetra.core.documents.returned import carried
from sinetra.core.errors import BadInput, Conflict, gettext_noop

SIGNED_FILE = Taken(field="file", kinds=(PDF,), megabytes=20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """``repeated``: the same file was there before; nothing was written. ``other``: codes of other documents that it
    carries."""

    copy: SignedCopy
    repeated: bool
    other: tuple[str, ...]


def take_signed(*, document: IssuedDocument, content: bytes, actor: Actor, typed: str = "") -> Returned:
    """``typed``: the code on the paper, for a scan that carries none that can be read.

    Errors: ``Forbidden``; ``BadInput`` on ``file`` for what is no harmless PDF, on ``typed`` for another code;
    ``Conflict`` for a draft, or by interest.
    """
    require(actor, "document.sign", document)
    if document.state == LetterState.DRAFT:
        raise Conflict(gettext_noop("Beri nomor dahulu."), code="draft")
    require_no_conflict(actor, document.matter)
    kept = harmless(content, SIGNED_FILE).content
    own = as_typed(text_of(document).code)
    if typed and as_typed(typed) != own:
        raise BadInput(gettext_noop("Ini bukan kode surat ini. Periksa kode di bawah QR-nya."), field="typed")
    found = carried(kept)
    other = tuple(sorted(found.codes - {str(own)}))
    digest = hashlib.sha256(kept).hexdigest()
    before = SignedCopy.objects.filter(document=document, sha256=digest).first()
    matched = _matched(document, kept, own in found.codes, typed=bool(typed), other=bool(other))
    if before is not None:
        if matched and not before.matched_by:  # sent again with the code that is on the paper
            with unit_of_work(actor) as work:
                work.change(before, matched_by=matched)
                work.record("document.signed", before, data={"sha256": digest, "matched_by": matched})
                record_handling(work, document.matter)
        return Returned(copy=before, repeated=True, other=other)
    with kept_sealed(kept, SIGNED) as blob, unit_of_work(actor) as work:
        copy = work.create(
            SignedCopy(
                organisation_id=document.organisation_id,
                document=document,
                sha256=digest,
                blob=blob,
                octets=len(kept),
                matched_by=matched,
                has_signature=found.has_signature,
                uploaded_at=work.at,
                uploaded_by_id=actor.user_id,
            )
        )
        work.record("document.signed", copy, data={"sha256": digest, "matched_by": matched})
        record_handling(work, document.matter)
    return Returned(copy=copy, repeated=False, other=other)


def _matched(document: IssuedDocument, content: bytes, carries: bool, *, typed: bool, other: bool) -> str:  # noqa: FBT001
    """By our own file at its beginning, else by the code; a typed code helps only a file that says nothing else."""
    if document.sha256:
        ours = opened(document.blob, FILE)
        if len(content) > len(ours) and content.startswith(ours):
            return MatchedBy.FILE
    if carries:
        return MatchedBy.TOKEN
    return MatchedBy.TYPED if typed and not other else ""
