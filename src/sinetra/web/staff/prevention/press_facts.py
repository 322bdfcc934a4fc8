"""What the press says of an activity: each fact with the words that say it and a link to their place in the article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.apps.monitoring import selectors
from sinetra.apps.monitoring.corrected import facts_of
from sinetra.apps.monitoring.models import Article
from sinetra.apps.prevention.models import Activity
from sinetra.ports.clock import zone_of
from sinetra.web.article_view import QUOTED, mark_at, marks
from sinetra.web.fact_words import FIELDS, MORE_FIELDS, fact_note, value_words
from sinetra.web.parts import Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """``url`` is empty for who may not read articles; ``value`` where it says more than the words themselves."""

    printed: str
    value: str
    note: str
    outlet: str
    url: str
    by_person: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PressFact:
    word: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PressFacts:
    """``conflicts``: where outlets differ, by contract 4, with the articles that name them."""

    facts: tuple[PressFact, ...]
    conflicts: Sequence[Any]
    articles: Sequence[Article]
    zone: str


def press_facts(actor: Actor, row: Activity) -> PressFacts | None:
    """None for an activity that no article told of."""
    if row.story is None:
        return None
    rows = selectors.articles(actor).filter(story=row.story).prefetch_related("corrections")
    found = {str(article.pk): article for article in rows.order_by("id")}
    cuts = {key: marks(facts_of(article)) for key, article in found.items()} if may(actor, "article.read") else {}
    words = dict([*FIELDS, *MORE_FIELDS])
    facts = [
        PressFact(word=str(words[name]), quotes=tuple(_quote(name, item, found, cuts) for item in row.facts_from[name]))
        for name in words
        if row.facts_from.get(name)
    ]
    return PressFacts(
        facts=tuple(facts),
        conflicts=row.story.conflicts,
        articles=list(found.values()),
        zone=zone_of(row.region_id).abbreviation,
    )


def _quote(
    name: str, item: Mapping[str, Any], articles: Mapping[str, Article], cuts: Mapping[str, Sequence[Segment]]
) -> Quote:
    article, cut = articles.get(item["article"]), cuts.get(item["article"])
    value = value_words(name, item)
    return Quote(
        printed=item["as_printed"],
        value="" if value.casefold() == item["as_printed"].casefold() else value,
        note=fact_note(item),
        outlet=(article.outlet or article.source) if article else _("artikel"),
        url=place_of(item["article"], item["span"], cut) if cut else "",
        by_person=item.get("by") == "person",
    )


def place_of(article: str, span: Sequence[int], cut: Sequence[Segment]) -> str:
    """The article with the quoted words marked: at the reader's mark there, else at a mark of their own."""
    start, end = span
    mark = mark_at(cut, start, end) or QUOTED
    return f"{reverse('article', args=[article])}?kutip={start}-{end}#fakta-{mark}"
