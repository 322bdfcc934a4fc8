"""Units of the index as one office sees them (views 2, 3, 4 and 8). Nothing is computed here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.index.models import IndexPlace, IndexRun
from sinetra.apps.index.selectors import Explained, could_be_code, newest_run, own_rows, rows
from sinetra.apps.index.stored import placed_of, unit_of
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.core.index.inputs import Unit
from sinetra.core.index.result import Placed, Zone

#: Units of a view; the list of the index has all. Runs of a trend.
MOST, RUNS = 100, 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What went in and what came out of one unit."""

    given: Unit
    told: Placed


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """``seen`` in the order of the list, the more vulnerable first; the first ``MOST``, or all where all were asked
    for. ``zones``: of all, also those not in ``seen``.
    ``everywhere``: an office that answers for no region of its own sees every region."""

    run: IndexRun
    seen: tuple[Seen, ...]
    zones: Mapping[Zone, int]
    everywhere: bool

    @property
    def number(self) -> int:
        return sum(self.zones.values())


def units(actor: Actor, *, every: bool = False) -> Units | None:
    """``every``: for who counts units, not only shows them. None: the index was never computed.

    Errors: ``Forbidden``.
    """
    require(actor, "index.read")
    run = newest_run(actor)
    if run is None:
        return None
    mine, everywhere = rows_of_office(actor, run)
    shown = mine.order_by("place") if every else mine.order_by("place")[:MOST]
    zones = Counter[Zone]()
    for zone, number in mine.order_by().values_list("zone").annotate(Count("pk")):
        zones[Zone(zone)] += number
    return Units(
        run=run,
        seen=tuple(_seen(row) for row in shown),
        zones=zones,
        everywhere=everywhere,
    )


def rows_of_office(actor: Actor, run: IndexRun) -> tuple[QuerySet[IndexPlace], bool]:
    """Its units and regions; of a national office (it has no region) all of them."""
    national = not actor.regions and Organisation.objects.only("region_id").get(pk=actor.office).region_id is None
    return (rows(run, actor=actor), True) if national else (own_rows(actor, run), False)


def one_unit(actor: Actor, code: str) -> Explained | None:
    """One of the office's, the most vulnerable where ``code`` is empty; None before the first run.

    Errors: ``Forbidden``; ``NotFound`` for a unit that is not the office's.
    """
    require(actor, "index.read")
    run = newest_run(actor)
    if run is None:
        return None
    mine, _everywhere = rows_of_office(actor, run)
    chosen = mine.filter(code=code) if code else mine.order_by("place")
    row = chosen.first() if could_be_code(code) else None
    if row is None:
        if not code:
            return None
        raise NotFound(gettext_noop("Wilayah atau unit %(value)s belum ada dalam indeks."), value=code)
    return Explained(run=run, given=unit_of(row.given), told=placed_of(row.told))


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """``same``: computed by the method of the last run, so that the numbers can be compared."""

    run: IndexRun
    told: Placed
    same: bool


def moments(actor: Actor, code: str) -> tuple[Moment, ...]:
    """One unit through the last runs, the earliest first. Errors: ``Forbidden``."""
    require(actor, "index.read")
    runs = list(visible(actor, IndexRun).order_by("-id")[:RUNS])
    told = dict(visible(actor, IndexPlace).filter(Q(run__in=runs), code=code).values_list("run_id", "told"))
    return tuple(
        Moment(run=run, told=placed_of(told[run.pk]), same=run.method_digest == runs[0].method_digest)
        for run in reversed(runs)
        if run.pk in told
    )


def _seen(row: IndexPlace) -> Seen:
    return Seen(given=unit_of(row.given), told=placed_of(row.told))
