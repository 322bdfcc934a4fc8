"""What would change the answer: other answers to the same questions, each put to the engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sinetra.core.law.decide import decide
from sinetra.core.law.decision import Decision
from sinetra.core.law.facts import parse_facts
from sinetra.core.law.model import Exemption
from sinetra.core.law.rulebook import Rulebook
from sinetra.core.law.vocabulary import FIELDS, NOT_APPLICABLE
from sinetra.core.law.words import NormKind, Status
from sinetra.web.public.may_i_asked import DETAILS, Asked
from sinetra.web.public.may_i_verdict import Verdict, verdict_of
from sinetra.web.public.norm_view import version_on

SHOWN = 5
# Suppositions put to the engine for one page: the first facts are those that decide most.
TRIED = 60
# An answer that is itself open teaches nothing here.
_SETTLED = (Verdict.YES, Verdict.NO_BAN, Verdict.NO, Verdict.UNCLEAR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """With one of ``values`` for ``field`` the answer is ``verdict``; ``asked`` is that question."""

    field: str
    values: tuple[str, ...]
    verdict: Verdict
    asked: Asked


def changes(book: Rulebook, decision: Decision, asked: Asked) -> list[Change]:
    """At most ``SHOWN``, those that allow first, each fact in the order in which the findings ask for it."""
    now = verdict_of(decision)
    known = parse_facts(asked.facts()).values
    found: dict[tuple[str, Verdict], Change] = {}
    possible = [
        (name, value)
        for name in _asked_for(decision, asked)
        if known.get(name) != NOT_APPLICABLE
        for value in FIELDS[name].values
        if value not in asked.details.get(name, ())
    ]
    for name, value in possible[:TRIED]:
        other = replace(asked, details={**asked.details, name: (value,)}, ask="", implied=asked.implied - {name})
        verdict = verdict_of(decide(book, parse_facts(other.facts())))
        if verdict is now or verdict not in _SETTLED:
            continue
        before = found.get((name, verdict))
        if before is None:
            found[name, verdict] = Change(field=name, values=(value,), verdict=verdict, asked=other)
        else:
            found[name, verdict] = replace(before, values=(*before.values, value))
    return sorted(found.values(), key=lambda item: _SETTLED.index(item.verdict))[:SHOWN]


def _asked_for(decision: Decision, asked: Asked) -> list[str]:
    """The facts that carrying findings wait for, then those of their exceptions, then those of their conditions."""
    names: list[str] = list(decision.next_questions)
    carrying = [item for item in decision.findings if item.status in {Status.MET, Status.OPEN, Status.EXCEPTED}]
    versions = [version_on(item.norm, asked.day or asked.today) for item in carrying]
    for version in versions:
        names += _fields(version.unless)
    for item, version in zip(carrying, versions, strict=True):
        if item.norm.kind is NormKind.PROHIBITION:
            names += [condition.field for condition in version.when]
    return [name for name in dict.fromkeys(names) if name in DETAILS]


def _fields(exemptions: Iterable[Exemption]) -> Iterator[str]:
    for item in exemptions:
        yield from (condition.field for condition in item.when)
        yield from _fields(item.unless)
