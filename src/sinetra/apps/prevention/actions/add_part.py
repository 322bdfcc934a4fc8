"""Who comes along, who speaks, what was promised: small parts that are added to an activity and taken off again."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from django.db.models import ProtectedError

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import (
    Activity,
    ActivitySession,
    ActivityUnit,
    Commitment,
    Delegate,
    Speaker,
)
from sinetra.apps.prevention.planning import changeable
from sinetra.core.errors import BadInput, Conflict, gettext_noop

Part = Delegate | Speaker | Commitment
P = TypeVar("P", Delegate, Speaker, Commitment)


def add_delegate(*, activity: Activity, role: str, name: str, actor: Actor) -> Delegate:
    """Errors: ``Forbidden``; ``BadInput`` on ``role``; ``Conflict``."""
    if not role.strip():
        raise BadInput(gettext_noop("Tulis jabatannya."), field="role")
    place = activity.delegates.count() + 1
    return _add(Delegate(place=place, role=role.strip(), name=name.strip()), activity, actor)


def add_speaker(*, activity: Activity, name: str, institution: str, topic: str, actor: Actor) -> Speaker:
    """Errors: ``Forbidden``; ``BadInput`` on ``name`` when neither name nor institution is known; ``Conflict``."""
    if not name.strip() and not institution.strip():
        raise BadInput(gettext_noop("Tulis nama atau instansinya."), field="name")
    place = activity.named_speakers.count() + 1
    part = Speaker(place=place, name=name.strip(), institution=institution.strip(), topic=topic.strip())
    return _add(part, activity, actor)


def add_commitment(*, activity: Activity, text: str, owner: str, due_on: date, actor: Actor) -> Commitment:
    """Errors: ``Forbidden``; ``BadInput`` on ``text`` or ``owner``; ``Conflict``."""
    for field, value in (("text", text), ("owner", owner)):
        if not value.strip():
            raise BadInput(gettext_noop("Harus diisi: %(field)s"), field=field)
    return _add(Commitment(text=text.strip(), owner=owner.strip(), due_on=due_on), activity, actor)


def settle_commitment(*, commitment: Commitment, done_on: date | None, actor: Actor) -> Commitment:
    """Done on a day, or with None open again. Errors: ``Forbidden``, ``Conflict``."""
    policy.require(actor, "activity.plan", commitment)
    with unit_of_work(actor) as work:
        work.change(commitment, done_on=done_on)
        work.record("activity.settle_commitment", commitment, data={"done_on": done_on})
    return commitment


def remove_part(*, part: Part | ActivitySession | ActivityUnit, actor: Actor) -> None:
    """The last entry of the chain says that it was there. Errors: ``Conflict`` for what others lean on already."""
    policy.require(actor, "activity.plan", part)
    changeable(part.activity)
    if isinstance(part, ActivityUnit) and part.letter_id is not None:
        raise Conflict(gettext_noop("Unit ini sudah diundang dengan surat; undangan tidak dihapus."))
    in_use = Conflict(gettext_noop("Sesi ini sudah dibuka; tidak dapat dihapus."))
    if isinstance(part, ActivitySession) and part.state != ActivitySession.State.PLANNED:
        raise in_use
    try:
        with unit_of_work(actor) as work:
            work.remove(part)
            work.record("activity.remove_part", part, data={"activity": str(part.activity_id)})
    except ProtectedError as error:
        raise in_use from error


def _add(part: P, activity: Activity, actor: Actor) -> P:
    policy.require(actor, "activity.plan", activity)
    changeable(activity)
    part.organisation_id, part.activity = activity.organisation_id, activity
    with unit_of_work(actor) as work:
        work.create(part)
        work.record("activity.add_part", part, data={"activity": str(activity.pk)})
    return part
