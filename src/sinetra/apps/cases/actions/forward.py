"""The matter goes to another institution as a signed package; it is theirs when they have acknowledged it."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions.forward_track import forward_track
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import HandOver, Matter
from sinetra.apps.cases.moves import FORWARD, walk
from sinetra.apps.cases.plenaries import require_leaving
from sinetra.apps.cases.rights import require_roles
from sinetra.apps.cases.sending import outgoing, send
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.tracks import waiting_for
from sinetra.apps.cases.vocabulary import State
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import BadInput, gettext_noop


def forward(
    *, matter: Matter, to: Organisation, summary: str, actor: Actor, reason: str = "", at: datetime | None = None
) -> HandOver:
    """``summary`` is the office's finding in its own words: it travels, the reporter's words and name never do.

    Of a matter with tracks, the one that waits to leave for this receiver; where that is not one alone, it is
    ``forward_track`` that says which.

    Errors: ``Forbidden``; ``BadInput`` without summary or to oneself; ``Conflict`` by state, when the
    plenary found it not proven, by race or interest.
    """
    require(actor, "matter.forward", matter)
    if not summary.strip():
        raise BadInput(gettext_noop("Tuliskan ringkasan kajian untuk instansi penerima."), field="summary")
    if to.pk == matter.organisation_id:
        raise BadInput(gettext_noop("Perkara tidak dapat diteruskan kepada kantor sendiri."), field="to")
    given = at
    at, on = moment(given, matter.region_id)
    if (waiting := waiting_for(matter, to, on)) is not None:
        # The legal date of now may be another than that of the instant: the verb asks for both again.
        return forward_track(track=waiting, to=to, summary=summary, actor=actor, reason=reason, at=given)
    steps = walk(matter, FORWARD, goal=State.FORWARDED)
    require_roles(actor, "matter.forward", steps)
    require_leaving(matter)
    require_no_conflict(actor, matter)
    hand_over = outgoing(matter, to, summary.strip(), at)
    data = {"to": to.name, "package": hand_over.package_id, "steps": [step.name for step in steps]}
    with unit_of_work(actor) as work:
        work.change(matter, state=State.FORWARDED)
        work.record("matter.forward", matter, data=data, reason=reason)
        send(work, hand_over, at, on)
        add_step(work, StepCode.FORWARDED, matter=matter, at=at, on=on, counterpart=to.name)
    return hand_over
