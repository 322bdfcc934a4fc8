"""Holds the rows that blocks sealed against the roots in their entries: two streams by block, in constant memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from sinetra.apps.audit.models import AuditEntry, SealedRow
from sinetra.apps.audit.problems import Kind, Problem, Verification
from sinetra.apps.base.block import BlockRoot, block_type
from sinetra.apps.base.sql import read

CHUNK = 1000


@dataclass(frozen=True, slots=True)
class _Entry:
    block: UUID
    organisation: UUID
    seq: int
    type: str
    root: str


def verify_blocks(found: Verification) -> None:
    """A root that the rows do not give, an entry without rows, rows without entry."""
    entries = _entries()
    entry = next(entries, None)
    for block, root in _roots():
        while entry is not None and entry.block < block:
            found.add(_problem(entry))
            entry = next(entries, None)
        if entry is None or entry.block != block:
            found.add(Problem(kind=Kind.BLOCK, object=str(block)))
            continue
        if entry.root != root:
            found.add(_problem(entry))
        entry = next(entries, None)
    while entry is not None:
        found.add(_problem(entry))
        entry = next(entries, None)


def _entries() -> Iterator[_Entry]:
    rows = AuditEntry.objects.filter(object_type__endswith=block_type("")).order_by("object_id", "seq")
    columns = ("object_id", "organisation_id", "seq", "object_type", "digest")
    for values in rows.values_list(*columns).iterator(CHUNK):
        yield _Entry(*values)


def _roots() -> Iterator[tuple[UUID, str]]:
    table = SealedRow._meta.db_table
    rows = read(f"SELECT block, object_id, digest FROM {table} ORDER BY block, object_id")  # noqa: S608 - own name
    for block, group in groupby(rows, key=lambda row: row[0]):
        root = BlockRoot()
        for _block, row, digest in group:
            root.add(UUID(str(row)), bytes(digest))
        yield UUID(str(block)), root.hex()


def _problem(entry: _Entry) -> Problem:
    return Problem(
        kind=Kind.BLOCK, organisation=entry.organisation, seq=entry.seq, object=f"{entry.type}:{entry.block}"
    )
