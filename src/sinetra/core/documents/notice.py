"""A notice: what a poster, a leaflet, a card and a message say about one question, one rule or one status.

Every text is in one language and ready to print; codes and catalogue ids have become words before. What one **may** do
stands first in every piece that is made of it, and the law date, the presumption of innocence and the link in each.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Mark(StrEnum):
    """What the answer is at a glance. ``NO_BAN`` is no permission: the catalogue knows no prohibition."""

    MAY = "may"
    MAY_NOT = "may_not"
    DEPENDS = "depends"
    UNCLEAR = "unclear"
    NO_BAN = "no_ban"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A source of law. ``confidence`` is a word for the reader; ``unchecked``: nobody has read the official text."""

    text: str
    confidence: str
    unchecked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The fixed words of a piece, in its language."""

    product: str
    may: str
    may_not: str
    depends: str
    no_ban: str
    unless: str
    follows: str
    articles: str
    doubts: str
    law_date: str
    innocence: str
    not_a_decision: str
    unchecked: str
    more: str
    others: str
    doubt: str
    doubt_steps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """``may``: what stays allowed. ``may_not``, ``depends``, ``no_ban``: only where one notice is about many acts.

    ``verdict`` with ``mark`` and ``summary`` is the answer; ``given`` what it supposes. ``follows``: what may come
    after, by track. ``law_date`` is the day of the law in words, ``url`` the page that says the same for that day.
    ``exercise``: the word that a piece of a demonstration bears; empty where it is meant.
    """

    language: str
    for_whom: str
    title: str
    mark: Mark | None
    verdict: str
    summary: str
    given: tuple[str, ...]
    may: tuple[str, ...]
    may_not: tuple[str, ...]
    depends: tuple[str, ...]
    no_ban: tuple[str, ...]
    unless: tuple[str, ...]
    follows: tuple[str, ...]
    articles: tuple[Article, ...]
    doubts: tuple[str, ...]
    law_date: str
    stage: str
    url: str
    exercise: str
    heading: Heading

    @property
    def has_unchecked(self) -> bool:
        return any(item.unchecked for item in self.articles)

    def to_data(self) -> dict[str, Any]:
        """Texts, lists and truth values only: what the template reads."""
        return {**asdict(self), "has_unchecked": self.has_unchecked}


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """What is read aloud at the morning roll call: five sentences, three things to remember, the articles in short."""

    notice: Notice
    sentences: tuple[str, ...]
    remember: tuple[str, ...]
    articles: tuple[str, ...]
    heading_sentences: str
    heading_remember: str
