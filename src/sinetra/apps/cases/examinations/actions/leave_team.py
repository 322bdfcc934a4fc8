"""Somebody leaves the examination team, with a reason: an interest that came to light, another post, illness."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.examinations.catalogue import stage_of
from sinetra.apps.cases.examinations.taking import Told, require_day, require_text, step_row
from sinetra.apps.cases.models import Examination, TeamMember
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import HandOverState
from sinetra.core.casework.examination import FORMING
from sinetra.core.errors import BadInput, Conflict, gettext_noop


def leave_team(
    *, examination: Examination, member: UUID, reason: str, on: date, actor: Actor, at: datetime | None = None
) -> TeamMember:
    """``member``: who is in the team now. ``reason`` is sealed. Whoever left stays in the audit chain.

    Errors: ``Forbidden``; ``BadInput`` naming ``member``, ``reason`` or ``on``; ``Conflict`` once the examination was
    held, by a lost race or by interest.
    """
    require(actor, "examination.leave_team", examination)
    matter = examination.matter
    if stage_of(examination) not in FORMING or matter.state != HandOverState.ACKNOWLEDGED:
        message = gettext_noop("Tim berubah sebelum pemeriksaan; panggil lagi bila tim perlu berubah.")
        raise Conflict(message, code="illegal_transition")
    require_no_conflict(actor, matter)
    found = examination.team.filter(pk=member).first()
    if found is None:
        raise BadInput(gettext_noop("Pilih anggota tim."), field="member")
    if found.left_on is not None:
        raise Conflict(gettext_noop("Anggota tim ini sudah berhenti."), code="left_before")
    at, today = moment(at, matter.region_id)
    require_day(examination, on, today, since=found.appointed_on)
    reason = require_text(reason, "reason", gettext_noop("Tuliskan alasannya."))
    made = step_row(examination, "leave_team", Told(on=on, note=reason), actor, at)
    with unit_of_work(actor) as work:
        work.change(examination)  # two at once: one wins
        work.record("examination.leave_team", examination, data={"role": found.role, "on": on})
        work.change(found, left_on=on)
        work.record("examination.member_left", found)
        work.create(made)
        work.record("examination.step", made)
        add_step(work, StepCode.EXAMINATION, matter=matter, at=at, on=on, step="leave_team")
    return found
