"""The people of an office from a file: checked whole, then stored whole or not at all, whatever its size."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.bulk import BLOCK
from sinetra.apps.base.policy import require
from sinetra.apps.base.snapshot import scratch
from sinetra.apps.base.sql import analyse, key_to_driver
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.registry.imports.cells import Codes
from sinetra.apps.registry.imports.columns import Imported
from sinetra.apps.registry.imports.people_rows import COLUMNS, People
from sinetra.apps.registry.imports.people_stage import PeopleStage, staged
from sinetra.apps.registry.models import Headcount, Organisation, Person, PersonNumber, Unit
from sinetra.apps.registry.models.headcount import record_headcount
from sinetra.apps.registry.tables.problems import Problems

__all__ = ["COLUMNS", "import_people", "preview_people"]
ACTION = "registry.import_people"
_NEW = ("name", "status", "nip", "unit_id", "position", "position_title")
_CHANGED = (*_NEW, "is_active")


def import_people(
    path: Path, *, organisation: Organisation, actor: Actor, today: date | None = None, at: datetime | None = None
) -> Imported:
    """People are found again by ``nip`` (or ``nip_lama``), those without a number by name and unit; those whom the
    file leaves out, and columns that it does not have, stay as they are. ``today``: the legal date on which a
    replaced number ended, and for which the heads are counted.

    Errors: ``Forbidden``; ``BadInput`` for the file; ``BadRows`` with row, column and accepted values; ``Conflict``.
    """
    with _staged(path, organisation, actor) as stage, unit_of_work(actor, at=at) as work:
        # One import of an office at a time; row by row verbs go on.
        Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
        created, changed = stage.find()
        day = today or work.at.date()
        if created or changed:
            _store(work, stage, organisation, day)
            told = {"read": stage.read, "created": created, "changed": changed}
            work.record(ACTION, organisation, data=told)
        if created or changed or not Headcount.objects.filter(organisation=organisation, as_of=day).exists():
            record_headcount(work, organisation, day)
    return Imported(read=stage.read, created=created, changed=changed)


def preview_people(path: Path, *, organisation: Organisation, actor: Actor) -> Imported:
    """What ``import_people`` would do now; nothing is stored. The same errors."""
    with _staged(path, organisation, actor) as stage, scratch():
        created, changed = stage.find()
    return Imported(read=stage.read, created=created, changed=changed)


@contextmanager
def _staged(path: Path, organisation: Organisation, actor: Actor) -> Iterator[PeopleStage]:
    require(actor, "registry.store_person", Person(organisation=organisation))
    codes = Unit.objects.filter(organisation=organisation).order_by("code").values_list("code", "pk")
    units = Codes({code: key_to_driver(key) for code, key in codes.iterator()})
    problems = Problems()
    with staged(organisation.pk, People(path, units, problems), problems) as stage:
        yield stage


def _store(work: Work, stage: PeopleStage, organisation: Organisation, day: date) -> None:
    replaced = ((person, number, day) for person, number in stage.replaced_numbers())
    owner = organisation.pk
    work.create_many(
        PersonNumber, ("person_id", "number", "until_on"), replaced, organisation=owner, action="registry.keep_number"
    )
    work.change_many(Person, _CHANGED, stage.changed(), organisation=owner, action=ACTION)
    created = work.create_many(Person, _NEW, stage.new(), organisation=owner, action=ACTION)
    if created >= BLOCK:
        analyse("registry_person")  # the next import comes before PostgreSQL has counted by itself
