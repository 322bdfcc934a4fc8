"""The verbs of an examination, one a file. ``cases.actions.open_examination`` begins one."""

from __future__ import annotations

from sinetra.apps.cases.examinations.actions.contest import contest
from sinetra.apps.cases.examinations.actions.decide import decide
from sinetra.apps.cases.examinations.actions.deliver import deliver
from sinetra.apps.cases.examinations.actions.examine import examine
from sinetra.apps.cases.examinations.actions.execute import execute
from sinetra.apps.cases.examinations.actions.join_team import join_team
from sinetra.apps.cases.examinations.actions.leave_team import leave_team
from sinetra.apps.cases.examinations.actions.note_absence import note_absence
from sinetra.apps.cases.examinations.actions.note_undelivered import note_undelivered
from sinetra.apps.cases.examinations.actions.record import record
from sinetra.apps.cases.examinations.actions.report_act import report_act
from sinetra.apps.cases.examinations.actions.settle import settle
from sinetra.apps.cases.examinations.actions.summon import summon

__all__ = [
    "contest",
    "decide",
    "deliver",
    "examine",
    "execute",
    "join_team",
    "leave_team",
    "note_absence",
    "note_undelivered",
    "record",
    "report_act",
    "settle",
    "summon",
]
