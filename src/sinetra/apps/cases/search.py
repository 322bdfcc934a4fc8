"""Finds matters by numbers that offices gave and by place: never by what somebody told, never by a name of a person."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.paging import Page, page, position
from sinetra.apps.base.policy import require, visible
from sinetra.apps.cases.models import Matter, MatterWord
from sinetra.core.casework.search_words import search_words, whole_number

Words = QuerySet[MatterWord]
#: More words than these say nothing more.
MOST_WORDS = 8
#: A beginning stands for so many words at most, in their order.
_BEGINNINGS = 20
#: Of a word of fewer matters than these all are looked at; a more common one is read from the newest on.
_RARE = 1000
_NEWEST = ("-id",)


def search(actor: Actor, text: str, *, after: str | None = None, size: int = 50) -> Page[Matter]:
    """Matters with this number, or else those that have every word of ``text``; open and closed, the newest first. A
    word that nobody has may be the beginning of one. Nothing for a text without a word.

    Errors: ``Forbidden``, ``BadInput`` for a strange ``after``.
    """
    require(actor, "matter.read")
    office = visible(actor, MatterWord).filter(organisation_id=actor.office)
    number = _meant(office, whole_number(text))
    meant = [number] if number else [_meant(office, word) for word in search_words(text)[:MOST_WORDS]]
    rows = visible(actor, Matter).select_related("region", "handler").defer("facts_sealed", "acts")
    below = position(after, Matter, order=_NEWEST)[0] if after else None
    found = rows.filter(pk__in=_having(office, meant, below, size + 1)) if meant and all(meant) else rows.none()
    return page(found, order=_NEWEST, after=after, size=size)


def _having(office: Words, meant: Sequence[Sequence[str]], below: UUID | None, most: int) -> list[UUID]:
    """Of the matters that have one of each, the newest ``most`` older than ``below`` (or all, when a word is rare)."""
    common: list[Sequence[str]] = []
    few: set[UUID] | None = None
    for words in meant:
        keys = list(office.filter(word__in=words).values_list("matter_id", flat=True)[:_RARE])
        if len(keys) == _RARE:
            common.append(words)
        else:
            few = set(keys) if few is None else few & set(keys)
    if few is not None:
        for words in common:
            few &= set(office.filter(word__in=words, matter_id__in=few).values_list("matter_id", flat=True))
        return list(few)
    # A single word gives its matters in order of their age, by the index.
    common.sort(key=len)
    leading = office.filter(word__in=common[0])
    for words in common[1:]:
        leading = leading.filter(Exists(office.filter(word__in=words, matter_id=OuterRef("matter_id"))))
    if below is not None:
        leading = leading.filter(matter_id__lt=below)
    return list(leading.order_by("-matter_id").values_list("matter_id", flat=True).distinct()[:most])


def _meant(office: Words, word: str) -> list[str]:
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
