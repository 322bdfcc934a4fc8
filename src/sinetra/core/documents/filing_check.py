"""Is this a proof of filing that an office signed: the PDF itself, or the text of its QR code? Is this its content?"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from sinetra.core.documents.filing_proof import statement_in
from sinetra.core.documents.seal import Check, SealProblem, check_pdf
from sinetra.core.errors import BadInput
from sinetra.core.filing_proof import KIND, Statement, content_digest, read_text


class ProofProblem(StrEnum):
    """Beside those of the seal; values are public (``verify-document --json``)."""

    NO_PROOF = "no_proof"
    OTHER_CONTENT = "other_content"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofVerdict:
    """``sha256``: of what was handed in. ``has_content``: a content file was compared, too."""

    sha256: str
    statement: Statement | None
    problems: tuple[SealProblem | ProofProblem, ...]
    has_content: bool = False

    @property
    def ok(self) -> bool:
        return not self.problems

    def as_json(self) -> dict[str, object]:
        """Contract 9."""
        told = self.statement
        return {
            "ok": self.ok,
            "sha256": self.sha256,
            "signed_by": told.office if told else None,
            "kind": KIND if told else None,
            "issued_at": told.filed_at if told else None,
            "problems": [problem.value for problem in self.problems],
        }


def is_pdf(given: bytes) -> bool:
    return given.startswith(b"%PDF")


def check_filing(given: bytes, check: Check, *, content: bytes | None = None) -> ProofVerdict:
    """``given``: the PDF as it was downloaded, or text that holds what the QR code holds. ``content``: the content file
    that is said to be the one that was filed."""
    problems: list[SealProblem | ProofProblem] = []
    if is_pdf(given):
        problems += check_pdf(given, check).problems
    statement, signature = _read(given)
    if statement is None:
        problems.append(ProofProblem.NO_PROOF)
    else:
        holds = check(statement.message(), signature)
        if not holds and SealProblem.UNKNOWN_KEY not in problems and SealProblem.SIGNATURE not in problems:
            problems.append(SealProblem.UNKNOWN_KEY if holds is None else SealProblem.SIGNATURE)
        if content is not None and not _is_content(statement, content):
            problems.append(ProofProblem.OTHER_CONTENT)
    return ProofVerdict(
        sha256=hashlib.sha256(given).hexdigest(),
        statement=statement,
        problems=tuple(problems),
        has_content=content is not None,
    )


def _read(given: bytes) -> tuple[Statement | None, bytes]:
    try:
        return statement_in(given) if is_pdf(given) else read_text(given.decode("utf-8", "replace"))
    except BadInput:
        return None, b""


def _is_content(statement: Statement, content: bytes) -> bool:
    try:
        return content_digest(content) == statement.content
    except BadInput:
        return False
