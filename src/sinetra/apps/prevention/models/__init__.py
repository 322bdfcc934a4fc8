"""Prevention: programmes with their activities and sessions, who came, who pledged, circulars."""

from __future__ import annotations

from sinetra.apps.prevention.models.activity import Activity, ActivityUnit
from sinetra.apps.prevention.models.activity_file import ActivityFile
from sinetra.apps.prevention.models.attendance import Attendance
from sinetra.apps.prevention.models.attendance_sheet import AttendanceSheet
from sinetra.apps.prevention.models.bank_question import BankQuestion
from sinetra.apps.prevention.models.certificate import Certificate
from sinetra.apps.prevention.models.circular import Circular
from sinetra.apps.prevention.models.circular_annex import CircularAnnex
from sinetra.apps.prevention.models.circular_number import CircularNumber
from sinetra.apps.prevention.models.circular_receipt import CircularReceipt
from sinetra.apps.prevention.models.commitment import Commitment
from sinetra.apps.prevention.models.coverage import CoverageCell, CoverageHidden, CoverageState, CoverageUnit
from sinetra.apps.prevention.models.guest import Delegate, Speaker
from sinetra.apps.prevention.models.invitation_letter import InvitationLetter
from sinetra.apps.prevention.models.knowledge import KnowledgeTest, TestOpening, TestSheet
from sinetra.apps.prevention.models.personal_link import PersonalLink
from sinetra.apps.prevention.models.pledge import PledgeSignature, PledgeText
from sinetra.apps.prevention.models.programme import Programme
from sinetra.apps.prevention.models.session import ActivitySession
from sinetra.apps.prevention.models.understanding import TestItem, TestResult

__all__ = [
    "Activity",
    "ActivityFile",
    "ActivitySession",
    "ActivityUnit",
    "Attendance",
    "AttendanceSheet",
    "BankQuestion",
    "Certificate",
    "Circular",
    "CircularAnnex",
    "CircularNumber",
    "CircularReceipt",
    "Commitment",
    "CoverageCell",
    "CoverageHidden",
    "CoverageState",
    "CoverageUnit",
    "Delegate",
    "InvitationLetter",
    "KnowledgeTest",
    "PersonalLink",
    "PledgeSignature",
    "PledgeText",
    "Programme",
    "Speaker",
    "TestItem",
    "TestOpening",
    "TestResult",
    "TestSheet",
]
