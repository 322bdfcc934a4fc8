"""Articles whose facts are known and not read, so that telling stories is measured alone."""

from __future__ import annotations

from dataclasses import replace

from bench.press.telling import Told
from sinetra.core import press
from sinetra.core.press.facts import DateFact, Detail, PersonFact, PlaceFact, Venue
from sinetra.core.press.page import Span

_RULE = "bench"


def known(blank: press.Article, told: Told) -> press.Article:
    """``blank``: any article of the reader; all that is compared is put in its place."""
    event, text = told.event, told.text

    def at(words: str) -> Span:
        start = max(0, text.find(words))
        return Span(start, start + len(words))

    day = f"({event.day.day}/{event.day.month}/{event.day.year})"
    return replace(
        blank,
        source=told.source,
        outlet=told.outlet,
        title=told.title,
        published=event.day,
        text=text,
        kind=Detail(value="sosialisasi", span=None, rule=_RULE),
        event_date=DateFact(value=event.day, as_printed=day, weekday_agrees=True, span=at(day), rule=_RULE),
        place=PlaceFact(
            kab_kota=event.region.name,
            code=event.region.code,
            province=event.region.province,
            derived=(),
            venues=(Venue(name=event.venue, span=at(event.venue)),),
            candidates=(),
            span=at(event.region.name),
            rule=_RULE,
        ),
        agency=Detail(value=event.agency, span=at(event.agency), rule=_RULE),
        persons=(
            PersonFact(
                name=event.person,
                position=f"Kepala {event.agency}",
                acting_kind=None,
                span=at(event.person),
                position_span=None,
                rule=_RULE,
            ),
        ),
    )
