"""Why: sentences in both languages, put together from the phrases of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.places import within
from sinetra.core.clock.timetables import Timetables
from sinetra.core.transfers.result import StepResult, TransferExceptionResult, WindowResult
from sinetra.core.transfers.rules import TransferRules
from sinetra.core.transfers.transfer import Transfer
from sinetra.core.transfers.weigh import Weighed
from sinetra.core.transfers.words import Need, PermitState, StepStatus, TransferAction, Verdict, WindowId, WindowStatus

_PERMIT = {
    PermitState.UNKNOWN: "permit_unknown",
    PermitState.NONE: "permit_none",
    PermitState.IN_TIME: "permit_in_time",
    PermitState.LATE: "permit_late",
    PermitState.UNDATED: "permit_undated",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """All that the sentences are about."""

    transfer: Transfer
    weighed: Weighed
    verdict: Verdict
    permit: PermitState
    windows: Sequence[WindowResult]
    exceptions: Sequence[TransferExceptionResult]
    sequence: Sequence[StepResult]
    needs: Sequence[str]


def explanation(rules: TransferRules, told: Told) -> tuple[Bilingual, ...]:
    """The verdict first, then windows, permit, exceptions, order of the letters and what is not known."""

    def say(phrase: str, **params: object) -> Bilingual:
        words = rules.phrases[phrase]
        texts = {name: _both(value) for name, value in params.items()}
        return Bilingual(
            id=words.id % {name: text.id for name, text in texts.items()},
            en=words.en % {name: text.en for name, text in texts.items()},
        )

    def sentences() -> Iterator[Bilingual]:
        transfer = told.transfer
        yield say(told.verdict.value)
        for window in told.windows:
            yield from _window(window)
            if _is_assumed(window):
                yield say("inauguration_assumed", first=window.first, election=window.election)
        if all(window.status is WindowStatus.OUTSIDE for window in told.windows):
            yield say("no_window")
        elif told.weighed.need is not Need.NO:
            yield say(_PERMIT[told.permit], day=transfer.permit.day, effective=transfer.effective_on)
        uncited = {item.id for who, _ in told.weighed.needs for item in who.uncited}
        for item in told.exceptions:
            if item.status is StepStatus.MET:
                yield say("excepted", exception=item.text, confidence=item.confidence.value)
            elif item.id in uncited:
                yield say("exception_uncited", exception=item.text, confidence=item.confidence.value)
        if told.weighed.need is Need.OPEN:
            yield from _open_questions()
        for step in told.sequence:
            if step.status is StepStatus.NOT_MET and step.id != "permit_before_inauguration":
                yield say("step_broken", step=step.text, confidence=step.confidence.value)
        if told.needs:
            yield say("needs", fields=", ".join(told.needs))

    def _window(window: WindowResult) -> Iterator[Bilingual]:
        if window.status is WindowStatus.OUTSIDE:
            return
        if window.id is WindowId.ACTING_HEAD:
            yield say(_acting(window.status))
        elif window.status is WindowStatus.OPEN:
            yield say("open", window=window.name)
        else:
            yield say(window.status.value, window=window.name, day=told.transfer.effective_on)
        if window.first is not None:
            yield say(
                "period",
                first=window.first,
                last=rules.phrases["no_end"] if window.last is None else window.last,
                election=window.election,
                confidence=window.confidence.value,
            )

    def _is_assumed(window: WindowResult) -> bool:
        """Does the answer rest on a joint inauguration, which this head may have come after?"""
        region, day = told.transfer.region, told.transfer.effective_on
        if window.id is not WindowId.AFTER_INAUGURATION or window.election is None or region is None:
            return False
        if window.first is None or window.last is None or (day is not None and day < window.first):
            return False
        return not _has_own_inauguration(rules.timetables, window.election, region)

    def _acting(status: WindowStatus) -> str:
        if status is WindowStatus.OPEN:
            return "acting_unknown"
        own = rules.windows[WindowId.ACTING_HEAD].readings
        is_settled = any(reading.followed and told.transfer.official_kind in reading.kinds for reading in own)
        return "acting" if is_settled else "acting_open"

    def _open_questions() -> Iterator[Bilingual]:
        if told.transfer.action is TransferAction.DISMISSAL:
            yield say("dismissal_open")
        if any(who.covered is None for who, need in told.weighed.needs if need is Need.OPEN):
            yield say("post_open")

    return tuple(sentences())


def _has_own_inauguration(timetables: Timetables, election: str, region: str) -> bool:
    """Does the catalogue have the day of that region itself, not of a joint inauguration only?"""
    item = timetables.get(election)
    return item.parent is not None or any(area and within(region, area) for area in item.lines)


def _both(value: object) -> Bilingual:
    return value if isinstance(value, Bilingual) else Bilingual(id=str(value), en=str(value))
