"""Somebody looks at a disclosure or takes a copy. First it is written down who, then it opens."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.advice.policies import person
from sinetra.apps.agreements.about_self import require_not_about
from sinetra.apps.agreements.cleared import is_cleared
from sinetra.apps.agreements.errors import DisclosureClosed, MatterCleared
from sinetra.apps.agreements.models import Disclosure, DisclosureOpening
from sinetra.apps.agreements.sealed import DisclosedPerson, disclosed_people
from sinetra.apps.agreements.vocabulary import Opened
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.ports import clock


def is_open(disclosure: Disclosure, at: datetime) -> bool:
    return disclosure.ended_at is None and at < disclosure.expires_at


def open_disclosure(
    *, disclosure: Disclosure, how: Opened, actor: Actor, at: datetime | None = None
) -> tuple[DisclosedPerson, ...]:
    """``at``: real time, now by default. Errors: ``Forbidden``, also for who is asked about; ``DisclosureClosed`` after
    its time or end; ``MatterCleared``; ``Erased``."""
    require(actor, "disclosure.open", disclosure)
    require_not_about(actor, disclosure.request)
    moment = at or clock.now()
    with unit_of_work(actor) as work:
        row = Disclosure._base_manager.select_for_update(no_key=True).get(pk=disclosure.pk)
        if not is_open(row, moment):
            raise DisclosureClosed
        if is_cleared(disclosure.request):
            raise MatterCleared
        opening = work.create(
            DisclosureOpening(
                organisation_id=disclosure.organisation_id,
                disclosure=disclosure,
                opened_by_id=person(actor),
                opened_at=moment,
                how=how,
                by_owner=actor.organisation_id == disclosure.organisation_id,
            )
        )
        work.record("disclosure.open", opening, data={"disclosure": str(disclosure.pk), "how": how.value})
    return disclosed_people(row)
