"""The days on which an event told of elsewhere must begin to be worth comparing with an article."""

from __future__ import annotations

from datetime import date, timedelta

from sinetra.core.press.article import Article
from sinetra.core.press.stories.profile import NEWS_LASTS, profile

#: As far as ``candidates`` looks.
_AROUND = NEWS_LASTS + timedelta(days=1)


def around(article: Article) -> tuple[date, date] | None:
    """First and last such day; None where the article tells no day: then any.

    An event whose day nobody tells is to be compared with all.
    """
    days = profile(article).days
    return None if days is None else (days.first - _AROUND, days.last + _AROUND)
