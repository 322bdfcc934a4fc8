"""An article for the eye: its text with the facts marked, and the same facts as a list that leads to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from sinetra.apps.base.catalogue import rulebook
from sinetra.core.press.corrections import items, same
from sinetra.web.fact_words import FIELDS, MORE_FIELDS, fact_note, fact_words
from sinetra.web.parts import Segment, segments
from sinetra.web.removed_words import removed_words
from sinetra.web.rule_words import rule_words
from sinetra.web.stated import Beside, beside

# The mark of a place that somebody quotes and no fact covers: #fakta-kutipan.
QUOTED = "kutipan"


@dataclass(frozen=True, slots=True)
class Fact:
    """``id`` is empty for a fact without a place in the text (inherited or derived; ``note`` says from where).

    ``law``: what the law says beside a statement about an act that stays free. ``rule``: how it was found, in words.
    ``anchor``: the mark that leads back to it, the first of those that lead to one mark.
    ``number``: its place among the facts of its field as they were read, 0 for one that a person added. ``read``: what
    the reader had said, where a person corrected it; ``accepted``: a person agreed.
    """

    id: str
    words: str
    anchor: str = ""
    note: str = ""
    law: Beside | None = None
    rule: str | Promise = ""
    field: str = ""
    number: int = 0
    read: str = ""
    by_person: bool = False
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class FactGroup:
    word: str | Promise
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    segments: list[Segment]
    groups: list[FactGroup]
    removed: list[tuple[str | Promise, list[str]]]
    removed_count: int = 0

    @property
    def listed(self) -> frozenset[str]:
        """Ids of marks that a fact of the list leads to, and that lead back to it."""
        return frozenset(fact.anchor for group in self.groups for fact in group.facts if fact.anchor)


def article_view(
    facts: Mapping[str, Any],
    quoted: tuple[int, int] | None = None,
    *,
    read: Mapping[str, Any] | None = None,
    masked: Callable[[str], str] = str,
) -> ArticleView:
    """``facts`` is an article by contract 4, corrected; ``read``: as it was read, where single facts are judged.

    ``quoted``: a place that is marked besides, with the id ``kutipan``. ``masked`` takes the names of accused persons
    out of whatever is shown outside the workbench.
    """
    groups: list[FactGroup] = []
    for name, word in (*FIELDS, *MORE_FIELDS):
        before = items(read, name) if read is not None else []
        found = [_fact(name, id_, item, before, facts, masked) for id_, item in _named(facts, name)]
        if found:
            groups.append(FactGroup(word, tuple(found)))
    spans = _spans(facts)
    if quoted is not None and not any(start < quoted[1] and end > quoted[0] for start, end, *_more in spans):
        spans.append((*quoted, QUOTED, _("Kutipan")))
    cut = segments(facts["text"], spans)
    shown = [replace(part, text=masked(part.text)) for part in cut]
    return ArticleView(
        shown, _led_to_marks(groups, spans, cut), removed_words(gone := facts.get("removed") or []), len(gone)
    )


def _named(facts: Mapping[str, Any], name: str) -> list[tuple[str, dict[str, Any]]]:
    """The facts of a field, each with the id of its mark; empty for one without a place in the text."""
    return [(f"{name}-{at}" if item.get("span") else "", item) for at, item in enumerate(items(facts, name), start=1)]


def _spans(facts: Mapping[str, Any]) -> list[tuple[int, int, str, str]]:
    return [
        (*item["span"], identity, str(word))
        for name, word in (*FIELDS, *MORE_FIELDS)
        for identity, item in _named(facts, name)
        if identity
    ]


def _fact(
    name: str,
    identity: str,
    item: dict[str, Any],
    before: Sequence[Mapping[str, Any]],
    facts: Mapping[str, Any],
    masked: Callable[[str], str],
) -> Fact:
    origin = item.get("read") or item
    number = next((at for at, one in enumerate(before, start=1) if same(one, origin)), 0)
    return Fact(
        id=identity,
        words=masked(fact_words(name, item)),
        note=fact_note(item),
        law=_law(name, item, facts),
        rule=rule_words(item.get("rule")),
        field=name,
        number=number,
        read=masked(fact_words(name, item["read"])) if item.get("read") else "",
        by_person=item.get("by") == "person",
        accepted=bool(item.get("accepted")),
    )


def marks(facts: Mapping[str, Any]) -> list[Segment]:
    """The text cut at its facts, as ``article_view`` marks them; for who leads to a mark and shows none."""
    return segments(facts["text"], _spans(facts))


def mark_at(cut: Sequence[Segment], start: int, end: int) -> str:
    """The id of the mark that shows this place of the text, or a part of it; empty when nothing is marked there."""
    at = 0
    for part in cut:
        if part.id and at < end and at + len(part.text) > start:
            return part.id
        at += len(part.text)
    return ""


def _led_to_marks(
    groups: list[FactGroup], spans: list[tuple[int, int, str, str]], cut: list[Segment]
) -> list[FactGroup]:
    """Marks never nest: a fact inside the place of another leads to the mark that covers it."""
    marked = {part.id for part in cut if part.id}
    places = {identity: (start, end) for start, end, identity, _label in spans}

    def mark_of(identity: str) -> str:
        if not identity or identity in marked:
            return identity
        start, end = places[identity]
        covers = (one for one in marked if places[one][0] < end and places[one][1] > start)
        return min(covers, key=lambda one: places[one], default="")

    led: list[FactGroup] = []
    taken: set[str] = set()
    for group in groups:
        facts = []
        for fact in group.facts:
            mark = mark_of(fact.id)
            facts.append(replace(fact, id=mark, anchor="" if mark in taken else mark))
            taken.add(mark)
        led.append(FactGroup(group.word, tuple(facts)))
    return led


def _law(name: str, item: dict[str, Any], facts: Mapping[str, Any]) -> Beside | None:
    """Only for acts, and only where the article tells the day."""
    day = (facts.get("event_date") or {}).get("value")
    if name not in {"prohibited_acts", "permitted_acts"} or not day or len(day) != len("2024-11-21"):
        return None
    return beside(rulebook(), item["code"], date.fromisoformat(day), (facts.get("place") or {}).get("kode"))
