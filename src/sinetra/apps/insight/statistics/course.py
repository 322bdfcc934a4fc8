"""Where a case stood at the end of a day: its timeline read from the first line on.

Lines are never changed, so the same lines give the same standing whatever became of the matter later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sinetra.apps.cases.vocabulary import Outcome, StepCode, TrackOutcome
from sinetra.apps.insight.statistics.vocabulary import CaseStatus, OnTrack, PersonStatus

_EXAMINED = frozenset(
    {
        StepCode.STUDY_STARTED,
        StepCode.CHECKED,
        StepCode.REPAIR_ASKED,
        StepCode.REPAIR_ACCEPTED,
        StepCode.FOUND_COMPLETE,
        StepCode.KEPT_AS_INFORMATION,
        StepCode.TRACING_STARTED,
        StepCode.TRACING_REPORTED,
        StepCode.FINDING_SET,
        StepCode.REGISTERED,
        StepCode.STATEMENTS_ASKED,
        StepCode.STUDY_WRITTEN,
        StepCode.STUDY_EXTENDED,
        StepCode.PLENARY,
    }
)
_ACKNOWLEDGED = frozenset({StepCode.ACKNOWLEDGED, StepCode.ACKNOWLEDGEMENT_RECORDED})
_RETURNED = frozenset({StepCode.RETURNED, StepCode.RETURN_RECORDED})
_OUTCOMES = {
    Outcome.NOT_REGISTERED: CaseStatus.NOT_REGISTERED,
    Outcome.OUT_OF_COMPETENCE: CaseStatus.OUT_OF_COMPETENCE,
    Outcome.HANDED_OVER: CaseStatus.HANDED_OVER,
    Outcome.FOLLOWED_UP: CaseStatus.FOLLOWED_UP,
    Outcome.WITHDRAWN: CaseStatus.WITHDRAWN,
}
#: Lines that say something of where a case stands; the others are not read.
TOLD = _EXAMINED | _ACKNOWLEDGED | _RETURNED
TOLD |= {StepCode.OPENED, StepCode.RECEIVED, StepCode.FORWARDED, StepCode.TRANSFERRED, StepCode.TAKEN_OVER}
TOLD |= {StepCode.NOT_REGISTERED, StepCode.WITHDRAWN, StepCode.CLOSED, StepCode.REOPENED, StepCode.CLEARED}
TOLD |= {StepCode.TRACK_OPENED, StepCode.TRACK_ENDED, StepCode.CORRECTION_RECEIVED}


class Where(StrEnum):
    """Why a matter is counted, or is not. ``unknown``: its lines do not say where it stands; that is an error."""

    HERE = "here"
    RECEIVED = "received"
    MOVED = "moved"
    CLEARED = "cleared"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    code: StepCode
    params: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """``status`` is None unless the case is counted here."""

    where: Where
    status: CaseStatus | None
    track: OnTrack
    punished: bool

    @property
    def of_person(self) -> PersonStatus:
        """Of everybody reported in it. Who is cleared is in no case that is counted."""
        if self.punished:
            return PersonStatus.PUNISHED
        if self.status in (CaseStatus.RECEIVED, CaseStatus.IN_EXAMINATION):
            return PersonStatus.AWAITING_BAWASLU
        if self.status in (CaseStatus.FORWARDED, CaseStatus.WITH_RECEIVER):
            return PersonStatus.AWAITING_RECEIVER
        if self.status in (CaseStatus.FOLLOWED_UP, CaseStatus.HANDED_OVER):
            return PersonStatus.ENDED_OTHERWISE
        return PersonStatus.REJECTED


@dataclass(slots=True, kw_only=True)
class _Reading:
    moved_here: bool
    here: bool = False
    begun: bool = False
    status: CaseStatus | None = None
    waiting: int = 0
    leaving: bool = False
    left: bool = False
    cleared: bool = False
    tracks: dict[str, set[str]] = field(default_factory=dict)

    def take(self, line: Line) -> None:
        code = line.code
        if code in (StepCode.OPENED, StepCode.RECEIVED):
            self.begun, self.here, self.status = True, code is StepCode.OPENED, CaseStatus.RECEIVED
        elif code in _EXAMINED:
            self.status = CaseStatus.IN_EXAMINATION
        elif code is StepCode.FORWARDED:
            self.waiting, self.status = self.waiting + 1, CaseStatus.FORWARDED
        elif code in (StepCode.TRANSFERRED, StepCode.TAKEN_OVER):
            self.leaving, self.status = True, CaseStatus.FORWARDED
        elif code in _ACKNOWLEDGED or code in _RETURNED:
            self._answer(acknowledged=code in _ACKNOWLEDGED)
        elif code in (StepCode.TRACK_OPENED, StepCode.TRACK_ENDED):
            self._track(line)
        else:
            self._end(line)

    def _answer(self, *, acknowledged: bool) -> None:
        if not self.here:
            self.here = acknowledged and self.moved_here
        elif self.leaving:
            self.leaving, self.left = False, acknowledged
            self.status = CaseStatus.IN_EXAMINATION
        else:
            self.waiting = max(0, self.waiting - 1)
            back = CaseStatus.WITH_RECEIVER if acknowledged else CaseStatus.IN_EXAMINATION
            self.status = CaseStatus.FORWARDED if self.waiting else back

    def _track(self, line: Line) -> None:
        kind = str(line.params.get("track", ""))
        ended = line.params.get("ended")
        if ended is None:
            self.tracks[kind] = set()
        elif ended == TrackOutcome.TAKEN_BACK:
            self.tracks.pop(kind, None)
        else:
            self.tracks.setdefault(kind, set()).add(str(ended))

    def _end(self, line: Line) -> None:
        code = line.code
        if code is StepCode.NOT_REGISTERED:
            self.status = CaseStatus.NOT_REGISTERED
        elif code is StepCode.WITHDRAWN:
            self.status = CaseStatus.WITHDRAWN
        elif code is StepCode.REOPENED:
            self.cleared, self.waiting, self.status = False, 0, CaseStatus.IN_EXAMINATION
            self.tracks = {}
        elif code is StepCode.CLEARED or (code is StepCode.CORRECTION_RECEIVED and self.moved_here):
            self.cleared = True
        elif code is StepCode.CLOSED:
            outcome = line.params.get("outcome")
            self.cleared = self.cleared or outcome == Outcome.NOT_PROVEN
            self.status = _OUTCOMES.get(Outcome(outcome)) if outcome in set(Outcome) else None

    def standing(self) -> Standing:
        endings = [ended for endings in self.tracks.values() for ended in endings or ("",)]
        nothing_proven = bool(endings) and set(endings) == {TrackOutcome.NOT_PROVEN}
        if not self.begun:
            where = Where.UNKNOWN
        elif self.cleared or nothing_proven:
            where = Where.CLEARED
        elif not self.here:
            where = Where.RECEIVED
        elif self.left:
            where = Where.MOVED
        else:
            where = Where.HERE if self.status else Where.UNKNOWN
        kinds = sorted(self.tracks)
        track = OnTrack.SEVERAL if len(kinds) > 1 else OnTrack(kinds[0]) if kinds else OnTrack.NONE
        return Standing(
            where=where,
            status=self.status if where is Where.HERE else None,
            track=track,
            punished=TrackOutcome.SANCTIONED in endings,
        )


def standing(lines: Iterable[Line], *, moved_here: bool) -> Standing:
    """``lines`` in their order. ``moved_here``: another office of Bawaslu transferred it, or this one took it over."""
    reading = _Reading(moved_here=moved_here)
    for line in lines:
        reading.take(line)
    return reading.standing()
