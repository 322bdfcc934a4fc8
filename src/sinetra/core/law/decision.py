"""The answer to one set of facts, and its JSON (contract of ``sinetra decide``). It never names a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.confidence import Confidence
from sinetra.core.clock.stages import Stage
from sinetra.core.law.model import Dispute, Norm, Route, Sanction
from sinetra.core.law.words import NormKind, Outcome, SanctionClass, Status, Track


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """``in_force`` on the day of the act: None when that day, or the first day of the instrument, is not known."""

    instrument: str
    article: str
    confidence: Confidence
    in_force: bool | None

    def to_json(self) -> dict[str, object]:
        return {
            "instrument": self.instrument,
            "article": self.article,
            "confidence": self.confidence.value,
            "in_force": self.in_force,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """One condition and the fact beside it. ``holds`` is None when the fact is unknown."""

    condition: str
    fact: str
    value: object
    holds: bool | None

    def to_json(self) -> dict[str, object]:
        return {"condition": self.condition, "fact": self.fact, "value": self.value, "holds": self.holds}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionResult:
    id: str
    title: Bilingual
    status: Status
    norms: tuple[Cited, ...]
    needs: tuple[str, ...]
    exceptions: tuple[ExceptionResult, ...]

    def to_json(self) -> dict[str, object]:
        return {
            "id": self.id,
            "title": self.title.to_json(),
            "status": self.status.value,
            "norms": [item.to_json() for item in self.norms],
            "needs": list(self.needs),
            "exceptions": [item.to_json() for item in self.exceptions],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """``due`` is None when the day from which the deadline runs is not known."""

    rule: str
    due: date | None
    explanation: tuple[str, ...]
    confidence: Confidence | None

    def to_json(self) -> dict[str, object]:
        return {
            "rule": self.rule,
            "due": None if self.due is None else self.due.isoformat(),
            "explanation": list(self.explanation),
            "confidence": None if self.confidence is None else self.confidence.value,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What became of one norm in one election. ``sanctions``: heaviest first; ``route``: None for a permission."""

    norm: Norm
    status: Status
    by: str | None
    election: str | None
    norms: tuple[Cited, ...]
    sanctions: tuple[Sanction, ...]
    route: Route | None
    deadlines: tuple[Due, ...]
    because: tuple[Because, ...]
    needs: tuple[str, ...]
    exceptions: tuple[ExceptionResult, ...]

    def to_json(self) -> dict[str, object]:
        found: dict[str, object] = {
            "rule": self.norm.id,
            "title": self.norm.title.to_json(),
            "kind": self.norm.kind.value,
            "track": self.norm.track.value,
            "status": self.status.value,
            "election": self.election,
            "confidence": self.norm.confidence.value,
            "norms": [item.to_json() for item in self.norms],
            "sanction": sanction_json(self.sanctions),
            "body": None if self.route is None else route_json(self.route),
            "deadlines": [item.to_json() for item in self.deadlines],
            "because": [item.to_json() for item in self.because],
            "needs": list(self.needs),
            "exceptions": [item.to_json() for item in self.exceptions],
            "note": None if self.norm.note is None else self.norm.note.to_json(),
        }
        if self.by is not None:
            found["by"] = self.by
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """``stages``: every timetable that was looked at; ``stage``: the one the findings are about, else the first."""

    outcome: Outcome
    tracks: Mapping[Track, Outcome]
    stage: Stage | None
    stages: tuple[Stage, ...]
    findings: tuple[Finding, ...]
    next_questions: tuple[str, ...]
    disputes: tuple[Dispute, ...]
    text: Bilingual

    def to_json(self) -> dict[str, object]:
        """The shape of contract section 2."""
        return {
            "outcome": self.outcome.value,
            "tracks": {track.value: outcome.value for track, outcome in self.tracks.items()},
            "stage": None if self.stage is None else stage_json(self.stage),
            "stages": [stage_json(item) for item in self.stages],
            "findings": [item.to_json() for item in self.findings],
            "next_questions": list(self.next_questions),
            "conflicts": [_dispute(item) for item in self.disputes],
            "text": self.text.to_json(),
        }


def route_json(route: Route) -> dict[str, object]:
    return {
        "receives": route.receives.value,
        "forwards_to": route.forwards_to.value,
        "decides": route.decides.value,
    }


def stage_json(stage: Stage) -> dict[str, object]:
    return {
        "code": stage.code.value,
        "election": stage.election,
        "from": None if stage.start is None else stage.start.isoformat(),
        "to": None if stage.end is None else stage.end.isoformat(),
        "source": stage.source,
        "confidence": stage.confidence.value,
    }


def sanction_json(sanctions: tuple[Sanction, ...]) -> dict[str, object]:
    """One sanction, or the heaviest with ``classes`` listing all. That of a permission is ``none``."""
    found: dict[str, object] = {
        "class": (sanctions[0].sanction_class if sanctions else SanctionClass.NONE).value,
        "options": [option.id for item in sanctions for option in item.options],
        "options_en": [option.en for item in sanctions for option in item.options],
    }
    if len({item.sanction_class for item in sanctions}) > 1:
        found["classes"] = [item.sanction_class.value for item in sanctions]
    for item in sanctions:
        if item.prison_months is not None and item.fine_idr is not None:
            found["prison_months"] = list(item.prison_months)
            found["fine_idr"] = list(item.fine_idr)
    notes = [item.note for item in sanctions if item.note is not None]
    if notes:
        found["note"] = notes[0].to_json()
    return found


def _dispute(item: Dispute) -> dict[str, object]:
    return {
        "id": item.id,
        "topic": item.topic.en,
        "topic_id": item.topic.id,
        "confidence": item.confidence.value,
        "readings": [
            {"reading": reading.text.id, "reading_en": reading.text.en, "source": reading.source}
            for reading in item.readings
        ],
    }


def outcome_of(findings: tuple[Finding, ...]) -> Outcome:
    """The first that fits: a prohibition met, one open, a permission met or every holding prohibition excepted."""
    bans = [item.status for item in findings if item.norm.kind is NormKind.PROHIBITION]
    if Status.MET in bans:
        return Outcome.VIOLATION
    if Status.OPEN in bans:
        return Outcome.UNDETERMINED
    allowed = any(item.norm.kind is NormKind.PERMISSION and item.status is Status.MET for item in findings)
    # Out of time: its condition holds and nothing excepts it, so it stands in the way of "every one is excepted".
    holding = [status for status in bans if status in {Status.EXCEPTED, Status.OUT_OF_TIME}]
    if allowed or (holding and all(status is Status.EXCEPTED for status in holding)):
        return Outcome.PERMITTED
    return Outcome.NO_VIOLATION
