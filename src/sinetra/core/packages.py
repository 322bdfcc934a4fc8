"""Signed packages: what one institution hands to another, over HTTPS, as a file, or inside one demonstration.

A package is one JSON document. What is signed is its canonical form without ``digest`` and ``signature``; the digest
stands beside the signature so that an altered content can be told apart from a foreign signature. How to sign and
whose key to verify with come in as functions: this module knows no key.
"""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sinetra.core.canonical import canonical
from sinetra.core.errors import VerificationFailed, gettext_noop

FORMAT = "sinetra-package/1"
LARGEST = 2 * 1024 * 1024
_FIELDS = {"format", "kind", "id", "from", "to", "created_at", "content", "attachments"}


class Kind(StrEnum):
    """The first three open a matter at the receiver: penerusan, and inside Bawaslu pelimpahan and pengambilalihan.

    ``answer``: what became of it, later than the acknowledgement. A correction says that nothing was proven in what a
    package had told; ``corrected`` answers it. A consultation asks Bawaslu about an invitation; ``advice`` answers it.
    """

    FORWARDING = "forwarding"
    TRANSFER = "transfer"
    TAKE_OVER = "take_over"
    ACKNOWLEDGEMENT = "acknowledgement"
    RETURN = "return"
    ANSWER = "answer"
    CORRECTION = "correction"
    CORRECTED = "corrected"
    CONSULTATION = "consultation"
    ADVICE = "advice"


OPENING = frozenset({Kind.FORWARDING, Kind.TRANSFER, Kind.TAKE_OVER})
CORRECTING = frozenset({Kind.CORRECTION, Kind.CORRECTED})
CONSULTING = frozenset({Kind.CONSULTATION, Kind.ADVICE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An institution as every installation knows it: by kind and name. Ids are each installation's own."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that travels beside the package; only its digest (SHA-256, hex) is in it."""

    name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    kind: Kind
    id: UUID
    sender: Party
    recipient: Party
    created_at: datetime
    content: Mapping[str, Any]
    attachments: tuple[Attachment, ...] = ()

    def message(self) -> bytes:
        """What is signed: the format first, so that a signature holds for nothing else."""
        return FORMAT.encode() + b"\n" + canonical(_plain(self))

    def digest(self) -> str:
        """SHA-256 of the signed form, as hex: the name of exactly this content."""
        return hashlib.sha256(self.message()).hexdigest()


Sign = Callable[[bytes], bytes]
# Party, message, signature -> True or False, or None when no key of that party is known here.
Check = Callable[[Party, bytes, bytes], bool | None]


def write(package: Package, sign: Sign) -> bytes:
    """The document as bytes, ready for a file or a request."""
    document = _plain(package) | {
        "digest": package.digest(),
        "signature": b64encode(sign(package.message())).decode(),
    }
    return json.dumps(json.loads(canonical(document)), ensure_ascii=False, indent=1).encode() + b"\n"


def verify(raw: bytes, *, check: Check, addressed_here: Callable[[Party], bool]) -> Package:
    """Reads a document and says who truly sent it.

    Errors: ``VerificationFailed`` with code ``package_unreadable``, ``package_altered`` (content is not what the
    digest says), ``package_sender_unknown``, ``package_signature`` or ``package_addressee``, in that order.
    """
    document = _read(raw)
    try:
        package = _package(document)
        signature = b64decode(document["signature"], validate=True)
        whole = document["digest"] == package.digest()
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, RecursionError) as error:
        # What has no canonical form (NaN, half a surrogate pair, a year that UTC does not reach) was never signed.
        raise _unreadable() from error
    if not whole:
        raise VerificationFailed(gettext_noop("Isi paket ini berubah sejak dibuat."), code="package_altered")
    verdict = check(package.sender, package.message(), signature)
    if verdict is None:
        raise VerificationFailed(
            gettext_noop("Pengirim %(sender)s belum terdaftar, atau kuncinya belum dicatat di sini."),
            code="package_sender_unknown",
            sender=package.sender.name,
        )
    if not verdict:
        raise VerificationFailed(
            gettext_noop("Tanda tangan paket ini bukan dari %(sender)s."),
            code="package_signature",
            sender=package.sender.name,
        )
    if not addressed_here(package.recipient):
        raise VerificationFailed(
            gettext_noop("Paket ini ditujukan kepada %(recipient)s, bukan kepada kantor ini."),
            code="package_addressee",
            recipient=package.recipient.name,
        )
    return package


def _read(raw: bytes) -> Mapping[str, Any]:
    if len(raw) > LARGEST:
        raise _unreadable()
    try:
        document = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise _unreadable() from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise _unreadable()
    if set(document) != _FIELDS | {"digest", "signature"}:
        raise _unreadable()
    return document


def _package(document: Mapping[str, Any]) -> Package:
    created_at = datetime.fromisoformat(document["created_at"])
    if created_at.tzinfo is None or not isinstance(document["content"], dict):
        raise ValueError("created_at has no zone, or content is no object")
    return Package(
        kind=Kind(document["kind"]),
        id=UUID(document["id"]),
        sender=_party(document["from"]),
        recipient=_party(document["to"]),
        created_at=created_at,
        content=document["content"],
        attachments=tuple(Attachment(**item) for item in document["attachments"]),
    )


def _party(value: Mapping[str, Any]) -> Party:
    party = Party(**value)
    if not (isinstance(party.kind, str) and isinstance(party.name, str)) or "\0" in party.kind + party.name:
        raise ValueError("a party has a kind and a name, in letters")
    return party


def _plain(package: Package) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "kind": package.kind.value,
        "id": package.id,
        "from": {"kind": package.sender.kind, "name": package.sender.name},
        "to": {"kind": package.recipient.kind, "name": package.recipient.name},
        "created_at": package.created_at,
        "content": dict(package.content),
        "attachments": [
            {"name": item.name, "media_type": item.media_type, "size": item.size, "sha256": item.sha256}
            for item in package.attachments
        ],
    }


def _unreadable() -> VerificationFailed:
    return VerificationFailed(
        gettext_noop("Berkas ini bukan paket Sinetra (%(format)s) yang utuh."), code="package_unreadable", format=FORMAT
    )
