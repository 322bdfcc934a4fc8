"""Which units stated that a circular has reached them, and how many of their people: raw figures, no names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, F, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may, require, visible
from sinetra.apps.prevention.models import Circular, CircularReceipt
from sinetra.apps.registry.models import Person, Unit
from sinetra.core.prevention.small_units import shown

#: A unit is reminded after a week; after two the officer follows up.
REMIND_AFTER, ESCALATE_AFTER = timedelta(days=7), timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Stated ÷ eligible on a day. Both None for a unit under ten people, of which nobody but its own organiser reads
    either whether all have: of two people that would point at one."""

    stated: int | None
    eligible: int | None


def counted(stated: int, eligible: int) -> People:
    """
    >>> counted(7, 12).stated, counted(3, 9).stated, counted(9, 9) == counted(0, 9)
    (7, None, True)
    """
    numbers = shown(stated, eligible) or (None, None)
    return People(stated=numbers[0], eligible=numbers[1])


def eligible(circular: Circular) -> QuerySet[Person]:
    """Whom the circular covers today."""
    return Person.objects.filter(organisation_id=circular.organisation_id, is_active=True, status__in=circular.statuses)


def units(actor: Actor, circular: Circular, *, missing: bool = False) -> QuerySet[Unit]:
    """Each unit with ``stated_on``, ``way``, ``eligible`` and ``stated`` (people). To be paged by code: the figures
    are read for the units of the page only. An organiser sees the own units. Errors: ``Forbidden``.
    """
    rows = Unit.objects.filter(organisation_id=circular.organisation_id)
    if not _follows_up(actor, circular):
        require(actor, "circular.acknowledge")
        rows = rows.filter(pk__in=actor.units)
    own = CircularReceipt.objects.filter(circular=circular, unit=OuterRef("pk"), is_unit=True)
    rows = rows.annotate(
        stated_on=Subquery(own.values("received_on")[:1]),
        way=Subquery(own.values("way")[:1]),
        receipt=Subquery(own.values("pk")[:1]),
        eligible=_number(eligible(circular).filter(unit=OuterRef("pk")).values("unit")),
        stated=_number(_of_people(circular).filter(person__unit=OuterRef("pk")).values("person__unit")),
    )
    return rows.filter(~Exists(own)) if missing else rows


def _follows_up(actor: Actor, circular: Circular) -> bool:
    return may(actor, "circular.record_receipt", circular)


def _number(rows: QuerySet[Any, Any]) -> Coalesce:
    counted_rows = rows.order_by().annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted_rows, output_field=IntegerField()), Value(0))


def _of_people(circular: Circular) -> QuerySet[CircularReceipt]:
    """Statements of those who are eligible today: the numerator never counts whom the denominator does not."""
    rows = CircularReceipt.objects.filter(circular=circular, person__is_active=True)
    return rows.filter(person__status__in=circular.statuses)


def people_of(actor: Actor, circular: Circular, unit: Unit) -> People:
    """Of one unit, for its own organiser: the number stands whatever the size. Errors: ``Forbidden``."""
    require(actor, "circular.acknowledge", _asked(circular, unit))
    number = eligible(circular).filter(unit=unit).count()
    stated = _of_people(circular).filter(person__unit=unit).count()
    return People(stated=stated, eligible=number)


def missing_people(actor: Actor, circular: Circular, unit: Unit) -> QuerySet[Person]:
    """Names, for the organiser of this unit and nobody else. To be paged by name. Errors: ``Forbidden``."""
    require(actor, "circular.acknowledge", _asked(circular, unit))
    stated = CircularReceipt.objects.filter(circular=circular, person=OuterRef("pk"))
    return eligible(circular).filter(unit=unit).filter(~Exists(stated))


def unknown_names(actor: Actor, circular: Circular, unit: Unit) -> QuerySet[CircularReceipt]:
    """Who gave a name that the registry does not know in this unit; for its organiser. Errors: ``Forbidden``."""
    require(actor, "circular.acknowledge", _asked(circular, unit))
    return visible(actor, CircularReceipt).filter(circular=circular, unit=unit, is_unit=False, person__isnull=True)


def _asked(circular: Circular, unit: Unit) -> CircularReceipt:
    return CircularReceipt(organisation_id=circular.organisation_id, circular=circular, unit=unit)


def waiting_for_unit(actor: Actor) -> list[tuple[Circular, Unit]]:
    """Published circulars that the actor's own units have not acknowledged, the oldest first."""
    if not actor.units:
        return []
    rows = Circular.objects.filter(organisation_id=actor.office, state=Circular.State.PUBLISHED)
    found = []
    for unit in Unit.objects.filter(pk__in=actor.units, organisation_id=actor.office).order_by("code"):
        own = CircularReceipt.objects.filter(circular=OuterRef("pk"), unit=unit, is_unit=True)
        found += [(row, unit) for row in rows.filter(~Exists(own)).order_by(F("published_on"), "id")[:20]]
    return found


def late(day: date, after: timedelta) -> QuerySet[Circular]:
    """Published so long ago that each unit should have stated it."""
    return Circular.objects.filter(state=Circular.State.PUBLISHED, published_on__lte=day - after)


def silent_units(circular: Circular) -> QuerySet[Unit]:
    own = CircularReceipt.objects.filter(circular=circular, unit=OuterRef("pk"), is_unit=True)
    return Unit.objects.filter(organisation_id=circular.organisation_id).filter(~Exists(own))
