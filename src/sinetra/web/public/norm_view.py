"""What the page of one norm shows: conditions in words, versions, exceptions, sanctions, disputes, sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.core.law.model import Condition, Exemption, Norm, Version
from sinetra.core.law.rulebook import Rulebook
from sinetra.web import field_words, law_view, law_words, parts


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedException:
    """A named exception; ``inner`` takes it back again."""

    title: str
    conditions: list[parts.Pair]
    citations: list[parts.Citation]
    inner: list[NamedException]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    start: date | None
    end: date | None
    source: str
    current: bool


def conditions(items: Iterable[Condition]) -> list[parts.Pair]:
    """Each condition as a label and the values that satisfy it."""
    return [
        parts.Pair(term=field_words.label(item.field), value=field_words.values(item.field, sorted(item.values)))
        for item in items
    ]


def _exception(book: Rulebook, item: Exemption, day: date) -> NamedException:
    return NamedException(
        title=law_view.in_words(item.title),
        conditions=conditions(item.when),
        citations=law_view.citations(book.instruments, item.citations, day),
        inner=[_exception(book, inner, day) for inner in item.unless],
    )


def version_on(norm: Norm, day: date) -> Version:
    """The version in force on ``day``, else the last one."""
    return next((item for item in norm.versions if item.period.holds(day)), norm.versions[-1])


def _sources(book: Rulebook, norm: Norm) -> list[dict[str, Any]]:
    """Each instrument once, with what it is about, since when it is in force and where it was read."""
    names = dict.fromkeys(item.instrument for item in norm.citations)
    found = [book.instruments[name] for name in names if name in book.instruments]
    return [
        {
            "name": item.cited_as,
            "item": item,
            "links": [(urlsplit(url).hostname, url) for url in item.sources],
        }
        for item in found
    ]


def context(book: Rulebook, norm: Norm, day: date) -> dict[str, Any]:
    """The template's context, for ``day``."""
    version = version_on(norm, day)
    in_force = version.period.holds(day)
    # A norm that is not in force is shown with the citations of its own time.
    moment = day if in_force else (version.period.end or version.period.start or day)
    ladder = law_view.norm_ladder(norm, moment)
    acts = [code for item in version.when if item.field == "act.code" for code in law_words.ACTS if code in item.values]
    return {
        "norm": norm,
        "day": day,
        "in_force": in_force,
        "is_permission": norm.kind == "permission",
        "track": law_words.word(law_words.TRACKS, norm.track),
        "citations": law_view.citations(book.instruments, norm.citations, moment),
        "conditions": conditions(version.when),
        "versions": [
            VersionView(start=item.period.start, end=item.period.end, source=item.source_event, current=item is version)
            for item in norm.versions
        ],
        "exceptions": [_exception(book, item, moment) for item in version.unless],
        "ladders": [ladder] if ladder else [],
        "disputes": [
            parts.Conflict(
                topic=law_view.in_words(item.topic),
                readings=[parts.Reading(text=law_view.in_words(r.text), source=r.source) for r in item.readings],
            )
            for item in book.disputes
            if norm.id in item.rules
        ],
        "sources": _sources(book, norm),
        "acts": [(code, law_words.word(law_words.ACTS, code)) for code in acts],
        "back": parts.Link(text=_("Semua aturan"), url=reverse("rulebook")),
    }
