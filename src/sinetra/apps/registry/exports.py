"""People and units of an office as a file that ``sinetra import`` reads again and a spreadsheet opens safely."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.imports import people, units
from sinetra.apps.registry.imports.columns import Column
from sinetra.apps.registry.models import Organisation, Person, PersonNumber, Unit
from sinetra.core.cells import as_text

# Tells a spreadsheet that the file is UTF-8.
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """``content`` is the whole file, with its head."""

    rows: int
    content: bytes


def export_people(*, organisation: Organisation, actor: Actor, at: datetime | None = None) -> Exported:
    """The active people by name, in the columns of the import; a row for the head. The chain tells who took them and
    how many. Errors: ``Forbidden``.
    """
    require(actor, "registry.export_people", Person(organisation=organisation))
    earlier = PersonNumber.objects.order_by("-until_on", "-id")
    rows = _rows(Person.objects.all(), actor).filter(organisation=organisation, is_active=True).select_related("unit")
    found = rows.prefetch_related(Prefetch("earlier_numbers", queryset=earlier)).order_by("name", "id")
    lines = [_person(person) for person in found]
    _tell("registry.export_people", organisation, actor, len(lines), at)
    return Exported(rows=len(lines), content=_csv(people.COLUMNS, lines))


def export_units(*, organisation: Organisation, actor: Actor, at: datetime | None = None) -> Exported:
    """The units by code, parents anywhere. Errors: ``Forbidden``."""
    require(actor, "registry.export_units", Unit(organisation=organisation))
    rows = _rows(Unit.objects.all(), actor).filter(organisation=organisation)
    lines = [
        {
            "kode": unit.code,
            "nama": unit.name,
            "jenis": unit.kind,
            "induk": unit.parent.code if unit.parent else "",
            "wilayah": unit.region_id or "",
        }
        for unit in rows.select_related("parent").order_by("code")
    ]
    _tell("registry.export_units", organisation, actor, len(lines), at)
    return Exported(rows=len(lines), content=_csv(units.COLUMNS, lines))


def _rows(everything: QuerySet[Person] | QuerySet[Unit], actor: Actor) -> QuerySet:  # type: ignore[type-arg]
    """The machine itself takes all rows of the office, a person those that the policy shows them."""
    return everything if actor.kind == "system" else visible(actor, everything.model)


def _person(person: Person) -> dict[str, str]:
    earlier = next(iter(person.earlier_numbers.all()), None)
    return {
        "nama": person.name,
        "status": person.status,
        "nip": person.nip,
        "unit": person.unit.code if person.unit else "",
        "jabatan": person.position,
        "nama_jabatan": person.position_title,
        "nip_lama": earlier.number if earlier else "",
    }


def _tell(action: str, organisation: Organisation, actor: Actor, number: int, at: datetime | None) -> None:
    with unit_of_work(actor, at=at) as work:
        work.record(action, organisation, data={"rows": number})


def _csv(columns: Sequence[Column], lines: Iterable[Mapping[str, str]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, [column.name for column in columns])
    writer.writeheader()
    writer.writerows({name: as_text(value) for name, value in line.items()} for line in lines)
    return (_MARK + text.getvalue()).encode()
