"""One verb for many matters: each succeeds or is refused by itself, and says why; none undoes another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.models import Matter
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound, SinetraError, gettext_noop

#: A page of a list. More at once nobody has looked at.
MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A row of a list, with the version that the list showed."""

    matter_id: UUID
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RowResult:
    """``refused`` None: done. ``matter`` as it is now; None for one that the actor does not see."""

    matter: Matter | None
    refused: SinetraError | None


def for_each(actor: Actor, chosen: Sequence[Chosen], act: Callable[[Matter], object]) -> tuple[RowResult, ...]:
    """Each row in a unit of work of its own, in the order of the list. Errors: ``BadInput`` naming ``chosen`` for none
    or more than ``MOST``; what a row refuses stands in its result."""
    rows = tuple(dict.fromkeys(chosen))
    if not 0 < len(rows) <= MOST:
        raise BadInput(gettext_noop("Pilih 1 sampai %(most)s perkara."), field="chosen", most=MOST)
    return tuple(_one(actor, row, act) for row in rows)


def _one(actor: Actor, row: Chosen, act: Callable[[Matter], object]) -> RowResult:
    rows = visible(actor, Matter).select_related("region", "handler", "organisation", "report__organisation")
    matter = rows.filter(pk=row.matter_id).first()
    if matter is None:
        return RowResult(matter=None, refused=NotFound(gettext_noop("Perkara ini tidak ada, atau bukan untuk Anda.")))
    if matter.version != row.version:
        changed = Conflict(gettext_noop("Perkara ini berubah sejak daftar Anda dibuka. Lihat dahulu keadaannya."))
        return RowResult(matter=matter, refused=changed)
    try:
        act(matter)
    except (BadInput, Conflict, Forbidden, NotFound) as error:
        return RowResult(matter=rows.get(pk=matter.pk), refused=error)
    return RowResult(matter=rows.get(pk=matter.pk), refused=None)
