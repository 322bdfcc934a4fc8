"""Who came to the three stops of the held visit: from lists and paper, so that coverage has something to count."""

from __future__ import annotations

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.prevention.actions.close_session import close_session
from sinetra.apps.prevention.actions.open_session import open_session
from sinetra.apps.prevention.actions.take_entries import take_entries
from sinetra.apps.prevention.demo.programme import ORGANISER, VISIT, VISIT_TITLE
from sinetra.apps.prevention.entries import Said, read_entries
from sinetra.apps.prevention.models import ActivitySession, Attendance
from sinetra.apps.registry.models import Person
from sinetra.ports.clock import today

#: Of every unit some were on duty outside that day: each fifth by name.
AWAY = 5


def load_visit_attendance() -> None:
    """After the people and the programme. Again it changes nothing."""
    user = User.objects.select_related("organisation").get(username=ORGANISER)
    if today(user.organisation.region_id) < VISIT:
        return
    actor = actor_of(user, today(user.organisation.region_id))
    stops = ActivitySession.objects.filter(
        activity__title=VISIT_TITLE, organisation=user.organisation, state=ActivitySession.State.PLANNED
    )
    for session in stops.select_related("activity", "organisation", "unit").order_by("starts_at"):
        open_session(session=session, actor=actor)
        way = Attendance.Way.LIST if session.unit and session.unit.code == "DPUTR" else Attendance.Way.PAPER
        take_entries(session=session, entries=read_entries(session, _came(session)), way=way, actor=actor)
        close_session(session=session, actor=actor)


def _came(session: ActivitySession) -> list[Said]:
    people = Person.objects.filter(unit=session.unit_id, is_active=True).order_by("name", "id")
    unit = session.unit.name if session.unit else ""
    return [
        Said(row=place, number=person.nip or "", name=person.name, unit=unit, status=person.status)
        for place, person in enumerate(people, start=2)
        if place % AWAY != 0
    ]
