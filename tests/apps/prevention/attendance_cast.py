"""A session of the invented city, and people of its register who come to it."""

from __future__ import annotations

from datetime import date, time

from sinetra.apps.base.actor import PUBLIC, SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.actions.check_in import CheckedIn, check_in
from sinetra.apps.prevention.links import PARTICIPANT, Link, new_link
from sinetra.apps.prevention.models import Activity, ActivitySession, ActivityUnit, Attendance
from sinetra.apps.prevention.who import read_who
from sinetra.apps.registry.models import Organisation, Unit

TEACHER = "199101012022211911"  # Ubi Contohputra, SD Negeri Cempaka Biru, which stands below Dinas Pendidikan
HEAD = "197601012002032910"  # Teratai Contohsari, of the same school
STRANGER = "198501012010011007"  # well-formed, of nobody here


def plan_session(*, invited: tuple[str, ...] = ("DISDIK",), state: str = "open", place: int = 1) -> ActivitySession:
    """Of Pemerintah Kota Cendana (contoh), on the legal date of the tests."""
    office = Organisation.objects.get(short_name="Pemko Cendana")
    with unit_of_work(SYSTEM) as work:
        activity = work.create(
            Activity(
                organisation=office,
                kind="sosialisasi",
                title="Sosialisasi netralitas di Dinas Pendidikan",
                region=office.region,
                starts_on=date(2024, 11, 22),
                organiser="BKPSDM",
            )
        )
        work.record("activity.plan", activity)
        for code in invited:
            unit = Unit.objects.get(organisation=office, code=code)
            asked = work.create(ActivityUnit(organisation=office, activity=activity, unit=unit))
            work.record("activity.invite", asked)
        session = work.create(
            ActivitySession(
                organisation=office,
                activity=activity,
                place=place,
                title="Aula Dinas Pendidikan",
                day=date(2024, 11, 22),
                starts_at=time(9),
                ends_at=time(11),
                venue="Aula Dinas Pendidikan",
                state=state,
            )
        )
        work.record("session.plan", session)
    return ActivitySession.objects.select_related("activity", "organisation").get(pk=session.pk)


def come(
    session: ActivitySession,
    number: str = "",
    name: str = "",
    unit: str = "",
    status: str = "",
    link: Link | None = None,
) -> CheckedIn:
    """By the QR, as anybody does."""
    who = read_who(number=number, name=name, unit=unit, status=status)
    return check_in(session=session, who=who, way=Attendance.Way.QR, actor=PUBLIC, link=link or new_link(PARTICIPANT))
