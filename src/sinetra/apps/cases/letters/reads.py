"""Reads of letters: those of a matter, one of them, its files; what the public may know of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.base.viewing import Shown, named
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.examinations.outcomes import cleared_places
from sinetra.apps.cases.letters.codes import by_code
from sinetra.apps.cases.letters.facts import is_of_clearing
from sinetra.apps.cases.letters.house import letters
from sinetra.apps.cases.letters.kept import FILE, SIGNED, text_of
from sinetra.apps.cases.models import IssuedDocument, Matter, SignedCopy
from sinetra.apps.cases.vocabulary import LetterState
from sinetra.apps.prevention.kept_files import opened
from sinetra.core.casework.letters import LetterKind, Names
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.documents.official import FormNote
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.signer import document_signer

_ABSENT = gettext_noop("Surat ini tidak ada, atau bukan untuk Anda.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicDocument:
    """What the check page tells: nobody's name, nothing of the matter. ``signed``: SHA-256 of files that came back with
    a signature in them, which nobody verified here."""

    title: Bilingual
    office: str
    number: str
    dated_on: date
    state: str
    sha256: str
    sealed_as: str
    form: FormNote
    signed: tuple[str, ...]


def documents(actor: Actor, matter: Matter) -> QuerySet[IssuedDocument]:
    """To be paged, the newest first. Errors: ``Forbidden``."""
    require(actor, "document.read")
    return visible(actor, IssuedDocument).filter(matter=matter)


def document(actor: Actor, key: UUID) -> IssuedDocument:
    """Errors: ``Forbidden``, ``NotFound`` (also for one of another office or region), ``StepAside``."""
    require(actor, "document.read")
    rows = visible(actor, IssuedDocument).select_related(
        *("organisation", "matter__organisation", "matter__region", "matter__report"),
        *("replaces", "replaced_by", "examination"),
    )
    row = rows.filter(pk=key).first()
    if row is None:
        raise NotFound(_ABSENT)
    require_no_conflict(actor, row.matter)
    _require_unsealed(row)
    return row


def _require_unsealed(row: IssuedDocument) -> None:
    """Errors: ``NotFound`` for a letter that names somebody of whom nothing was proven. It stays kept, and who holds
    the paper can still check it."""
    kind = kind_of(row)
    cleared = row.matter.is_cleared or (
        row.examination is not None and row.examination.place in cleared_places(row.matter)
    )
    if cleared and kind.names is not Names.NONE and not is_of_clearing(kind):
        raise NotFound(gettext_noop("Surat ini menyebut nama dalam perkara yang tidak terbukti; isinya tersegel."))


def matter_of(actor: Actor, key: UUID) -> Matter:
    """Errors: ``Forbidden``, ``NotFound``, ``StepAside``."""
    require(actor, "document.read")
    row = visible(actor, Matter).select_related("organisation", "region", "report").filter(pk=key).first()
    if row is None:
        raise NotFound(gettext_noop("Perkara ini tidak ada, atau bukan untuk Anda."))
    require_no_conflict(actor, row)
    return row


def kind_of(row: IssuedDocument) -> LetterKind:
    return letters().get(row.kind)


def file_of(row: IssuedDocument) -> bytes:
    """The sealed PDF as it was made. Errors: ``NotFound`` before that."""
    if not row.blob:
        raise NotFound(gettext_noop("Berkas surat ini belum dibuat."))
    named("cases.matter", row.matter_id, Shown.LETTER)
    return opened(row.blob, FILE)


def signed_copies(actor: Actor, row: IssuedDocument) -> tuple[SignedCopy, ...]:
    return tuple(visible(actor, SignedCopy).filter(document=row).order_by("uploaded_at", "id"))


def signed_file(actor: Actor, key: UUID) -> tuple[SignedCopy, bytes]:
    """Errors: ``Forbidden``, ``NotFound``, ``StepAside``."""
    require(actor, "document.read")
    rows = visible(actor, SignedCopy).select_related("document__matter__report", "document__examination")
    row = rows.filter(pk=key).first()
    if row is None:
        raise NotFound(_ABSENT)
    require_no_conflict(actor, row.document.matter)
    _require_unsealed(row.document)
    named("cases.matter", row.document.matter_id, Shown.LETTER)
    return row, opened(row.blob, SIGNED)


def public_document(code: str) -> PublicDocument | None:
    """For who holds the paper. None for a code that no document has."""
    row = by_code(code)
    if row is None or row.state == LetterState.DRAFT:
        return None
    copies = row.signed_copies.exclude(matched_by="").filter(has_signature=True).order_by("uploaded_at", "id")
    return PublicDocument(
        title=kind_of(row).title,
        office=row.organisation.name,
        number=row.number,
        dated_on=row.dated_on,
        state=row.state,
        sha256=row.sha256,
        sealed_as=document_signer().word if row.sha256 else "",
        form=text_of(row).form if row.content_sealed else FormNote(),
        signed=tuple(copies.values_list("sha256", flat=True)),
    )
