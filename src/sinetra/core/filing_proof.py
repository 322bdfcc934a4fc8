"""What a proof of filing states, how that travels in a QR code, and what its digests are taken of.

The statement names nobody and holds neither code nor salt. ``content`` is the SHA-256 of the *content file*: the
canonical JSON of what was written, the digests of the evidence and a salt of 128 bits, which only the reporter is
given. Without that file nobody can try short contents out; with it ``sha256sum`` is all that a check needs.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sinetra.core.canonical import canonical
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.signed_text import read_signed
from sinetra.core.signed_text import signed_text as text_of

FORMAT, CONTENT_FORMAT = "sinetra-filing/1", "sinetra-filing-content/1"
KIND = "filing_proof"
_PREFIX = "SINETRA-BUKTI-1"
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """``filed_at``: ISO 8601 with the offset of ``zone`` (WIB, WITA, WIT); ``filed_on``: the legal date.

    ``content`` and ``evidence``: SHA-256, hex; ``evidence`` of the list of digests of ``pieces`` files in their order,
    empty for none.
    """

    office: str
    channel: str
    filed_at: str
    filed_on: str
    zone: str
    content: str
    pieces: int
    evidence: str

    def message(self) -> bytes:
        """What is signed; the format first, so that a signature holds for nothing else."""
        return FORMAT.encode() + b"\n" + canonical(asdict(self))


def digest_of(evidence: Sequence[str]) -> str:
    """One digest over those of the files (hex, in their order).

    >>> digest_of(())
    ''
    >>> digest_of(["ab"]) == hashlib.sha256(b'["ab"]').hexdigest()
    True
    """
    return hashlib.sha256(canonical(list(evidence))).hexdigest() if evidence else ""


def content_file(content: Mapping[str, Any], evidence: Sequence[str], salt: bytes) -> bytes:
    """What the reporter keeps beside the proof; its SHA-256 is the ``content`` of the statement."""
    told = {"format": CONTENT_FORMAT, "salt": salt.hex(), "content": content, "evidence": list(evidence)}
    return canonical(told)


def content_digest(text: str | bytes) -> str:
    """Of a content file as somebody hands it in; blanks and line ends round it or between its parts do not count.

    Errors: ``BadInput`` for what is no content file.
    """
    try:
        given = json.loads(text)
        if given["format"] != CONTENT_FORMAT:
            raise ValueError
        return hashlib.sha256(canonical(given)).hexdigest()
    except (KeyError, TypeError, ValueError, RecursionError):
        raise BadInput(
            gettext_noop("Ini bukan berkas isi laporan. Pakai berkas yang diunduh bersama buktinya."), field="content"
        ) from None


def signed_text(statement: Statement, signature: bytes) -> str:
    """One line for a QR code: the statement and its signature."""
    return text_of(_PREFIX, canonical(asdict(statement)), signature)


def read_text(text: str) -> tuple[Statement, bytes]:
    """The statement and its signature, wherever they stand in ``text``: an address, a line that was pasted.

    Errors: ``BadInput``, when there is none or it is damaged.
    """
    try:
        content, signature = read_signed(_PREFIX, text)
        return _statement(json.loads(content)), signature
    except (KeyError, TypeError, ValueError, RecursionError):
        raise BadInput(
            gettext_noop("Di sini tidak ada bukti penyampaian yang dapat dibaca. Salin seluruh isi kode QR-nya."),
            field="text",
        ) from None


def _statement(given: Any) -> Statement:
    statement = Statement(**given)
    texts = (statement.office, statement.channel, statement.zone)
    if not all(isinstance(text, str) for text in texts) or type(statement.pieces) is not int:
        raise TypeError
    if not _DIGEST.fullmatch(statement.content) or not (
        _DIGEST.fullmatch(statement.evidence) if statement.pieces else statement.evidence == ""
    ):
        raise ValueError
    if datetime.fromisoformat(statement.filed_at).tzinfo is None or not date.fromisoformat(statement.filed_on):
        raise ValueError
    return statement
