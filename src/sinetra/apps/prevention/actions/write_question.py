"""A named person rewords a question of the bank, or writes one of their own that cites a norm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.advice.law import require_in_force
from sinetra.apps.advice.policies import person
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.catalogue import question_words, rulebook
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import BankQuestion
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.prevention.answer_key import fingerprint

PROMPT, OPTION, EXPLANATION = (10, 500), (1, 200), (10, 2000)
OPTIONS = (2, 5)
State = BankQuestion.State


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """``options`` in order, each Indonesian and English; English texts may be empty."""

    prompt_id: str
    prompt_en: str
    options: Sequence[tuple[str, str]]
    explanation_id: str
    explanation_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """Only for an officer's own question. ``right``: place of the right option, from 0."""

    topic: str
    right: int
    norms: tuple[str, ...]
    law_date: date


def reword_question(*, question: BankQuestion, wording: Wording, actor: Actor) -> BankQuestion:
    """A draft is reworded in place; of a published one a new version is made, which a second person publishes in its
    stead. Facts, key and norms stay. Errors: ``Forbidden``; ``BadInput`` naming a field; ``Conflict``.
    """
    require(actor, "question_bank.write", question)
    if question.state == State.RETIRED:
        raise Conflict(gettext_noop("Soal ini tidak dipakai lagi."), code="retired")
    if len(wording.options) != len(question.options):
        raise BadInput(gettext_noop("Jumlah pilihan tidak berubah."), field="options")
    codes = [item["code"] for item in question.options]
    values = _texts(wording, codes) | {"written_by_id": person(actor)}
    with unit_of_work(actor) as work:
        if question.state == State.DRAFT:
            work.change(question, **values)
            made = question
        else:
            if BankQuestion.objects.filter(previous=question, state=State.DRAFT).exists():
                raise Conflict(gettext_noop("Sudah ada konsep baru dari soal ini."), code="draft_exists")
            kept = ("kind", "source", "topic", "key", "norms", "facts", "law_date", "fingerprint", "organisation_id")
            values |= {name: getattr(question, name) for name in kept}
            made = work.create(BankQuestion(previous=question, **values))
        work.record("question_bank.write", made)
    return made


def write_question(*, wording: Wording, law: Law, actor: Actor, question: BankQuestion | None = None) -> BankQuestion:
    """An officer's own question as a draft, or such a draft anew. Errors: as above."""
    require(actor, "question_bank.write", question)
    if question is not None and (question.state != State.DRAFT or question.kind != BankQuestion.Kind.OWN):
        raise Conflict(gettext_noop("Hanya konsep yang dapat ditulis ulang."), code="no_draft")
    if law.topic not in question_words().topics:
        raise BadInput(gettext_noop("Pilih salah satu topik."), field="topic", accepted=question_words().topics)
    require_in_force(law.norms, law.law_date)
    codes = [str(place) for place in range(len(wording.options))]
    values = _texts(wording, codes)
    if not 0 <= law.right < len(codes):
        raise BadInput(gettext_noop("Pilih jawaban yang benar."), field="right")
    values |= {
        "topic": law.topic,
        "key": codes[law.right],
        "norms": list(law.norms),
        "law_date": law.law_date,
        "fingerprint": fingerprint(rulebook(), law.norms, law.law_date),
        "written_by_id": person(actor),
    }
    with unit_of_work(actor) as work:
        if question is None:
            question = work.create(BankQuestion(organisation_id=actor.office, kind=BankQuestion.Kind.OWN, **values))
        else:
            work.change(question, **values)
        work.record("question_bank.write", question)
    return question


def _texts(wording: Wording, codes: Sequence[str]) -> dict[str, Any]:
    if not OPTIONS[0] <= len(wording.options) <= OPTIONS[1]:
        raise BadInput(gettext_noop("Tulis 2 sampai 5 pilihan."), field="options")
    options = [
        {"code": code, "id": plain_text(text, "options", OPTION), "en": plain_text(english, "options", (0, OPTION[1]))}
        for code, (text, english) in zip(codes, wording.options, strict=True)
    ]
    if len({item["id"].casefold() for item in options}) < len(options):
        raise BadInput(gettext_noop("Dua pilihan berbunyi sama."), field="options")
    return {
        "prompt_id": plain_text(wording.prompt_id, "prompt_id", PROMPT),
        "prompt_en": plain_text(wording.prompt_en, "prompt_en", (0, PROMPT[1])),
        "options": options,
        "explanation_id": plain_text(wording.explanation_id, "explanation_id", EXPLANATION),
        "explanation_en": plain_text(wording.explanation_en, "explanation_en", (0, EXPLANATION[1])),
    }
