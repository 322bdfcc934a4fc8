"""An official who bears the name of somebody reported is somebody else: said by a person, with a reason."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import interests_of, matter_facts, require_no_conflict
from sinetra.apps.cases.models import Matter, NameClearance
from sinetra.apps.cases.steps import moment
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.ids import uuid7


def clear_namesake(
    *, matter: Matter, user: User, reason: str, actor: Actor, at: datetime | None = None
) -> NameClearance:
    """Of the same name alone: what was declared holds. Nobody clears themselves: who bears the name cannot act.

    Errors: ``Forbidden``; ``BadInput`` without a reason or for somebody whom no name stops; ``Conflict`` when it was
    said before, by a lost race, or by a conflict of interest.
    """
    require(actor, "matter.clear_namesake", matter)
    require_no_conflict(actor, matter)
    if not reason.strip():
        raise BadInput(gettext_noop("Tuliskan dari mana Anda tahu bahwa ini orang lain."), field="reason")
    at, on = moment(at, matter.region_id)
    key = uuid7()
    row = NameClearance(
        id=key,
        organisation_id=matter.organisation_id,
        matter=matter,
        user=user,
        reason_sealed=seal_value(reason.strip(), key, "reason"),
        by_id=actor.user_id,
        on=on,
    )
    with unit_of_work(actor) as work:
        # Of two who say so at once, the second is told.
        work.change(matter)
        work.record("matter.clear_namesake", matter, data={"account": str(user.pk)}, reason=reason.strip())
        if NameClearance.objects.filter(matter=matter, user=user).exists():
            raise Conflict(gettext_noop("Ini sudah dinyatakan."), code="known")
        if not any(interest.by_name for interest in interests_of(user, matter_facts(matter))):
            raise BadInput(gettext_noop("Nama petugas ini tidak sama dengan yang dilaporkan."), field="user")
        work.create(row)
        work.record("name_clearance.create", row)
    return row
