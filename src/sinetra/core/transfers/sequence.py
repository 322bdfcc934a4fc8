"""Whether letters and inauguration are in order, and what becomes of a transfer when they are not."""

from __future__ import annotations

from sinetra.core.transfers.result import StepResult
from sinetra.core.transfers.rules import SequenceStep, TransferRules
from sinetra.core.transfers.transfer import Transfer
from sinetra.core.transfers.words import StepStatus, Verdict


def settled(rules: TransferRules, verdict: Verdict, broken: frozenset[str], *, in_window: bool) -> Verdict:
    """What an allowed transfer comes to when letters are out of order (``broken``: ids of steps); see
    :func:`check.in_window`. The permit itself was weighed already."""
    unsettled = any(step.id in broken and step.decides == Verdict.UNDETERMINED for step in rules.sequence)
    return Verdict.UNDETERMINED if unsettled and in_window and verdict is Verdict.ALLOWED else verdict


def sequence_of(rules: TransferRules, transfer: Transfer) -> tuple[StepResult, ...]:
    """The steps that are about an inauguration of that day."""
    day = transfer.effective_on
    return tuple(_step(step, transfer) for step in rules.sequence if day is None or step.period.holds(day))


def _step(step: SequenceStep, transfer: Transfer) -> StepResult:
    return StepResult(
        id=step.id,
        text=step.text,
        status=_status(step, transfer),
        source=step.source,
        confidence=step.confidence,
    )


def _status(step: SequenceStep, transfer: Transfer) -> StepStatus:
    days = {
        "permit": transfer.permit.day,
        "technical_approval": transfer.technical_approval.day,
        "inauguration": transfer.effective_on,
    }
    first, then = days[step.first], days[step.then]
    if first is None or then is None:
        return StepStatus.OPEN
    return StepStatus.MET if first <= then else StepStatus.NOT_MET
