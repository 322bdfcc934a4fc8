"""What is missing is told to the reporter, with the day until which it can be completed."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.checklist import checklist_of, items
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import Matter, RepairRequest
from sinetra.apps.cases.moves import ASK_REPAIR, walk
from sinetra.apps.cases.rights import require_roles
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import State
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.casework.checklist import Checklist
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.core.ids import uuid7


def ask_repair(*, matter: Matter, actor: Actor, at: datetime | None = None) -> RepairRequest:
    """The reporter reads which requirements are missing, in the words of the catalogue; the notes stand in the letter.

    Ends the clock of the initial study, starts that of the repair. Errors: ``Forbidden``; ``Conflict`` when not
    everything was looked at, nothing is missing or the reporter cannot mend it, by state, by a lost race, or by a
    conflict of interest.
    """
    require(actor, "matter.ask_repair", matter)
    steps = walk(matter, ASK_REPAIR, goal=State.REPAIR)
    require_roles(actor, "matter.ask_repair", steps)
    if matter.report is None:
        message = gettext_noop("Pelapornya tercatat di kantor asal. Minta kantor itu meminta perbaikannya.")
        raise Conflict(message, code="not_repairable")
    found = checklist_of(matter)
    _require_repairable(found)
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    gaps = [item.id for item in found.gaps]
    notes = {item.requirement.id: item.note for item in items(matter) if item.requirement.id in gaps}
    key = uuid7()
    sealed = seal_value(notes, key, "notes")
    with unit_of_work(actor) as work:
        work.change(matter, state=State.REPAIR)
        work.record("matter.ask_repair", matter, data={"gaps": gaps})
        clocks.stop(work, matter, at=at, on=on, ending=(".initial_study", ".gap_notice"))
        started = clocks.start_rule(work, matter, f"{matter.regime}.repair", on)
        asked = RepairRequest(
            id=key,
            organisation_id=matter.organisation_id,
            matter=matter,
            gaps=gaps,
            notes_sealed=sealed,
            asked_at=at,
            asked_on=on,
            due_on=started[0].due_on if started else None,
        )
        work.create(asked)
        work.record("repair.ask", asked, data={"gaps": gaps})
        add_step(work, StepCode.REPAIR_ASKED, matter=matter, at=at, on=on, gaps=gaps)
    return asked


def _require_repairable(found: Checklist) -> None:
    if found.can_be_repaired:
        return
    if not found.gaps:
        message = gettext_noop("Belum ada syarat yang dinyatakan kurang.")
    elif not all(item.repairable for item in found.gaps):
        message = gettext_noop("Ada kekurangan yang tidak dapat diperbaiki pelapor, misalnya lewat batas waktu.")
    else:
        message = gettext_noop("Jawab dahulu semua syarat, supaya pelapor menerima satu daftar yang lengkap.")
    raise Conflict(message, code="not_repairable")
