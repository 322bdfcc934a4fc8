"""Is the minister's written consent needed? Three values: an unknown fact is tried with every value it may have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sinetra.core.law.model import ALWAYS
from sinetra.core.law.words import Position
from sinetra.core.transfers.rules import BindingReading, TransferException, TransferRules, Window
from sinetra.core.transfers.spans import Span
from sinetra.core.transfers.transfer import Letter, Transfer
from sinetra.core.transfers.words import Need, OfficialKind, PermitState, Verdict, WindowId

#: Posts whose holder may have the extra duty of heading a unit.
HEADS_UNIT = frozenset({Position.FUNCTIONAL, Position.TEACHER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """One way in which the unknown head and post may turn out. ``covered``: the post is one of those that the ban is
    about; None when that is open. ``used``: the exceptions that count; ``unsure``: those that count on some days only,
    where the day is not known; ``uncited``: those that would count, and have no text to cite. ``excepted``,
    ``doubtful``, ``unread``: the windows that these are exceptions to.
    """

    kind: OfficialKind
    position: Position
    covered: bool | None
    used: tuple[TransferException, ...]
    unsure: tuple[TransferException, ...]
    uncited: tuple[TransferException, ...]
    excepted: frozenset[WindowId]
    doubtful: frozenset[WindowId]
    unread: frozenset[WindowId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """One reading of a window. ``inside``: is the day in it? None in another field: what the catalogue follows.

    ``exceptions``: True counts those without a text to cite as well, False leaves all out of account.
    """

    inside: bool | None
    binding: bool | None = None
    own_head: bool | None = None
    action: bool | None = None
    exceptions: bool | None = None


def completions(rules: TransferRules, transfer: Transfer) -> tuple[Who, ...]:
    """Every head and post that the transfer may be about."""
    kinds = tuple(OfficialKind) if transfer.official_kind is None else (transfer.official_kind,)
    positions = rules.samples if transfer.position is None else (transfer.position,)
    found = []
    for position in positions:
        covered = position in rules.posts.covered or (transfer.heads_unit and position in HEADS_UNIT) or None
        named = [
            item
            for item in rules.exceptions
            if (transfer.ground in item.grounds and item.fits(transfer.action, position))
            or (position in item.positions and not covered)
        ]
        dated = [(item, _on(item, transfer.effective_on)) for item in named]
        used = tuple(item for item, counts in dated if counts and item.citations)
        unsure = tuple(item for item, counts in dated if counts is None)
        uncited = tuple(item for item, counts in dated if counts and not item.citations)
        found += [
            Who(
                kind=kind,
                position=position,
                covered=covered,
                used=used,
                unsure=unsure,
                uncited=uncited,
                excepted=_windows(used),
                doubtful=_windows(unsure),
                unread=_windows(uncited),
            )
            for kind in kinds
        ]
    return tuple(found)


def _windows(some: Iterable[TransferException]) -> frozenset[WindowId]:
    return frozenset(name for item in some for name in item.windows)


def _on(item: TransferException, day: date | None) -> bool | None:
    if day is None:
        return True if item.period == ALWAYS else None
    return item.period.holds(day)


def window_need(
    rules: TransferRules, transfer: Transfer, window: Window, span: Span | None, who: Who, reach: Reach
) -> Need:
    """Does this window ask for the consent, for one head and post, in one reading?"""
    excepted = window.id in who.excepted or (reach.exceptions is True and window.id in who.unread)
    if reach.inside is False or (excepted and reach.exceptions is not False):
        return Need.NO
    asked = [reach.inside, _binds(window, who.kind, reach)]
    if span is not None and not span.own_head:
        asked.append(reach.own_head)
    if window.id is not WindowId.ACTING_HEAD:
        asked.append(who.covered)
    contested = rules.actions.get(transfer.action)
    if contested is not None and window.id in contested.windows:
        asked.append(reach.action if reach.action is not None else chosen(contested.readings))
    doubtful = window.id in who.doubtful or window.id in who.unread
    if doubtful and reach.exceptions is not False:
        asked.append(None)
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


def all_of(values: Sequence[bool | None]) -> Need:
    """Kleene's and.

    >>> all_of([True, None]).value, all_of([None, False]).value
    ('open', 'no')
    """
    if False in values:
        return Need.NO
    return Need.OPEN if None in values else Need.YES


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
