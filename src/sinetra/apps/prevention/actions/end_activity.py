"""An activity was held, or is cancelled with a reason."""

from __future__ import annotations

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.coverage.ask import ask_coverage
from sinetra.apps.prevention.models import Activity
from sinetra.apps.prevention.planning import changeable
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.ports.clock import today


def mark_as_held(*, activity: Activity, actor: Actor) -> Activity:
    """From its first day on. Errors: ``Forbidden``; ``Conflict`` before that day or when it is no plan any more."""
    policy.require(actor, "activity.plan", activity)
    _planned(activity)
    if activity.starts_on is None or activity.starts_on > today(activity.region_id):
        raise Conflict(gettext_noop("Kegiatan ini belum tiba harinya."))
    with unit_of_work(actor) as work:
        work.change(activity, state=Activity.State.HELD)
        work.record("activity.hold", activity)
        ask_coverage(work, activity.organisation_id, activity_id=activity.pk)
    return activity


def cancel_activity(*, activity: Activity, reason: str, actor: Actor) -> Activity:
    """It stays in the programme, marked. Errors: ``Forbidden``; ``BadInput`` on ``reason``; ``Conflict``."""
    policy.require(actor, "activity.plan", activity)
    if not reason.strip():
        raise BadInput(gettext_noop("Tuliskan alasannya."), field="reason")
    _planned(activity)
    with unit_of_work(actor) as work:
        work.change(activity, state=Activity.State.CANCELLED, cancel_reason=reason.strip())
        work.record("activity.cancel", activity, reason=reason.strip())
        ask_coverage(work, activity.organisation_id, activity_id=activity.pk)
    return activity


def _planned(activity: Activity) -> None:
    changeable(activity)
    if activity.state != Activity.State.PLANNED:
        raise Conflict(gettext_noop("Kegiatan ini sudah terlaksana."))
