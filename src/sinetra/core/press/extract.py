"""Puts an article together: clean, then one reader a field."""

from __future__ import annotations

from sinetra.core.press import meetings, outlook
from sinetra.core.press.acts import find_acts
from sinetra.core.press.agreement import find_agreement
from sinetra.core.press.article import Article
from sinetra.core.press.bylines import find_byline
from sinetra.core.press.cases import find_case_numbers, find_nil_report
from sinetra.core.press.clean import clean
from sinetra.core.press.counts import find_participants
from sinetra.core.press.date_roles import Setting
from sinetra.core.press.dates import find_dates
from sinetra.core.press.elections import earliest_year, find_election
from sinetra.core.press.facts import Detail, RemovedKind
from sinetra.core.press.heading import find_outlet
from sinetra.core.press.instruments import circular_number, find_instruments
from sinetra.core.press.kinds import TOLD_AS, find_kind
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.organiser import find_agency
from sinetra.core.press.page import Page
from sinetra.core.press.persons import find_persons
from sinetra.core.press.phrases import Scanner
from sinetra.core.press.places import find_place
from sinetra.core.press.read import RawDocument
from sinetra.core.press.sanctions import find_range, find_sanctions
from sinetra.core.press.stages import find_stage
from sinetra.core.press.venues import find_venues

_TAGS = ("tag", "topik", "kata kunci", "label", "keyword", "#")


def extract(lexicon: Lexicon, raw: RawDocument) -> Article:
    """The facts of one document. Nothing is looked up outside the text and the catalogue."""
    cleaned = clean(lexicon, raw.text, title=raw.title, removed=raw.removed)
    page = Page(cleaned.text)
    title = cleaned.title
    title_end = len(title) + 1 if title and cleaned.text.startswith(title) and len(cleaned.text) > len(title) else 0
    furniture = [item.text for item in cleaned.removed if item.kind is RemovedKind.FURNITURE]
    byline = find_byline(lexicon, page, (*cleaned.stamps, *raw.stamps, *furniture), raw.published)
    published = byline.published
    scanner = Scanner(lexicon, page)
    sanctions = find_sanctions(lexicon, page)
    kind = find_kind(lexicon, page, title_end, sanctions=sanctions, apart="\n".join(furniture))
    setting = Setting(
        published=published,
        bylines=byline.lines,
        datelines=byline.datelines,
        title_end=title_end,
        kind=str(kind.value),
        apart="\n".join(furniture),
    )
    dates = find_dates(lexicon, page, setting)
    day = None if dates.event is None else dates.event.value
    venues = find_venues(lexicon, page, scanner, str(kind.value), title_end)
    place = find_place(lexicon, page, title_end, venues, str(kind.value))
    persons = find_persons(lexicon, page, scanner, title_end)
    region = None if place is None else place.code
    tags = " ".join(item.text for item in cleaned.removed if item.text.lower().startswith(_TAGS))
    election = find_election(lexicon, page, day, region, published or dates.about, tags)
    told_as = TOLD_AS.get(kind.rule, str(kind.value))
    agency = find_agency(lexicon, page, scanner, place, persons, title_end, told_as)
    legal = find_instruments(lexicon, page, day)
    details: dict[str, Detail | None] = {
        "covers_non_asn": outlook.find_covers_non_asn(lexicon, page),
        "non_asn_sanctionable": outlook.find_non_asn_sanctionable(lexicon, page),
        "coordination": outlook.find_coordination(lexicon, page),
        "criminal_range_months": find_range(lexicon, page),
        "units_visited": meetings.find_units_visited(lexicon, page, scanner),
        "delegation_roles": meetings.find_delegation(lexicon, page, scanner),
        "audience": meetings.find_audience(lexicon, page),
        "agreement": find_agreement(lexicon, page, scanner, agency, place),
        "cases": find_case_numbers(
            lexicon,
            page,
            str(kind.value),
            title_end,
            year=earliest_year(day or published, election),
            kab_kota=None if place is None else place.kab_kota,
        ),
        "nil_report": find_nil_report(lexicon, page, str(kind.value)),
        "circular_number": circular_number(legal) if kind.value == "circular" else None,
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
        legal=legal,
        participants=find_participants(lexicon, page, str(kind.value)),
        acts=find_acts(lexicon, page),
        sanctions=sanctions,
        election=election,
        stage=find_stage(lexicon, page, day or published, None if election is None else str(election.value), region),
        details={name: detail for name, detail in details.items() if detail is not None},
        removed=cleaned.removed,
    )
