"""Matters at an office, their clocks and steps, what was checked, and what one institution handed to another."""

from __future__ import annotations

from sinetra.apps.cases.models.calendar_link import CalendarLink
from sinetra.apps.cases.models.checklist_answer import ChecklistAnswer
from sinetra.apps.cases.models.clarification import Clarification
from sinetra.apps.cases.models.clock import Clock
from sinetra.apps.cases.models.correction import Correction
from sinetra.apps.cases.models.examination import Examination, ExaminationStep, TeamMember
from sinetra.apps.cases.models.follow_up_answer import FollowUpAnswer
from sinetra.apps.cases.models.hand_over import HandOver
from sinetra.apps.cases.models.letter import IssuedDocument, LetterHouse, LetterNumber, SignedCopy
from sinetra.apps.cases.models.matter import Matter
from sinetra.apps.cases.models.matter_number import MatterNumber
from sinetra.apps.cases.models.matter_word import MatterWord
from sinetra.apps.cases.models.name_clearance import NameClearance
from sinetra.apps.cases.models.nil_report import NilReport
from sinetra.apps.cases.models.not_same_event import NotSameEvent
from sinetra.apps.cases.models.plenary import Plenary, PlenarySeat
from sinetra.apps.cases.models.queue_entry import QueueEntry
from sinetra.apps.cases.models.recommendation import LadderLetter, LadderStep, Recommendation
from sinetra.apps.cases.models.recorded_answer import RecordedAnswer
from sinetra.apps.cases.models.register_number import RegisterNumber
from sinetra.apps.cases.models.reopening import Reopening
from sinetra.apps.cases.models.repair_request import RepairRequest
from sinetra.apps.cases.models.retention import ErasedRecord, ErasureRun, RetentionHold
from sinetra.apps.cases.models.step import Step
from sinetra.apps.cases.models.study import Study
from sinetra.apps.cases.models.supervision_report import SupervisionReport
from sinetra.apps.cases.models.track import Track

__all__ = [
    "CalendarLink",
    "ChecklistAnswer",
    "Clarification",
    "Clock",
    "Correction",
    "ErasedRecord",
    "ErasureRun",
    "Examination",
    "ExaminationStep",
    "FollowUpAnswer",
    "HandOver",
    "IssuedDocument",
    "LadderLetter",
    "LadderStep",
    "LetterHouse",
    "LetterNumber",
    "Matter",
    "MatterNumber",
    "MatterWord",
    "NameClearance",
    "NilReport",
    "NotSameEvent",
    "Plenary",
    "PlenarySeat",
    "QueueEntry",
    "Recommendation",
    "RecordedAnswer",
    "RegisterNumber",
    "Reopening",
    "RepairRequest",
    "RetentionHold",
    "SignedCopy",
    "Step",
    "Study",
    "SupervisionReport",
    "TeamMember",
    "Track",
]
