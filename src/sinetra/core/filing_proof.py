"""What a proof of filing states, how that travels in a QR code, and what its digests are taken of.

The statement names nobody and holds neither code nor salt. ``content`` is the SHA-256 of the *content file*: the
canonical JSON of what was written, the digests of the evidence and a salt of 128 bits, which only the reporter is
given. Without that file nobody can try short contents out; with it ``sha256sum`` is all that a check needs.
"""

from __future__ import annotations

import hashlib
import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sinetra.core.canonical import canonical
from sinetra.core.errors import BadInput, gettext_noop

FORMAT, CONTENT_FORMAT = "sinetra-filing/1", "sinetra-filing-content/1"
KIND = "filing_proof"
LONGEST_TEXT = 4_000
_PREFIX = "SINETRA-BUKTI-1"
_PART = r"\.([A-Za-z0-9_-]{20,2000})"
_TEXT = re.compile(re.escape(_PREFIX) + _PART + _PART)
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
    return f"{_PREFIX}.{_packed(canonical(asdict(statement)))}.{_packed(signature)}"


def read_text(text: str) -> tuple[Statement, bytes]:
    """The statement and its signature, wherever they stand in ``text``: an address, a line that was pasted.

    Errors: ``BadInput``, when there is none or it is damaged.
    """
    found = _TEXT.search("".join(text[: LONGEST_TEXT * 2].split()))
    try:
        if found is None:
            raise ValueError
        return _statement(json.loads(_unpacked(found[1]))), _unpacked(found[2])
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


def _packed(content: bytes) -> str:
    return urlsafe_b64encode(content).decode().rstrip("=")


def _unpacked(text: str) -> bytes:
    """One text for one content: bits that carry nothing must be zero."""
    content = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if _packed(content) != text:
        raise ValueError
    return content
