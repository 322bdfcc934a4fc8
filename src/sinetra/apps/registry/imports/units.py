"""The units of an office from a file, parents anywhere in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.snapshot import scratch
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.imports.cells import Cells, Codes
from sinetra.apps.registry.imports.columns import Column, Holds, Imported
from sinetra.apps.registry.imports.units_stage import Line, UnitsStage, staged
from sinetra.apps.registry.models import Organisation, Unit
from sinetra.apps.registry.tables.open_table import open_table
from sinetra.apps.registry.tables.problems import Problem, Problems
from sinetra.apps.registry.tables.row import DAMAGED
from sinetra.apps.registry.vocabulary import UnitKind
from sinetra.core.errors import gettext_noop

ACTION = "registry.import_units"
COLUMNS = (
    Column(name="kode", required=True, holds=Holds.CODE),
    Column(name="nama", required=True),
    Column(name="jenis", required=True, accepted=tuple(UnitKind)),
    Column(name="induk", holds=Holds.CODE),
    Column(name="wilayah", holds=Holds.CODE),
)


def import_units(path: Path, *, organisation: Organisation, actor: Actor, at: datetime | None = None) -> Imported:
    """Units are found again by ``kode``; those that the file leaves out, and columns that it does not have, stay as
    they are.

    Errors: ``Forbidden``; ``BadInput`` for the file; ``BadRows`` with row, column and accepted values; ``Conflict``.
    """
    with _staged(path, organisation, actor) as stage, unit_of_work(actor, at=at) as work:
        Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
        created, changed = stage.find()
        owner = organisation.pk
        work.create_many(Unit, stage.NEW, stage.new(), organisation=owner, action=ACTION)
        work.change_many(Unit, stage.CHANGED, stage.changed(), organisation=owner, action=ACTION)
        if created or changed:
            work.record(ACTION, organisation, data={"read": stage.read, "created": created, "changed": changed})
    return Imported(read=stage.read, created=created, changed=changed)


def preview_units(path: Path, *, organisation: Organisation, actor: Actor) -> Imported:
    """What ``import_units`` would do now; nothing is stored. The same errors."""
    with _staged(path, organisation, actor) as stage, scratch():
        created, changed = stage.find()
    return Imported(read=stage.read, created=created, changed=changed)


@contextmanager
def _staged(path: Path, organisation: Organisation, actor: Actor) -> Iterator[UnitsStage]:
    require(actor, "registry.store_unit", Unit(organisation=organisation))
    stored = Unit.objects.filter(organisation=organisation)
    above = {code: parent or "" for code, parent in stored.values_list("code", "parent__code").iterator()}
    problems = Problems()
    lines = _Lines(path, Codes(above), problems)
    with staged(organisation.pk, lines, problems, lines.check_tree) as stage:
        yield stage


class _Lines:
    """The rows of a file, one at a time, and the tree that they would make; codes are kept, nothing else."""

    def __init__(self, path: Path, stored: Codes[str], problems: Problems) -> None:
        self._path = path
        self._stored = stored
        self._problems = problems
        self._parents: dict[str, str] = {}
        self._rows: dict[str, int] = {}
        self.given: frozenset[str] = frozenset()
        self.read = 0

    def __iter__(self) -> Iterator[Line]:
        for row in open_table(self._path, COLUMNS, self._problems):
            self.given = row.given
            self.read += 1
            cells = Cells(row, self._problems)
            code = cells.needed("kode", longest=40)
            name = cells.name("nama", longest=200)
            kind = cells.one_of("jenis", UnitKind)
            if code in self._rows:
                cells.wrong("kode", gettext_noop("%(value)s sudah ada"), value=repr(code))
                continue
            if code not in self._stored and (whole := self._stored.with_zeros(code)):
                cells.unknown("kode", code, whole)
            if not code or kind is None:
                continue
            parent = row.values["induk"].replace(DAMAGED, "")
            self._rows[code] = row.number
            self._parents[code] = parent
            region = row.values["wilayah"].replace(DAMAGED, "")
            yield Line(line=row.number, code=code, name=name, kind=kind.value, parent=parent, region=region)

    def check_tree(self) -> None:
        """Parents that nobody knows, and units under themselves."""
        known = Codes({**self._stored.data, **self._parents})
        above: Mapping[str, str] = known if "induk" in self.given else self._stored.data
        sound: set[str] = {""}
        for code, parent in self._parents.items():
            if parent and parent not in known:
                self._unknown_parent(code, parent, known)
                continue
            branch: list[str] = []
            here = code
            while here not in sound and here not in branch:
                branch.append(here)
                here = above.get(here, "")
            if here not in sound:
                message = gettext_noop("%(value)s berada di bawah dirinya sendiri")
                problem = Problem(row=self._rows[code], column="induk", message=message, value=repr(here))
                self._problems.append(problem)
            sound.update(branch)

    def _unknown_parent(self, code: str, parent: str, known: Codes[str]) -> None:
        whole = known.with_zeros(parent)
        message = gettext_noop("%(value)s: nol di depan hilang; mungkin maksud Anda %(accepted)s")
        self._problems.append(
            Problem(
                row=self._rows[code],
                column="induk",
                message=message if whole else gettext_noop("%(value)s tidak dikenal"),
                value=repr(parent),
                accepted=(whole,) if whole else known.hint,
            )
        )
