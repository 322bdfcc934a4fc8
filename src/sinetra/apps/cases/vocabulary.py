"""Closed sets of cases. Values are stored and public: rename nothing."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from sinetra.core.casework.clarification import Whom
from sinetra.core.casework.states import HandOverState, State
from sinetra.core.casework.tracks import TrackOutcome, TrackState

__all__ = [
    "DECIDED",
    "MATTER_STATES",
    "Answer",
    "Attendance",
    "CorrectionState",
    "Direction",
    "Ground",
    "HandOverState",
    "InvitedBy",
    "LetterState",
    "MatchedBy",
    "MatterKind",
    "Outcome",
    "Period",
    "ProofKind",
    "Purpose",
    "RecordState",
    "RemedyResult",
    "Seat",
    "State",
    "StepCode",
    "ToldBy",
    "TrackOutcome",
    "TrackState",
    "Verdict",
    "Whom",
    "choices",
]


class MatterKind(StrEnum):
    """What the matter is: laporan, informasi awal, a finding (temuan), or handed over by another institution."""

    REPORT = "report"
    INITIAL_INFORMATION = "initial_information"
    FINDING = "finding"
    HANDED_OVER = "handed_over"


# At a Bawaslu office a state of casework; at the receiver of a hand-over that of the hand-over, then closed.
MATTER_STATES = tuple(dict.fromkeys((*State, *HandOverState)))


class Outcome(StrEnum):
    """Why a matter ended. ``not_proven`` clears: the reported person leaves every list."""

    NOT_PROVEN = "not_proven"
    NOT_REGISTERED = "not_registered"
    OUT_OF_COMPETENCE = "out_of_competence"
    HANDED_OVER = "handed_over"
    FOLLOWED_UP = "followed_up"
    WITHDRAWN = "withdrawn"


class Ground(StrEnum):
    """Why a report is not registered. The reporter reads it."""

    LATE = "late"
    NOT_REPAIRED = "not_repaired"
    NOT_ENOUGH = "not_enough"
    OUT_OF_COMPETENCE = "out_of_competence"


class Purpose(StrEnum):
    """Penerusan to another institution; pelimpahan or pengambilalihan inside Bawaslu, which then handles it itself."""

    FORWARDING = "forwarding"
    TRANSFER = "transfer"
    TAKE_OVER = "take_over"


class Period(StrEnum):
    """What a laporan nihil speaks of: a week from Monday, or a calendar month."""

    WEEK = "week"
    MONTH = "month"


class Seat(StrEnum):
    """A member of the office on the day of a plenary."""

    PRESENT = "present"
    ABSENT = "absent"
    ASIDE = "aside"


class Direction(StrEnum):
    OUTGOING = "outgoing"
    INCOMING = "incoming"


class ProofKind(StrEnum):
    """By what an office shows that the other side, which cannot answer in a package, has answered."""

    STAMPED_RECEIPT = "stamped_receipt"
    SRIKANDI = "srikandi"
    SBT = "sbt"
    LETTER = "letter"


class RecordState(StrEnum):
    """Of an answer that the sender recorded. ``replaced``: the other side's own signature came after it."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    REPLACED = "replaced"


