"""Closed sets of advice. Values are stored and public: rename nothing."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

# From the answer, or the end of a mediation, to its erasure (principle 8); a test holds it to the catalogue's.
KEPT = timedelta(days=30)

# The trace names a mediation as it names a question: whoever reads it (administrator, auditor) learns that the team was
# asked, answered and erased something, and not that two colleagues talk with a mediator.
TRACE_ASKED, TRACE_ANSWERED, TRACE_ERASED = "question.ask", "question.answer", "question.erase"


class QuestionState(StrEnum):
    """An answered question is erased thirty days later; then nothing of it is left."""

    NEW = "new"
    ANSWERED = "answered"


class OpinionState(StrEnum):
    """A draft has one author; a second person's check publishes it. Withdrawn: the law changed, or for a reason."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class MediationState(StrEnum):
    """Of friction among staff. The last three have ended; thirty days later nothing is left."""

    NEW = "new"
    OFFERED = "offered"
    AGREED = "agreed"
    HELD = "held"
    CLOSED = "closed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


ENDED = (MediationState.CLOSED, MediationState.DECLINED, MediationState.WITHDRAWN)
OPEN = tuple(state for state in MediationState if state not in ENDED)


class MediationOutcome(StrEnum):
    """All that is kept of what was talked about. The words of an agreement stay with the two."""

    AGREEMENT = "agreement"
    PARTLY = "partly"
    NO_AGREEMENT = "no_agreement"


class Side(StrEnum):
    """The one who asked, and the colleague whom that one invites. Each has a code of their own."""

    ASKER = "asker"
    INVITED = "invited"
