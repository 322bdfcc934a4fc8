"""Units in the order of coverage, and the ones to visit next. Numbers of people are in ``selectors.coverage``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.prevention.coverage.tree import area_node
from sinetra.apps.prevention.models import CoverageUnit
from sinetra.apps.registry.models import Organisation, Region, Unit
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.core.prevention.next_visit import RULES, Situation

#: Offices whose region is a country, a province or a city are divided; smaller ones are not.
_DIVIDED = {0, 2, 5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A kecamatan of a city, a city of a province, a province. ``code`` empty: units that lie in none."""

    code: str
    name: str
    node: UUID


def unit(actor: Actor, pk: UUID) -> CoverageUnit:
    """Errors: ``NotFound``, also for a unit of another office."""
    found = visible(actor, CoverageUnit).select_related("unit").filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Unit ini tidak ada."))
    return found


def above(actor: Actor, row: CoverageUnit) -> list[Unit]:
    """From the office's own units down to the one right above."""
    if not row.ancestors:
        return []
    known = visible(actor, Unit).in_bulk([UUID(text) for text in row.ancestors])
    return [known[pk] for text in row.ancestors if (pk := UUID(text)) in known]


def units(
    actor: Actor, *, below: CoverageUnit | None = None, area: str | None = None, never: bool = False
) -> QuerySet[CoverageUnit]:
    """Right below a unit or the office. With ``area`` all units of it, with ``never`` all at any depth that nobody
    has reached though people work there. Order by ``place``."""
    rows = every_unit(actor)
    if never:
        rows = rows.filter(never=True, eligible__gt=0)
    if area is not None:
        return rows.filter(area=area)
    if never:
        return everything_below(rows, below)
    return rows.filter(parent=below.pk if below else actor.office)


def every_unit(actor: Actor) -> QuerySet[CoverageUnit]:
    return visible(actor, CoverageUnit).filter(organisation_id=actor.office).select_related("unit")


def everything_below(rows: QuerySet[CoverageUnit], below: CoverageUnit | None) -> QuerySet[CoverageUnit]:
    return rows if below is None else rows.filter(place__gt=below.place, place__lte=below.last)


def next_visits(actor: Actor, size: int = 3) -> list[CoverageUnit]:
    """By the rules of ``core.prevention.next_visit``; units whose people were all reached are none of them."""
    order = [f"-{rule.field}" if rule.larger_first else rule.field for rule in RULES]
    return list(every_unit(actor).filter(is_open=True).order_by(*order, "place")[:size])


def situation(row: CoverageUnit) -> Situation:
    return Situation(**{rule.field: getattr(row, rule.field) for rule in RULES})


def areas(office: Organisation) -> list[Area]:
    """Every area of the office, also where nobody works; the units that lie in none last."""
    return list(_areas(office))


def _areas(office: Organisation) -> Iterator[Area]:
    code = office.region_id or ""
    if len(code) not in _DIVIDED:
        return
    for region in Region.objects.filter(parent_id=office.region_id).order_by("code"):
        yield Area(code=region.code, name=region.name, node=area_node(office.pk, region.code))
    yield Area(code="", name="", node=area_node(office.pk, ""))
