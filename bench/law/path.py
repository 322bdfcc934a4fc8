"""The engine alone: from a JSON text to facts, to statuses, to an answer in both languages with its citations."""

from __future__ import annotations

import json
from typing import Any

from bench.law.acts import texts
from bench.law.codes import Book, Rows
from bench.law.timing import each
from sinetra.core.law import decide, parse_facts
from sinetra.core.law.evaluate import statuses, trace
from sinetra.core.law.facts import Facts
from sinetra.core.law.rulesets import ACT
from sinetra.core.law.situations import situations

LIMITS = {"parse": 60, "statuses": 8, "statuses_with_the_full_trace": 25, "text_with_citations": 150}


def measure(book: Book, rows: Rows, passes: int) -> dict[str, Any]:
    """Microseconds; each step has a limit (p50) that the issue of the engine set."""
    given = texts(book, rows)
    rulebook = book.rulebook
    sets, timetables = rulebook.sets, rulebook.clock.timetables
    parsed = [parse_facts(json.loads(text)) for text in given]
    placed = [place.facts for facts in parsed for place in situations(facts, timetables)][: len(parsed)]

    def of_act(facts: Facts) -> object:
        masks = sets.of_act(facts.values.get(ACT))
        return statuses(masks, *masks.conditions(facts))

    def whole(text: str) -> object:
        return decide(rulebook, parse_facts(json.loads(text))).to_json()

    def traced(facts: Facts) -> object:
        found = trace(sets.every, facts)
        return statuses(found.masks, found.s, found.m), found

    steps = {
        "parse": each(lambda text: parse_facts(json.loads(text)), given, passes),
        "statuses": each(of_act, placed, passes),
        "statuses_with_the_full_trace": each(traced, placed, passes),
        "text_with_citations": each(lambda facts: decide(rulebook, facts), parsed, passes),
        "the_whole_as_json": each(whole, given, passes),
    }
    return {
        "what": "parse: JSON text to validated facts. statuses: of facts with their stage. text_with_citations: "
        "validated facts, every timetable of region and day, findings with reasons, exceptions, sanctions, bodies and "
        "deadlines, what is open settled, two languages; facts seen before are remembered, as in a running server.",
        "steps": {name: figures | {"limit_us": LIMITS.get(name)} for name, figures in steps.items()},
    }
