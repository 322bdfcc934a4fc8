"""What taking a report back would bring about, by where its matter stands, with source and confidence.

The step of the catalogue says it for each set of rules (``casework.yaml``, ``withdraw``); outside the stages, that of
Pemilihan, as casework does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sinetra.apps.cases.actions.withdraw import can_be_noted, can_be_withdrawn, is_elsewhere, joined_to_withdraw
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.moves import casework
from sinetra.apps.reports.law_clock import Regime, regime_of
from sinetra.apps.reports.models import Message, Report
from sinetra.apps.reports.vocabulary import Channel, Mark, ReportState
from sinetra.core.casework.states import Regime as Rules
from sinetra.core.casework.states import State


class Effect(StrEnum):
    """``ends``: not registered yet, so it ends as a report; what it told may be kept as initial information.
    ``goes_on``: registered, or one of several of the same event, so handling goes on. ``elsewhere``: another office of
    Bawaslu says what follows."""

    ENDS = "ends"
    GOES_ON = "goes_on"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """``effect`` None: it cannot be taken back (any more). ``asked_on``: the office was asked and has not decided.
    ``is_registered``: its matter bears a number of the register."""

    effect: Effect | None
    is_registered: bool
    asked_on: date | None
    source: str
    confidence: str

    @property
    def may_ask(self) -> bool:
        return self.effect is not None and self.asked_on is None

    def to_json(self) -> dict[str, Any]:
        return {
            "effect": self.effect,
            "asked_on": self.asked_on.isoformat() if self.asked_on else None,
            "source": self.source,
            "confidence": self.confidence,
        }


def withdrawal_of(report: Report) -> Withdrawal:
    effect = _effect(report)
    matter = report.in_matter
    asked = Message.objects.filter(report=report, mark=Mark.WITHDRAWAL).order_by("sent_at").first()
    step = casework().require(State.REPORT_RECEIVED, "withdraw", _regime(report))
    return Withdrawal(
        effect=effect,
        is_registered=matter is not None and matter.registered_on is not None,
        asked_on=asked.sent_on if asked is not None and effect is not None else None,
        source=step.source,
        confidence=step.confidence.value,
    )


def asked_in(matter: Matter) -> tuple[tuple[Report, date], ...]:
    """Which reports of the matter their reporters have asked by the code to take back, since when; none decided on."""
    asked = Message.objects.filter(report__joined_to=matter, mark=Mark.WITHDRAWAL)
    joined = joined_to_withdraw(matter).filter(pk__in=asked.values("report_id")).select_related("joined_to")
    rows = ([matter.report] if matter.report is not None else []) + list(joined)
    return tuple((row, on) for row in rows if (on := withdrawal_of(row).asked_on) is not None)


def _effect(report: Report) -> Effect | None:
    matter = report.in_matter
    if matter is None:
        return Effect.ENDS if report.kept_as == Channel.REPORT and report.state == ReportState.NEW else None
    if report.joined_to_id is not None:
        if not joined_to_withdraw(matter).filter(pk=report.pk).exists():
            return None
        return Effect.ELSEWHERE if is_elsewhere(matter) else Effect.GOES_ON
    if not can_be_withdrawn(matter):
        return None
    if can_be_noted(matter):
        return Effect.ELSEWHERE if is_elsewhere(matter) else Effect.GOES_ON
    return Effect.ENDS


def _regime(report: Report) -> Rules:
    return Rules.PEMILU if regime_of(report.election) is Regime.PEMILU else Rules.PILKADA
