"""The organiser knows who stands behind a number or name that the register did not find."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.prevention.actions.remove_attendance import take_away
from sinetra.apps.prevention.coverage.ask import ask_coverage
from sinetra.apps.prevention.models import Attendance, Certificate
from sinetra.apps.prevention.register_match import Register
from sinetra.apps.prevention.selectors.certificates import certificate_of
from sinetra.apps.registry.models import Person
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.prevention.name_key import name_key


def match_attendance(*, attendance: Attendance, person: Person, actor: Actor, at: datetime | None = None) -> Attendance:
    """The row of the person in that session. When they had checked in under another name too, the two become one.

    Errors: ``Forbidden``; ``Conflict`` when the row has a person; ``BadInput`` for somebody of another organisation.
    """
    require(actor, "attendance.match", attendance)
    if attendance.person_id is not None:
        raise Conflict(gettext_noop("Peserta ini sudah dicocokkan."), code="matched")
    if person.organisation_id != attendance.organisation_id:
        raise BadInput(gettext_noop("Pegawai ini dari instansi lain."), field="person")
    with unit_of_work(actor, at=at) as work:
        ask_coverage(work, attendance.organisation_id, activity_id=attendance.activity_id)
        _certificate_follows(work, attendance, person)
        there = Attendance.objects.filter(session=attendance.session_id, person=person).first()
        if there is not None:
            return _join(work, attendance, there)
        unit = person.unit
        work.change(
            attendance,
            person=person,
            name=person.name,
            name_key=name_key(person.name),
            number="",
            unit=unit,
            unit_text=unit.name if unit else attendance.unit_text,
            status=person.status,
            position=person.position,
            is_walk_in=Register(attendance.session).is_walk_in(unit),
        )
        work.record("attendance.match", attendance, data={"person": str(person.pk)})
    return attendance


def _certificate_follows(work: Work, attendance: Attendance, person: Person) -> None:
    """The paper that was issued under the other words is theirs, unless they have one."""
    paper = certificate_of(attendance)
    if paper is None or Certificate.objects.filter(activity_id=attendance.activity_id, person=person).exists():
        return
    work.change(paper, person=person)
    work.record("certificate.match", paper, data={"person": str(person.pk)})


def _join(work: Work, double: Attendance, kept: Attendance) -> Attendance:
    """What the double knew and the kept row did not goes over; the earlier time counts."""
    link = "" if kept.link_hash else double.link_hash
    take_away(work, double)
    work.record("attendance.join", double, data={"kept": str(kept.pk)})
    work.change(
        kept,
        came_at=min(kept.came_at, double.came_at),
        link_hash=link or kept.link_hash,
        took_before=kept.took_before or double.took_before,
        took_after=kept.took_after or double.took_after,
    )
    work.record("attendance.match", kept)
    return kept
