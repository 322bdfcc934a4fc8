"""Closed sets of the check of a transfer. Values are stable and public (contract of ``sinetra transfer-check``)."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """``needs_permit``: inside a window, and whether there is a permit was not said. ``forbidden``: there is none, or
    it came too late. ``undetermined``: other facts are missing, or readings differ and none is settled."""

    ALLOWED = "allowed"
    NEEDS_PERMIT = "needs_permit"
    FORBIDDEN = "forbidden"
    UNDETERMINED = "undetermined"


class WindowId(StrEnum):
    BEFORE_DETERMINATION = "before_determination"
    AFTER_INAUGURATION = "after_inauguration"
    ACTING_HEAD = "acting_head"


class WindowStatus(StrEnum):
    """``boundary``: within a day of an edge that is contested. ``open``: a missing fact decides."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    BOUNDARY = "boundary"
    OPEN = "open"


class OfficialKind(StrEnum):
    """How the official who signs holds the office of head of region."""

    DEFINITIVE = "definitive"
    PLT = "plt"
    PJ = "pj"
    PJS = "pjs"


class TransferAction(StrEnum):
    APPOINTMENT = "appointment"
    TRANSFER = "transfer"
    DISMISSAL = "dismissal"


class Ground(StrEnum):
    """Why. An exception counts only when its ground is named; ``ordinary`` is none of them."""

    ORDINARY = "ordinary"
    VACANCY = "vacancy"
    DEATH = "death"
    RETIREMENT = "retirement"
    PLT_TASK = "plt_task"
    ACTING_SECRETARY = "acting_secretary"
    UPTD_ADJUSTMENT = "uptd_adjustment"
    DISCIPLINE = "discipline"
    BETWEEN_REGIONS = "between_regions"


class Need(StrEnum):
    """Is the minister's written consent needed?"""

    NO = "no"
    YES = "yes"
    OPEN = "open"


class PermitState(StrEnum):
    """The permit beside the day of the inauguration of the official. ``undated``: one of the two days is not known."""

    UNKNOWN = "unknown"
    NONE = "none"
    IN_TIME = "in_time"
    LATE = "late"
    UNDATED = "undated"


class StepStatus(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    OPEN = "open"
