"""An event told anew by its articles as they are now: after a correction, or when an article came or went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from sinetra.apps.base.catalogue import lexicon
from sinetra.apps.base.work import Work
from sinetra.apps.monitoring.corrected import facts_of
from sinetra.apps.monitoring.models import Article, Story
from sinetra.apps.registry.models import Region
from sinetra.core import press
from sinetra.core.press.corrected_article import corrected_article
from sinetra.core.press.corrections import items


def as_read(row: Article) -> press.Article:
    """Read anew from the clean text and corrected, so that one comparison serves old and new."""
    read = _read(row.text, row.title, row.outlet, row.facts.get("article_date") or "")
    return corrected_article(replace(read, source=row.source), facts_of(row))


@lru_cache(maxsize=256)
def _read(text: str, title: str, outlet: str, published: str) -> press.Article:
    """With what its page said besides: "kemarin" needs the day of the article.

    Pages of a feed come one by one and are compared with the same articles: each of these is read once.
    """
    (raw,) = press.read("teks.txt", text.encode())
    day = date.fromisoformat(published) if published else None
    return press.extract(lexicon(), replace(raw, title=title or None, outlet=outlet or None, published=day))


def retell(work: Work, story: Story, *, because: str) -> None:
    """Day, place, kind and disagreements of the event; its articles are taken from the database."""
    articles = list(Article.objects.filter(story=story).prefetch_related("corrections").order_by("id"))
    if articles:
        work.change(story, **told_by(articles))
        work.record("story.retell", story, data={"because": because, "articles": len(articles)})


def told_by(articles: Sequence[Article]) -> dict[str, Any]:
    """Columns of the event that these articles tell."""
    facts = [facts_of(article) for article in articles]
    days = [date.fromisoformat(item["value"]) for each in facts for item in items(each, "event_date")]
    codes = [item["kode"] for each in facts for item in items(each, "place") if item.get("kode")]
    region = Region.objects.filter(pk=codes[0]).first() if codes else None
    return {
        "event_type": str(facts[0].get("event_type") or "other"),
        "event_date": min(days) if days else None,
        "region_id": region.pk if region else None,
        "conflicts": [conflict.to_json() for conflict in press.told_as_one(_named_once(articles)).conflicts],
    }


def _named_once(articles: Sequence[Article]) -> list[press.Article]:
    """Readings are told by their source, so two articles of one source must differ in it."""
    found: dict[str, press.Article] = {}
    for row in articles:
        name, number = row.source, 1
        while name in found:
            number += 1
            name = f"{row.source} ({number})"
        found[name] = replace(as_read(row), source=name)
    return list(found.values())
