"""The bank takes in what the rulebook gives for a day: new questions as drafts, old drafts anew."""

from __future__ import annotations

from datetime import date
from typing import Any

from sinetra.apps.advice.policies import person
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.catalogue import question_words, rulebook
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import BankQuestion
from sinetra.core.prevention.question_bank import Generated, generate


def generate_questions(
    *, law_date: date, actor: Actor, election: str | None = None, region: str | None = None
) -> list[BankQuestion]:
    """The drafts that were made or made anew; again it makes none. One that somebody retired does not come back while
    its law stands. Errors: ``Forbidden``; ``BadInput`` for an unknown election or region.
    """
    require(actor, "question_bank.write")
    wanted = list(generate(rulebook(), question_words(), law_date, election, region))
    mine = BankQuestion.objects.filter(organisation_id=actor.office, source__in=[item.source for item in wanted])
    there: dict[str, list[BankQuestion]] = {}
    for row in mine:
        there.setdefault(row.source, []).append(row)
    made: list[BankQuestion] = []
    with unit_of_work(actor) as work:
        for item in wanted:
            old = there.get(item.source, [])
            if any(row.fingerprint == item.fingerprint and row.key == item.key for row in old):
                continue
            draft = next((row for row in old if row.state == BankQuestion.State.DRAFT), None)
            if draft is None:
                draft = work.create(BankQuestion(organisation_id=actor.office, **_columns(item, actor)))
            else:
                work.change(draft, **_columns(item, actor))
            work.record("question_bank.write", draft, data={"source": item.source})
            made.append(draft)
    return made


def _columns(item: Generated, actor: Actor) -> dict[str, Any]:
    return {
        "kind": item.kind.value,
        "source": item.source,
        "topic": item.topic,
        "prompt_id": item.prompt.id,
        "prompt_en": item.prompt.en,
        "options": [option.to_json() for option in item.options],
        "key": item.key,
        "explanation_id": item.explanation.id,
        "explanation_en": item.explanation.en,
        "norms": list(item.norms),
        "facts": item.facts,
        "law_date": item.law_date,
        "fingerprint": item.fingerprint,
        "written_by_id": person(actor),
    }
