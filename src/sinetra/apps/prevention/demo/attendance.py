"""An open session of the invented city, to which some have come already: by code, by list, unknown, uninvited."""

from __future__ import annotations

from datetime import time

from sinetra.apps.base.actor import PUBLIC, SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.actions.check_in import check_in
from sinetra.apps.prevention.links import PARTICIPANT, new_link
from sinetra.apps.prevention.models import Activity, ActivitySession, ActivityUnit, Attendance
from sinetra.apps.prevention.who import Who
from sinetra.apps.registry.models import Organisation, Unit
from sinetra.core.law.words import SubjectStatus
from sinetra.ports.clock import today

TITLE = "Sosialisasi netralitas di tiga perangkat daerah (contoh)"
_INVITED = ("DISDIK", "DINKES", "DISKOMINFO")
_CAME = (
    (Attendance.Way.QR, Who(number="197601012002032910")),
    (Attendance.Way.QR, Who(number="199101012022211911")),
    (Attendance.Way.QR, Who(number="199301012023212913")),
    (Attendance.Way.LINK, Who(number="199201012018031915")),
    (Attendance.Way.LIST, Who(number="199901012024032916")),
    # Of a unit that was not invited; a guest; and a number that is in no register.
    (Attendance.Way.QR, Who(number="198701012009031918")),
    (Attendance.Way.QR, Who(name="Melati Contohtamu", unit="Polres Cendana (contoh)", status=SubjectStatus.POLRI)),
    (Attendance.Way.QR, Who(number="198501012010011907")),
)


def load_attendance() -> ActivitySession | None:
    """None where the invented government is not there. Running it again changes nothing."""
    office = Organisation.objects.filter(short_name="Pemko Cendana", is_demo=True).first()
    if office is None:
        return None
    known = ActivitySession.objects.filter(activity__title=TITLE, organisation=office).first()
    return known or _fill(office)


def _fill(office: Organisation) -> ActivitySession:
    day = today(office.region_id)
    with unit_of_work(SYSTEM) as work:
        activity = work.create(
            Activity(
                organisation=office,
                kind=Activity.Kind.SOCIALISATION,
                state=Activity.State.PLANNED,
                title=TITLE,
                region=office.region,
                starts_on=day,
                organiser="BKPSDM Kota Cendana (contoh)",
            )
        )
        work.record("activity.plan", activity)
        for unit in Unit.objects.filter(organisation=office, code__in=_INVITED):
            asked = work.create(ActivityUnit(organisation=office, activity=activity, unit=unit))
            work.record("activity.invite", asked)
        session = work.create(
            ActivitySession(
                organisation=office,
                activity=activity,
                title="Sesi pagi",
                day=day,
                starts_at=time(9),
                ends_at=time(11, 30),
                venue="Aula Dinas Pendidikan (contoh)",
                state=ActivitySession.State.OPEN,
            )
        )
        work.record("session.plan", session)
    for way, who in _CAME:
        own = way in {Attendance.Way.QR, Attendance.Way.LINK}
        link = new_link(PARTICIPANT) if own else None
        check_in(session=session, who=who, way=way, actor=PUBLIC if own else SYSTEM, link=link)
    return session
