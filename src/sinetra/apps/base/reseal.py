"""After a rotation: what older keys sealed is sealed anew, row by row, resumed where it stopped.

An app that keeps sealed columns says so in its ``handlers.py``:

    sealed_column(Report, "narrative")
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.outbox import outbox
from sinetra.apps.base.row import Row
from sinetra.apps.base.tasks import find_handlers
from sinetra.apps.base.work import unit_of_work
from sinetra.ports.clock import now
from sinetra.ports.keyring import Purpose, keyring

TASK = "keys.reseal"
BATCH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedColumn:
    """``context`` gives what the column's seals are bound to: by default ``row id:column``."""

    model: type[Row]
    column: str
    purpose: Purpose
    context: Callable[[Any], bytes]


_columns: dict[tuple[type[Row], str], SealedColumn] = {}


def sealed_column(
    model: type[Row], column: str, *, context: Callable[[Any], bytes] | None = None, purpose: Purpose = Purpose.DATA
) -> None:
    def of_row(row: Any) -> bytes:
        return f"{row.pk}:{column}".encode()

    context = context or of_row
    _columns[model, column] = SealedColumn(model=model, column=column, purpose=purpose, context=context)


@lru_cache(maxsize=256)
def sealed_models(column: str) -> tuple[type[Row], ...]:
    """Models that keep a sealed column of this name."""
    find_handlers()
    return tuple(model for model, name in _columns if name == column)


@lru_cache(maxsize=256)
def sealed_columns(model: type[Row]) -> tuple[str, ...]:
    find_handlers()
    return tuple(name for of, name in _columns if of is model)


def promise_resealing() -> bool:
    """One task for the keys of today. False when no app keeps sealed columns."""
    find_handlers()
    if not _columns:
        return False
    purposes = sorted({column.purpose for column in _columns.values()})
    ids = "-".join(keyring().current(purpose).id.hex() for purpose in purposes)
    outbox().add(TASK, {}, key=f"{TASK}@{ids}", run_after=now())
    return True


def reseal_all() -> int:
    """How many columns of rows were sealed anew. Stopped in the middle it goes on where it was: what is sealed by the
    current key is passed over. Errors: ``Conflict`` when somebody changed a row meanwhile; then call again."""
    columns = sorted(_columns.values(), key=lambda column: (column.model.type_name(), column.column))
    return sum(_reseal(row, column) for column in columns for row in _outdated(column))


def _outdated(column: SealedColumn) -> Iterator[Row]:
    """In the order of ids, a batch at a time, so that no cursor stays open while rows are written."""
    rows = column.model._base_manager.exclude(**{column.column: None}).order_by("pk")
    batch = list(rows[:BATCH])
    while batch:
        for row in batch:
            sealed = bytes(getattr(row, column.column))
            if sealed and not keyring().is_current(column.purpose, sealed):
                yield row
        batch = list(rows.filter(pk__gt=batch[-1].pk)[:BATCH])


def _reseal(row: Row, column: SealedColumn) -> int:
    context = column.context(row)
    plain = keyring().open_sealed(column.purpose, bytes(getattr(row, column.column)), context)
    sealed = keyring().seal(column.purpose, plain, context)
    with unit_of_work(SYSTEM) as work:
        work.change(row, **{column.column: sealed})
        work.record("keys.reseal", row, data={"column": column.column})
    return 1
