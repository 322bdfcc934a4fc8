"""The right answer to a question is what the law engine says to its facts; where it says nothing sure there is none.

Sure means: nothing is open, a prohibition is met that somebody has read and that no recorded reading denies, or a
permission is met. An exception alone allows nothing, and "no prohibition in the catalogue" is no permission.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sinetra.core.canonical import canonical
from sinetra.core.clock.confidence import Confidence
from sinetra.core.law.decide import decide
from sinetra.core.law.decision import Cited, Decision, Finding
from sinetra.core.law.facts import parse_facts
from sinetra.core.law.rulebook import NormOnDay, Rulebook
from sinetra.core.law.words import ASN, NormKind, Outcome, Status
from sinetra.core.prevention.question_words import QuestionKind, QuestionWords

YES, NO, DEPENDS = "allowed", "prohibited", "depends_on_post"
ALL_ASN, ONLY_PNS, ONLY_OFFICIALS, NOBODY = "all_asn", "only_pns", "only_officials", "nobody"
OPTIONS: Mapping[QuestionKind, tuple[str, ...]] = {
    QuestionKind.MAY: (YES, NO, DEPENDS),
    QuestionKind.SCOPE: (ALL_ASN, ONLY_PNS, ONLY_OFFICIALS, NOBODY),
}
Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """``answer``: code of the right option. ``findings``: what it rests on, the best-read first."""

    answer: str
    findings: tuple[Finding, ...]
    decision: Decision

    @property
    def norms(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(item.norm.id for item in self.findings))

    @property
    def cited(self) -> Mapping[str, tuple[Cited, ...]]:
        return {item.norm.id: item.norms for item in self.findings}


def answer_key(book: Rulebook, words: QuestionWords, kind: QuestionKind, facts: Facts) -> Key | None:
    """None where the engine gives no sure answer, or a wrong option might be right as well."""
    return _may(book, words, facts) if kind is QuestionKind.MAY else _scope(book, words, facts)


def _may(book: Rulebook, words: QuestionWords, facts: Facts) -> Key | None:
    key = _sure(book, facts)
    if key is None:
        return None
    others = [_sure(book, _with(facts, position=post)) for post in words.posts]
    return key if all(item is not None and item.answer == key.answer for item in others) else None


def _scope(book: Rulebook, words: QuestionWords, facts: Facts) -> Key | None:
    """The same act by each kind of civil servant: who is bound is what the engine says of each."""
    found = {status: _sure(book, _with(facts, status=status, position="executor")) for status in words.statuses}
    officials = [_sure(book, _with(facts, status="pns", position=post)) for post in ("camat", "lurah")]
    if any(item is None for item in (*found.values(), *officials)):
        return None
    answers = {status: item.answer for status, item in found.items() if item is not None}
    posts = {item.answer for item in officials if item is not None}
    key = found[words.statuses[0]]
    if key is None or len(posts) != 1 or posts != {key.answer}:
        return None
    bound = {status for status, answer in answers.items() if answer == NO}
    if not bound:
        return replace(key, answer=NOBODY)
    if bound == {status.value for status in ASN}:
        return replace(key, answer=ALL_ASN)
    return replace(key, answer=ONLY_PNS) if bound == {"pns", "cpns"} else None


def _with(facts: Facts, **subject: str) -> Facts:
    return {**facts, "subject": {**facts["subject"], **subject}}


def _sure(book: Rulebook, facts: Facts) -> Key | None:
    decision = decide(book, parse_facts(facts))
    if any(item.contested for item in decision.disputes):
        return None
    met = [item for item in decision.findings if item.status is Status.MET]
    if decision.outcome is Outcome.VIOLATION:
        bans = [item for item in met if item.norm.kind is NormKind.PROHIBITION]
        read = [item for item in bans if item.norm.confidence is not Confidence.UNCHECKED]
        return Key(answer=NO, findings=_best(read), decision=decision) if read else None
    allowed = [item for item in met if item.norm.kind is NormKind.PERMISSION]
    if decision.outcome is Outcome.PERMITTED and allowed:
        return Key(answer=YES, findings=_best(allowed), decision=decision)
    return None


def _best(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    order = (Confidence.VERIFIED, Confidence.PRESS, Confidence.UNCHECKED)
    return tuple(sorted(findings, key=lambda item: (order.index(item.norm.confidence), item.norm.id)))[:2]


def fingerprint(book: Rulebook, norms: Sequence[str], day: date) -> str:
    """SHA-256 over the norms as they stand on ``day``: conditions, exceptions, citations, sanctions, who decides.

    A norm that is not in force on the day, or that the catalogue no longer has, changes it as well.
    """
    wanted = sorted(set(norms))
    standing = [
        NormOnDay(norm=book.norm(name), version=version, day=day).to_json()
        for name in wanted
        if name in book.place
        for version in book.norm(name).versions
        if version.period.holds(day)
    ]
    return hashlib.sha256(canonical([wanted, standing])).hexdigest()
