"""Somebody who works in an office, found again by number; those without a number by name and unit."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.registry.models import Organisation, Person, PersonNumber, Unit
from sinetra.apps.registry.vocabulary import PersonStatus, Position
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.registry_numbers import check_ni_pppk, check_nip

_NIP = frozenset({PersonStatus.PNS, PersonStatus.CPNS})
_NI_PPPK = frozenset({PersonStatus.PPPK, PersonStatus.PPPK_PART_TIME})


def checked_number(number: str, status: PersonStatus) -> str:
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
    status: PersonStatus,
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
    if not name.strip():
        raise BadInput(gettext_noop("Nama harus diisi"), field="name")
    if unit is not None and unit.organisation_id != organisation.pk:
        raise BadInput(gettext_noop("Unit ini ada di instansi lain"), field="unit")
    nip = checked_number(number, status)
    wanted: dict[str, Any] = {
        "name": name.strip(),
        "status": status.value,
        "nip": nip,
        "unit_id": unit.pk if unit else None,
        "position": position.value,
        "position_title": position_title,
        "is_active": True,
    }
    row = Person(organisation=organisation, **wanted)
    require(actor, "registry.store_person", row)
    with unit_of_work(actor, at=at) as work:
        known = _known(row, "".join(earlier_number.split()))
        if known is None:
            work.create(row)
            work.record("registry.store_person", row, name=row.name)
            return row
        changed = {key: value for key, value in wanted.items() if getattr(known, key) != value}
        if not changed:
            return known
        if known.nip and known.nip != nip:
            _keep_number(work, known, today or work.at.date())
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
