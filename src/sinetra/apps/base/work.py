"""The one way to write: guarded rows, outbox, audit entries last, one COMMIT.

    with unit_of_work(actor) as work:
        work.create(matter)
        work.change(report, state="matter_opened")          # Conflict when somebody was faster
        work.record("report.open_matter", report, reason=…)   # every touched row needs an entry
        work.enqueue("mail.send", {...}, key=f"…")
    work.create_many(Person, columns, rows, …)              # by the thousand: one entry a block

Nested calls join the outer unit; they have no savepoint, so an error inside one ends the whole unit, also when the
caller catches it. No hashing of files, PDF, mail or encryption of files inside: do it before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import OperationalError, transaction
from django.utils import timezone

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.block import Block, block_root
from sinetra.apps.base.bulk import blocks, completed, insert, to_driver, updates
from sinetra.apps.base.gate import write_gate
from sinetra.apps.base.kept import refresh_kept
from sinetra.apps.base.models import OutboxTask
from sinetra.apps.base.record import Record
from sinetra.apps.base.row import Row, digester
from sinetra.apps.base.stored import insert_new
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.core.ids import uuid7

R = TypeVar("R", bound=Row)


class Work:
    """One unit of work; made by ``unit_of_work()``."""

    def __init__(self, actor: Actor, at: datetime) -> None:
        self.actor = actor
        self.at = at
        self.group = uuid7()
        self.records: list[Record] = []
        self.broken: BaseException | None = None  # what a nested unit ended with
        self._touched: dict[tuple[type[Row], Any], Row] = {}
        self._tasks: list[OutboxTask] = []

    def create(self, row: R) -> R:
        insert_new([row])
        self._touched[type(row), row.pk] = row
        return row

    def change(self, row: R, **values: Any) -> R:
        """Writes ``values`` when the stored version is still the one that was read. Errors: ``Conflict``."""
        manager = type(row)._base_manager
        changed = manager.filter(pk=row.pk, version=row.version).update(version=row.version + 1, **values)
        if changed != 1:
            raise Conflict(gettext_noop("Data ini baru saja diubah orang lain. Muat ulang, lalu coba lagi."))
        row.refresh_from_db()
        self._touched[type(row), row.pk] = row
        return row

    def create_set(self, rows: Sequence[R]) -> Sequence[R]:
        """As ``create`` for some thousand rows in few statements; each needs its own entry (``record``)."""
        for model in {type(row) for row in rows}:
            model._base_manager.bulk_create([row for row in rows if type(row) is model])
        self._touched |= {(type(row), row.pk): row for row in rows}
        return rows

    def change_set(self, model: type[R], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[R]:
        """As ``change`` for some thousand rows in one statement, each of them id, the version that was read, and the
        values of ``columns``; each needs its own entry (``record``). Errors: ``Conflict``."""
        with updates(model, columns) as update:
            if update(rows) != len(rows):
                raise Conflict(gettext_noop("Data ini baru saja diubah orang lain. Muat ulang, lalu coba lagi."))
        changed = list(model._base_manager.filter(pk__in=[row[0] for row in rows]))
        self._touched |= {(model, row.pk): row for row in changed}
        return changed

    def remove(self, row: Row) -> None:
        """Deletes a row that the law lets go (retention); its last entry has no digest. Errors: ``Conflict``."""
        removed, _ = type(row)._base_manager.filter(pk=row.pk, version=row.version).delete()
        if not removed:
            raise Conflict(gettext_noop("Data ini baru saja diubah orang lain. Muat ulang, lalu coba lagi."))
        self._touched[type(row), row.pk] = row

    def create_many(
        self,
        model: type[Row],
        columns: Sequence[str],
        rows: Iterable[Sequence[Any]],
        *,
        organisation: UUID,
        action: str,
        data: Mapping[str, Any] | None = None,
    ) -> int:
        """New rows by the thousand, in constant memory, with one audit entry a block of them (ADR 0013): how many.

        ``columns`` are those of the table that ``rows`` say (ids as ``UUID``); the others get their defaults.
        """
        made = 0
        names = [str(field.column) for field in model._meta.concrete_fields]
        convert = to_driver(model, names)
        for block in blocks(rows):
            values = completed(model, columns, block, organisation, self.at)
            insert(model._meta.db_table, names, map(convert, values))
            self._seal(model, values, organisation, action, data)
            made += len(block)
        return made

    def change_many(
        self,
        model: type[Row],
        columns: Sequence[str],
        rows: Iterable[Sequence[Any]],
        *,
        organisation: UUID,
        action: str,
        data: Mapping[str, Any] | None = None,
    ) -> int:
        """As ``change`` for many rows at once: each of ``rows`` is id, the version that was read, and the values of
        ``columns``. Errors: ``Conflict``."""
        done = 0
        names = [field.attname for field in model._meta.concrete_fields]
        with updates(model, columns) as update:
            for block in blocks(rows):
                if update(block) != len(block):
                    raise Conflict(gettext_noop("Data ini baru saja diubah orang lain. Muat ulang, lalu coba lagi."))
                stored = model._base_manager.filter(pk__in=[row[0] for row in block]).values_list(*names)
                self._seal(model, list(stored), organisation, action, data)
                done += len(block)
        return done

    def _seal(
        self,
        model: type[Row],
        rows: Sequence[Sequence[Any]],
        organisation: UUID,
        action: str,
        data: Mapping[str, Any] | None,
    ) -> None:
        from sinetra.apps.audit.chain import seal

        digest = digester(model)
        own_id = [field.name for field in model._meta.concrete_fields].index("id")
        leaves = sorted(((row[own_id], digest(row)) for row in rows), key=lambda leaf: leaf[0].int)
        block = Block(pk=uuid7(), organisation_id=organisation, type=model._meta.label_lower, root=block_root(leaves))
        seal(leaves, block=block.pk)
        told = {"rows": len(leaves), **(data or {})}
        self.records.append(Record(action=action, row=block, actor=self.actor, data=told))

    def record(self, action: str, row: Row, *, data: Mapping[str, Any] | None = None, **personal: Any) -> None:
        """An audit entry about ``row``. Keyword arguments (reason=…, note=…) count as personal data."""
        self.records.append(
            Record(
                action=action,
                row=row,
                actor=self.actor,
                data=data or {},
                personal={k: v for k, v in personal.items() if v},
            )
        )

    def enqueue(self, name: str, payload: Mapping[str, Any], *, key: str, run_after: datetime | None = None) -> None:
        self._tasks.append(OutboxTask(name=name, payload=dict(payload), key=key, run_after=run_after or self.at))

    def finish(self) -> None:
        from sinetra.apps.audit.chain import append

        if self.broken is not None:
            raise RuntimeError("a nested unit of work failed and was caught: half of it is not kept") from self.broken
        told = {(type(record.row), record.row.pk) for record in self.records}
        silent = [f"{row.type_name()} {row.pk}" for key, row in self._touched.items() if key not in told]
        if silent:
            raise RuntimeError(f"changed without an audit entry: {', '.join(silent)}")
        refresh_kept(self._touched.values())
        if self._tasks:
            OutboxTask.objects.bulk_create(self._tasks, ignore_conflicts=True)
        append(self.records, at=self.at, group=self.group)


_current: ContextVar[Work | None] = ContextVar("unit_of_work", default=None)


@contextmanager
def unit_of_work(actor: Actor, *, at: datetime | None = None) -> Iterator[Work]:
    """All or nothing. ``at`` is real time (UTC), now by default; legal dates are the verb's business.

    Errors: ``Conflict``, also when PostgreSQL ends one of two units that wait for each other.
    """
    outer = _current.get()
    if outer is not None:
        if outer.actor.reference != actor.reference and "system" not in (outer.actor.kind, actor.kind):
            raise RuntimeError(f"a unit of work of {actor.reference} inside one of {outer.actor.reference}")
        try:
            yield outer
        except BaseException as error:
            outer.broken = error
            raise
        return
    with write_gate(), _deadlock_is_conflict(), transaction.atomic():
        work = Work(actor, at or timezone.now())
        token = _current.set(work)
        try:
            yield work
            work.finish()
        finally:
            _current.reset(token)


@contextmanager
def _deadlock_is_conflict() -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", None) in {"40P01", "40001"}:
            raise Conflict(gettext_noop("Data ini sedang diubah orang lain. Coba lagi.")) from error
        raise
