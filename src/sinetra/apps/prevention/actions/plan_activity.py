"""An activity is planned, or its plan changed: what, when, for whom, by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.prevention.models import Activity, ActivitySession, Programme
from sinetra.apps.prevention.planning import changeable, check_times
from sinetra.apps.registry.models import Region
from sinetra.core.errors import BadInput, NotFound, gettext_noop

MOST_DAYS = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityDraft:
    """``starts_at``, ``ends_at`` and ``venue`` are those of each day; a new activity gets one session a day of them."""

    kind: Activity.Kind
    title: str
    programme: Programme | None
    region: Region | None
    starts_on: date
    duration_days: int = 1
    organiser: str = ""
    opened_by: str = ""
    theme: str = ""
    agenda: str = ""
    meeting_link: str = ""
    groups: tuple[str, ...] = ()
    covers_non_asn: bool | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    venue: str = ""

    def columns(self) -> dict[str, Any]:
        names = ("kind", "title", "programme", "region", "starts_on", "duration_days", "organiser", "opened_by")
        more = ("theme", "agenda", "meeting_link", "covers_non_asn")
        return {name: getattr(self, name) for name in (*names, *more)} | {"groups": list(self.groups)}


def plan_activity(*, draft: ActivityDraft, actor: Actor, activity: Activity | None = None) -> Activity:
    """Errors: ``Forbidden``; ``BadInput`` naming the field; ``Conflict`` for one known from the press only."""
    policy.require(actor, "activity.plan", activity)
    _check(draft, actor)
    with unit_of_work(actor) as work:
        if activity is None:
            columns = draft.columns() | {"venues": [draft.venue] if draft.venue else []}
            row = Activity(organisation_id=actor.office, state=Activity.State.PLANNED, **columns)
            activity = work.create(row)
            _days(work, activity, draft)
        else:
            changeable(activity)
            work.change(activity, **draft.columns())
        work.record("activity.plan", activity, data={"title": draft.title, "starts_on": draft.starts_on})
    return activity


def _check(draft: ActivityDraft, actor: Actor) -> None:
    if not draft.title.strip():
        raise BadInput(gettext_noop("Tulis nama kegiatannya."), field="title")
    if not 1 <= draft.duration_days <= MOST_DAYS:
        raise BadInput(gettext_noop("Tulis jumlah hari, 1 sampai 31."), field="duration_days")
    check_times(draft.starts_at, draft.ends_at)
    if draft.programme is None:
        return
    if draft.programme.organisation_id != actor.organisation_id:
        raise NotFound(gettext_noop("Program ini tidak ada."))
    if not draft.programme.starts_on <= draft.starts_on <= draft.programme.ends_on:
        text = gettext_noop("Tanggal ini di luar program: %(first)s sampai %(last)s.")
        first, last = draft.programme.starts_on.isoformat(), draft.programme.ends_on.isoformat()
        raise BadInput(text, field="starts_on", first=first, last=last)


def _days(work: Work, activity: Activity, draft: ActivityDraft) -> None:
    for number in range(draft.duration_days):
        session = ActivitySession(
            organisation_id=activity.organisation_id,
            activity=activity,
            place=number + 1,
            day=draft.starts_on + timedelta(days=number),
            starts_at=draft.starts_at,
            ends_at=draft.ends_at,
            venue=draft.venue,
        )
        work.create(session)
        work.record("activity.plan_session", session, data={"activity": str(activity.pk)})
