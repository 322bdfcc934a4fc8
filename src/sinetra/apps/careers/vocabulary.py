"""Closed sets of careers. Values are stored and public: rename nothing."""

from __future__ import annotations

from enum import StrEnum


class StepKind(StrEnum):
    DEVELOPMENT = "development"
    TRAINING = "training"
    PROMOTION = "promotion"
    APPOINTMENT = "appointment"
    TRANSFER = "transfer"
    DISMISSAL = "dismissal"


#: What art. 71(2) and 162(3) of the Pilkada law reach: checked against the windows before it is decided.
REPLACEMENTS = (StepKind.APPOINTMENT, StepKind.TRANSFER, StepKind.DISMISSAL)
#: Looked at once the vote is over: no reward, no revenge.
AFTER_THE_VOTE = (StepKind.TRANSFER, StepKind.DISMISSAL)


class Decision(StrEnum):
    """``withdrawn``: a proposal that was given up. ``cancelled``: a granted step that was undone."""

    PROPOSED = "proposed"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"


#: What the public is told of.
DECIDED = (Decision.GRANTED, Decision.REFUSED, Decision.CANCELLED)


class Reason(StrEnum):
    """Why, in the words of the public figures. ``final_penalty``: a discipline decision that can no longer be
    contested, with its number and day; what is alleged and not proven is no reason."""

    VACANCY = "vacancy"
    SELECTION = "selection"
    COMPETENCE = "competence"
    PERFORMANCE = "performance"
    OWN_REQUEST = "own_request"
    TERM_END = "term_end"
    RETIREMENT = "retirement"
    REORGANISATION = "reorganisation"
    FINAL_PENALTY = "final_penalty"
    COURT_RULING = "court_ruling"
    OTHER = "other"


class LetterKind(StrEnum):
    PERMIT = "permit"
    APPROVAL = "approval"
    CANCELLATION = "cancellation"


class LetterState(StrEnum):
    ISSUED = "issued"
    REVOKED = "revoked"


class Figure(StrEnum):
    """What a tally counts."""

    DECISION = "decision"
    CHECK = "check"
