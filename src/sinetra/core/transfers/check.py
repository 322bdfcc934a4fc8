"""Checks one transfer: verdict, windows with every reading of a contested point, exceptions, order of the letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sinetra.core.clock.confidence import Confidence
from sinetra.core.law.decision import Cited
from sinetra.core.law.instruments import InstrumentStatus
from sinetra.core.transfers.explain import Told, explanation
from sinetra.core.transfers.need import Who, permit_state, verdict_of
from sinetra.core.transfers.readings import readings_of
from sinetra.core.transfers.result import TransferExceptionResult, TransferResult, WindowResult
from sinetra.core.transfers.rules import TransferCitation, TransferException, TransferRules
from sinetra.core.transfers.sequence import sequence_of, settled
from sinetra.core.transfers.transfer import Transfer
from sinetra.core.transfers.weigh import Placed, Weighed, weigh
from sinetra.core.transfers.words import Ground, Need, PermitState, StepStatus, WindowId, WindowStatus


def check_transfer(rules: TransferRules, transfer: Transfer) -> TransferResult:
    """Errors: ``BadInput`` for an unknown election, or one that is not held in the region."""
    weighed = weigh(rules, transfer)
    permit = permit_state(transfer.permit, transfer.effective_on)
    sequence = sequence_of(rules, transfer)
    broken = frozenset(step.id for step in sequence if step.status is StepStatus.NOT_MET)
    everyone = tuple(who for who, _ in weighed.needs)
    near = shown(weighed.placed, transfer.effective_on)
    verdict = settled(rules, verdict_of(weighed.need, permit), broken, in_window=in_window(near))
    windows = tuple(_window(rules, transfer, item, permit, everyone) for item in near)
    exceptions = tuple(exceptions_told(rules, transfer, weighed))
    needs = needed(facts_needed(transfer, weighed), weighed.need, permit, transfer)
    told = Told(
        transfer=transfer,
        weighed=weighed,
        verdict=verdict,
        permit=permit,
        windows=windows,
        exceptions=exceptions,
        sequence=sequence,
        needs=needs,
    )
    return TransferResult(
        verdict=verdict,
        windows=windows,
        exceptions=exceptions,
        sequence=sequence,
        needs=needs,
        explanation=explanation(rules, told),
    )


def in_window(near: Iterable[Placed]) -> bool:
    """May the day be in a window that an election opens? ``near``: those that are :func:`shown`."""
    return any(item.span is not None and item.status is not WindowStatus.OUTSIDE for item in near)


def shown(placed: Sequence[Placed], day: date | None) -> tuple[Placed, ...]:
    """In the order of the windows: those that the day is not outside of, else the nearest one."""
    found: list[Placed] = []
    for name in WindowId:
        own = [item for item in placed if item.window.id is name]
        near = [item for item in own if item.status is not WindowStatus.OUTSIDE]
        near.sort(key=lambda item: list(WindowStatus).index(item.status))
        found += near or [min(own, key=lambda item: _distance(item, day))]
    return tuple(found)


def _distance(item: Placed, day: date | None) -> int:
    return 0 if item.span is None or day is None else item.span.distance(day)


def _window(
    rules: TransferRules, transfer: Transfer, item: Placed, permit: PermitState, everyone: tuple[Who, ...]
) -> WindowResult:
    span = item.span
    has_norms = span is not None or item.window.id is WindowId.ACTING_HEAD
    return WindowResult(
        id=item.window.id,
        name=item.window.name,
        status=item.status,
        election=None if span is None else span.election,
        first=None if span is None else span.bounds[0].first,
        last=None if span is None else span.bounds[0].last,
        source=None if span is None else span.source,
        confidence=Confidence.UNCHECKED if span is None else span.confidence,
        rules=item.window.rules if has_norms else (),
        norms=_cited(rules, item.window.citations, transfer) if has_norms else (),
        readings=tuple(found.beside(permit) for found in readings_of(rules, transfer, item, everyone)),
    )


def _cited(rules: TransferRules, citations: Iterable[TransferCitation], transfer: Transfer) -> tuple[Cited, ...]:
    day, kind = transfer.effective_on, transfer.official_kind
    found = []
    for item in citations:
        if (day is not None and not item.period.holds(day)) or (item.kinds and kind and kind not in item.kinds):
            continue
        force = rules.instruments[item.instrument].status_on(day)
        in_force = None if force is InstrumentStatus.UNKNOWN else force is InstrumentStatus.IN_FORCE
        found.append(
            Cited(instrument=item.instrument, article=item.article, confidence=item.confidence, in_force=in_force)
        )
    return tuple(found)


def exceptions_told(rules: TransferRules, transfer: Transfer, weighed: Weighed) -> Iterator[TransferExceptionResult]:
    """Those that are used, and those that would count if their ground were named."""
    always = exceptions_met(weighed)
    ever = {item.id for who, _ in weighed.needs for item in (*who.used, *who.unsure, *who.uncited)}
    reached = _reached(weighed)
    ask = transfer.ground is Ground.ORDINARY and weighed.need is not Need.NO
    for item in rules.exceptions:
        day = transfer.effective_on
        could = ask and bool(item.grounds) and (day is None or item.period.holds(day))
        could = could and any(item.fits(transfer.action, who.position) for who, _ in weighed.needs)
        if reached & item.windows and (item.id in ever or could):
            yield _exception(rules, transfer, item, StepStatus.MET if item in always else StepStatus.OPEN)


def exceptions_met(weighed: Weighed) -> tuple[TransferException, ...]:
    """Those that count however the unknown facts turn out, for a window that the day is not outside of."""
    everyone, reached = [who for who, _ in weighed.needs], _reached(weighed)
    return tuple(
        item for item in everyone[0].used if reached & item.windows and all(item in who.used for who in everyone)
    )


def _reached(weighed: Weighed) -> set[WindowId]:
    return {item.window.id for item in weighed.placed if item.status is not WindowStatus.OUTSIDE}


def _exception(
    rules: TransferRules, transfer: Transfer, item: TransferException, status: StepStatus
) -> TransferExceptionResult:
    return TransferExceptionResult(
        id=item.id,
        text=item.text,
        status=status,
        windows=tuple(name for name in WindowId if name in item.windows),
        norms=_cited(rules, item.citations, transfer),
        confidence=item.confidence,
    )


def facts_needed(transfer: Transfer, weighed: Weighed) -> tuple[str, ...]:
    """The unknown facts that decide whether the consent is needed, in the order in which they are asked for."""
    spans = [item.span for item in weighed.placed if item.span is not None]
    found = []
    if transfer.effective_on is None and spans:
        found.append("effective_on")
    if transfer.region is None and weighed.need is Need.OPEN and any(item.inside is None for item in weighed.placed):
        found.append("region")
    if transfer.official_kind is None and _differ((who.position, need) for who, need in weighed.needs):
        found.append("official_kind")
    if transfer.position is None and _differ((who.kind, need) for who, need in weighed.needs):
        found.append("position")
    return tuple(found)


def needed(facts: tuple[str, ...], need: Need, permit: PermitState, transfer: Transfer) -> tuple[str, ...]:
    """The unknown facts that decide the verdict: those about the need, and those about the permit."""
    if need is Need.NO or permit is PermitState.IN_TIME:
        return ()
    if permit is PermitState.UNKNOWN:
        return (*facts, "permit")
    if permit is PermitState.UNDATED:
        undated = () if transfer.permit.day is not None else ("permit.date",)
        unplaced = () if transfer.effective_on is not None or "effective_on" in facts else ("effective_on",)
        return (*unplaced, *facts, *undated)
    return facts


def _differ(pairs: Iterable[tuple[object, Need]]) -> bool:
    """Does the need differ while the other unknown fact stays the same?"""
    seen: dict[object, Need] = {}
    return any(seen.setdefault(key, need) is not need for key, need in pairs)
