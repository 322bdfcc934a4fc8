"""Articles on the same event: place, hall, day, persons and body decide first, the wording second.

A story keeps each outlet's reading. An article without a day takes it from its story, marked as inherited; where two
outlets say different things, both stand side by side.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sinetra.core.press.article import Article
from sinetra.core.press.facts import DateFact, Json

_THRESHOLD = 5.0
_WORDS = re.compile(r"\w{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One field and what each source says of it; null is silence."""

    field: str
    readings: Mapping[str, Json]

    def to_json(self) -> dict[str, Json]:
        return {"field": self.field, "readings": dict(self.readings)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """``articles`` as completed by the story (an inherited day is marked in them)."""

    id: str
    articles: tuple[Article, ...]
    event_date: date | None
    kab_kota: str | None
    conflicts: tuple[Conflict, ...]

    def to_json(self) -> dict[str, Json]:
        return {
            "id": self.id,
            "articles": [article.source for article in self.articles],
            "event_date": None if self.event_date is None else self.event_date.isoformat(),
            "kab_kota": self.kab_kota,
            "conflicts": [conflict.to_json() for conflict in self.conflicts],
        }


@dataclass(frozen=True, slots=True)
class _Keys:
    persons: frozenset[str]
    venues: frozenset[str]
    agency: frozenset[str]
    shingles: frozenset[tuple[str, ...]]


def _words(text: str) -> list[str]:
    return _WORDS.findall(text.lower())


def _keys(article: Article) -> _Keys:
    words = _words(article.text)
    return _Keys(
        frozenset(person.name.lower() for person in article.persons),
        frozenset(venue.name.lower() for venue in (article.place.venues if article.place else ())),
        frozenset(_words(str(article.agency.value))) if article.agency else frozenset(),
        frozenset(zip(words, words[1:], words[2:], strict=False)),
    )


def _share(one: frozenset[object], two: frozenset[object]) -> float:
    return len(one & two) / min(len(one), len(two)) if one and two else 0.0


def _same_name(one: frozenset[str], two: frozenset[str]) -> bool:
    pairs = ((set(_words(a)), set(_words(b))) for a in one for b in two)
    return any(a and b and (a <= b or b <= a) for a, b in pairs)


def likeness(one: Article, two: Article, keys_one: _Keys, keys_two: _Keys) -> float:
    """How much speaks for one event. Positive evidence adds, a contradiction takes away."""
    score = 0.0
    if one.place and two.place and one.place.code and two.place.code:
        score += 2.0 if one.place.code == two.place.code else -6.0
    score += _dates(one, two)
    if keys_one.venues and keys_two.venues:
        score += 3.0 if _same_name(keys_one.venues, keys_two.venues) else -1.0
    if keys_one.persons and keys_two.persons:
        score += 2.0 if _same_name(keys_one.persons, keys_two.persons) else -1.0
    if _share(keys_one.agency, keys_two.agency) >= 0.6:
        score += 1.0
    if one.kind.value != two.kind.value:
        score -= 1.0
    wording = _share(keys_one.shingles, keys_two.shingles)
    return score + min(6.0, 12.0 * wording)


def _dates(one: Article, two: Article) -> float:
    if one.day is not None and two.day is not None:
        apart = abs((one.day - two.day).days)
        return 3.0 if apart == 0 else (0.5 if apart == 1 else -4.0 if apart > 3 else -1.5)
    for known, open_one in ((one, two), (two, one)):
        if known.day is not None and open_one.day is None and open_one.weekday is not None:
            return 1.0 if known.day.weekday() == open_one.weekday else -2.0
    return 0.0


def _groups(articles: tuple[Article, ...]) -> list[list[Article]]:
    """Single-link groups; only articles of one place, or without a place, are compared."""
    keys = [_keys(article) for article in articles]
    parent = list(range(len(articles)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    blocks: dict[str, list[int]] = {}
    for index, article in enumerate(articles):
        blocks.setdefault((article.place.code if article.place and article.place.code else ""), []).append(index)
    for code, members in blocks.items():
        others = members if code == "" else [*members, *blocks.get("", [])]
        for position, first in enumerate(members):
            for second in others[position + 1 :]:
                if likeness(articles[first], articles[second], keys[first], keys[second]) >= _THRESHOLD:
                    parent[root(second)] = root(first)
    groups: dict[int, list[Article]] = {}
    for index, article in enumerate(articles):
        groups.setdefault(root(index), []).append(article)
    return list(groups.values())


def _completed(article: Article, group: list[Article]) -> Article:
    """The article with the day of its story, if it prints none and its weekday does not speak against it."""
    if article.event_date is not None:
        return article
    for other in group:
        fact = other.event_date
        if fact is None or fact.inherited:
            continue
        agrees = None if article.weekday is None else fact.value.weekday() == article.weekday
        if agrees is False:
            continue
        inherited = DateFact(
            value=fact.value,
            precision=fact.precision,
            until=fact.until,
            as_printed=article.weekday_printed or "",
            weekday_agrees=agrees,
            span=None,
            rule="stories.inherited",
            derived=("value",),
            source=other.source,
            inherited=True,
        )
        return replace(article, event_date=inherited)
    return article


def _reading(article: Article, field: str) -> Json:
    if field == "event_date":
        printed = article.event_date is not None and not article.event_date.inherited
        return article.day.isoformat() if printed and article.day else None
    if field == "participants_count":
        return None if article.participants is None else article.participants.value
    detail = article.details.get(field)
    return None if detail is None else detail.value


_COMPARED = (
    "event_date",
    "participants_count",
    "non_asn_sanctionable",
    "cases_so_far",
    "incumbent_running",
    "duration_days",
    "theme",
    "criminal_range_months",
)


def _conflicts(group: tuple[Article, ...]) -> tuple[Conflict, ...]:
    """Different readings of one fact; a denial that staff can be punished also stands beside another's silence."""
    found = []
    for field in _COMPARED:
        readings = {article.source: _reading(article, field) for article in group}
        said = {repr(value) for value in readings.values() if value is not None}
        silent = None in readings.values()
        if len(said) > 1 or (field == "non_asn_sanctionable" and said and silent):
            found.append(Conflict(field=field, readings=readings))
    return tuple(found)


def _story(group: list[Article]) -> Story:
    whole = tuple(_completed(article, group) for article in group)
    sources = "\n".join(sorted(article.source for article in whole))
    places = [article.kab_kota for article in whole if article.kab_kota]
    days = [article.day for article in whole if article.day]
    return Story(
        id=hashlib.sha256(sources.encode()).hexdigest()[:12],
        articles=whole,
        event_date=min(days) if days else None,
        kab_kota=max(places, key=places.count) if places else None,
        conflicts=_conflicts(whole),
    )


def stories(articles: Iterable[Article]) -> tuple[Story, ...]:
    """The articles by event, in the order in which the first article of each came."""
    return tuple(_story(group) for group in _groups(tuple(articles)))


def told_as_one(articles: Iterable[Article]) -> Story:
    """The event that a person says these articles tell of, whatever the reader thinks of it."""
    return _story(list(articles))
