"""A certificate of erasure as PDF: which records, by which rule, how many of what. The same content, the same bytes."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass

from sinetra.core.canonical import canonical
from sinetra.core.documents.setting import as_json, set_pdf


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasedRule:
    """Words ready to print; ``records``: how many it let go."""

    what: str
    stays: str
    length: str
    source: str
    confidence: str
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasedLine:
    """``named``: a number, nobody's name. ``on``: ISO date."""

    named: str
    rule: str
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureCertificate:
    """``exercise``: the word of a demonstration."""

    office: str
    number: str
    dated: str
    rules: tuple[ErasedRule, ...]
    records: tuple[ErasedLine, ...]
    rows: int
    files: int
    details: int
    exercise: str

    @property
    def listed(self) -> str:
        """SHA-256 over the list: two copies of it can be compared by these 64 digits."""
        return hashlib.sha256(canonical([asdict(line) for line in self.records])).hexdigest()


def erasure_pdf(certificate: ErasureCertificate) -> bytes:
    return set_pdf("erasure.typ", as_json(asdict(certificate) | {"listed": certificate.listed}))
