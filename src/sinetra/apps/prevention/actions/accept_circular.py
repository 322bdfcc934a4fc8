"""Somebody states by the printed link that a circular has reached them. Nothing tells whether they are known."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import IntegrityError

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.base.actor import PUBLIC
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import Circular, CircularReceipt
from sinetra.apps.prevention.named_person import people_by_name, person_numbered, unit_called
from sinetra.apps.prevention.who import read_number
from sinetra.apps.registry.models import Person
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.prevention.name_key import name_key
from sinetra.ports.clock import today

#: Names that the register does not know: kept for one unit of one circular; nobody fills the list of an organiser.
MOST_UNKNOWN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A number, or a name with the unit."""

    nip: str = ""
    name: str = ""
    unit: str = ""


def accept_circular(*, circular: Circular, said: Said) -> None:
    """One counts once, however often they say it. A number that nobody has here leaves no trace and no other answer;
    nor does a name that nobody has, once its unit has ``MOST_UNKNOWN`` of them.

    Errors: ``BadInput`` naming ``nip``, ``name`` or ``unit`` for what cannot be one, whoever it may be; ``Conflict``
    for a circular that no longer holds.
    """
    require(PUBLIC, "circular.accept", circular)
    if circular.state != Circular.State.PUBLISHED:
        raise Conflict(gettext_noop("Edaran ini tidak berlaku lagi; tanda terima tidak diperlukan."), code="ended")
    number = read_number(said.nip, "nip")
    row = _by_number(circular, number) if number else _by_name(circular, said)
    if row is None or _stated(row) or _is_full(row):
        return
    try:
        with unit_of_work(PUBLIC) as work:
            work.create(row)
            work.record("circular.accept", row)
    except IntegrityError:
        return  # the same person, at the same moment, on another phone


def _by_number(circular: Circular, number: str) -> CircularReceipt | None:
    person = person_numbered(circular.organisation_id, number)
    return _of_person(circular, person) if person is not None and person.is_active else None


def _by_name(circular: Circular, said: Said) -> CircularReceipt:
    if not said.name.strip() and not said.unit.strip():
        raise BadInput(gettext_noop("Isi NIP Anda, atau nama dan unit kerja."), field="nip")
    name = " ".join(plain_text(said.name, "name", (2, 200)).split())
    text = " ".join(plain_text(said.unit, "unit", (2, 200)).split())
    key = name_key(name)
    if not key:
        raise BadInput(gettext_noop("Tulis %(accepted)s huruf."), field="name", accepted=("2–200",))
    unit = unit_called(circular.organisation_id, text)
    person = people_by_name(unit).get(key) if unit else None
    if person is not None:
        return _of_person(circular, person)
    return CircularReceipt(
        organisation_id=circular.organisation_id,
        circular=circular,
        unit=unit,
        # Two spellings of one unit are one unit.
        unit_text=unit.name if unit else text.casefold(),
        name=name,
        name_key=key,
        way=CircularReceipt.Way.LINK,
        received_on=today(circular.region_id),
    )


def _of_person(circular: Circular, person: Person) -> CircularReceipt:
    return CircularReceipt(
        organisation_id=circular.organisation_id,
        circular=circular,
        unit_id=person.unit_id,
        person=person,
        name=person.name,
        name_key=name_key(person.name),
        way=CircularReceipt.Way.LINK,
        received_on=today(circular.region_id),
    )


def _stated(row: CircularReceipt) -> bool:
    rows = CircularReceipt.objects.filter(circular=row.circular, is_unit=False)
    if row.person_id is not None:
        return rows.filter(person_id=row.person_id).exists()
    return rows.filter(person__isnull=True, name_key=row.name_key, unit_text=row.unit_text).exists()


def _is_full(row: CircularReceipt) -> bool:
    """For a name that the register does not know; all units that it does not know are one. Who is known always counts,
    so a refusal would tell who is not."""
    if row.person_id is not None:
        return False
    unknown = CircularReceipt.objects.filter(circular=row.circular, is_unit=False, person__isnull=True)
    return unknown.filter(unit=row.unit).count() >= MOST_UNKNOWN
