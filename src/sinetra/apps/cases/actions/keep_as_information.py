"""A report that fails in its form, or was withdrawn, but has its substance becomes initial information."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.checklist import checklist_of
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.moves import KEEP_AS_INFORMATION, walk
from sinetra.apps.cases.rights import require_roles
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import State
from sinetra.core.casework.checklist import Checklist
from sinetra.core.errors import BadInput, Conflict, gettext_noop


def keep_as_information(*, matter: Matter, reason: str, actor: Actor, at: datetime | None = None) -> Matter:
    """Starts the clock of tracing. It stays what it came as; its state says how it is handled now.

    Errors: ``Forbidden`` (the plenary decides); ``BadInput`` without a reason; ``Conflict`` when the substance is not
    there or the form is not wanting, by state, by a lost race, or by a conflict of interest.
    """
    require(actor, "matter.keep_as_information", matter)
    if not reason.strip():
        raise BadInput(gettext_noop("Tuliskan alasannya."), field="reason")
    steps = walk(matter, KEEP_AS_INFORMATION, goal=State.INITIAL_INFORMATION)
    require_roles(actor, "matter.keep_as_information", steps)
    if not may_be_kept(matter, checklist_of(matter)):
        message = gettext_noop(
            "Hanya bila materinya ada dan syarat formalnya tidak dapat diperbaiki lagi, atau laporan dicabut. "
            "Minta perbaikan dahulu."
        )
        raise Conflict(message, code="not_to_be_kept")
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    with unit_of_work(actor) as work:
        work.change(matter, state=State.INITIAL_INFORMATION)
        work.record("matter.keep_as_information", matter, reason=reason.strip())
        clocks.stop(work, matter, at=at, on=on)
        clocks.start_rule(work, matter, f"{matter.regime}.tracing", on)
        add_step(work, StepCode.KEPT_AS_INFORMATION, matter=matter, at=at, on=on)
    return matter


def may_be_kept(matter: Matter, found: Checklist) -> bool:
    """Not while the reporter can still mend the form: the notice of what is missing is never skipped."""
    if not found.has_substance:
        return False
    if matter.state == State.WITHDRAWN:
        return True
    waits_for_notice = matter.state in (State.REPORT_RECEIVED, State.INITIAL_STUDY) and matter.report_id is not None
    return found.fails_formally and not (waits_for_notice and found.is_mendable)
