"""What an article is compared by: days its event may be on, place, hall, people, body, what is done, its words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sinetra.core.press.article import Article
from sinetra.core.press.stories.accused_offices import Offices, accused_offices
from sinetra.core.press.stories.doing import doing
from sinetra.core.press.stories.hour import hour
from sinetra.core.press.stories.initials import subjects
from sinetra.core.press.stories.leading import Leading, audiences, institutions
from sinetra.core.press.stories.naming import (
    Named,
    Parts,
    bodies_in,
    body,
    cores,
    halls,
    letter,
    level,
    parts,
    people,
    special,
)
from sinetra.core.press.stories.wording import Wording, wording

#: A report comes out at most so long after its event.
NEWS_LASTS = timedelta(days=3)
#: Of a letter, which is explained for weeks.
_LETTER_LASTS = timedelta(days=14)
FIGURES = "statistics"
_WORD = re.compile(r"\w{3,}")
_MONTH = "(?:Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des)"
#: No year, no part of a date, no time of the day.
_NUMBER = re.compile(
    rf"(?<![\d./:])(?!(?:19|20)\d\d\b)(\d{{2,4}}|\d{{1,3}}(?:\.\d{{3}})+)(?![\d/:]|\.\d| {_MONTH})", re.IGNORECASE
)
#: A few days, of which the reader takes one.
_WEEK = re.compile(r"(?:(?:awal|tengah|pertengahan|akhir) )?(?:pekan|minggu) (?:ini|lalu|kemarin)$", re.IGNORECASE)
_ABOUT = timedelta(days=1)
_FULL_NAME = re.compile(r"\b[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,}){1,2}\b")
_NO_NAME = frozenset(frozenset(words) for words in ((), ("kepala", "daerah")))
_INITIALS = re.compile(r"(?<![\w.])[A-Z]{2,4}(?![\w.])")
_PARAGRAPH, _SMALL = 60, 10
_ANY_TOWN = frozenset(("kota", "kabupaten"))
_LOCAL_VOTE = re.compile(r"\b(?:[Pp]ilkada|[Pp]il(?:wal|bup|gub)\w{0,6}|[Pp]emilukada)\b")


@dataclass(frozen=True, slots=True)
class Days:
    """The event is on one of these days, both ends included. ``exact``: the text ties it to a day.

    ``sure``: printed with the weekday that it was, so that it is no misprint.
    """

    first: date
    last: date
    exact: bool
    sure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """``cores``: what tells each hall from others; ``special``: and no town shares.

    ``spoken``: of an article without town and day, what may be full names in it: it can be found by nothing else.
    ``numbers``: printed ones that are no year; ``figures``: those of the headline;
    ``attended``: how many were there. ``level``: whether the body is one of a town or of a province.
    ``paragraphs``: the longer ones, hashed. ``spelled``: short forms of the bodies whose long names it prints.
    ``hour``: the part of the day.

    ``letter``: the parts of the printed number of a circular or ruling.
    """

    source: str
    place: str | None
    days: Days | None
    weekday: int | None
    hour: int | None
    kind: str
    vote: str | None
    town: frozenset[str]
    letter: tuple[str, ...] | None
    persons: Named
    venues: Named
    spoken: Named
    parts: Parts
    cores: Named
    special: Named
    subjects: frozenset[tuple[str, str]]
    offices: Offices
    agency: frozenset[str]
    level: str | None
    spelled: frozenset[str]
    bodies: Leading
    audience: Leading
    initials: frozenset[str]
    doing: Mapping[str, float]
    wording: Wording
    attended: int | None
    numbers: frozenset[str]
    figures: frozenset[str]
    words: frozenset[str]
    paragraphs: frozenset[int]


def words_of(text: str) -> frozenset[str]:
    """Words of three letters and more, in lower case."""
    return frozenset(_WORD.findall(text.lower()))


def profile(article: Article) -> Profile:
    """Computed once an article; comparing two of them reads no text."""
    place = article.place
    town = words_of(article.kab_kota or "") | _ANY_TOWN
    # In a headline every word has a capital, so that its names cannot be told.
    told = article.text.removeprefix(article.title or "").lstrip()
    named_parts = parts(told, town)
    venues = halls(venue.name for venue in (place.venues if place else ()))
    told_apart = cores(venues, town | named_parts.words)
    province = words_of(place.province or "") if place else frozenset[str]()
    words = words_of(article.text)
    return Profile(
        source=article.source,
        place=None if place is None else place.code,
        days=_days(article),
        weekday=article.weekday,
        hour=hour(told),
        kind=str(article.kind.value),
        vote=_vote(article),
        town=town - _ANY_TOWN,
        letter=letter(article.text),
        persons=people(person.name for person in article.persons),
        venues=venues,
        cores=told_apart,
        special=special(told_apart),
        spoken=() if (place is not None and place.kab_kota) or _days(article) else _spoken(told),
        parts=named_parts,
        subjects=subjects(article),
        offices=accused_offices(article, words, town | province),
        agency=frozenset() if article.agency is None else body(str(article.agency.value), town | province),
        level=None if article.agency is None else level(str(article.agency.value), town - _ANY_TOWN, province),
        spelled=bodies_in(words),
        bodies=institutions(told),
        audience=audiences(told),
        initials=frozenset(_INITIALS.findall(article.text)),
        doing=doing(article.title, article.text, _printed(article)),
        wording=wording(article.text),
        attended=None if article.participants is None else article.participants.value,
        numbers=_numbers(article),
        figures=_printed_numbers(article.title or ""),
        words=words,
        paragraphs=frozenset(hash(line.lower()) for line in article.text.split("\n") if len(line) > _PARAGRAPH),
    )


def _spoken(text: str) -> Named:
    found = (match.group().lower().split() for match in _FULL_NAME.finditer(text))
    return tuple({frozenset(words[start:end]) for words in found for start, end in ((0, 2), (1, 3), (0, 3))} - _NO_NAME)


def _printed(article: Article) -> int | None:
    """Where the text prints the day of the event."""
    fact = article.event_date
    return None if fact is None or fact.inherited or fact.span is None else fact.span.start


def _numbers(article: Article) -> frozenset[str]:
    """Printed in figures, and how many were there, also in words."""
    people = article.participants
    also = {str(people.value)} if people is not None and people.value >= _SMALL else set[str]()
    return _printed_numbers(article.text) | also


def _printed_numbers(text: str) -> frozenset[str]:
    return frozenset(number.replace(".", "") for number in _NUMBER.findall(text))


def _vote(article: Article) -> str | None:
    """Whether it is about the Pilkada or the Pemilu: by the election it tells of, else by the words for it."""
    if article.election is not None:
        return str(article.election.value).split("_")[0]
    return "pilkada" if _LOCAL_VOTE.search(article.text) else None


def _days(article: Article) -> Days | None:
    fact = article.event_date
    if fact is not None and fact.value is not None and not fact.inherited and _WEEK.match(fact.as_printed):
        return Days(fact.value - _ABOUT, fact.value + 2 * _ABOUT, exact=False)
    if fact is not None and fact.value is not None and not fact.inherited:
        return Days(fact.value, fact.until or fact.value, exact=True, sure=fact.weekday_agrees is True)
    if article.published is not None:
        lasts = _LETTER_LASTS if article.kind.value == "circular" else NEWS_LASTS
        return Days(article.published - lasts, article.published, exact=False)
    return None