class StepCode(StrEnum):
    FILED = "filed"
    KEPT_AS_INITIAL_INFORMATION = "kept_as_initial_information"
    OPENED = "opened"
    IDENTITY_OPENED = "identity_opened"
    STUDY_STARTED = "study_started"
    CHECKED = "checked"
    REPAIR_ASKED = "repair_asked"
    REPAIR_ACCEPTED = "repair_accepted"
    FOUND_COMPLETE = "found_complete"
    NOT_REGISTERED = "not_registered"
    WITHDRAWN = "withdrawn"
    WITHDRAWAL_NOTED = "withdrawal_noted"
    KEPT_AS_INFORMATION = "kept_as_information"
    TRACING_STARTED = "tracing_started"
    TRACING_REPORTED = "tracing_reported"
    FINDING_SET = "finding_set"
    REGISTERED = "registered"
    STATEMENTS_ASKED = "statements_asked"
    SUMMONED = "summoned"
    CLARIFIED = "clarified"
    TRANSFERRED = "transferred"
    TAKEN_OVER = "taken_over"
    STUDY_WRITTEN = "study_written"
    STUDY_CORRECTED = "study_corrected"
    STUDY_EXTENDED = "study_extended"
    PLENARY = "plenary"
    TRACK_OPENED = "track_opened"
    FORWARDED = "forwarded"
    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    RETURNED = "returned"
    TRACK_ENDED = "track_ended"
    CLOSED = "closed"
    CLOCK_MOVED = "clock_moved"
    HANDLER_CHANGED = "handler_changed"
    LETTER_ISSUED = "letter_issued"
    EXAMINATION = "examination"
    FOLLOW_UP_ANSWERED = "follow_up_answered"
    WITHDRAWAL_PASSED_ON = "withdrawal_passed_on"
    REOPENED = "reopened"
    CORRECTION_SENT = "correction_sent"
    CORRECTION_ANSWERED = "correction_answered"
    CORRECTION_RECEIVED = "correction_received"
    CLEARED = "cleared"
    ANSWER_NOTED = "answer_noted"
    ACKNOWLEDGEMENT_RECORDED = "acknowledgement_recorded"
    RETURN_RECORDED = "return_recorded"
    RECORD_REJECTED = "record_rejected"
    FORM_SIGNED = "form_signed"
    FORM_SIGNED_LATE = "form_signed_late"
    FORM_NOT_SIGNED = "form_not_signed"
    REPORT_JOINED = "report_joined"
    REPORT_SEPARATED = "report_separated"
    LOOKED_AT_AGAIN = "looked_at_again"
    KEPT_FOR_LATER = "kept_for_later"
    SET_ASIDE = "set_aside"


class Answer(StrEnum):
    """What the addressee of a recommendation has answered last. The first five leave it open."""

    NONE = "none"
    RECEIVED = "received"
    EXAMINING = "examining"
    RETURNED = "returned"
    REFUSED = "refused"
    SANCTIONED = "sanctioned"
    NOT_PROVEN = "not_proven"


#: These end the following-up: what was asked for has been decided.
DECIDED = (Answer.SANCTIONED, Answer.NOT_PROVEN)


class Verdict(StrEnum):
    """How the examination of one person was decided."""

    SANCTION = "sanction"
    NOT_PROVEN = "not_proven"
    PASSED_ON = "passed_on"


class RemedyResult(StrEnum):
    """What became of an objection or appeal (PP 79/2021). ``inadmissible``: filed too late (arts. 4(3), 12(1))."""

    UPHELD = "upheld"
    INADMISSIBLE = "inadmissible"
    CHANGED = "changed"
    ANNULLED = "annulled"


class LetterState(StrEnum):
    """A version of a letter. ``replaced``: a later version has its own number; ``revoked``: it counts no more."""

    DRAFT = "draft"
    ISSUED = "issued"
    REPLACED = "replaced"
    REVOKED = "revoked"


class InvitedBy(StrEnum):
    """By what way an invitation to clarify was sent."""

    HAND = "hand"
    POST = "post"
    EMAIL = "email"
    MESSAGE = "message"
    PHONE = "phone"
    OFFICE = "office"


class Attendance(StrEnum):
    """What became of an invitation. What the office called off counts against nobody."""

    CAME = "came"
    ABSENT = "absent"
    CALLED_OFF = "called_off"


class ToldBy(StrEnum):
    """By what a body came to know of a matter; ``other``: an official has written down how."""

    HAND_OVER = "hand_over"
    LETTER = "letter"
    COPY = "copy"
    OTHER = "other"


class CorrectionState(StrEnum):
    """Where it stands that a body is told that nothing was proven. ``reopened``: the matter is handled once more before
    it was told, so it is told nothing now."""

    OPEN = "open"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    IMPOSSIBLE = "impossible"
    REOPENED = "reopened"


class MatchedBy(StrEnum):
    """How a signed file was told to be of a letter: it begins with our own file, it carries the code of the QR, or
    somebody typed the printed code."""

    FILE = "file"
    TOKEN = "token"  # noqa: S105 - a word, no secret
    TYPED = "typed"


def choices(values: Iterable[StrEnum]) -> list[tuple[str, str]]:
    return [(value.value, value.value) for value in values]


class CalendarScope(StrEnum):
    """Whose due dates a calendar shows: of the matters that one handles, or of all that one may read."""

    OWN = "own"
    OFFICE = "office"
