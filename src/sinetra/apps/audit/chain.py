"""Appends to the chains. Called by ``unit_of_work()`` as its last statements; nothing else writes entries."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from sinetra.apps.audit.hashing import commitment, entry_hash, plain
from sinetra.apps.audit.models import GENESIS, AuditEntry, AuditHead, SealedRow
from sinetra.apps.base.block import Block
from sinetra.apps.base.bulk import insert
from sinetra.apps.base.record import Record
from sinetra.apps.base.row import Row
from sinetra.apps.base.sql import execute, key_to_driver
from sinetra.apps.base.stored import insert_new, stored_digests

ObjectKey = tuple[type[Row], UUID]


def append(records: Sequence[Record], *, at: datetime, group: UUID) -> None:
    """One entry a record, in order. Heads are taken in ascending organisation id, so two writers never wait for each
    other; the lock of a head is held from here to COMMIT only."""
    chains: dict[UUID, list[Record]] = {}
    for record in records:
        chains.setdefault(record.row.organisation_id, []).append(record)
    digests = _digests(records)
    for organisation_id in sorted(chains):
        _append_to(organisation_id, chains[organisation_id], digests, at=at, group=group)


def _append_to(
    organisation_id: UUID, records: Sequence[Record], digests: dict[ObjectKey, str], *, at: datetime, group: UUID
) -> None:
    last_seq, previous_hash = _take_head(organisation_id, len(records))
    entries = []
    for seq, record in enumerate(records, start=last_seq - len(records) + 1):
        entry = AuditEntry(
            organisation_id=organisation_id,
            seq=seq,
            at=at,
            group=group,
            action=record.action,
            object_type=record.row.type_name(),
            object_id=record.row.pk,
            digest=_digest(record, digests),
            actor=record.actor.reference,
            data=plain(record.data),
            previous_hash=previous_hash,
            **_detail(record),
        )
        entry.hash = previous_hash = entry_hash(entry)
        entries.append(entry)
    insert_new(entries)
    table, key = _head(organisation_id)
    execute(f"UPDATE {table} SET hash = %s WHERE organisation_id = %s", [previous_hash, key])  # noqa: S608


def _detail(record: Record) -> dict[str, Any]:
    if not record.personal:
        return {}
    detail, salt = plain(record.personal), secrets.token_bytes(16)
    return {"detail": detail, "detail_salt": salt, "detail_commitment": commitment(detail, salt)}


def _digest(record: Record, digests: dict[ObjectKey, str]) -> str:
    if isinstance(record.row, Block):
        return record.row.root
    return digests.get((type(record.row), record.row.pk), "")


def seal(rows: Sequence[tuple[UUID, bytes]], *, block: UUID) -> None:
    """Keeps the digests of a block's rows; the entry with their root comes with the unit's others."""
    # As the driver takes them, past the ORM: there may be millions.
    insert(
        SealedRow._meta.db_table,
        ("block", "object_id", "digest"),
        ((key_to_driver(block), key_to_driver(row), digest) for row, digest in rows),
    )


def _digests(records: Sequence[Record]) -> dict[ObjectKey, str]:
    """Digests of the rows as the database holds them now; a row that the unit removed has none."""
    wanted: dict[type[Row], set[UUID]] = {}
    for record in records:
        if not isinstance(record.row, Block):
            wanted.setdefault(type(record.row), set()).add(record.row.pk)
    return {(model, key): digest for model, keys in wanted.items() for key, digest in stored_digests(model, keys)}


def _take_head(organisation_id: UUID, count: int) -> tuple[int, str]:
    """Moves the head by ``count`` places and locks it; the last place and the hash before the first."""
    table, key = _head(organisation_id)
    advance = f"UPDATE {table} SET seq = seq + %s WHERE organisation_id = %s RETURNING seq, hash"  # noqa: S608
    first = f"INSERT INTO {table} (organisation_id, seq, hash) VALUES (%s, 0, %s) ON CONFLICT DO NOTHING"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(advance, [count, key])
        head = cursor.fetchall()
        if not head:
            cursor.execute(first, [key, GENESIS])
            cursor.execute(advance, [count, key])
            head = cursor.fetchall()
    seq, previous_hash = head[0]
    return int(seq), str(previous_hash)


def _head(organisation_id: UUID) -> tuple[str, Any]:
    """The table of heads and the key of one, as statements take them."""
    return connection.ops.quote_name(AuditHead._meta.db_table), key_to_driver(organisation_id)
