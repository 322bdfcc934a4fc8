"""Reads of the index: the last run, its units in the order of the list, one of them. Nothing is computed here."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.index.models import IndexPlace, IndexRun
from sinetra.apps.index.stored import placed_of, unit_of
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.core.index.inputs import Kind, Unit
from sinetra.core.index.result import Placed, Result

#: A city has some dozen kecamatan and offices of its own; how many more there are is told beside them.
MOST_BELOW = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """One unit of a run: what went in, what came out."""

    run: IndexRun
    given: Unit
    told: Placed


def newest_run(actor: Actor = PUBLIC) -> IndexRun | None:
    return visible(actor, IndexRun).order_by("-id").first()


def latest_run(actor: Actor = PUBLIC) -> Result | None:
    """All units of the last run. None: nothing was computed yet."""
    run = newest_run(actor)
    if run is None:
        return None
    told = visible(actor, IndexPlace).filter(run=run).order_by("place").values_list("told", flat=True)
    return Result(
        configuration=run.configuration,
        digest=run.method_digest,
        inputs=run.inputs_digest,
        seed=run.seed,
        day=run.day,
        draws=run.draws,
        units=tuple(placed_of(item) for item in told),
    )


def placed(code: str, actor: Actor = PUBLIC) -> Placed | None:
    """Where a region or unit stands in the last run; None where it is in none."""
    row = _row(newest_run(actor), code, actor)
    return None if row is None else placed_of(row.told)


def explained(code: str, actor: Actor = PUBLIC) -> Explained:
    """Errors: ``NotFound``, also before the first run."""
    run = newest_run(actor)
    row = _row(run, code, actor)
    if run is None or row is None:
        raise _not_there(code)
    return Explained(run=run, given=unit_of(row.given), told=placed_of(row.told))


def could_be_code(text: str) -> bool:
    """No code has a NUL, and PostgreSQL refuses a text with one."""
    return "\0" not in text


def _row(run: IndexRun | None, code: str, actor: Actor) -> IndexPlace | None:
    if run is None or not could_be_code(code):
        return None
    return visible(actor, IndexPlace).filter(run=run, code=code).first()


def placed_below(run: IndexRun, code: str) -> list[Placed]:
    """Right below a region or unit, in the order of the list."""
    told = rows(run, under=code).order_by("place").values_list("told", flat=True)
    return [placed_of(item) for item in told[:MOST_BELOW]]


def number_below(run: IndexRun, code: str) -> int:
    """How many there are, also beyond ``MOST_BELOW``."""
    return rows(run, under=code).count()


def rows(
    run: IndexRun, *, kind: str = "", zone: str = "", under: str = "", actor: Actor = PUBLIC
) -> QuerySet[IndexPlace]:
    """To be paged by ``place``. ``under``: the code of the unit right above."""
    found = visible(actor, IndexPlace).filter(run=run)
    if kind:
        found = found.filter(kind=kind)
    if under:
        found = found.filter(parent=under)
    return found.filter(zone=zone) if zone else found


def own_rows(actor: Actor, run: IndexRun) -> QuerySet[IndexPlace]:
    """Units of one's own office and the regions in which it works. Errors: ``Forbidden``."""
    require(actor, "index.read")
    office = Organisation.objects.only("region_id").get(pk=actor.office)
    region = Q()
    for code in actor.regions or filter(None, (office.region_id,)):
        region |= Q(code=code) | Q(code__startswith=f"{code}.")
    regions = Q(kind=Kind.REGION) & region if region else Q(pk__in=())
    own: Q = regions if actor.regions else regions | Q(office_id=actor.office)
    return visible(actor, IndexPlace).filter(own, run=run)


def own_explained(actor: Actor, code: str) -> Explained:
    """One of ``own_rows``. Errors: ``Forbidden``, ``NotFound``."""
    run = newest_run(actor)
    if run is None or not could_be_code(code) or not own_rows(actor, run).filter(code=code).exists():
        raise _not_there(code)
    return explained(code, actor)


def _not_there(code: str) -> NotFound:
    return NotFound(gettext_noop("Wilayah atau unit %(value)s belum ada dalam indeks."), value=code)
