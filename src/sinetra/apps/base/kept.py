"""Tables that only repeat what domain rows say, for lists and search: kept in the unit of work that changes those rows.

    keep_with({Matter: lambda row: row.pk, Clock: lambda row: row.matter_id}, refresh)

``refresh`` gets the keys of what a unit touched, once, when everything else is written. What it writes can be deleted
and told again at any time, so it stands in no audit chain. Whoever writes by the thousand (``Work.create_many``) calls
it for those rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sinetra.apps.base.row import Row

KeyOf = Callable[[Any], UUID]
Refresh = Callable[[set[UUID]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    keys: Mapping[type[Row], KeyOf]
    refresh: Refresh


_kept: list[_Kept] = []


def keep_with(keys: Mapping[type[Row], KeyOf], refresh: Refresh) -> None:
    """``keys``: which entry a row of each model belongs to."""
    _kept.append(_Kept(keys=keys, refresh=refresh))


def refresh_kept(touched: Iterable[Row]) -> None:
    """Called by ``unit_of_work()`` before its audit entries."""
    rows = list(touched)
    for kept in _kept:
        wanted = {kept.keys[type(row)](row) for row in rows if type(row) in kept.keys}
        if wanted:
            kept.refresh(wanted)
