"""What the page of one norm shows: conditions in words, versions, exceptions, sanctions, bodies, disputes, sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.advice.selectors import opinions_on
from sinetra.core.errors import BadInput
from sinetra.core.law.changes import closed_by, opened_by
from sinetra.core.law.checks import displaced, displacers
from sinetra.core.law.model import Condition, Exemption, Norm, Period, Version
from sinetra.core.law.rulebook import Rulebook
from sinetra.web import field_words, law_view, law_words, parts
from sinetra.web.format import day_text
from sinetra.web.public import norm_cases
from sinetra.web.public.rulebook_rows import for_version


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedException:
    """A named exception; ``inner`` takes it back again. ``days`` says when it counts, empty: as long as the norm."""

    title: str
    days: str
    conditions: list[parts.Pair]
    citations: list[parts.Citation]
    inner: list[NamedException]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    """``closed``: the event that ended it; empty while it is in force and where the catalogue names none."""

    start: date | None
    end: date | None
    opened: str
    closed: str
    current: bool
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineView:
    rule: str
    name: str
    length: str
    source: str
    confidence: str


def conditions(items: Iterable[Condition]) -> list[parts.Pair]:
    """Each condition as a label and the values that satisfy it."""
    return [
        parts.Pair(term=field_words.label(item.field), value=field_words.values(item.field, sorted(item.values)))
        for item in items
    ]


def days_in_words(period: Period) -> str:
    """``1 Januari 2023 – 31 Desember 2023``; empty for a period without bounds."""
    if period.start is None and period.end is None:
        return ""
    start = "…" if period.start is None else day_text(period.start, law_view.language(), weekday=False)
    end = "…" if period.end is None else day_text(period.end, law_view.language(), weekday=False)
    return f"{start} – {end}"


def _exception(book: Rulebook, item: Exemption, day: date) -> NamedException:
    return NamedException(
        title=law_view.in_words(item.title),
        days=days_in_words(item.period),
        conditions=conditions(item.when),
        citations=law_view.citations(book.instruments, item.citations, day),
        inner=[_exception(book, inner, day) for inner in item.unless if inner.period.holds(day)],
    )


def version_on(norm: Norm, day: date) -> Version:
    """The version in force on ``day``, else the last one."""
    return norm.version_on(day) or norm.versions[-1]


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


def _named(book: Rulebook, names: Iterable[str]) -> list[parts.Link]:
    return [
        parts.Link(text=law_view.in_words(book.norm(name).title), url=reverse("norm", args=[name])) for name in names
    ]


def _bodies(norm: Norm) -> list[parts.Pair]:
    """Who receives, passes on and decides, by the day on which the matter is handled."""
    return [
        parts.Pair(
            term=days_in_words(item.period) or _("kapan pun"),
            value=law_view.path_of(item.receives, item.forwards_to, item.decides),
        )
        for item in norm.routes
    ]


def _deadlines(book: Rulebook, norm: Norm, day: date) -> list[DeadlineView]:
    """The deadlines that the norm names, as they stand on ``day``; one that is not in force then is left out."""
    found = []
    for name in dict.fromkeys(name for names in norm.clocks.values() for name in names):
        try:
            rule = book.clock.rules.on(name, day)
        except BadInput:
            continue
        unit = {
            ("day", "working"): _("%(length)s hari kerja"),
            ("day", "calendar"): _("%(length)s hari kalender"),
            ("hour", "working"): _("%(length)s jam"),
            ("hour", "calendar"): _("%(length)s jam"),
        }.get((rule.unit.value, rule.day_type.value), _("%(length)s bulan"))
        start = law_view.in_words(rule.start_event)
        found.append(
            DeadlineView(
                rule=rule.id,
                name=law_view.in_words(rule.name),
                length=_("%(length)s sejak %(start)s") % {"length": unit % {"length": rule.length}, "start": start},
                source=law_view.printed(rule.source.as_printed),
                confidence=rule.confidence.value,
            )
        )
    return found


def disputes(book: Rulebook, norm: Norm) -> list[parts.Conflict]:
    return [
        parts.Conflict(
            topic=law_view.in_words(item.topic),
            readings=[parts.Reading(text=law_view.in_words(r.text), source=r.source) for r in item.readings],
        )
        for item in book.disputes
        if item.concerns(norm)
    ]


def subjects(version: Version) -> str:
    """For whom: the statuses that the version names; empty when it binds everybody."""
    named = next((item.values for item in version.when if item.field == "subject.status"), frozenset())
    return law_view.subjects(named)


def _versions(book: Rulebook, norm: Norm, current: Version) -> list[VersionView]:
    return [
        VersionView(
            start=item.period.start,
            end=item.period.end,
            opened=opened_by(item),
            closed=closed_by(norm, item, book.instruments) or "",
            current=item is current,
            url="" if item.period.start is None else f"?pada={item.period.start.isoformat()}",
        )
        for item in norm.versions
    ]


def context(book: Rulebook, norm: Norm, day: date) -> dict[str, Any]:
    """The template's context, for ``day``."""
    version = version_on(norm, day)
    in_force = version.period.holds(day)
    # A norm that is not in force is shown with the citations of its own time.
    moment = day if in_force else (version.period.end or version.period.start or day)
    ladder = law_view.norm_ladder(norm, for_version(norm.sanctions, version), moment)
    acts = [code for item in version.when if item.field == "act.code" for code in law_words.ACTS if code in item.values]
    return {
        "norm": norm,
        "day": day,
        "in_force": in_force,
        "is_permission": norm.kind == "permission",
        "track": law_words.word(law_words.TRACKS, norm.track),
        "subjects": subjects(version),
        "citations": law_view.citations(book.instruments, norm.citations, moment),
        "conditions": conditions(version.when),
        "versions": _versions(book, norm, version),
        "exceptions": [_exception(book, item, moment) for item in version.unless if item.period.holds(moment)],
        "displaces": _named(book, (other.id for other in displaced(norm, book.norms))),
        "displaced_by": _named(book, displacers(norm, book.norms)),
        "ladders": [ladder] if ladder else [],
        "bodies": _bodies(norm),
        "deadlines": _deadlines(book, norm, moment),
        "disputes": disputes(book, norm),
        "cases": norm_cases.cases(norm),
        "opinions": opinions_on(norm.id),
        "sources": _sources(book, norm),
        "acts": [(code, law_words.word(law_words.ACTS, code)) for code in acts],
        "back": parts.Link(text=_("Semua aturan"), url=reverse("rulebook")),
    }
