"""Puts an article together: clean, then one reader a field."""

from __future__ import annotations

from sinetra.core.press import meetings, outlook
from sinetra.core.press.acts import find_acts
from sinetra.core.press.agreement import find_agreement
from sinetra.core.press.article import Article
from sinetra.core.press.clean import clean
from sinetra.core.press.counts import find_participants
from sinetra.core.press.dates import find_dates
from sinetra.core.press.facts import Detail, Mode
from sinetra.core.press.heading import find_outlet, find_published
from sinetra.core.press.instruments import find_instruments
from sinetra.core.press.kinds import find_election, find_kind
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.organiser import find_agency
from sinetra.core.press.page import Page
from sinetra.core.press.persons import find_persons
from sinetra.core.press.phrases import Scanner
from sinetra.core.press.places import find_place
from sinetra.core.press.read import RawDocument
from sinetra.core.press.sanctions import find_range, find_sanctions


def extract(lexicon: Lexicon, raw: RawDocument) -> Article:
    """The facts of one document. Nothing is looked up outside the text and the catalogue."""
    cleaned = clean(lexicon, raw.text, title=raw.title)
    page = Page(cleaned.text)
    title = cleaned.title
    title_end = len(title) + 1 if title and cleaned.text.startswith(title) and len(cleaned.text) > len(title) else 0
    published = find_published(lexicon, cleaned.stamps, raw.published)
    scanner = Scanner(lexicon, page)
    dates = find_dates(lexicon, page, published)
    day = None if dates.event is None else dates.event.value
    place = find_place(lexicon, page, title_end, meetings.find_venues(lexicon, page, scanner))
    persons = find_persons(lexicon, page, scanner, title_end)
    sanctions = find_sanctions(lexicon, page)
    imposed = any(fact.mode is Mode.IMPOSED for fact in sanctions)
    kind = find_kind(lexicon, page, title_end, imposed=imposed)
    agency = find_agency(lexicon, page, scanner, place, persons, title_end, str(kind.value))
    details: dict[str, Detail | None] = {
        "covers_non_asn": outlook.find_covers_non_asn(lexicon, page),
        "non_asn_sanctionable": outlook.find_non_asn_sanctionable(lexicon, page),
        "coordination": outlook.find_coordination(lexicon, page),
        "criminal_range_months": find_range(lexicon, page),
        "units_visited": meetings.find_units_visited(lexicon, page, scanner),
        "delegation_roles": meetings.find_delegation(lexicon, page, scanner),
        "audience": meetings.find_audience(lexicon, page),
        "agreement": find_agreement(lexicon, page, scanner, agency, place),
        "cases_so_far": outlook.find_cases(lexicon, page),
        "incumbent_running": outlook.find_incumbent(lexicon, page),
        "speakers_from": meetings.find_speakers(lexicon, page, scanner),
        "zone_mentioned": outlook.find_zone(lexicon, page, persons),
        "duration_days": meetings.find_duration(lexicon, page),
        "theme": meetings.find_theme(lexicon, page),
        "elsewhere_indications": outlook.find_elsewhere(lexicon, page),
    }
    return Article(
        source=raw.source,
        outlet=find_outlet(lexicon, cleaned.text, raw.outlet),
        title=title,
        published=published,
        text=cleaned.text,
        kind=kind,
        event_date=dates.event,
        weekday=None if dates.weekday is None else dates.weekday[0],
        weekday_printed=None if dates.weekday is None else page.of(dates.weekday[1]),
        date_mentions=dates.mentions,
        place=place,
        agency=agency,
        persons=persons,
        legal=find_instruments(lexicon, page, day),
        participants=find_participants(lexicon, page, str(kind.value)),
        acts=find_acts(lexicon, page),
        sanctions=sanctions,
        election=find_election(lexicon, page, day, None if place is None else place.code),
        details={name: detail for name, detail in details.items() if detail is not None},
        removed=cleaned.removed,
    )
