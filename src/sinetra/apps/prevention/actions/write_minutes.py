"""What was said and agreed at an activity."""

from __future__ import annotations

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import Activity
from sinetra.apps.prevention.planning import changeable
from sinetra.core.errors import BadInput, gettext_noop

LONGEST = 50_000


def write_minutes(*, activity: Activity, text: str, actor: Actor) -> Activity:
    """Errors: ``Forbidden``; ``BadInput`` on ``text``; ``Conflict`` when somebody else wrote meanwhile."""
    policy.require(actor, "activity.plan", activity)
    changeable(activity)
    if len(text) > LONGEST:
        raise BadInput(gettext_noop("Notula paling panjang 50.000 huruf."), field="text")
    with unit_of_work(actor) as work:
        work.change(activity, minutes=text.strip())
        work.record("activity.write_minutes", activity)
    return activity
