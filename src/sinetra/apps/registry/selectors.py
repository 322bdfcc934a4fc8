"""Reads of the registry: region picker, units as a tree, people, who is PPK on a day, which pairs run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.paging import Page, page
from sinetra.apps.base.policy import visible
from sinetra.apps.registry.models import ElectionPair, HeldRole, Organisation, Person, Region, Unit
from sinetra.apps.registry.regions import search_name
from sinetra.apps.registry.vocabulary import HeldKind, HeldRoleName, OrganisationKind, RegionLevel
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import NotFound, gettext_noop

_DEPTH = {RegionLevel.PROVINCE: 0, RegionLevel.CITY: 1, RegionLevel.DISTRICT: 2, RegionLevel.VILLAGE: 3}


def region_by_code(code: str) -> Region:
    """Errors: ``NotFound`` with the code."""
    found = Region.objects.filter(pk=code).first()
    if found is None:
        raise NotFound(gettext_noop("Kode wilayah %(value)s tidak ada dalam daftar"), value=code)
    return found


def children_of(code: str | None) -> QuerySet[Region]:
    """The regions right below ``code`` by code; the provinces for None."""
    return Region.objects.filter(parent_id=code).order_by("code")


def with_parents(code: str) -> tuple[Region, ...]:
    """From the province down to the region itself; empty when the list has no such code."""
    parts = code.split(".")
    codes = [".".join(parts[: n + 1]) for n in range(len(parts))]
    return tuple(Region.objects.filter(pk__in=codes).order_by("code"))


def find_regions(
    text: str, *, level: RegionLevel | None = None, within: str | None = None, limit: int = 20
) -> tuple[Region, ...]:
    """By the beginning of the name ("Kota" and "Kabupaten" may be left out) or of the code; larger regions first."""
    wanted = text.strip()
    if not wanted:
        return ()
    rows, then = Region.objects.all(), ("search_name", "code")
    if wanted[0].isdigit():
        rows, then = rows.filter(_begins("code", wanted)), ("code", "search_name")
    else:
        prefix = search_name(wanted)
        rows = rows.filter(_begins("search_name", prefix))
        if prefix != wanted.lower():
            rows = rows.filter(name__istartswith=wanted.split()[0])
    if level is not None:
        rows = rows.filter(level=level)
    if within is not None:
        rows = rows.filter(Q(code=within) | _begins("code", f"{within}."))
    depth = Case(*(When(level=name, then=Value(n)) for name, n in _DEPTH.items()), output_field=IntegerField())
    return tuple(rows.annotate(depth=depth).order_by("depth", *then)[:limit])


def _begins(column: str, prefix: str) -> Q:
    """SQLite uses an index for a range, PostgreSQL (with its pattern index) for LIKE."""
    if connection.vendor == "sqlite":
        return Q(**{f"{column}__gte": prefix, f"{column}__lt": f"{prefix}\U0010ffff"})
    return Q(**{f"{column}__startswith": prefix})


def organisation(kind: OrganisationKind, region: str) -> Organisation | None:
    """The office of a kind for a region: of the region itself or the nearest one above it."""
    parts = region.split(".")
    codes = [".".join(parts[: n + 1]) for n in range(len(parts))]
    rows = Organisation.objects.filter(Q(region_id__in=codes) | Q(region__isnull=True), kind=kind)
    return max(rows, key=lambda row: len(row.region_id or ""), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitNode:
    """A unit and how deep it stands, 0 for those directly under the office."""

    unit: Unit
    depth: int


def unit_tree(actor: Actor, organisation_id: UUID) -> tuple[UnitNode, ...]:
    """Every unit after its parent, by name among its siblings. One query."""
    below: dict[UUID | None, list[Unit]] = {}
    for unit in visible(actor, Unit).filter(organisation_id=organisation_id).order_by("name", "id"):
        below.setdefault(unit.parent_id, []).append(unit)

    def walk(parent: UUID | None, depth: int) -> Iterator[UnitNode]:
        for unit in below.get(parent, ()):
            yield UnitNode(unit=unit, depth=depth)
            yield from walk(unit.pk, depth + 1)

    return tuple(walk(None, 0))


def people(
    actor: Actor, *, text: str = "", unit_id: UUID | None = None, after: str | None = None, size: int = 50
) -> Page[Person]:
    """Those in service, by name; ``text`` is the beginning of a name or a whole number. Personnel office only."""
    rows = visible(actor, Person).filter(is_active=True).select_related("unit")
    if unit_id is not None:
        rows = rows.filter(unit_id=unit_id)
    if wanted := text.strip():
        rows = rows.filter(Q(name__istartswith=wanted) | Q(nip="".join(wanted.split())))
    return page(rows, order=("name",), after=after, size=size)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds an office on a day, how and why. ``instead_of``: the definitive holder behind an acting one."""

    name: str
    title: str
    kind: HeldKind
    from_on: date
    until_on: date | None
    reason: str
    source: str
    confidence: Confidence
    person_id: UUID | None
    instead_of: str | None


def holder_of(organisation_id: UUID, role: HeldRoleName, day: date) -> Holder | None:
    """Who acts stands before the definitive holder. None: the registry does not say who it was on that day."""
    rows = HeldRole.objects.filter(organisation_id=organisation_id, role=role, from_on__lte=day)
    terms = list(rows.filter(Q(until_on__isnull=True) | Q(until_on__gte=day)).order_by("-from_on", "-id"))
    acting = [term for term in terms if term.kind != HeldKind.DEFINITIVE]
    definitive = [term for term in terms if term.kind == HeldKind.DEFINITIVE]
    found = next(iter(acting or definitive), None)
    if found is None:
        return None
    return Holder(
        name=found.holder_name,
        title=found.holder_title,
        kind=HeldKind(found.kind),
        from_on=found.from_on,
        until_on=found.until_on,
        reason=found.reason,
        source=found.source,
        confidence=Confidence(found.confidence),
        person_id=found.person_id,
        instead_of=definitive[0].holder_name if acting and definitive else None,
    )


def pairs_in(region: str, election: str, day: date | None = None) -> QuerySet[ElectionPair]:
    """The pairs (and the empty column) on the ballot of a region: its own and those of the regions above it.

    With ``day`` only those that ran on that day. By number; pairs without one last.
    """
    parts = region.split(".")
    codes = [".".join(parts[: n + 1]) for n in range(len(parts))]
    rows = ElectionPair.objects.filter(election=election, region_id__in=codes).select_related("region")
    if day is not None:
        rows = rows.filter(Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=day))
        rows = rows.filter(Q(runs_from__isnull=True) | Q(runs_from__lte=day))
    return rows.order_by("region_id", F("number").asc(nulls_last=True), "head_name", "id")
