"""The organiser of a unit enters who signed a sheet of paper, with its scan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db import IntegrityError

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.prevention import kept_files
from sinetra.apps.prevention.coverage.ask import ask_coverage
from sinetra.apps.prevention.leader_first import leaders_of, must_wait
from sinetra.apps.prevention.models import PledgeSignature, PledgeText
from sinetra.apps.prevention.named_person import people_by_name
from sinetra.apps.prevention.uploads import SIGNED_SHEET, harmless
from sinetra.apps.registry.models import Person, Unit
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.prevention.name_key import name_key

MOST_NAMES = 200
LONGEST_NAME = 200


def enter_pledge_sheet(
    *,
    unit: Unit,
    text: PledgeText,
    people: Sequence[Person],
    names: Sequence[str],
    signed_on: date,
    scan: bytes,
    today: date,
    actor: Actor,
) -> list[PledgeSignature]:
    """``people`` of the unit and ``names`` of those whom the registry does not know. A name that only one of the unit
    has is that person. Who has signed before is left as they are; leaders are entered first. All of it or nothing.

    Errors: ``Forbidden``; ``BadInput`` on ``people``, ``names``, ``signed_on`` or ``scan``; ``Conflict``
    ``leader_first`` when no leader has signed and none is on this sheet, or when somebody signs at the same moment.
    """
    require(actor, "pledge.organise", unit)
    _check_day(text, signed_on, today)
    signers = _signers(unit, people, names)
    sheet = harmless(scan, SIGNED_SHEET)
    try:
        with kept_files.kept_sealed(sheet.content, kept_files.PLEDGE) as kept, unit_of_work(actor) as work:
            rows = _enter(work, unit, text, signers, signed_on, kept)
    except IntegrityError as error:
        raise Conflict(gettext_noop("Data ini sedang diubah orang lain. Coba lagi.")) from error
    if not rows:
        kept_files.forget(kept)
    return rows


def _check_day(text: PledgeText, signed_on: date, today: date) -> None:
    first = text.in_force_from
    if text.published_at is None or first is None:
        raise Conflict(gettext_noop("Teks ini belum terbit."), code="not_in_force")
    if not first <= signed_on <= today:
        raise BadInput(
            gettext_noop("Tanggalnya antara hari pertama teks ini dan hari ini: %(accepted)s."),
            field="signed_on",
            accepted=(first.isoformat(), today.isoformat()),
        )


Signer = tuple[Person | None, str]


def _signers(unit: Unit, people: Iterable[Person], names: Iterable[str]) -> list[Signer]:
    found: list[Signer] = []
    for person in people:
        if person.unit_id != unit.pk:
            raise BadInput(gettext_noop("Orang ini bukan dari unit Anda."), field="people")
        found.append((person, person.name))
    typed = {name_key(name): " ".join(name.split()) for name in names if name_key(name)}
    if len(typed) > MOST_NAMES or any(len(name) > LONGEST_NAME for name in typed.values()):
        raise BadInput(
            gettext_noop("Satu nama satu baris, paling banyak %(accepted)s baris."),
            field="names",
            accepted=(str(MOST_NAMES),),
        )
    known = people_by_name(unit) if typed else {}
    found += [(known.get(key), name) for key, name in typed.items()]
    if not found:
        raise BadInput(gettext_noop("Centang atau tulis siapa yang menandatangani."), field="people")
    return found


def _enter(
    work: Work, unit: Unit, text: PledgeText, signers: list[Signer], signed_on: date, scan: str
) -> list[PledgeSignature]:
    leading = leaders_of(unit.pk)
    done = _signed_before(unit, text)
    fresh: dict[UUID | str, Signer] = {}
    for person, name in signers:
        key = person.pk if person else name_key(name)
        if key not in done:
            fresh.setdefault(key, (person, name))
    rows: list[PledgeSignature] = []
    for leads in (True, False):
        entering = [signer for key, signer in fresh.items() if (key in leading) is leads]
        if entering:
            # All leaders of a unit wait for the same signature, and so do all others of it.
            _require_turn(text, unit, entering[0][0])
        rows += [_sign(work, unit, text, signer, signed_on, scan, is_leader=leads) for signer in entering]
    people = [row.person_id for row in rows if row.person_id is not None]
    if people:
        ask_coverage(work, unit.organisation_id, people=people)
    return rows


def _require_turn(text: PledgeText, unit: Unit, person: Person | None) -> None:
    if must_wait(text, unit, person.pk if person else None):
        raise Conflict(
            gettext_noop("Catat dahulu tanda tangan pimpinan, di unit ini dan di unit di atasnya."),
            code="leader_first",
        )


def _sign(
    work: Work, unit: Unit, text: PledgeText, signer: Signer, signed_on: date, scan: str, *, is_leader: bool
) -> PledgeSignature:
    person, name = signer
    row = PledgeSignature(
        organisation_id=unit.organisation_id,
        text=text,
        person=person,
        name=person.name if person else name,
        name_key=name_key(name),
        unit=unit,
        unit_text=unit.name,
        status=person.status if person else "",
        position=person.position if person else "",
        is_leader=is_leader,
        way=PledgeSignature.Way.PAPER,
        signed_on=signed_on,
        scan=scan,
    )
    work.create(row)
    work.record("pledge.enter", row)
    return row


def _signed_before(unit: Unit, text: PledgeText) -> set[UUID | str]:
    rows = PledgeSignature.objects.filter(text=text)
    people = rows.filter(person__unit=unit).values_list("person_id", flat=True)
    names = rows.filter(person=None, unit_text=unit.name).values_list("name_key", flat=True)
    return {*people, *names}
