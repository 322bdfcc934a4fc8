"""Is this a proof of good faith that an office signed: the PDF itself, or the text of its QR code?"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sinetra.core.consult_proof import KIND, WORD, Statement, read_text
from sinetra.core.documents.consult_proof import statement_in
from sinetra.core.documents.filing_check import ProofProblem, is_pdf
from sinetra.core.documents.seal import Check, SealProblem, check_pdf
from sinetra.core.errors import BadInput


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultVerdict:
    """``sha256``: of what was handed in. ``is_whole``: the PDF was checked, every letter of it; else only what the QR
    code states."""

    sha256: str
    statement: Statement | None
    problems: tuple[SealProblem | ProofProblem, ...]
    is_whole: bool

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
            "issued_at": told.issued_at if told else None,
            "problems": [problem.value for problem in self.problems],
        }


def is_consult_text(given: bytes) -> bool:
    return not is_pdf(given) and f"{WORD}.".encode() in given


def check_consult(given: bytes, check: Check) -> ConsultVerdict:
    """``given``: the PDF as it was downloaded, or text that holds what the QR code holds."""
    problems: list[SealProblem | ProofProblem] = []
    if is_pdf(given):
        problems += check_pdf(given, check).problems
    try:
        statement, signature = statement_in(given) if is_pdf(given) else read_text(given.decode("utf-8", "replace"))
    except BadInput:
        return ConsultVerdict(
            sha256=hashlib.sha256(given).hexdigest(),
            statement=None,
            problems=(*problems, ProofProblem.NO_PROOF),
            is_whole=is_pdf(given),
        )
    holds = check(statement.message(), signature)
    if not holds and not {SealProblem.UNKNOWN_KEY, SealProblem.SIGNATURE} & set(problems):
        problems.append(SealProblem.UNKNOWN_KEY if holds is None else SealProblem.SIGNATURE)
    return ConsultVerdict(
        sha256=hashlib.sha256(given).hexdigest(),
        statement=statement,
        problems=tuple(problems),
        is_whole=is_pdf(given),
    )
