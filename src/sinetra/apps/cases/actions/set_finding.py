"""The plenary makes a finding (temuan) of what the supervision report says."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import Matter, SupervisionReport
from sinetra.apps.cases.moves import SET_FINDING, walk
from sinetra.apps.cases.rights import require_roles
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import MatterKind, State
from sinetra.core.errors import Conflict, gettext_noop


def set_finding(*, matter: Matter, reason: str = "", actor: Actor, at: datetime | None = None) -> Matter:
    """Ends the clock of the finding, starts that of the registration. ``reason``: what the minutes say, kept as detail.

    Errors: ``Forbidden`` (commissioners only); ``Conflict`` when the report found no suspicion, by state, by a lost
    race, or by a conflict of interest.
    """
    require(actor, "matter.set_finding", matter)
    steps = walk(matter, SET_FINDING, goal=State.FINDING)
    require_roles(actor, "matter.set_finding", steps)
    if not is_suspected(matter):
        message = gettext_noop("Laporan hasil pengawasan tidak menyebut dugaan pelanggaran; tutup informasi awalnya.")
        raise Conflict(message, code="no_suspicion")
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    with unit_of_work(actor) as work:
        work.change(matter, state=State.FINDING, kind=MatterKind.FINDING)
        work.record("matter.set_finding", matter, reason=reason)
        clocks.stop(work, matter, at=at, on=on, ending=(".finding", ".tracing"))
        clocks.start_rule(work, matter, f"{matter.regime}.registration", on)
        add_step(work, StepCode.FINDING_SET, matter=matter, at=at, on=on)
    return matter


def is_suspected(matter: Matter) -> bool:
    return SupervisionReport.objects.filter(matter=matter).exclude(found_on=None).exists()
