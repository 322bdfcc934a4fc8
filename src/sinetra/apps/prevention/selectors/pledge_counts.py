"""How many of a unit have signed, for who sees no names. Small units never show a number, not even a full one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, QuerySet

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.prevention.models import PledgeSignature, PledgeText
from sinetra.apps.registry.models import Person, Unit
from sinetra.core.prevention.small_units import shown as shown_numbers

_CHUNK = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCount:
    """``signed`` and ``eligible`` are both there or both None: a unit of fewer than ten people always shows the same
    words, because "not all" of two people points at one of them. Eligible are the people in service that the registry
    has now, non-ASN included; signed are those of them.

    ``leader_signed`` False says nothing: no leader is known, the unit is small, or it is not yet.
    """

    unit: Unit
    signed: int | None
    eligible: int | None
    leader_signed: bool


def units(actor: Actor) -> QuerySet[Unit]:
    policy.require(actor, "pledge.read")
    return policy.visible(actor, Unit)


def of_units(actor: Actor, text: PledgeText, shown: Iterable[Unit]) -> list[UnitCount]:
    """Two queries by index for a page of units: the people of the units lead, each looked up among the signatures."""
    policy.require(actor, "pledge.read", text)
    rows = list(shown)
    keys = [unit.pk for unit in rows]
    signatures = PledgeSignature.objects.filter(text=text)
    has_signed = Exists(signatures.filter(person_id=OuterRef("pk")))
    people = Person.objects.filter(unit_id__in=keys, is_active=True).order_by().values("unit_id")
    counted = people.annotate(eligible=Count("pk"), signed=Count("pk", filter=has_signed))
    by_unit = {row["unit_id"]: (row["signed"], row["eligible"]) for row in counted}
    led = set(signatures.filter(unit_id__in=keys, is_leader=True).values_list("unit_id", flat=True))
    return [_count(unit, *by_unit.get(unit.pk, (0, 0)), led=unit.pk in led) for unit in rows]


def of_all_units(actor: Actor, text: PledgeText) -> Iterator[UnitCount]:
    """By code, a few hundred units at a time: for a file."""
    chunk: list[Unit] = []
    for unit in units(actor).order_by("code").iterator(chunk_size=_CHUNK):
        chunk.append(unit)
        if len(chunk) == _CHUNK:
            yield from of_units(actor, text, chunk)
            chunk = []
    yield from of_units(actor, text, chunk)


def _count(unit: Unit, signed: int, eligible: int, *, led: bool) -> UnitCount:
    numbers = shown_numbers(signed, eligible)
    if numbers is None:
        return UnitCount(unit=unit, signed=None, eligible=None, leader_signed=False)
    return UnitCount(unit=unit, signed=numbers[0], eligible=numbers[1], leader_signed=led)
