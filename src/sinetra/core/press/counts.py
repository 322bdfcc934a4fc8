"""How many took part. Numbers of cases, reports, voters and the like are no participants."""

from __future__ import annotations

from sinetra.core.press.facts import CountFact
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span


def find_participants(lexicon: Lexicon, page: Page) -> CountFact | None:
    """The first number of people said to attend; ``approximate`` for "sekitar" and the like."""
    apart = lexicon.pattern("details", "not_participants")
    hits = (
        (rule, match) for rule in lexicon.rules("details", "participants") for match in rule.pattern.finditer(page.low)
    )
    for rule, match in sorted(hits, key=lambda pair: pair[1].start()):
        groups = match.groupdict()
        if apart.search(match.group()):
            continue
        value = int(groups["number"].replace(".", ""))
        if value < 2 or (1990 <= value <= 2045 and "." not in groups["number"]):
            continue
        start = match.start("approx") if groups["approx"] else match.start("number")
        unit_end = match.start("unit") + len(groups["unit"].split()[0])
        return CountFact(
            value=value,
            approximate=bool(groups["approx"]),
            unit=groups["unit"].split()[0],
            span=Span(start, unit_end),
            rule=rule.id,
        )
    return None
