"""Matters at an office, their clocks and steps, what was checked, and what one institution handed to another."""

from __future__ import annotations

from sinetra.apps.cases.models.calendar_link import CalendarLink
from sinetra.apps.cases.models.checklist_answer import ChecklistAnswer
from sinetra.apps.cases.models.clock import Clock
from sinetra.apps.cases.models.hand_over import HandOver
from sinetra.apps.cases.models.letter import IssuedDocument, LetterHouse, LetterNumber, SignedCopy
from sinetra.apps.cases.models.matter import Matter
from sinetra.apps.cases.models.matter_number import MatterNumber
from sinetra.apps.cases.models.matter_word import MatterWord
from sinetra.apps.cases.models.nil_report import NilReport
from sinetra.apps.cases.models.queue_entry import QueueEntry
from sinetra.apps.cases.models.recommendation import LadderLetter, LadderStep, Recommendation
from sinetra.apps.cases.models.register_number import RegisterNumber
from sinetra.apps.cases.models.repair_request import RepairRequest
from sinetra.apps.cases.models.step import Step
from sinetra.apps.cases.models.supervision_report import SupervisionReport

__all__ = [
    "CalendarLink",
    "ChecklistAnswer",
    "Clock",
    "HandOver",
    "IssuedDocument",
    "LadderLetter",
    "LadderStep",
    "LetterHouse",
    "LetterNumber",
    "Matter",
    "MatterNumber",
    "MatterWord",
    "NilReport",
    "QueueEntry",
    "Recommendation",
    "RegisterNumber",
    "RepairRequest",
    "SignedCopy",
    "Step",
    "SupervisionReport",
]
