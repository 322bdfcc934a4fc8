"""The proof of filing as one sheet of A4, black on white: the same statement always gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sinetra.core.documents.printed_code import grouped, spelled
from sinetra.core.documents.qr import printed_qr
from sinetra.core.documents.returned import pieces
from sinetra.core.documents.setting import as_json, set_pdf
from sinetra.core.filing_proof import Statement, read_text, signed_text

#: More files than this are summed up in one digest, so that it stays one sheet.
MOST_LISTED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofSheet:
    """Words ready to print. ``evidence``: SHA-256 of each file, in the order of the statement. ``address``: of the page
    that checks proofs. ``seal``: what the signature is called; ``exercise``: the word of a demonstration."""

    statement: Statement
    signature: bytes
    evidence: tuple[str, ...]
    channel: str
    filed: str
    address: str
    seal: str
    exercise: str


def number_of(statement: Statement) -> str:
    """Names the sheet by its content, and tells nothing of it.

    Of the first 80 bits of its content's digest.
    """
    return grouped(spelled(bytes.fromhex(statement.content)))


def proof_pdf(sheet: ProofSheet) -> bytes:
    statement = sheet.statement
    text = signed_text(statement, sheet.signature)
    # Behind the # nothing is sent: no log between a telephone and the site learns which proof was looked at.
    url = f"{sheet.address}#{text}"
    data = {
        "number": number_of(statement),
        "office": statement.office,
        "channel": sheet.channel,
        "filed": sheet.filed,
        "content": _in_groups(statement.content),
        "pieces": statement.pieces,
        "files": [_in_groups(item) for item in sheet.evidence] if statement.pieces <= MOST_LISTED else [],
        "evidence": _in_groups(statement.evidence),
        "address": sheet.address,
        "url": url,
        "qr": printed_qr(url),
        "seal": sheet.seal,
        "exercise": sheet.exercise,
    }
    return set_pdf("filing_proof.typ", as_json(data))


def statement_in(content: bytes) -> tuple[Statement, bytes]:
    """The statement and its signature from the link round the QR code of a PDF. Errors: ``BadInput``."""
    return read_text("\n".join(_candidates(content)))


def _candidates(content: bytes) -> Iterator[str]:
    for piece in pieces(content):
        start = piece.find(b"SINETRA-BUKTI-1.")
        if start >= 0:
            yield piece[start : start + 2_000].split(b")", 1)[0].decode("ascii", "replace")
            return


def _in_groups(digest: str) -> str:
    """Eight digits each: two people can compare them aloud."""
    parts: Sequence[str] = [digest[start : start + 8] for start in range(0, len(digest), 8)]
    return " ".join(parts)
