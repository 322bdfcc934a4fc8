"""From a certificate to its code and back: derived from the row's id by a keyed hash, stored as a hash of itself."""

from __future__ import annotations

from uuid import UUID

from sinetra.apps.prevention.models import Certificate
from sinetra.core.documents.printed_code import as_typed, spelled
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.keyring import Purpose, keyed_hash, keyed_hashes


def new_code(pk: UUID) -> tuple[str, str]:
    """The code of a certificate to be, and what is stored of it."""
    code = spelled(keyed_hash(Purpose.CODE, _of_row(pk)))
    return code, keyed_hash(Purpose.CODE, _of_code(code)).hex()


def code_of(row: Certificate) -> str:
    """For printing again, also after a rotation of keys. Errors: ``NotFound`` when its key is gone."""
    for digest in keyed_hashes(Purpose.CODE, _of_row(row.pk)):
        code = spelled(digest)
        if row.code_hash in _hashes(code):
            return code
    raise NotFound(gettext_noop("Kode sertifikat ini tidak dapat dibaca lagi: kuncinya tidak ada."))


def by_code(text: str) -> Certificate | None:
    """What somebody typed; None for a code that no certificate has. Who has the code may know what it stands for."""
    code = as_typed(text)
    return Certificate.objects.filter(code_hash__in=_hashes(code)).first() if code else None


def _hashes(code: str) -> tuple[str, ...]:
    return tuple(found.hex() for found in keyed_hashes(Purpose.CODE, _of_code(code)))


def _of_row(pk: UUID) -> bytes:
    return b"certificate\0" + pk.bytes


def _of_code(code: str) -> bytes:
    return b"certificate code\0" + code.encode()
