"""Finds matters by numbers that offices gave and by place: never by what somebody told, never by a name of a person."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.paging import Page, page
from sinetra.apps.base.policy import require, visible
from sinetra.apps.cases.models import Matter, MatterWord
from sinetra.core.casework.search_words import search_words, whole_number

#: More words than these say nothing more.
MOST_WORDS = 8
#: A beginning stands for so many words at most, in their order.
_BEGINNINGS = 20
#: A word of fewer matters than these is looked up by itself; of more, each matter is asked whether it has the word.
_RARE = 1000


def search(actor: Actor, text: str, *, after: str | None = None, size: int = 50) -> Page[Matter]:
    """Matters with this number, or else those that have every word of ``text``; open and closed, the newest first. A
    word that nobody has may be the beginning of one. Nothing for a text without a word.

    Errors: ``Forbidden``, ``BadInput`` for a strange ``after``.
    """
    require(actor, "matter.read")
    rows = visible(actor, Matter).select_related("region", "handler").defer("facts_sealed", "acts")
    office = MatterWord.objects.filter(organisation_id=actor.office)
    number = _meant(office, whole_number(text))
    meant = [number] if number else [_meant(office, word) for word in search_words(text)[:MOST_WORDS]]
    wanted = [office.filter(word__in=words) for words in meant]
    return page(_having(rows, wanted), order=("-id",), after=after, size=size)


def _having(rows: QuerySet[Matter], wanted: Sequence[QuerySet[MatterWord]]) -> QuerySet[Matter]:
    common: list[QuerySet[MatterWord]] = []
    few: set[UUID] | None = None
    for entries in wanted:
        keys = list(entries.values_list("matter_id", flat=True)[:_RARE])
        if len(keys) == _RARE:
            common.append(entries)
        else:
            few = set(keys) if few is None else few & set(keys)
    if not wanted or few == set():
        return rows.none()
    if few is not None:
        rows = rows.filter(pk__in=few)
    return rows.filter(*(Exists(entries.filter(matter=OuterRef("pk"))) for entries in common))


def _meant(office: QuerySet[MatterWord], word: str) -> list[str]:
    """The word itself; where no matter has it, those that begin so."""
    if not word:
        return []
    if office.filter(word=word).exists():
        return [word]
    found: list[str] = []
    last = word
    while len(found) < _BEGINNINGS:
        # From one word to the next by the index, past all its matters.
        after = office.filter(word__gt=last).order_by("word").values_list("word", flat=True).first()
        if after is None or not after.startswith(word):
            break
        found.append(last := after)
    return found
