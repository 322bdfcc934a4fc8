"""Figures for the public: counts of what exists in this installation. No row, no name, no office leaves this module.

Everybody may see the figures, so these queries do not go through ``policy.visible``; they return counts only, and small
cells are withheld (``suppress``). Cases, reports, acts and hand-overs are counted apart: they are not the same thing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from sinetra.apps.careers.after_vote import totals
from sinetra.apps.careers.selectors import check_counts, decided_counts
from sinetra.apps.careers.vocabulary import Decision
from sinetra.apps.cases.models import HandOver, Matter, NilReport
from sinetra.apps.cases.nil_reports import outdated
from sinetra.apps.cases.vocabulary import Direction, MatterKind, Outcome, Period, Purpose
from sinetra.apps.insight.suppress import Table, conceal, keeps_apart, suppress
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import Channel
from sinetra.core.casework.states import HandOverState, State
from sinetra.core.law.words import ActCode
from sinetra.core.transfers import Verdict

RECORDED = "_recorded"
# The states of a matter, in groups that the public can follow.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "received": (State.INITIAL_INFORMATION, State.SUPERVISION_REPORT, State.FINDING, State.REPORT_RECEIVED),
    "examined": (
        State.TRACING,
        State.INITIAL_STUDY,
        State.REPAIR,
        State.COMPLETE,
        State.REGISTERED,
        State.CLARIFICATION,
        State.STUDY,
        State.PLENARY,
        State.STATUS_ANNOUNCED,
        State.RETURNED,
    ),
    "forwarded": (State.FORWARDED, State.ACKNOWLEDGED, State.TRANSFERRED, State.TAKEN_OVER),
    "ended": (State.CLOSED, State.NOT_REGISTERED, State.STOPPED, State.WITHDRAWN),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicFigures:
    """Counts as of the end of a legal date."""

    as_of: date
    tables: tuple[Table, ...]

    def table(self, name: str) -> Table:
        """Errors: ``KeyError``."""
        for item in self.tables:
            if item.name == name:
                return item
        raise KeyError(name)


def public_figures(as_of: date) -> PublicFigures:
    """Reports by channel, matters by group of states, acts, hand-overs sent and matters received, nil reports, and
    replacements of officials.

    Reports by state are left out: set against the matters they would tell how many were cleared.
    """
    return PublicFigures(as_of=as_of, tables=(reports_by_channel(as_of), *_of_matters(as_of), *beside_cases(as_of)))


def reports_by_channel(as_of: date) -> Table:
    return suppress("reports", _by(Report._base_manager.filter(filed_on__lte=as_of), "kept_as", Channel))


def beside_cases(as_of: date) -> tuple[Table, ...]:
    """What says nothing of any case: nil reports, and replacements of officials."""
    checks = suppress("transfer_checks", check_counts(as_of, Verdict))
    return _nil_reports(as_of), _transfer_decisions(as_of), checks


def _of_matters(as_of: date) -> tuple[Table, ...]:
    # Who is cleared disappears from every figure: a matter that was not proven is in none of the tables.
    matters = Matter._base_manager.filter(opened_on__lte=as_of).exclude(outcome=Outcome.NOT_PROVEN)
    matters = matters.filter(corrected_at=None)
    # What another office of Bawaslu has taken on counts there, once.
    left = HandOver._base_manager.filter(direction=Direction.OUTGOING, state=HandOverState.ACKNOWLEDGED)
    left = left.exclude(purpose=Purpose.FORWARDING)
    own = matters.exclude(kind=MatterKind.HANDED_OVER).exclude(pk__in=left.values("matter"))
    # What a receiver passed on counts where it was taken on.
    on = HandOver._base_manager.filter(direction=Direction.OUTGOING, state=HandOverState.ACKNOWLEDGED)
    received = matters.filter(kind=MatterKind.HANDED_OVER).exclude(pk__in=on.values("matter"))
    by_step = suppress("matters", _grouped(_by(own, "state", State)))
    sent = HandOver._base_manager.filter(direction=Direction.OUTGOING, matter__in=own)
    hand_overs = suppress("hand_overs", _hand_overs(sent))
    # A forwarded matter has a hand-over: counting these would undo the withholding there.
    if by_step.cells["forwarded"] is None:
        hand_overs = conceal(hand_overs)
    steps = _open_and_closed(_by(received, "state", (*HandOverState, State.CLOSED)))
    return by_step, suppress("acts", _acts(own), adds_up=False), hand_overs, suppress("received", steps)


def _transfer_decisions(as_of: date) -> Table:
    """Without its numbers where they would give away how few were moved after a vote."""
    counts = decided_counts(as_of)
    table = suppress("transfer_decisions", counts)
    return table if keeps_apart(counts[Decision.GRANTED], totals(as_of)) else conceal(table)


def _nil_reports(as_of: date) -> Table:
    """Weeks and months that an office stated to be nil. Nothing about anybody: no cell is withheld."""
    rows = NilReport._base_manager.filter(~outdated(), filed_on__lte=as_of)
    counts = _by(rows, "period", Period)
    return Table(name="nil_reports", cells=counts, total=sum(counts.values()))


def _hand_overs(rows: QuerySet[HandOver]) -> dict[str, int]:
    """What the sender itself recorded is counted apart: the other side has not said it."""
    recorded = [f"{state}{RECORDED}" for state in (HandOverState.ACKNOWLEDGED, HandOverState.RETURNED)]
    counted = dict.fromkeys([*(str(state) for state in HandOverState), *recorded], 0)
    for state, by_sender, count in rows.order_by().values_list("state", "recorded_by_sender").annotate(Count("pk")):
        counted[f"{state}{RECORDED}" if by_sender else state] += count
    return counted


def _by(
    rows: QuerySet[Report] | QuerySet[Matter] | QuerySet[NilReport],
    field: str,
    codes: Iterable[str],
) -> dict[str, int]:
    """How many rows have each code; the known codes first, with zero where there is none."""
    counted = {str(code): 0 for code in codes}
    for code, count in rows.order_by().values_list(field).annotate(Count("pk")):
        counted[str(code)] = counted.get(str(code), 0) + count
    return counted


def _grouped(counts: Mapping[str, int]) -> dict[str, int]:
    group_of = {str(state): group for group, states in GROUPS.items() for state in states}
    found = dict.fromkeys(GROUPS, 0)
    for state, count in counts.items():
        found[group_of.get(state, "examined")] += count
    return found


def _open_and_closed(counts: Mapping[str, int]) -> dict[str, int]:
    closed = counts.get(State.CLOSED.value, 0)
    return {"open": sum(counts.values()) - closed, "closed": closed}


def _acts(matters: QuerySet[Matter]) -> dict[str, int]:
    """How often each act is named, the most frequent first. A matter with two acts counts in two rows."""
    counted: Counter[str] = Counter()
    for acts in matters.values_list("acts", flat=True).iterator(chunk_size=2000):
        counted.update(set(acts) & set(ActCode))
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))
