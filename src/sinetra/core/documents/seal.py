"""The seal of a PDF that an office issued: its hash, signed, inside the file, as an incremental update of its own.

A seal is no certified electronic signature: its word comes from the signer and never says *tersertifikasi*. What was
there before the seal stays byte for byte, so a certified signature that comes later stands behind it.
"""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import StrEnum

from sinetra.core.canonical import canonical

FORMAT = "sinetra-seal/1"
Sign = Callable[[bytes], bytes]
#: Message, signature -> whether it holds; None when its key is not known.
Check = Callable[[bytes, bytes], bool | None]
_TRAILER = re.compile(rb"trailer\n<</Size (\d+)(/Root [^<>]*?)>>\nstartxref\n(\d+)\n%%EOF\n?\Z")
_SEAL = re.compile(rb"\n\d+ 0 obj\n<</Type/SinetraSeal/Record<([0-9a-f]+)>>>\nendobj\n")
_FIELDS = ("kind", "number", "office", "issued_at", "sealed_as", "sha256")


class SealProblem(StrEnum):
    """Values are public (``verify-document --json``)."""

    NO_SEAL = "no_seal"
    ALTERED = "altered"
    APPENDED = "appended"
    SIGNATURE = "signature"
    UNKNOWN_KEY = "unknown_key"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """``sha256``: of the file before the seal. ``issued_at``: ISO 8601. ``sealed_as``: the word of the signer."""

    kind: str
    number: str
    office: str
    issued_at: str
    sealed_as: str
    sha256: str

    def message(self) -> bytes:
        """The format first, so that a signature holds for nothing else."""
        return FORMAT.encode() + b"\n" + canonical(asdict(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """``sha256``: of the whole file, as ``sha256sum`` says it."""

    sha256: str
    seal: Seal | None
    problems: tuple[SealProblem, ...]

    @property
    def ok(self) -> bool:
        return not self.problems

    def as_json(self) -> dict[str, object]:
        """Contract 9."""
        seal = self.seal
        return {
            "ok": self.ok,
            "sha256": self.sha256,
            "signed_by": f"{seal.office} ({seal.sealed_as})" if seal else None,
            "kind": seal.kind if seal else None,
            "issued_at": seal.issued_at if seal else None,
            "problems": [problem.value for problem in self.problems],
        }


def sealed_pdf(content: bytes, seal: Seal, sign: Sign) -> bytes:
    """Errors: ``ValueError`` for what was not set here, or when ``seal.sha256`` is of another file."""
    if seal.sha256 != hashlib.sha256(content).hexdigest():
        raise ValueError("the seal is for another file")
    return content + _update(content, seal, sign(seal.message()))


def check_pdf(content: bytes, check: Check) -> Verdict:
    """Is it exactly what was sealed? A certified signature behind the seal is told as ``appended``: whether that one
    holds, its issuer says."""
    whole = hashlib.sha256(content).hexdigest()
    found = _SEAL.search(content)
    if found is None:
        return Verdict(sha256=whole, seal=None, problems=(SealProblem.NO_SEAL,))
    try:
        record = json.loads(bytes.fromhex(found[1].decode()))
        seal = Seal(**{name: str(record[name]) for name in _FIELDS})
        signature = b64decode(record["signature"], validate=True)
        body = content[: found.start()]
        expected = body + _update(body, seal, signature)
    except (KeyError, TypeError, ValueError):
        return Verdict(sha256=whole, seal=None, problems=(SealProblem.ALTERED,))
    return Verdict(sha256=whole, seal=seal, problems=tuple(_problems(content, body, expected, seal, signature, check)))


def _problems(
    content: bytes, body: bytes, expected: bytes, seal: Seal, signature: bytes, check: Check
) -> list[SealProblem]:
    found = []
    if hashlib.sha256(body).hexdigest() != seal.sha256 or not content.startswith(expected):
        found.append(SealProblem.ALTERED)
    elif content != expected:
        found.append(SealProblem.APPENDED)
    verdict = check(seal.message(), signature)
    if not verdict:
        found.append(SealProblem.UNKNOWN_KEY if verdict is None else SealProblem.SIGNATURE)
    return found


def _update(content: bytes, seal: Seal, signature: bytes) -> bytes:
    """An object that holds the record, a cross-reference to it, a trailer that names both (ISO 32000-1, 7.5.6)."""
    trailer = _TRAILER.search(content[-4096:])
    if trailer is None:
        raise ValueError("no trailer of our own")
    number, rest, before = int(trailer[1]), trailer[2], int(trailer[3])
    record = asdict(seal) | {"signature": b64encode(signature).decode()}
    told = canonical(record).hex().encode()
    entry = b"%d 0 obj\n<</Type/SinetraSeal/Record<%s>>>\nendobj\n" % (number, told)
    start = len(content) + 1
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size %d%s/Prev %d/SinetraSeal %d 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return b"\n" + entry + table % (number, start, number + 1, rest, before, number, start + len(entry))
