"""Is the minister's written consent needed? Three values: an unknown fact is tried with every value it may have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sinetra.core.law.words import Position
from sinetra.core.transfers.rules import BindingReading, TransferException, TransferRules, Window
from sinetra.core.transfers.spans import Span
from sinetra.core.transfers.transfer import Letter, Transfer
from sinetra.core.transfers.words import Need, OfficialKind, PermitState, TransferAction, Verdict, WindowId

_HEADS_UNIT = frozenset({Position.FUNCTIONAL, Position.TEACHER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """One way in which the unknown head and post may turn out. ``covered``: the post is one of those that the ban is
    about; None when that is open."""

    kind: OfficialKind
    position: Position
    covered: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """One reading of a window. ``inside``: is the day in it? None in another field: what the catalogue follows.

    ``exceptions``: False leaves them out of account.
    """

    inside: bool | None
    binding: bool | None = None
    own_head: bool | None = None
    dismissal: bool | None = None
    exceptions: bool = True


def completions(rules: TransferRules, transfer: Transfer) -> tuple[Who, ...]:
    """Every head and post that the transfer may be about."""
    kinds = tuple(OfficialKind) if transfer.official_kind is None else (transfer.official_kind,)
    positions = tuple(Position) if transfer.position is None else (transfer.position,)
    return tuple(
        Who(kind=kind, position=position, covered=_covered(rules, transfer, position))
        for kind in kinds
        for position in positions
    )


def _covered(rules: TransferRules, transfer: Transfer, position: Position) -> bool | None:
    if position in rules.posts.covered or (transfer.heads_unit and position in _HEADS_UNIT):
        return True
    return None


def exceptions_of(rules: TransferRules, transfer: Transfer, who: Who) -> Iterator[TransferException]:
    """The exceptions whose ground is named, or whose post it is, on the day of the transfer."""
    for item in rules.exceptions:
        named = transfer.ground in item.grounds or (who.position in item.positions and who.covered is None)
        if named and (transfer.effective_on is None or item.period.holds(transfer.effective_on)):
            yield item


def window_need(
    rules: TransferRules, transfer: Transfer, window: Window, span: Span | None, who: Who, reach: Reach
) -> Need:
    """Does this window ask for the consent, for one head and post, in one reading?"""
    if reach.exceptions and any(window.id in item.windows for item in exceptions_of(rules, transfer, who)):
        return Need.NO
    asked = [reach.inside, _binds(window, who.kind, reach)]
    if span is not None and not span.own_head:
        asked.append(reach.own_head)
    if window.id is not WindowId.ACTING_HEAD:
        asked.append(who.covered)
    if transfer.action is TransferAction.DISMISSAL and window.id in rules.dismissal.windows:
        asked.append(reach.dismissal if reach.dismissal is not None else chosen(rules.dismissal.readings))
    return all_of(asked)


def _binds(window: Window, kind: OfficialKind, reach: Reach) -> bool | None:
    if kind in window.binds:
        return True
    own = [item for item in window.readings if kind in item.kinds]
    if not own:
        return False
    return reach.binding if reach.binding is not None else chosen(own)


def chosen(readings: Iterable[BindingReading]) -> bool | None:
    """What the followed reading says; None when none is followed, so that the question is open."""
    return next((item.binds for item in readings if item.followed), None)


def all_of(values: Iterable[bool | None]) -> Need:
    """Kleene's and.

    >>> all_of([True, None]).value, all_of([None, False]).value
    ('open', 'no')
    """
    given = list(values)
    if any(value is False for value in given):
        return Need.NO
    return Need.OPEN if any(value is None for value in given) else Need.YES


def any_of(needs: Iterable[Need]) -> Need:
    """Kleene's or: the consent is needed when one window asks for it."""
    given = set(needs)
    return Need.YES if Need.YES in given else Need.OPEN if Need.OPEN in given else Need.NO


def agreed(needs: Iterable[Need]) -> Need:
    """What holds however the unknown facts turn out."""
    given = set(needs)
    return given.pop() if len(given) == 1 else Need.OPEN


def permit_state(permit: Letter, effective_on: date | None) -> PermitState:
    """A permit of the day of the inauguration itself is in time."""
    if permit.exists is not True:
        return PermitState.UNKNOWN if permit.exists is None else PermitState.NONE
    if permit.day is None or effective_on is None:
        return PermitState.UNDATED
    return PermitState.IN_TIME if permit.day <= effective_on else PermitState.LATE


def verdict_of(need: Need, permit: PermitState) -> Verdict:
    """
    >>> verdict_of(Need.YES, PermitState.LATE).value
    'forbidden'
    """
    if need is Need.NO or permit is PermitState.IN_TIME:
        return Verdict.ALLOWED
    if need is Need.OPEN or permit is PermitState.UNDATED:
        return Verdict.UNDETERMINED
    return Verdict.NEEDS_PERMIT if permit is PermitState.UNKNOWN else Verdict.FORBIDDEN
