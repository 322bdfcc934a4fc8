"""A notice as plain text: for WhatsApp, where ``*…*`` is bold, and for reading aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sinetra.core.documents.notice import Article, Notice, Talk

# A message is read on a small screen: the lists end here and say how many more there are.
MOST = 12


def message(notice: Notice) -> str:
    """The message with its law date and link; lists of more than ``MOST`` lines end in how many are left."""
    return "\n".join(_message(notice)).strip() + "\n"


def _message(notice: Notice) -> Iterator[str]:
    words = notice.heading
    if notice.exercise:
        yield f"*{notice.exercise}*"
    yield f"*{notice.title}*"
    yield notice.stage if not notice.summary else ""
    yield from _list(words.may, notice.may, words.others)
    if notice.verdict:
        yield f"*{notice.verdict}.* {notice.summary}"
        yield from notice.given
        yield ""
    elif notice.summary:
        yield notice.summary
        yield ""
    yield from _list(words.may_not, notice.may_not, words.others)
    yield from _list(words.depends, notice.depends, words.others)
    yield from _list(words.no_ban, notice.no_ban, words.others)
    yield from _list(words.unless, notice.unless, words.others)
    yield from _list(words.follows, notice.follows, words.others)
    yield from _list(words.doubts, notice.doubts, words.others)
    yield from _list(words.articles, articles(notice.articles), words.others)
    if notice.has_unchecked:
        yield words.unchecked
    yield f"{words.law_date}: {notice.law_date}."
    yield words.innocence
    yield f"{words.more}: {notice.url}"


def articles(items: Iterable[Article]) -> list[str]:
    """Each source with how far it was checked."""
    return [f"{item.text} ({item.confidence})" for item in items]


def _told(talk: Talk) -> Iterator[str]:
    """The articles, when there are any."""
    if not talk.articles:
        return
    yield talk.notice.heading.articles
    yield from (f"- {text}" for text in talk.articles)
    if talk.notice.has_unchecked:
        yield talk.notice.heading.unchecked
    yield ""


def _list(title: str, items: Iterable[str], others: str) -> Iterator[str]:
    found = list(items)
    if not found:
        return
    yield f"*{title}*"
    yield from (f"- {item}" for item in found[:MOST])
    if len(found) > MOST:
        yield f"… {others % {'number': len(found) - MOST}}"
    yield ""


def talking_points(talk: Talk) -> str:
    """The five sentences, the three things to remember, the articles, the law date and the link."""
    notice = talk.notice
    lines = [
        *([notice.exercise, ""] if notice.exercise else []),
        notice.title,
        "",
        talk.heading_sentences,
        *(f"{number}. {text}" for number, text in enumerate(talk.sentences, start=1)),
        "",
        talk.heading_remember,
        *(f"{number}. {text}" for number, text in enumerate(talk.remember, start=1)),
        "",
        *_told(talk),
        f"{notice.heading.law_date}: {notice.law_date}.",
        notice.heading.innocence,
        f"{notice.heading.more}: {notice.url}",
    ]
    return "\n".join(lines) + "\n"
