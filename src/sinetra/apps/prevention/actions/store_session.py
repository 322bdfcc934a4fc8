"""A sitting of an activity: a stop of a visit with its hour and hall, a day of a meeting."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, time

from django.db.models import Max

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import Activity, ActivitySession
from sinetra.apps.prevention.planning import changeable, check_times
from sinetra.apps.registry.models import Unit
from sinetra.core.errors import BadInput, Conflict, NotFound, gettext_noop

MOST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionDraft:
    """``unit`` is the unit visited, when there is one. Times are those of the zone of the region."""

    day: date
    starts_at: time | None = None
    ends_at: time | None = None
    title: str = ""
    venue: str = ""
    unit: Unit | None = None


def store_session(
    *, activity: Activity, draft: SessionDraft, actor: Actor, session: ActivitySession | None = None
) -> ActivitySession:
    """Errors: ``Forbidden``; ``BadInput`` on ``day`` or ``ends_at``; ``Conflict`` when it is closed or one too many."""
    policy.require(actor, "activity.plan", activity)
    changeable(activity)
    check_times(draft.starts_at, draft.ends_at)
    if activity.starts_on is not None and draft.day < activity.starts_on:
        raise BadInput(gettext_noop("Hari ini sebelum kegiatan dimulai."), field="day")
    if draft.unit is not None and draft.unit.organisation_id != activity.organisation_id:
        raise NotFound(gettext_noop("Unit ini tidak ada."))
    columns = {name: value for name, value in asdict(draft).items() if name != "unit"} | {"unit": draft.unit}
    with unit_of_work(actor) as work:
        if session is None:
            last = activity.sessions.aggregate(last=Max("place"))["last"] or 0
            if last >= MOST:
                raise Conflict(gettext_noop("Satu kegiatan paling banyak 60 sesi."))
            made = ActivitySession(
                organisation_id=activity.organisation_id, activity=activity, place=last + 1, **columns
            )
            session = work.create(made)
        else:
            if session.state == ActivitySession.State.CLOSED:
                raise Conflict(gettext_noop("Sesi ini sudah ditutup."))
            work.change(session, **columns)
        work.record("activity.plan_session", session, data={"activity": str(activity.pk)})
    return session
