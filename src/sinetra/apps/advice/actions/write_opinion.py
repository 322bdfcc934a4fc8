"""A named person rewrites what was asked and answered in general words, as a draft for the library."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.advice.law import require_in_force
from sinetra.apps.advice.models import Opinion, Question
from sinetra.apps.advice.policies import person
from sinetra.apps.advice.vocabulary import OpinionState
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.catalogue import rulebook
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.reports.sealing import open_value
from sinetra.core.errors import BadInput, Conflict, gettext_noop

LENGTHS = {"title": (5, 160), "question": (10, 1500), "answer": (10, 4000)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """General words only. ``norms``: ids of the catalogue, in force on ``law_date``."""

    title: str
    question: str
    answer: str
    law_date: date
    norms: tuple[str, ...]


def write_opinion(
    *, draft: Draft, actor: Actor, opinion: Opinion | None = None, source: Question | None = None
) -> Opinion:
    """A new draft, or ``opinion`` anew; whoever writes last is its author. ``source`` is what it is rewritten from:
    its words are refused here, and no link to it is kept.

    Errors: ``Forbidden``; ``BadInput`` naming a field; ``Conflict`` for one that is no draft or was changed meanwhile.
    """
    require(actor, "opinion.write", opinion)
    if opinion is not None and opinion.state != OpinionState.DRAFT:
        raise Conflict(gettext_noop("Hanya konsep yang dapat ditulis ulang."), code="no_draft")
    values = _checked(draft, source)
    with unit_of_work(actor) as work:
        if opinion is None:
            opinion = work.create(Opinion(organisation_id=actor.office, written_by_id=person(actor), **values))
        else:
            work.change(opinion, written_by_id=person(actor), **values)
        work.record("opinion.write", opinion)
    return opinion


def _checked(draft: Draft, source: Question | None) -> dict[str, object]:
    texts = {name: plain_text(getattr(draft, name), name, bounds) for name, bounds in LENGTHS.items()}
    if source is not None:
        _require_rewritten(texts, source)
    require_in_force(draft.norms, draft.law_date)
    found = {**texts, "law_date": draft.law_date, "norms": list(draft.norms)}
    return {**found, "search_text": _search_text(texts, draft.norms)}


def _require_rewritten(texts: dict[str, str], source: Question) -> None:
    """The asker's own words could give the asker away."""
    own = str(open_value(source.text_sealed, source.pk, "text")).casefold()
    for name, text in texts.items():
        if own in text.casefold():
            message = gettext_noop("Ini masih kata-kata penanya. Tulis ulang dengan kata-kata umum.")
            raise BadInput(message, field=name)


def _search_text(texts: dict[str, str], norms: tuple[str, ...]) -> str:
    book = rulebook()
    titles = [f"{name} {book.norm(name).title.id} {book.norm(name).title.en}" for name in norms]
    cited = [
        f"{book.instruments[item.instrument].cited_as} Pasal {item.article}"
        for name in norms
        for item in book.norm(name).citations
    ]
    return "\n".join([*texts.values(), *titles, *dict.fromkeys(cited)]).casefold()
