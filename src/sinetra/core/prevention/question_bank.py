"""Single-best-answer questions from the rulebook, in both languages, each with its norms and why.

A scene tells facts; the answer is what the law engine says to them on the day (``answer_key``), so a question exists
only where that is sure. A question that was written down falls out of use when the law, or the answer, is another one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.citing import WHOLE, citation_words
from sinetra.core.clock.confidence import Confidence
from sinetra.core.law.decision import Cited
from sinetra.core.law.rulebook import Rulebook
from sinetra.core.prevention.answer_key import NOBODY, OPTIONS, YES, Key, answer_key, fingerprint
from sinetra.core.prevention.question_words import QuestionKind, QuestionWords, Scene

CANDIDATE, PROSPECTIVE = "candidate", "prospective_candidate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    code: str
    text: Bilingual

    def to_json(self) -> dict[str, str]:
        return {"code": self.code, **self.text.to_json()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """``source`` names the scene and the context it was asked in: the same source is the same question.

    ``facts``: shape of ``sinetra decide``. ``key``: code of the right option. ``fingerprint``: of the norms on
    ``law_date``.
    """

    source: str
    kind: QuestionKind
    topic: str
    prompt: Bilingual
    options: tuple[Option, ...]
    key: str
    explanation: Bilingual
    norms: tuple[str, ...]
    facts: Mapping[str, Any]
    law_date: date
    fingerprint: str


class Fault(StrEnum):
    """Why a question may not be asked any more."""

    NORM_GONE = "norm_gone"
    LAW_CHANGED = "law_changed"
    ANSWER_CHANGED = "answer_changed"


def generate(
    book: Rulebook, words: QuestionWords, day: date, election: str | None = None, region: str | None = None
) -> Iterator[Generated]:
    """A question for each scene whose answer is sure on ``day``. Errors: ``BadInput`` for an unknown election."""
    for scene in words.scenes:
        facts = _facts(words, scene, day, election, region)
        key = answer_key(book, words, scene.kind, facts)
        if key is not None and _is_early(words, key):
            facts["act"]["target"] = PROSPECTIVE if facts["act"]["target"] == CANDIDATE else facts["act"]["target"]
            key = None if scene.from_determination else answer_key(book, words, scene.kind, facts)
        if key is not None:
            yield _question(book, words, scene, facts, key, day)


def _is_early(words: QuestionWords, key: Key) -> bool:
    """Nobody is a candidate before the determination."""
    return key.decision.stage is not None and key.decision.stage.code in words.before_determination


def _facts(words: QuestionWords, scene: Scene, day: date, election: str | None, region: str | None) -> dict[str, Any]:
    """Complete: what the scene and its person do not tell is that of the defaults. ``scope`` starts from a PNS."""
    person = words.people[scene.who or "pns"]
    return {
        "act_date": day.isoformat(),
        "election": election,
        "region": region,
        "subject": {**words.subject, **person.subject, **scene.subject},
        "act": {**words.act, **scene.act},
    }


def _question(
    book: Rulebook, words: QuestionWords, scene: Scene, facts: Mapping[str, Any], key: Key, day: date
) -> Generated:
    stage = key.decision.stage
    code = stage.code.value if stage else "no_election"
    return Generated(
        source=f"{scene.id}:{code}:{(stage.election if stage else None) or '-'}",
        kind=scene.kind,
        topic=scene.topic,
        prompt=_both(lambda language: _prompt(book, words, scene, key, language)),
        options=tuple(Option(code=name, text=words.words[name]) for name in OPTIONS[scene.kind]),
        key=key.answer,
        explanation=_both(lambda language: _explanation(book, words, key, language)),
        norms=key.norms,
        facts=facts,
        law_date=day,
        fingerprint=fingerprint(book, key.norms, day),
    )


def _both(make: Any) -> Bilingual:
    return Bilingual(id=make("id"), en=make("en"))


def _prompt(book: Rulebook, words: QuestionWords, scene: Scene, key: Key, language: str) -> str:
    stage = key.decision.stage
    when = getattr(words.stages[stage.code.value if stage else "no_election"], language)
    if stage and stage.election:
        name = getattr(book.clock.timetables.get(stage.election).name, language)
        when = getattr(words.words["when"], language) % {"stage": when, "election": name}
    who = getattr(words.people[scene.who].text, language) if scene.who else ""
    side = getattr(words.sides[PROSPECTIVE if _is_early(words, key) else CANDIDATE], language)
    told = getattr(scene.text, language) % {"candidate": side}
    return str(getattr(words.words[scene.kind.value], language) % {"when": when, "who": who, "scene": told})


def _explanation(book: Rulebook, words: QuestionWords, key: Key, language: str) -> str:
    norms = [
        getattr(words.words["norm"], language)
        % {
            "title": getattr(item.norm.title, language),
            "cited": "; ".join(cite(book, one, language) for one in item.norms),
        }
        for item in key.findings
    ]
    said = {"answer": getattr(words.words[key.answer], language), "norms": "; ".join(norms)}
    lines = [getattr(words.words["answer"], language) % said]
    if any(one.confidence is Confidence.UNCHECKED for item in key.findings for one in item.norms):
        lines.append(getattr(book.shared.phrases["to_check"], language))
    if key.answer not in {YES, NOBODY}:
        lines.append(getattr(words.words["presumption"], language))
    return " ".join(lines)


def cite(book: Rulebook, item: Cited, language: str) -> str:
    """``PP 94/2021 Pasal 5 huruf n``; in English ``PP 94/2021 art. 5 letter n``."""
    name = book.instruments[item.instrument].cited_as
    if item.article == WHOLE:
        return name
    place = citation_words(item.article, language)
    article = getattr(book.shared.phrases["article"], language)
    return f"{name} {article % {'article': place} if place[:1].isdigit() else place}"


def fault(
    book: Rulebook,
    words: QuestionWords,
    *,
    kind: QuestionKind,
    key: str,
    norms: Sequence[str],
    facts: Mapping[str, Any],
    law_date: date,
    printed: str,
    today: date,
) -> Fault | None:
    """None while a written question may be asked: its norms read as they did (``printed``: the fingerprint kept with
    it) and still do ``today``, and the engine answers as it did. A question of an officer's own has no facts.
    """
    if any(name not in book.place for name in norms):
        return Fault.NORM_GONE
    later = max(law_date, today)
    if fingerprint(book, norms, law_date) != printed or fingerprint(book, norms, later) != printed:
        return Fault.LAW_CHANGED
    if kind is not QuestionKind.OWN:
        found = answer_key(book, words, kind, facts)
        if found is None or found.answer != key or found.norms != tuple(norms):
            return Fault.ANSWER_CHANGED
    return None
