"""What of an article may be shown outside the workbench: the names of accused persons are masked, in titles too."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from sinetra.apps.base.catalogue import lexicon
from sinetra.apps.monitoring.models import Article, Story
from sinetra.core.press.accused import accused, masked

MASK = "[nama disamarkan]"


@lru_cache(maxsize=256)
def _accused(text: str, title: str) -> frozenset[str]:
    return accused(lexicon(), text, title)


def accused_in(articles: Iterable[Article]) -> frozenset[str]:
    """Names as printed in any of them: who is accused in one outlet is masked in all."""
    return frozenset().union(*(_accused(article.text, article.title) for article in articles))


def outside_title(article: Article) -> str:
    """The title of an article for lists, public pages, interfaces and digests."""
    return masked(article.title or article.source, accused_in([article]), MASK)


def outside_story_title(story: Story) -> str:
    """The title of an event for everybody outside the workbench. ``articles`` may have been prefetched."""
    return masked(story.title, accused_in(story.articles.all()), MASK)
