"""A kept deadline as the clock chip of a page."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language, gettext

from sinetra.apps.reports.law_clock import Due
from sinetra.core.clock.citing import citation_words
from sinetra.ports.clock import zone_at
from sinetra.web.format import day_text
from sinetra.web.parts import Clock


def moment_words(value: date, language: str) -> str:
    """``30 Oktober 2024``, with the time of day when there is one."""
    said = day_text(value, language, weekday=False)
    if not isinstance(value, datetime):
        return said
    return f"{said}, {value:%H:%M}" if language == "en" else f"{said}, {value:%H.%M}"


def due_clock(due: Due, today: date, *, done: bool = False) -> Clock:
    """``today`` is the legal date of the office; the explanation is in the language of the page. The hour is told in
    the zone in which it was counted: that of the office that acts."""
    language = "en" if get_language() == "en" else "id"
    return Clock(
        label=due.name[language],
        due=due.due,
        due_at=due.due_at,
        today=today,
        zone=zone_at(due.due_at).abbreviation,
        explanation=due.explanation(gettext, language, partial(moment_words, language=language)),
        source=citation_words(due.source, language),
        confidence=due.confidence,
        done=done,
        url=_computation(due),
    )


def _computation(due: Due) -> str:
    """The page on which anybody can count the same again."""
    started = datetime.fromisoformat(due.started)
    has_hour = len(due.started) > len("2024-11-20")
    query = {
        "aturan": due.rule,
        "dari": started.date().isoformat(),
        "jam": f"{started:%H:%M}" if has_hour else "",
        "wilayah": due.region,
        "zona": zone_at(due.due_at).abbreviation,
        "pemilihan": due.election,
        "minggu": "6" if due.work_week == 6 else "",
        "lama": due.own_length or "",
    }
    return f"{reverse('deadline')}?{urlencode({name: value for name, value in query.items() if value})}"
