"""The law engine: facts in, findings with article, exception, sanction, body and deadline out.

rulebook = load_rulebook(catalogue)
decision = decide(rulebook, parse_facts({"act_date": "2024-11-01", "act": {"code": "like"}}))
decision.to_json()
"""

from __future__ import annotations

from sinetra.core.law.decide import decide
from sinetra.core.law.decision import Decision, Finding
from sinetra.core.law.facts import Facts, parse_facts
from sinetra.core.law.instruments import Instrument, InstrumentStatus, load_instruments
from sinetra.core.law.rulebook import NormOnDay, Rulebook, load_rulebook

__all__ = [
    "Decision",
    "Facts",
    "Finding",
    "Instrument",
    "InstrumentStatus",
    "NormOnDay",
    "Rulebook",
    "decide",
    "load_instruments",
    "load_rulebook",
    "parse_facts",
]
