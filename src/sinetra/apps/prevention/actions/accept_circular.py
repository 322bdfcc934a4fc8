"""Somebody states by the printed link that a circular has reached them. Nothing tells whether they are known."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import IntegrityError

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.base.actor import PUBLIC
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import Circular, CircularReceipt
from sinetra.apps.registry.actions.store_person import checked_number
from sinetra.apps.registry.models import Person, Unit
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.law.words import SubjectStatus
from sinetra.core.prevention.name_key import name_key
from sinetra.ports.clock import today


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A number, or a name with the unit."""

    nip: str = ""
    name: str = ""
    unit: str = ""


def accept_circular(*, circular: Circular, said: Said) -> None:
    """One counts once, however often they say it. A number that nobody has here leaves no trace and no other answer.

    Errors: ``BadInput`` naming ``nip``, ``name`` or ``unit`` for what cannot be one, whoever it may be; ``Conflict``
    for a circular that no longer holds.
    """
    require(PUBLIC, "circular.accept", circular)
    if circular.state != Circular.State.PUBLISHED:
        raise Conflict(gettext_noop("Edaran ini tidak berlaku lagi; tanda terima tidak diperlukan."), code="ended")
    row = _by_number(circular, said.nip) if said.nip.strip() else _by_name(circular, said)
    if row is None or _stated(row):
        return
    try:
        with unit_of_work(PUBLIC) as work:
            work.create(row)
            work.record("circular.accept", row)
    except IntegrityError:
        return  # the same person, at the same moment, on another phone


def _by_number(circular: Circular, nip: str) -> CircularReceipt | None:
    digits = _number(nip)
    people = Person.objects.filter(organisation_id=circular.organisation_id, nip=digits, is_active=True)
    person = people.first()
    return None if person is None else _of_person(circular, person)


def _number(nip: str) -> str:
    """By the rules of either number; what is wrong with it is said without looking anybody up."""
    try:
        return checked_number(nip, SubjectStatus.PNS)
    except BadInput as error:
        try:
            return checked_number(nip, SubjectStatus.PPPK)
        except BadInput:
            raise error from None


def _by_name(circular: Circular, said: Said) -> CircularReceipt:
    if not said.name.strip() and not said.unit.strip():
        raise BadInput(gettext_noop("Isi NIP Anda, atau nama dan unit kerja."), field="nip")
    name = " ".join(plain_text(said.name, "name", (2, 200)).split())
    text = " ".join(plain_text(said.unit, "unit", (2, 200)).split())
    key = name_key(name)
    if not key:
        raise BadInput(gettext_noop("Tulis %(accepted)s huruf."), field="name", accepted=("2–200",))
    units = Unit.objects.filter(organisation_id=circular.organisation_id)
    unit = units.filter(name__iexact=text).first() or units.filter(code__iexact=text).first()
    person = _only_one(unit, key)
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


def _only_one(unit: Unit | None, key: str) -> Person | None:
    """Who bears the name in the unit, when it is one person."""
    if unit is None:
        return None
    same = [row for row in Person.objects.filter(unit=unit, is_active=True) if name_key(row.name) == key]
    return same[0] if len(same) == 1 else None


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
