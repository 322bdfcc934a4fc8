"""Many rows of one kind for which one audit entry speaks: its digest is the Merkle root over theirs (ADR 0013)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

_SUFFIX = ".block"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """``type`` is that of its rows (``app.model``); ``root`` as hex."""

    pk: UUID
    organisation_id: UUID
    type: str
    root: str

    def type_name(self) -> str:
        return block_type(self.type)


def block_type(row_type: str) -> str:
    """The object type of the entries that speak for blocks of such rows.

    >>> block_type("registry.person")
    'registry.person.block'
    """
    return f"{row_type}{_SUFFIX}"


class BlockRoot:
    """The Merkle root (RFC 6962, leaf and node hashes kept apart) over rows in ascending order of id, one at a time:
    it holds one hash a level, whatever the number of rows."""

    def __init__(self) -> None:
        self._levels: list[bytes | None] = []

    def add(self, row: UUID, digest: bytes) -> None:
        """``digest``: the 32 bytes of ``Row.digest``."""
        carried = hashlib.sha256(b"\0" + row.bytes + digest).digest()
        for level, left in enumerate(self._levels):
            if left is None:
                self._levels[level] = carried
                return
            self._levels[level] = None
            carried = hashlib.sha256(b"\1" + left + carried).digest()
        self._levels.append(carried)

    def hex(self) -> str:
        """No rows: the hash of nothing."""
        right: bytes | None = None
        for left in self._levels:
            if left is not None:
                right = left if right is None else hashlib.sha256(b"\1" + left + right).digest()
        return (right or hashlib.sha256(b"").digest()).hex()


def block_root(rows: Iterable[tuple[UUID, bytes]]) -> str:
    """In whatever order they come."""
    root = BlockRoot()
    for row, digest in sorted(rows, key=lambda leaf: leaf[0].int):
        root.add(row, digest)
    return root.hex()
