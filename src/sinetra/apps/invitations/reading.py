"""What the law engine reads in an invitation: each thing that is asked, by the law of the day of the event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sinetra.apps.base.catalogue import rulebook
from sinetra.apps.invitations.told import Told
from sinetra.apps.invitations.vocabulary import Ask
from sinetra.core.law.decide import decide
from sinetra.core.law.decision import Decision
from sinetra.core.law.facts import parse_facts

#: The question that the law engine does not know: whether an event that is no campaign has calls to vote.
PARTISAN = "partisan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """``decision`` is None where what was told makes no act of a campaign; ``is_open``: one answer may make one."""

    ask: Ask
    decision: Decision | None
    is_open: bool


def readings(told: Told) -> tuple[Reading, ...]:
    """One for each act, in the order of ``told.asks``; two asks that are the same act and means are one."""
    found: dict[str, Reading] = {}
    for ask in told.asks:
        facts = told.facts(ask)
        has_act = told.act_of(ask) is not None
        decision = decide(rulebook(), parse_facts(facts)) if has_act else None
        key = str(facts["act"]) if has_act else ask.value
        found.setdefault(key, Reading(ask=ask, decision=decision, is_open=not has_act and told.is_open))
    return tuple(found.values())


def open_questions(found: Sequence[Reading]) -> tuple[str, ...]:
    """Fields whose answers still decide something, each once. An answer of "I do not know" leaves them open."""
    first = (PARTISAN,) if any(item.is_open for item in found) else ()
    decisions = [item.decision for item in found if item.decision is not None]
    return (*first, *dict.fromkeys(name for decision in decisions for name in decision.next_questions))


def norms_of(found: Sequence[Reading]) -> tuple[str, ...]:
    """The norms of all readings, each once."""
    decisions = [item.decision for item in found if item.decision is not None]
    return tuple(dict.fromkeys(item.norm.id for decision in decisions for item in decision.findings))
