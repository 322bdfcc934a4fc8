"""What the person may do in any case, from the permissions of the catalogue, before anything is said about bans.

Nothing is listed by hand: each permission is put to the same engine as a question of its own, for the same person and
day, and stands here only when the whole law of that day answers with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sinetra.core.law.decide import decide
from sinetra.core.law.decision import Decision, Finding
from sinetra.core.law.facts import parse_facts
from sinetra.core.law.model import Norm, Version
from sinetra.core.law.rulebook import Rulebook
from sinetra.core.law.words import NormKind, Outcome, Status
from sinetra.web import law_words
from sinetra.web.public.may_i_asked import DETAILS, Asked

# The vote and the opinion at home first: they stand last among the acts.
_ORDER = tuple(reversed(list(law_words.ACTS)))


def allowed(book: Rulebook, asked: Asked) -> list[tuple[Finding, Asked]]:
    """Each permission once, with the question that it answers. That of the act itself is left to the answer."""
    found: dict[str, tuple[Finding, Asked]] = {}
    for norm in book.norms:
        if norm.kind is not NormKind.PERMISSION:
            continue
        for question in _questions(norm, asked):
            finding = _permits(decide(book, parse_facts(question.facts())), norm)
            if finding is not None and question.act != asked.act:
                found.setdefault(norm.id, (finding, question))
    return sorted(found.values(), key=lambda pair: _ORDER.index(pair[1].act))


def _permits(decision: Decision, norm: Norm) -> Finding | None:
    if decision.outcome is not Outcome.PERMITTED:
        return None
    return next((item for item in decision.findings if item.norm.id == norm.id and item.status is Status.MET), None)


def _questions(norm: Norm, asked: Asked) -> Iterator[Asked]:
    """The same person with each act that the permission names, under its own conditions."""
    person = {name: answers for name, answers in asked.details.items() if name.startswith("subject.")}
    for version in norm.versions:
        if asked.day is None or version.period.holds(asked.day):
            own = {item.field: (min(item.values),) for item in version.when if item.field in DETAILS}
            for act in _acts(version):
                yield replace(asked, act=act, details={**person, **own}, ask="", implied=frozenset())


def _acts(version: Version) -> list[str]:
    named = {value for item in version.when if item.field == "act.code" for value in item.values}
    return [code for code in law_words.ACTS if code in named]
