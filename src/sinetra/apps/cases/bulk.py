"""One verb for many rows of a list: each succeeds or is refused by itself, and says why; none undoes another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.models import Matter
from sinetra.apps.reports.models import Report
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound, SinetraError, gettext_noop

#: A page of a list. More at once nobody has looked at.
MOST = 50
RowT = TypeVar("RowT", Matter, Report)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A row of a list, with the version that the list showed."""

    key: UUID
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RowResult(Generic[RowT]):
    """``refused`` None: done. ``row`` as it is now; None for one that the actor does not see."""

    row: RowT | None
    refused: SinetraError | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    loaded: tuple[str, ...]
    number: str
    absent: str
    changed: str


_KINDS: dict[type[Any], _Kind] = {
    Matter: _Kind(
        loaded=("region", "handler", "organisation", "report__organisation"),
        number=gettext_noop("Pilih 1 sampai %(most)s perkara."),
        absent=gettext_noop("Perkara ini tidak ada, atau bukan untuk Anda."),
        changed=gettext_noop("Perkara ini berubah sejak daftar Anda dibuka. Lihat dahulu keadaannya."),
    ),
    Report: _Kind(
        loaded=("region", "organisation", "matter", "joined_to"),
        number=gettext_noop("Pilih 1 sampai %(most)s laporan."),
        absent=gettext_noop("Laporan ini tidak ada, atau bukan untuk Anda."),
        changed=gettext_noop("Laporan ini berubah sejak daftar Anda dibuka. Lihat dahulu keadaannya."),
    ),
}


def for_each(
    actor: Actor, model: type[RowT], chosen: Sequence[Chosen], act: Callable[[RowT], object]
) -> tuple[RowResult[RowT], ...]:
    """Each row in a unit of work of its own, in the order of the list. Errors: ``BadInput`` naming ``chosen`` for none
    or more than ``MOST``; what a row refuses stands in its result."""
    rows = tuple(dict.fromkeys(chosen))
    if not 0 < len(rows) <= MOST:
        raise BadInput(_KINDS[model].number, field="chosen", most=MOST)
    return tuple(_one(actor, model, row, act) for row in rows)


def _one(actor: Actor, model: type[RowT], chosen: Chosen, act: Callable[[RowT], object]) -> RowResult[RowT]:
    kind = _KINDS[model]
    rows = visible(actor, model).select_related(*kind.loaded)
    row = rows.filter(pk=chosen.key).first()
    if row is None:
        return RowResult(row=None, refused=NotFound(kind.absent))
    if row.version != chosen.version:
        return RowResult(row=row, refused=Conflict(kind.changed))
    try:
        act(row)
    except (BadInput, Conflict, Forbidden, NotFound) as error:
        return RowResult(row=rows.get(pk=row.pk), refused=error)
    return RowResult(row=rows.get(pk=row.pk), refused=None)
