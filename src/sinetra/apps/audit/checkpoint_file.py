"""A checkpoint as a file: everything that another machine needs to verify it, and nothing about any person."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sinetra.apps.audit.merkle import Head, root
from sinetra.core.canonical import canonical
from sinetra.core.errors import BadInput, gettext_noop

FORMAT = "sinetra-checkpoint-1"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedCheckpoint:
    """``at`` ISO 8601 in UTC; ``previous`` and ``hash`` as hex; ``signature`` 72 bytes as the ring makes them."""

    number: int
    at: str
    heads: tuple[Head, ...]
    root: str
    previous: str
    hash: str
    signature: bytes

    def holds(self) -> bool:
        """Root and hash are those of the content; says nothing about the signature."""
        return root(self.heads) == self.root and checkpoint_hash(self) == self.hash

    def message(self) -> bytes:
        """What is signed."""
        return f"{FORMAT}\n{self.hash}".encode()


def checkpoint_hash(checkpoint: SignedCheckpoint) -> str:
    content = {
        "number": checkpoint.number,
        "at": checkpoint.at,
        "root": checkpoint.root,
        "previous": checkpoint.previous,
    }
    return hashlib.sha256(canonical(content)).hexdigest()


def dump(checkpoint: SignedCheckpoint, public_key: bytes) -> bytes:
    """``public_key`` is for readers elsewhere; whoever verifies must know it from another source too."""
    content = {
        "format": FORMAT,
        "number": checkpoint.number,
        "at": checkpoint.at,
        "heads": [{"organisation": h.organisation, "seq": h.seq, "hash": h.hash} for h in checkpoint.heads],
        "root": checkpoint.root,
        "previous": checkpoint.previous,
        "hash": checkpoint.hash,
        "signature": checkpoint.signature.hex(),
        "public_key": public_key.hex(),
    }
    return json.dumps(content, indent=1).encode()


def load(path: Path) -> SignedCheckpoint:
    """Errors: ``BadInput`` when the file is not a checkpoint."""
    try:
        content = json.loads(path.read_bytes())
        if content["format"] != FORMAT:
            raise ValueError(content["format"])
        return _parse(content)
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = gettext_noop("%(field)s: %(path)s bukan berkas checkpoint (%(accepted)s)")
        raise BadInput(message, field="--checkpoint", accepted=[FORMAT], path=str(path)) from error


def _parse(content: Mapping[str, Any]) -> SignedCheckpoint:
    return SignedCheckpoint(
        number=int(content["number"]),
        at=str(content["at"]),
        heads=heads_of(content["heads"]),
        root=str(content["root"]),
        previous=str(content["previous"]),
        hash=str(content["hash"]),
        signature=bytes.fromhex(content["signature"]),
    )


def heads_of(values: list[Mapping[str, Any]]) -> tuple[Head, ...]:
    return tuple(Head(organisation=str(v["organisation"]), seq=int(v["seq"]), hash=str(v["hash"])) for v in values)
