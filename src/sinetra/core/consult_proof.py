"""What a proof of good faith states: that somebody asked before deciding, when, who advised, and what was decided.

The statement names nobody, neither invited nor inviting; it travels in the QR code of the sheet. ``content`` is the
SHA-256 of everything that is printed, so that a sheet with another text is known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sinetra.core.canonical import canonical
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.signed_text import read_signed
from sinetra.core.signed_text import signed_text as text_of

FORMAT, KIND = "sinetra-consult/1", "consult_proof"
WORD = "SINETRA-KONSULTASI-1"
_DIGEST = re.compile(r"[0-9a-f]{64}")
_CHOICES = frozenset({"", "accept", "accept_with_limits", "decline"})
_WAYS = frozenset({"here", "package", "letter"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Instants are ISO 8601 with the offset of ``zone`` (WIB, WITA, WIT), days are legal dates; empty is "not yet".

    ``choice``: accept, accept_with_limits, decline. ``law_date``: the day of the event, by whose law was read.
    ``*_on``: of an advice the day on which it could be read. ``bawaslu_by``: how that of Bawaslu came: here, package
    (signed by it), letter (recorded by the neutrality team).
    """

    office: str
    zone: str
    recorded_at: str
    recorded_on: str
    law_date: str
    team_on: str
    bawaslu_on: str
    bawaslu_by: str
    decided_at: str
    decided_on: str
    choice: str
    done_on: str
    issued_at: str
    content: str

    def message(self) -> bytes:
        """What is signed; the format first, so that a signature holds for nothing else."""
        return FORMAT.encode() + b"\n" + canonical(asdict(self))


def signed_text(statement: Statement, signature: bytes) -> str:
    """One line for a QR code: the statement and its signature."""
    return text_of(WORD, canonical(asdict(statement)), signature)


def read_text(text: str) -> tuple[Statement, bytes]:
    """The statement and its signature, wherever they stand in ``text``.

    Errors: ``BadInput``, when there is none or it is damaged.
    """
    try:
        content, signature = read_signed(WORD, text)
        return _statement(json.loads(content)), signature
    except (KeyError, TypeError, ValueError, RecursionError):
        raise BadInput(
            gettext_noop("Di sini tidak ada bukti konsultasi yang dapat dibaca. Salin seluruh isi kode QR-nya."),
            field="text",
        ) from None


def _statement(given: Mapping[str, Any]) -> Statement:
    statement = Statement(**given)
    told = asdict(statement)
    if not all(isinstance(value, str) for value in told.values()):
        raise TypeError
    if not _DIGEST.fullmatch(statement.content) or statement.choice not in _CHOICES:
        raise ValueError
    if statement.bawaslu_by not in _WAYS if statement.bawaslu_on else statement.bawaslu_by:
        raise ValueError
    for name in ("recorded_at", "decided_at", "issued_at"):
        if told[name] and datetime.fromisoformat(told[name]).tzinfo is None:
            raise ValueError
    for name in ("recorded_on", "law_date", "team_on", "bawaslu_on", "decided_on", "done_on"):
        if told[name]:
            date.fromisoformat(told[name])
    if not (statement.recorded_at and statement.recorded_on and statement.law_date and statement.issued_at):
        raise ValueError
    return statement
