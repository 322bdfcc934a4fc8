"""A participant lost the link, or never got one: the organiser gives a new one, and the old one ends."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.links import PARTICIPANT, new_link
from sinetra.apps.prevention.models import Attendance


def renew_participant_link(*, attendance: Attendance, actor: Actor, at: datetime | None = None) -> str:
    """The text of the link, told once. Errors: ``Forbidden``."""
    require(actor, "attendance.correct", attendance)
    link = new_link(PARTICIPANT)
    with unit_of_work(actor, at=at) as work:
        work.change(attendance, link_hash=link.hash)
        work.record("attendance.link", attendance)
    return link.text
