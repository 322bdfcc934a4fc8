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


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    ask: Ask
    decision: Decision


def readings(told: Told) -> tuple[Reading, ...]:
    """One for each act, in the order of ``told.asks``; two asks that are the same act and means are one."""
    found: dict[str, Reading] = {}
    for ask in told.asks:
        facts = told.facts(ask)
        found.setdefault(str(facts["act"]), Reading(ask=ask, decision=decide(rulebook(), parse_facts(facts))))
    return tuple(found.values())


def open_questions(found: Sequence[Reading]) -> tuple[str, ...]:
    """Fields whose answers still decide something, each once. An answer of "I do not know" leaves them open."""
    return tuple(dict.fromkeys(name for item in found for name in item.decision.next_questions))


def norms_of(found: Sequence[Reading]) -> tuple[str, ...]:
    """The norms of all readings, each once."""
    return tuple(dict.fromkeys(item.norm.id for reading in found for item in reading.decision.findings))
