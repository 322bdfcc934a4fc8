"""An article with its corrected facts, for the comparison of articles: when, where, what kind, who, how many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sinetra.core.press.article import DETAILS, Article
from sinetra.core.press.corrections import items
from sinetra.core.press.facts import CountFact, DateFact, Detail, PlaceFact
from sinetra.core.press.page import Span


def corrected_article(article: Article, facts: Mapping[str, Any]) -> Article:
    """``facts``: what ``corrections.corrected`` gives of the same text. Only what a person touched is taken over."""
    details = dict(article.details)
    for name in DETAILS:
        found = _person(facts, name)
        if found is not None and "value" in found:
            details[name] = Detail(value=found["value"], span=_span(found), rule="person")
        elif _rejected(facts, name):
            details.pop(name, None)
    named = {item["name"] for item in items(facts, "persons")}
    thrown = {item["name"] for item in (facts.get("rejected") or {}).get("persons", ())} - named
    kind = _person(facts, "event_type")
    count = _person(facts, "participants_count")
    return replace(
        article,
        details=details,
        persons=tuple(person for person in article.persons if person.name not in thrown),
        event_date=_day(article, facts),
        place=_place(article, facts),
        kind=article.kind if kind is None else Detail(value=kind["value"], span=_span(kind), rule="person"),
        participants=None
        if _rejected(facts, "participants_count")
        else _count(count)
        if count is not None
        else article.participants,
    )


def _person(facts: Mapping[str, Any], field: str) -> Mapping[str, Any] | None:
    return next((item for item in items(facts, field) if item.get("by") == "person"), None)


def _rejected(facts: Mapping[str, Any], field: str) -> bool:
    return bool((facts.get("rejected") or {}).get(field)) and not items(facts, field)


def _span(item: Mapping[str, Any]) -> Span | None:
    return Span(*item["span"]) if item.get("span") else None


def _count(item: Mapping[str, Any]) -> CountFact:
    place = _span(item) or Span(0, 1)
    return CountFact(value=item["value"], approximate=False, unit="", span=place, rule="person")


def _day(article: Article, facts: Mapping[str, Any]) -> DateFact | None:
    found = _person(facts, "event_date")
    if found is None:
        return None if _rejected(facts, "event_date") else article.event_date
    return DateFact(
        value=date.fromisoformat(found["value"]),
        as_printed=found.get("as_printed", ""),
        weekday_agrees=None,
        span=_span(found),
        rule="person",
    )


def _place(article: Article, facts: Mapping[str, Any]) -> PlaceFact | None:
    found = _person(facts, "place")
    if found is None:
        return None if _rejected(facts, "place") else article.place
    return PlaceFact(
        kab_kota=found.get("kab_kota"),
        code=found.get("kode"),
        province=found.get("provinsi"),
        derived=(),
        venues=article.place.venues if article.place else (),
        candidates=(),
        span=_span(found),
        rule="person",
    )
