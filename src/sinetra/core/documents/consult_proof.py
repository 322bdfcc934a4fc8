"""The proof of good faith about an invitation as sheets of A4, black on white: the same content, the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from sinetra.core.canonical import canonical
from sinetra.core.consult_proof import WORD, Statement, read_text, signed_text
from sinetra.core.documents.printed_code import grouped, spelled
from sinetra.core.documents.qr import printed_qr
from sinetra.core.documents.returned import pieces
from sinetra.core.documents.setting import as_json, set_pdf


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    term: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingSheet:
    """What the law says to one thing that is asked. ``sources``: articles with how far they were checked."""

    ask: str
    verdict: str
    summary: str
    sources: tuple[str, ...]
    doubts: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceSheet:
    """``came``: when and how, and by when it was due. Empty ``stance``: it has not come."""

    who: str
    came: str
    stance: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything that was told, read, advised, decided and done, in words ready to print. ``name``: as its owner wrote
    it on recording; nobody has checked it. ``law``: the day of the law, and whether the catalogue is still the same."""

    office: str
    name: str
    about: tuple[Line, ...]
    law: str
    readings: tuple[ReadingSheet, ...]
    advices: tuple[AdviceSheet, ...]
    decision: tuple[Line, ...]

    def digest(self) -> str:
        return hashlib.sha256(canonical(asdict(self))).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultSheet:
    """``address``: of the page that checks such proofs. ``seal``: what the signature is called; ``exercise``: the word
    of a demonstration. ``issued``: in words."""

    content: Content
    statement: Statement
    signature: bytes
    issued: str
    address: str
    seal: str
    exercise: str


def number_of(statement: Statement) -> str:
    """Names the sheet by its content, and tells nothing of it."""
    return grouped(spelled(bytes.fromhex(statement.content)))


def consult_pdf(sheet: ConsultSheet) -> bytes:
    # Behind the # nothing is sent: no log between a telephone and the site learns which proof was looked at.
    url = f"{sheet.address}#{signed_text(sheet.statement, sheet.signature)}"
    data = {
        **asdict(sheet.content),
        "number": number_of(sheet.statement),
        "digest": _in_groups(sheet.statement.content),
        "issued": sheet.issued,
        "address": sheet.address,
        "url": url,
        "qr": printed_qr(url),
        "seal": sheet.seal,
        "exercise": sheet.exercise,
    }
    return set_pdf("consult_proof.typ", as_json(data))


def _in_groups(digest: str) -> str:
    """Eight digits each: two people can compare them aloud, and a line can end between them."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))


def statement_in(content: bytes) -> tuple[Statement, bytes]:
    """The statement and its signature from the link round the QR code of a PDF. Errors: ``BadInput``."""
    return read_text("\n".join(_candidates(content)))


def _candidates(content: bytes) -> Iterator[str]:
    mark = f"{WORD}.".encode()
    for piece in pieces(content):
        start = piece.find(mark)
        if start >= 0:
            yield piece[start : start + 3_000].split(b")", 1)[0].decode("ascii", "replace")
            return
