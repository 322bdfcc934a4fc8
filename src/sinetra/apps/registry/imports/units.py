"""The units of an office from a file, parents anywhere in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.actions.store_unit import store_unit
from sinetra.apps.registry.csv_rows import Problem, open_csv, raise_if
from sinetra.apps.registry.imports.cells import Cells
from sinetra.apps.registry.imports.columns import Column, Imported, optional, required
from sinetra.apps.registry.models import Organisation, Region, Unit
from sinetra.apps.registry.vocabulary import UnitKind
from sinetra.core.errors import gettext_noop

COLUMNS = (
    Column(name="kode", required=True),
    Column(name="nama", required=True),
    Column(name="jenis", required=True, accepted=tuple(UnitKind)),
    Column(name="induk"),
    Column(name="wilayah"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    number: int
    code: str
    name: str
    kind: UnitKind
    parent: str
    region: Region | None


def import_units(path: Path, *, organisation: Organisation, actor: Actor, at: datetime | None = None) -> Imported:
    """Units are found again by ``kode``; those that the file leaves out stay as they are.

    Errors: ``Forbidden``; ``BadInput`` for the file; ``BadRows`` with row, column and accepted values.
    """
    require(actor, "registry.store_unit", Unit(organisation=organisation))
    known = {unit.code: unit for unit in Unit.objects.filter(organisation=organisation)}
    lines = _read(path, set(known))
    before = {code: unit.version for code, unit in known.items()}
    with unit_of_work(actor, at=at):
        for line in lines:
            known[line.code] = store_unit(
                organisation=organisation,
                code=line.code,
                name=line.name,
                kind=line.kind,
                parent=known[line.parent] if line.parent else None,
                region=line.region,
                actor=actor,
            )
    created = sum(line.code not in before for line in lines)
    changed = sum(line.code in before and known[line.code].version != before[line.code] for line in lines)
    return Imported(read=len(lines), created=created, changed=changed)


def _read(path: Path, stored: set[str]) -> list[_Line]:
    rows = open_csv(path, required(COLUMNS), optional(COLUMNS))
    wanted = {row.values["wilayah"] for row in rows if row.values["wilayah"]}
    regions = Region.objects.in_bulk(wanted)
    codes = {code: code for code in [*stored, *(row.values["kode"] for row in rows)] if code}
    problems: list[Problem] = []
    lines: dict[str, _Line] = {}
    for row in rows:
        cells = Cells(row, problems)
        code = cells.needed("kode", longest=40)
        name = cells.needed("nama", longest=200)
        kind = cells.one_of("jenis", UnitKind)
        cells.known("induk", codes)
        region = cells.known("wilayah", regions)
        if code in lines:
            cells.wrong("kode", gettext_noop("%(value)s sudah ada"), value=repr(code))
        elif code and kind is not None:
            parent = row.values["induk"]
            lines[code] = _Line(number=row.number, code=code, name=name, kind=kind, parent=parent, region=region)
    raise_if(problems)
    return _parents_first(lines)


def _parents_first(lines: Mapping[str, _Line]) -> list[_Line]:
    ordered: dict[str, _Line] = {}
    problems: list[Problem] = []
    for line in lines.values():
        branch: dict[str, _Line] = {}
        here: _Line | None = line
        while here is not None and here.code not in ordered:
            if here.code in branch:
                message = gettext_noop("%(value)s berada di bawah dirinya sendiri")
                problems.append(Problem(row=line.number, column="induk", message=message, value=repr(here.code)))
                break
            branch[here.code] = here
            here = lines.get(here.parent)
        ordered.update(reversed(branch.items()))
    raise_if(problems)
    return list(ordered.values())
