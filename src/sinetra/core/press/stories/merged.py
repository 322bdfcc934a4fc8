"""A story keeps each outlet's reading. An article without a day takes it from its story, marked as inherited; where two
outlets say different things, both stand side by side.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sinetra.core.press.article import Article
from sinetra.core.press.facts import DateFact, Json
from sinetra.core.press.stories.affairs import affairs
from sinetra.core.press.stories.groups import groups
from sinetra.core.press.stories.likeness import copied
from sinetra.core.press.stories.profile import Profile, profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One field and what each source says of it; null is silence."""

    field: str
    readings: Mapping[str, Json]

    def to_json(self) -> dict[str, Json]:
        return {"field": self.field, "readings": dict(self.readings)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """``articles`` as completed by the story (an inherited day is marked in them).

    ``copies``: sources that print each other's paragraphs. ``affair``: ids of the other steps of the same affair.
    """

    id: str
    articles: tuple[Article, ...]
    event_date: date | None
    kab_kota: str | None
    conflicts: tuple[Conflict, ...]
    copies: tuple[tuple[str, ...], ...]
    affair: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Json]:
        return {
            "id": self.id,
            "articles": [article.source for article in self.articles],
            "event_date": None if self.event_date is None else self.event_date.isoformat(),
            "kab_kota": self.kab_kota,
            "conflicts": [conflict.to_json() for conflict in self.conflicts],
            "copies": [list(sources) for sources in self.copies],
            "affair": list(self.affair),
        }


def _day(group: Iterable[Article]) -> date | None:
    """The day that most of them tell, of several the first."""
    days = Counter(article.day for article in group if article.day is not None)
    return min(days, key=lambda day: (-days[day], day), default=None)


def _completed(article: Article, group: list[Article]) -> Article:
    """The article with the day of its story, if it prints none and its weekday does not speak against it."""
    if article.day is not None:
        return article
    usual = _day(group)
    # What most outlets print comes first: one of them may have misreckoned.
    for other in sorted(group, key=lambda item: item.day != usual):
        fact = other.event_date
        if fact is None or fact.value is None or fact.inherited:
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


def _copies(profiles: Sequence[Profile]) -> tuple[tuple[str, ...], ...]:
    """Each article with those that copy it, the first one first."""
    found = []
    left = list(profiles)
    while left:
        first, *others = left
        same, left = list[Profile](), list[Profile]()
        for other in others:
            (same if copied(first, other) else left).append(other)
        if same:
            found.append((first.source, *(other.source for other in same)))
    return tuple(found)


def _story(group: list[Article], profiles: Sequence[Profile]) -> Story:
    whole = tuple(_completed(article, group) for article in group)
    sources = "\n".join(sorted(article.source for article in whole))
    places = [article.kab_kota for article in whole if article.kab_kota]
    return Story(
        id=hashlib.sha256(sources.encode()).hexdigest()[:12],
        articles=whole,
        event_date=_day(group),
        kab_kota=max(places, key=places.count) if places else None,
        conflicts=_conflicts(whole),
        copies=_copies(profiles),
    )


def stories(articles: Iterable[Article]) -> tuple[Story, ...]:
    """The articles by event, in the order in which the first article of each came."""
    held = tuple(articles)
    profiles = [profile(article) for article in held]
    told = [
        _story([held[index] for index in members], [profiles[index] for index in members])
        for members in groups(profiles)
    ]
    linked = affairs([(story.kab_kota, story.event_date, story.articles) for story in told])
    return tuple(
        replace(story, affair=tuple(told[index].id for index in sorted(others)))
        for story, others in zip(told, linked, strict=True)
    )


def told_as_one(articles: Iterable[Article]) -> Story:
    """The event that a person says these articles tell of, whatever the reader thinks of it."""
    held = list(articles)
    return _story(held, [profile(article) for article in held])
