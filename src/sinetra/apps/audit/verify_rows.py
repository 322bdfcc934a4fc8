"""Compares every audited row with its last entry: two streams in the order of ids, in constant memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import groupby
from uuid import UUID

from django.apps import apps
from django.db import connection
from django.db.models import Exists, OuterRef

from sinetra.apps.audit.models import AuditEntry, SealedRow
from sinetra.apps.audit.problems import Kind, Problem, Verification
from sinetra.apps.base.block import block_type
from sinetra.apps.base.row import Row
from sinetra.apps.base.sql import key_from_driver, read

CHUNK = 1000


@dataclass(frozen=True, slots=True)
class _Last:
    object_id: UUID
    organisation: UUID
    seq: int
    digest: str


def audited_models() -> list[type[Row]]:
    models = [model for model in apps.get_models() if issubclass(model, Row) and not model._meta.proxy]
    return sorted(models, key=lambda model: model.type_name())


def verify_all_rows(found: Verification) -> None:
    tables = set(connection.introspection.table_names())
    for model in audited_models():
        # Without its table every row that an entry knows is missing.
        rows = _rows(model) if model._meta.db_table in tables else iter(())
        verify_rows(model, rows, found)


def verify_rows(model: type[Row], rows: Iterator[Row], found: Verification) -> None:
    """``rows`` in the order of their ids."""
    name = model.type_name()
    entries = _last_entries(name)
    entry = next(entries, None)
    for row in rows:
        found.rows += 1
        while entry is not None and entry.object_id < row.pk:
            _missing(name, entry, found)
            entry = next(entries, None)
        if entry is None or entry.object_id != row.pk:
            found.add(Problem(kind=Kind.ROW_UNRECORDED, organisation=row.organisation_id, object=f"{name}:{row.pk}"))
            continue
        digest = row.digest()
        while entry is not None and entry.object_id == row.pk:
            if entry.digest != digest:
                found.add(_problem(Kind.ROW_EDITED, name, entry))
            entry = next(entries, None)
    while entry is not None:
        _missing(name, entry, found)
        entry = next(entries, None)


def _rows(model: type[Row]) -> Iterator[Row]:
    return iter(model._base_manager.order_by("pk").iterator(CHUNK))


def _last_entries(name: str) -> Iterator[_Last]:
    """By object id. One object has one organisation; a second line of entries would be somebody's doing."""
    both = merge(_own_entries(name), _sealed(name), key=lambda last: (last.object_id, last.organisation))
    for _key, group in groupby(both, key=lambda last: (last.object_id, last.organisation)):
        yield max(group, key=lambda last: last.seq)


def _own_entries(name: str) -> Iterator[_Last]:
    entries = AuditEntry.objects.filter(object_type=name)
    later = AuditEntry.objects.filter(
        object_type=name,
        object_id=OuterRef("object_id"),
        organisation_id=OuterRef("organisation_id"),
        seq__gt=OuterRef("seq"),
    )
    last = entries.filter(~Exists(later)).order_by("object_id", "organisation_id")
    for values in last.values_list("object_id", "organisation_id", "seq", "digest").iterator(CHUNK):
        yield _Last(*values)


def _sealed(name: str) -> Iterator[_Last]:
    """What blocks say of each row, every time that one sealed it."""
    entry, row = (connection.ops.quote_name(model._meta.db_table) for model in (AuditEntry, SealedRow))
    statement = (
        f"SELECT row.object_id, entry.organisation_id, entry.seq, row.digest FROM {row} row "  # noqa: S608 - own names
        f"JOIN {entry} entry ON entry.object_type = %s AND entry.object_id = row.block "
        "ORDER BY row.object_id, entry.organisation_id"
    )
    for object_id, organisation, seq, digest in read(statement, [block_type(name)]):
        yield _Last(key_from_driver(object_id), key_from_driver(organisation), seq, bytes(digest).hex())


def _missing(name: str, entry: _Last, found: Verification) -> None:
    if entry.digest:  # empty: removed, and the entry says so
        found.add(_problem(Kind.ROW_MISSING, name, entry))


def _problem(kind: Kind, name: str, entry: _Last) -> Problem:
    return Problem(kind=kind, organisation=entry.organisation, seq=entry.seq, object=f"{name}:{entry.object_id}")
