"""Beside a statement of a speaker: what the law engine says about the same act on the same day, with its norm.

Speakers are often stricter than the law about three things that stay free: the vote, an opinion among family, and
sympathy for a party without an act. The page shows both and judges nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.core.law.decide import decide
from sinetra.core.law.decision import Decision
from sinetra.core.law.facts import parse_facts
from sinetra.core.law.rulebook import Rulebook
from sinetra.core.law.words import ASN, ActCode, Outcome, Status
from sinetra.web import law_view, law_words, parts
from sinetra.web.format import day_text

FREE = (ActCode.VOTE, ActCode.PRIVATE_OPINION, ActCode.PARTY_SYMPATHISER)
# Where no norm meets an act, the nearest one that is forbidden shows where the line runs.
_NEAREST = {ActCode.PARTY_SYMPATHISER: ActCode.PARTY_MEMBER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """``answer``: one sentence a group of statuses with the same outcome. ``norms``: what the answer rests on.

    ``nearest``: what is forbidden close to it, empty where a norm itself answers.
    """

    act: str
    day: date
    answers: list[str]
    norms: list[parts.Reason]
    nearest: list[parts.Reason]
    url: str


def beside(book: Rulebook, code: str, day: date, region: str | None = None) -> Beside | None:
    """For an act that stays free, what the law of ``day`` says for every status of a civil servant; else None."""
    if code not in FREE:
        return None
    found = {status: _decision(book, code, status, day, region) for status in ASN}
    nearest = _NEAREST.get(ActCode(code))
    query = urlencode({"perbuatan": code, "siapa": ASN[0].value, "pada": day.isoformat()})
    return Beside(
        act=law_words.word(law_words.ACTS, code),
        day=day,
        answers=_answers(book, code, found, day),
        norms=_met(book, found[ASN[0]]),
        nearest=_met(book, _decision(book, nearest, ASN[0], day, region)) if nearest else [],
        url=f"{reverse('may_i')}?{query}",
    )


def _decision(book: Rulebook, code: str, status: str, day: date, region: str | None) -> Decision:
    facts = {"act_date": day.isoformat(), "region": region, "subject": {"status": status}, "act": {"code": code}}
    return decide(book, parse_facts(facts))


def _answers(book: Rulebook, code: str, found: dict[Any, Decision], day: date) -> list[str]:
    by_outcome: dict[Outcome, list[str]] = {}
    for status, decision in found.items():
        by_outcome.setdefault(decision.outcome, []).append(str(status))
    words = {
        Outcome.PERMITTED: _("Pada %(day)s hukum membolehkannya bagi %(who)s."),
        Outcome.NO_VIOLATION: _("Pada %(day)s tidak ada norma larangan yang terpenuhi bagi %(who)s."),
        Outcome.UNDETERMINED: _("Pada %(day)s jawabannya bergantung pada fakta lain bagi %(who)s."),
        Outcome.VIOLATION: _("Pada %(day)s sebuah norma larangan terpenuhi bagi %(who)s."),
    }
    said = [
        words[outcome] % {"day": day_text(day, law_view.language(), weekday=False), "who": law_view.subjects(who)}
        for outcome, who in by_outcome.items()
    ]
    if code == ActCode.PARTY_SYMPATHISER and set(by_outcome) == {Outcome.NO_VIOLATION}:
        said.append(law_view.in_words(book.shared.phrases["sympathiser"]))
    return said


def _met(book: Rulebook, decision: Decision) -> list[parts.Reason]:
    return [
        parts.Reason(
            text=law_view.in_words(item.norm.title),
            citations=law_view.cited(book.instruments, item.norms),
            url=reverse("norm", args=[item.norm.id]),
        )
        for item in decision.findings
        if item.status is Status.MET
    ]
