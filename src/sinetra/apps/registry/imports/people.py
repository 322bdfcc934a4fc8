"""The people of an office from a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.actions.store_person import checked_number, checked_person, write_person
from sinetra.apps.registry.csv_rows import CsvRow, Problem, open_csv, raise_if
from sinetra.apps.registry.imports.cells import Cells
from sinetra.apps.registry.imports.columns import Column, Imported, optional, required
from sinetra.apps.registry.models import Organisation, Person, Unit
from sinetra.apps.registry.vocabulary import ASN
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law.words import Position, SubjectStatus

COLUMNS = (
    Column(name="nama", required=True),
    Column(name="status", required=True, accepted=tuple(SubjectStatus)),
    Column(name="nip", required=True),
    Column(name="unit", required=True),
    Column(name="jabatan", accepted=tuple(Position)),
    Column(name="nama_jabatan"),
    Column(name="nip_lama"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    name: str
    status: SubjectStatus
    number: str
    earlier: str
    unit: Unit | None
    position: Position
    title: str
    given: frozenset[str]


def import_people(
    path: Path, *, organisation: Organisation, actor: Actor, today: date | None = None, at: datetime | None = None
) -> Imported:
    """People are found again by ``nip`` (or ``nip_lama``), those without a number by name and unit; those whom the
    file leaves out, and columns that it does not have, stay as they are. ``today``: the legal date on which a
    replaced number ended.

    Errors: ``Forbidden``; ``BadInput`` for the file; ``BadRows`` with row, column and accepted values.
    """
    require(actor, "registry.store_person", Person(organisation=organisation))
    lines = _read(path, {unit.code: unit for unit in Unit.objects.filter(organisation=organisation)})
    created = changed = 0
    with unit_of_work(actor, at=at) as work:
        known = _Known(organisation, lines)
        for line in lines:
            row = checked_person(
                organisation=organisation,
                name=line.name,
                status=line.status,
                number=line.number,
                unit=line.unit,
                position=line.position,
                position_title=line.title,
            )
            found = known.find(row, line.earlier)
            before = found.version if found else 0
            if found is not None:
                row.position = row.position if "jabatan" in line.given else found.position
                row.position_title = row.position_title if "nama_jabatan" in line.given else found.position_title
            stored = write_person(work, row, found, today or work.at.date())
            created += before == 0
            changed += 0 < before != stored.version
    return Imported(read=len(lines), created=created, changed=changed)


class _Known:
    """Everybody of the office in one query, found by number, without number by name and unit.

    Who had no number and now has one (a honorer who became PPPK paruh waktu) is the same person, unless the file still
    lists somebody of that name and unit without number.
    """

    def __init__(self, organisation: Organisation, lines: Sequence[_Line]) -> None:
        people = list(Person.objects.filter(organisation=organisation))
        self._by_number = {person.nip: person for person in people if person.nip}
        self._by_name = {(person.name, person.unit_id): person for person in people if not person.nip}
        self._still_without = {(line.name, line.unit.pk if line.unit else None) for line in lines if not line.number}

    def find(self, row: Person, earlier: str) -> Person | None:
        for number in filter(None, (row.nip, earlier)):
            if number in self._by_number:
                return self._by_number[number]
        place = (row.name, row.unit_id)
        if not row.nip:
            return self._by_name.get(place)
        return None if place in self._still_without else self._by_name.pop(place, None)


def _read(path: Path, units: Mapping[str, Unit]) -> list[_Line]:
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    lines = []
    for row in open_csv(path, required(COLUMNS), optional(COLUMNS)):
        line = _line(row, units, problems)
        for number in {line.number, line.earlier} - {""} if line else ():
            if number in seen:
                message = gettext_noop("%(value)s sudah ada di baris %(other)s")
                problems.append(
                    Problem(row=row.number, column="nip", message=message, value=number, params={"other": seen[number]})
                )
            seen[number] = row.number
        if line is not None:
            lines.append(line)
    raise_if(problems)
    return lines


def _line(row: CsvRow, units: Mapping[str, Unit], problems: list[Problem]) -> _Line | None:
    cells = Cells(row, problems)
    name = cells.needed("nama", longest=200)
    status = cells.one_of("status", SubjectStatus)
    position = cells.one_of("jabatan", Position, default=Position.OTHER)
    title = cells.text("nama_jabatan", longest=200)
    cells.needed("unit", longest=40)
    unit = cells.known("unit", units)
    if status is None or position is None:
        return None
    number = _number(cells, row.values["nip"], status)
    return _Line(
        name=name,
        status=status,
        number=number,
        earlier="".join(row.values["nip_lama"].split()),
        unit=unit,
        position=position,
        title=title,
        given=row.given,
    )


def _number(cells: Cells, text: str, status: SubjectStatus) -> str:
    # A spreadsheet that took the number for a quantity has lost its last digits for good.
    if "E+" in text.upper():
        cells.wrong(
            "nip", gettext_noop("%(value)s: lembar kerja memotong angka; simpan kolom sebagai teks"), value=text
        )
        return ""
    try:
        number = checked_number(text.lstrip("'"), status)
    except BadInput as error:
        cells.note(Problem.of(cells.number, "nip", error))
        return ""
    if not number and status in ASN:
        cells.wrong("nip", gettext_noop("kosong"))
    return number
