"""What the office has asked the reporter to complete, with its clock, and whether an answer is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sinetra.apps.cases.models import Clock, RepairRequest
from sinetra.apps.cases.moves import casework
from sinetra.apps.cases.vocabulary import State
from sinetra.apps.reports.law_clock import Due
from sinetra.apps.reports.models import Message, Report
from sinetra.apps.reports.vocabulary import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """``gaps``: ids of requirements, never the office's notes. ``due`` None: outside the stages no rule says until
    when. ``answered_on``: the day of the first answer, None while there is none."""

    gaps: tuple[str, ...]
    asked_on: date
    due: Due | None
    answered_on: date | None

    def words(self, language: str = "id") -> tuple[str, ...]:
        titles = (casework().requirements.title(gap) for gap in self.gaps)
        return tuple(title.en if language == "en" else title.id for title in titles)

    def to_json(self, translate: Callable[[str], str] = str, language: str = "id") -> dict[str, Any]:
        return {
            "gaps": [
                {"requirement": gap, "text": text} for gap, text in zip(self.gaps, self.words(language), strict=True)
            ],
            "asked_on": self.asked_on.isoformat(),
            "due": self.due.due.isoformat() if self.due else None,
            "explanation": list(self.due.explanation(translate, language)) if self.due else [],
            "answered_on": self.answered_on.isoformat() if self.answered_on else None,
        }


def waits_for_completion(report: Report) -> bool:
    matter = getattr(report, "matter", None)
    return matter is not None and matter.state == State.REPAIR


def completion_of(report: Report) -> Completion | None:
    """What is asked now; None when the office waits for nothing."""
    if not waits_for_completion(report):
        return None
    asked = RepairRequest.objects.filter(matter=report.matter).order_by("-asked_at", "-id").first()
    if asked is None:
        return None
    clock = Clock.objects.filter(matter=report.matter, rule__endswith=".repair", done_at=None).order_by("-id").first()
    return Completion(
        gaps=tuple(asked.gaps),
        asked_on=asked.asked_on,
        due=Due.of(clock.told) if clock is not None else None,
        answered_on=answered_on(report, asked),
    )


def answered_on(report: Report, asked: RepairRequest) -> date | None:
    """The day on which the reporter first answered this request."""
    rows = Message.objects.filter(report=report, mark=Mark.COMPLETION, sent_at__gte=asked.asked_at)
    return rows.order_by("sent_at", "id").values_list("sent_on", flat=True).first()
