"""From an issued document to the code of its QR and back: derived from the row's id, stored as a hash of itself."""

from __future__ import annotations

from uuid import UUID

from sinetra.apps.cases.models import IssuedDocument
from sinetra.core.documents.printed_code import as_typed, spelled
from sinetra.ports.keyring import Purpose, keyed_hash, keyed_hashes


def new_code(pk: UUID) -> tuple[str, str]:
    """The code of a document to be, and what is stored of it."""
    code = spelled(keyed_hash(Purpose.CODE, b"document\0" + pk.bytes))
    return code, keyed_hash(Purpose.CODE, _of_code(code)).hex()


def by_code(text: str) -> IssuedDocument | None:
    """What somebody typed or scanned; None for a code that no document has. Who holds the paper may know whether it
    counts."""
    code = as_typed(text)
    if code is None:
        return None
    hashes = [found.hex() for found in keyed_hashes(Purpose.CODE, _of_code(code))]
    return IssuedDocument.objects.select_related("organisation", "matter").filter(code_hash__in=hashes).first()


def _of_code(code: str) -> bytes:
    return b"document code\0" + code.encode()
