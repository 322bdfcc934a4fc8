"""The receiving institution begins with one of those reported: which status and post the person had that day."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.examinations.catalogue import course
from sinetra.apps.cases.examinations.open_places import open_places
from sinetra.apps.cases.examinations.taking import Told, step_row
from sinetra.apps.cases.models import Examination, Matter
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.ids import uuid7
from sinetra.core.law.words import Position, SubjectStatus


def open_examination(
    *,
    matter: Matter,
    place: int,
    status: SubjectStatus,
    position: Position,
    actor: Actor,
    note: str = "",
    at: datetime | None = None,
) -> Examination:
    """``place``: which of those reported, from 0. ``note``: how status and post are known; it is sealed.

    Errors: ``Forbidden``; ``BadInput`` naming ``place``; ``Conflict`` when the matter is not the office's own work, the
    examination has begun, or by a conflict of interest.
    """
    require(actor, "matter.open_examination", matter)
    left = open_places(matter)
    if not left:
        raise Conflict(
            gettext_noop("Pemeriksaan tidak dapat dimulai dalam keadaan perkara sekarang."), code="illegal_transition"
        )
    if place not in left:
        raise BadInput(gettext_noop("Pilih siapa yang diperiksa; yang lain sudah diperiksa."), field="place")
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    step = course().require(None, "prepare")
    row = Examination(
        id=uuid7(),
        organisation_id=matter.organisation_id,
        matter=matter,
        place=place,
        stage=step.to_stage,
        status=status,
        position=position,
    )
    made = step_row(row, step.name, Told(on=on, note=note.strip()), actor, at)
    with unit_of_work(actor) as work:
        work.change(matter)  # two at once: one wins
        work.record("matter.open_examination", matter, data={"place": place})
        work.create(row)
        work.record("examination.prepare", row)
        work.create(made)
        work.record("examination.step", made)
        add_step(work, StepCode.EXAMINATION, matter=matter, at=at, on=on, step=step.name)
    return row
