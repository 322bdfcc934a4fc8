"""A matter that has ended is handled once more: on a ground of the catalogue, by a document, with new clocks."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.corrections import lapse
from sinetra.apps.cases.models import Matter, Reopening
from sinetra.apps.cases.moves import casework, reopening
from sinetra.apps.cases.rights import require_roles
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.reports.law_clock import Regime
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.ids import uuid7


def reopen(
    *, matter: Matter, ground: str, document: str, reason: str, actor: Actor, at: datetime | None = None
) -> Reopening:
    """What was registered begins again after its registration, a report before it at the initial study, information as
    information. How it had ended, its letters and steps stay. Bodies that were told that nothing was proven are told
    nothing now.

    Errors: ``Forbidden`` (commissioners only); ``BadInput`` naming ``ground``, ``document`` or ``reason``; ``Conflict``
    by state, by how it ended, by a lost race, or by a conflict of interest.
    """
    require(actor, "matter.reopen", matter)
    steps = reopening(matter)
    require_roles(actor, "matter.reopen", steps)
    _check(ground, document, reason)
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    key, goal = uuid7(), steps[-1].to_state
    row = Reopening(
        id=key,
        organisation_id=matter.organisation_id,
        matter=matter,
        ground=ground,
        document=document.strip(),
        reason_sealed=seal_value(reason.strip(), key, "reason"),
        outcome=matter.outcome,
        ended_at=matter.closed_at,
        reopened_at=at,
        reopened_on=on,
        by_id=actor.user_id,
    )
    with unit_of_work(actor) as work:
        handler = matter.handler_id or actor.user_id
        work.change(matter, state=goal, outcome="", closed_at=None, corrected_at=None, handler_id=handler)
        told = {"ground": ground, "steps": [step.name for step in steps], "before": row.outcome}
        work.record("matter.reopen", matter, data=told, reason=reason.strip())
        work.create(row)
        work.record("reopening.create", row, data={"document": row.document})
        lapse(work, matter)
        clocks.stop(work, matter, at=at, on=on)
        if matter.regime != Regime.NONE and steps[-1].deadline is not None:
            clocks.start_rule(work, matter, steps[-1].deadline, on)
        add_step(work, StepCode.REOPENED, matter=matter, at=at, on=on, reopening=ground)
    return row


def _check(ground: str, document: str, reason: str) -> None:
    known = tuple(item.name for item in casework().reopening)
    if ground not in known:
        raise BadInput(gettext_noop("Pilih dasarnya."), field="ground", accepted=known)
    if not document.strip():
        raise BadInput(gettext_noop("Tuliskan nomor dan tanggal dokumen dasarnya."), field="document")
    if not reason.strip():
        raise BadInput(gettext_noop("Tuliskan alasannya."), field="reason")
