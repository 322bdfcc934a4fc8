"""The policy that holds from a day on; one that it takes the place of ends the day before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import IntegrityError

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.careers.models import CareerPolicy
from sinetra.apps.careers.policies import account
from sinetra.core.cells import without_controls
from sinetra.core.errors import BadInput, Conflict, gettext_noop

TEXT = (20, 20_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPolicy:
    title: str
    number: str
    dated_on: date
    from_on: date
    until_on: date | None
    text: str


def publish_policy(*, policy: NewPolicy, actor: Actor, replaces: CareerPolicy | None = None) -> CareerPolicy:
    """Errors: ``Forbidden``; ``BadInput`` naming a field; ``Conflict`` when what it replaces has ended already."""
    require(actor, "career_policy.publish", replaces)
    number, title = policy.number.strip(), policy.title.strip()
    text = without_controls(policy.text).strip()
    _check(policy, number, text, actor)
    if replaces is not None and (replaces.until_on is not None or policy.from_on <= replaces.from_on):
        raise Conflict(gettext_noop("Kebijakan lama sudah berakhir, atau yang baru mulai sebelum yang lama."))
    try:
        with unit_of_work(actor) as work:
            if replaces is not None:
                work.change(replaces, until_on=policy.from_on - timedelta(days=1), end_reason=number)
                work.record("career_policy.end", replaces)
            row = work.create(
                CareerPolicy(
                    organisation_id=actor.office,
                    title=title,
                    number=number,
                    dated_on=policy.dated_on,
                    from_on=policy.from_on,
                    until_on=policy.until_on,
                    text=text,
                    written_by_id=account(actor),
                )
            )
            work.record("career_policy.publish", row, data={"number": number})
    except IntegrityError as error:
        raise _taken() from error  # another post was faster
    return row


def _check(policy: NewPolicy, number: str, text: str, actor: Actor) -> None:
    if not TEXT[0] <= len(text) <= TEXT[1]:
        message = gettext_noop("Tulis naskahnya, %(accepted)s huruf.")
        raise BadInput(message, field="text", accepted=(f"{TEXT[0]}–{TEXT[1]}",))
    if policy.until_on is not None and policy.until_on < policy.from_on:
        raise BadInput(gettext_noop("Hari terakhir tidak boleh sebelum hari pertama."), field="until_on")
    if CareerPolicy.objects.filter(organisation_id=actor.office, number=number).exists():
        raise _taken()


def _taken() -> BadInput:
    return BadInput(gettext_noop("Nomor ini sudah dipakai kebijakan lain."), field="number")
