"""Somebody who works in an office, found again by number; those without a number by name and unit."""

from __future__ import annotations

from datetime import date, datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.registry.models import Organisation, Person, PersonNumber, Unit
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law.words import Position, SubjectStatus
from sinetra.core.registry_numbers import check_ni_pppk, check_nip

_SAID = ("name", "status", "nip", "unit_id", "position", "position_title", "is_active")
_NIP = frozenset({SubjectStatus.PNS, SubjectStatus.CPNS})
_NI_PPPK = frozenset({SubjectStatus.PPPK, SubjectStatus.PPPK_PART_TIME})


def checked_number(number: str, status: SubjectStatus) -> str:
    """The 18 digits, by the rule of the status; "" stays "". Others than ASN keep no number here.

    Errors: ``BadInput`` on ``nip``.
    """
    digits = "".join(number.split())
    if not digits:
        return ""
    if status in _NIP:
        check_nip(digits)
    elif status in _NI_PPPK:
        check_ni_pppk(digits)
    else:
        raise BadInput(gettext_noop("Hanya PNS, CPNS dan PPPK yang mempunyai NIP atau NI"), field="nip")
    return digits


def store_person(
    *,
    organisation: Organisation,
    name: str,
    status: SubjectStatus,
    actor: Actor,
    number: str = "",
    earlier_number: str = "",
    unit: Unit | None = None,
    position: Position = Position.OTHER,
    position_title: str = "",
    today: date | None = None,
    at: datetime | None = None,
) -> Person:
    """Gives back the stored row; nothing is written when it says the same already.

    ``earlier_number`` finds somebody whose number has changed (a PPPK with a contract elsewhere): the old one is kept
    with the day, ``today``, on which it ended. Errors: ``Forbidden``; ``BadInput`` on ``name``, ``nip``, ``unit``.
    """
    row = checked_person(
        organisation=organisation,
        name=name,
        status=status,
        number=number,
        unit=unit,
        position=position,
        position_title=position_title,
    )
    require(actor, "registry.store_person", row)
    with unit_of_work(actor, at=at) as work:
        known = _known(row, "".join(earlier_number.split()))
        return write_person(work, row, known, today or work.at.date())


def checked_person(
    *,
    organisation: Organisation,
    name: str,
    status: SubjectStatus,
    number: str,
    unit: Unit | None,
    position: Position,
    position_title: str,
) -> Person:
    """An unsaved row. Errors: ``BadInput`` on ``name``, ``nip``, ``unit``."""
    if not name.strip():
        raise BadInput(gettext_noop("Nama harus diisi"), field="name")
    if unit is not None and unit.organisation_id != organisation.pk:
        raise BadInput(gettext_noop("Unit ini ada di instansi lain"), field="unit")
    return Person(
        organisation=organisation,
        name=name.strip(),
        status=status.value,
        nip=checked_number(number, status),
        unit=unit,
        position=position.value,
        position_title=position_title,
    )


def write_person(work: Work, row: Person, known: Person | None, today: date) -> Person:
    """Inside the unit of work of a verb that has authorised it: ``row`` is new, or says what ``known`` should say."""
    if known is None:
        work.create(row)
        work.record("registry.store_person", row, name=row.name)
        return row
    changed = {name: getattr(row, name) for name in _SAID if getattr(known, name) != getattr(row, name)}
    if not changed:
        return known
    if known.nip and known.nip != row.nip:
        _keep_number(work, known, today)
    work.change(known, **changed)
    work.record("registry.store_person", known, data={"changed": sorted(changed)}, name=known.name)
    return known


def _known(row: Person, earlier: str) -> Person | None:
    people = Person.objects.filter(organisation_id=row.organisation_id)
    for number in filter(None, (row.nip, earlier)):
        found = people.filter(nip=number).first()
        if found is not None:
            return found
    return None if row.nip else people.filter(nip="", name=row.name, unit=row.unit).first()


def _keep_number(work: Work, person: Person, until: date) -> None:
    kept = PersonNumber(organisation_id=person.organisation_id, person=person, number=person.nip, until_on=until)
    work.create(kept)
    work.record("registry.keep_number", kept, data={"person": str(person.pk)})
