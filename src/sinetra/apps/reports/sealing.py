"""Texts of a report at rest. The context binds each ciphertext to its row and field, so that none can be moved."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from sinetra.apps.base.viewing import opened_field
from sinetra.core.canonical import canonical
from sinetra.core.errors import SinetraError, gettext_noop
from sinetra.ports.keyring import Purpose, open_sealed, seal


class Erased(SinetraError):
    """What was sealed is gone: its time was over."""

    code = "erased"
    status = 410


def seal_value(value: Any, row_id: UUID, field: str) -> bytes:
    return seal(Purpose.DATA, canonical(value), context_of(row_id, field))


def open_value(sealed: bytes | memoryview, row_id: UUID, field: str) -> Any:
    """In a view this is in the access log (``base.viewing``).

    Errors: ``Erased``; ``KeysMissing``; ``VerificationFailed`` when it was changed or moved.
    """
    opened_field(row_id, field)
    if not sealed:
        raise Erased(gettext_noop("Isinya sudah dihapus karena masa simpannya lewat."))
    return json.loads(open_sealed(Purpose.DATA, bytes(sealed), context_of(row_id, field)))


def context_of(row_id: UUID, field: str) -> bytes:
    return f"{row_id}:{field}".encode()
