"""Pelimpahan: another office of Bawaslu is competent. It is theirs when they have acknowledged it."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import HandOver, Matter
from sinetra.apps.cases.moves import TRANSFER, walk
from sinetra.apps.cases.partners import offices_for_transfer
from sinetra.apps.cases.rights import require_roles
from sinetra.apps.cases.sending import outgoing, send
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.transfers import told
from sinetra.apps.cases.vocabulary import Purpose, State
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import BadInput, gettext_noop


def transfer(*, matter: Matter, to: Organisation, summary: str, actor: Actor, at: datetime | None = None) -> HandOver:
    """``summary``: what is alleged and why that office is competent. The reporter's words and name stay here.

    Errors: ``Forbidden`` (commissioners only); ``BadInput`` naming ``summary`` or ``to``; ``Conflict`` by state, by a
    lost race, or by a conflict of interest.
    """
    require(actor, "matter.transfer", matter)
    if not summary.strip():
        raise BadInput(gettext_noop("Tuliskan ringkasan untuk kantor penerima."), field="summary")
    if not offices_for_transfer(matter).filter(pk=to.pk).exists():
        raise BadInput(gettext_noop("Perkara tidak dapat dilimpahkan kepada kantor ini."), field="to")
    steps = walk(matter, TRANSFER, goal=State.TRANSFERRED)
    require_roles(actor, "matter.transfer", steps)
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    hand_over = outgoing(matter, to, summary.strip(), at, purpose=Purpose.TRANSFER, more=told(matter))
    with unit_of_work(actor) as work:
        work.change(matter, state=State.TRANSFERRED)
        work.record("matter.transfer", matter, data={"to": to.name, "package": hand_over.package_id})
        send(work, hand_over, at, on)
        add_step(work, StepCode.TRANSFERRED, matter=matter, at=at, on=on, counterpart=to.name)
    return hand_over
