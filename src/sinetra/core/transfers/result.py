"""The answer to one transfer, and its JSON (contract of ``sinetra transfer-check``). It never names a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.confidence import Confidence
from sinetra.core.law.decision import Cited
from sinetra.core.transfers.words import StepStatus, Verdict, WindowId, WindowStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferReading:
    """``verdict``: what this window comes to in this reading. ``followed``: the one that decides here."""

    id: str
    text: Bilingual
    verdict: Verdict
    source: str
    followed: bool
    confidence: Confidence

    def to_json(self) -> dict[str, object]:
        return {
            "id": self.id,
            "reading": self.text.id,
            "reading_en": self.text.en,
            "verdict": self.verdict.value,
            "source": self.source,
            "followed": self.followed,
            "confidence": self.confidence.value,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowResult:
    """``first`` and ``last`` are both inside; None is open-ended or not known. ``rules``: ids of the law catalogue.

    ``election`` and the days are None for acting heads, and where no election of the catalogue opens the window.
    """

    id: WindowId
    name: Bilingual
    status: WindowStatus
    election: str | None
    first: date | None
    last: date | None
    source: str | None
    confidence: Confidence
    rules: tuple[str, ...]
    norms: tuple[Cited, ...]
    readings: tuple[TransferReading, ...]

    def to_json(self) -> dict[str, object]:
        return {
            "id": self.id.value,
            "name": self.name.to_json(),
            "status": self.status.value,
            "election": self.election,
            "from": None if self.first is None else self.first.isoformat(),
            "to": None if self.last is None else self.last.isoformat(),
            "source": self.source,
            "confidence": self.confidence.value,
            "rules": list(self.rules),
            "norms": [item.to_json() for item in self.norms],
            "readings": [item.to_json() for item in self.readings],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferExceptionResult:
    """``status``: ``met`` when the exception is used, ``open`` when it would count if its ground were named."""

    id: str
    text: Bilingual
    status: StepStatus
    windows: tuple[WindowId, ...]
    norms: tuple[Cited, ...]
    confidence: Confidence

    def to_json(self) -> dict[str, object]:
        return {
            "id": self.id,
            "text": self.text.to_json(),
            "status": self.status.value,
            "windows": [item.value for item in self.windows],
            "norms": [item.to_json() for item in self.norms],
            "confidence": self.confidence.value,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class StepResult:
    """Whether two letters, or a letter and the inauguration, are in order."""

    id: str
    text: Bilingual
    status: StepStatus
    source: str
    confidence: Confidence

    def to_json(self) -> dict[str, object]:
        return {
            "id": self.id,
            "text": self.text.to_json(),
            "status": self.status.value,
            "source": self.source,
            "confidence": self.confidence.value,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferResult:
    """``needs``: the unknown facts that decide, named as they are given."""

    verdict: Verdict
    windows: tuple[WindowResult, ...]
    exceptions: tuple[TransferExceptionResult, ...]
    sequence: tuple[StepResult, ...]
    needs: tuple[str, ...]
    explanation: tuple[Bilingual, ...]

    def window(self, name: WindowId) -> WindowResult:
        """The window of that name; of several elections the one that matters most."""
        return next(item for item in self.windows if item.id is name)

    def to_json(self) -> dict[str, object]:
        """The shape of contract section 6."""
        return {
            "verdict": self.verdict.value,
            "windows": [item.to_json() for item in self.windows],
            "exceptions": [item.to_json() for item in self.exceptions],
            "sequence": [item.to_json() for item in self.sequence],
            "needs": list(self.needs),
            "explanation": [line.id for line in self.explanation],
            "explanation_en": [line.en for line in self.explanation],
        }
