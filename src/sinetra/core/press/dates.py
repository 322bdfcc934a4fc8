"""Printed dates, and which of them is the day of the event.

A date beside a law, a polling day or a deadline is not the day of the event. A day without its year takes the year
from the publication day, or from the only year of the text in which the printed weekday fits; else it stays open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from sinetra.core.press.facts import DateFact, DateMention
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span

_YEAR = re.compile(r"(?<![\d/.\-])(20[0-4]\d)(?![\d/.\-]\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    event: DateFact | None
    mentions: tuple[DateMention, ...]
    weekday: tuple[int, Span] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Printed:
    weekday: int | None
    day: int
    last_day: int | None
    month: int
    year: int | None
    span: Span
    role: str


def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    return lexicon.pattern("macros", "DATE")


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _role(lexicon: Lexicon, page: Page, start: int, end: int, *, has_weekday: bool) -> str:
    sentence = page.sentence_at(start)
    before = page.low[max(sentence.start, start - 90) : start].rstrip(' (,"')
    for match in lexicon.pattern("dates", "law_before").finditer(before):
        words = set(re.findall(r"[\w-]+", before[: match.start()]))
        if match.end() >= len(before) - 1 and words & lexicon.words("dates", "law_words"):
            return "law"
    if has_weekday and page.low[start:end].endswith(")"):
        return "event"
    tail = before[-90:]
    for match in lexicon.pattern("dates", "election_before").finditer(tail):
        if match.end() >= len(tail) - 1:
            return "election"
    if re.search(r"(?:pada|tanggal|hari)$", tail):
        trimmed = re.sub(r"(?:\s{0,3}(?:pada|tanggal|hari)){1,5}$", "", tail)
        for match in lexicon.pattern("dates", "election_before").finditer(trimmed):
            if match.end() >= len(trimmed) - 1:
                return "election"
    return "event"


def _printed(lexicon: Lexicon, page: Page) -> list[_Printed]:
    found = []
    for match in _pattern(lexicon).finditer(page.low):
        name = match["weekday"]
        month = match["month_name"] or match["month_name2"]
        number = lexicon.months[month] if month else int(match["month"] or match["month2"])
        year = match["year"] or match["year2"]
        if not 1 <= number <= 12:
            continue
        if year and len(year) == 2:
            year = f"20{year}"
        if name is None and year is None and not month:
            continue  # a bare "3/10" is a number, a fraction or a score
        start, end = match.span()
        if page.text[start:end].count("(") < page.text[start:end].count(")"):
            end -= 1
        found.append(
            _Printed(
                weekday=None if name is None else lexicon.weekdays[name],
                day=int(match["day"] or match["day2"]),
                last_day=int(match["last"]) if match["last"] else None,
                month=number,
                year=int(year) if year else None,
                span=Span(start, end),
                role=_role(lexicon, page, start, end, has_weekday=name is not None),
            )
        )
    return found


def _value(item: _Printed, page: Page, published: date | None) -> tuple[date | None, str | None]:
    """The day, and where the year comes from when it is not printed."""
    if item.year is not None:
        return _safe(item.year, item.month, item.day), None
    if published is not None:
        for year in (published.year, published.year - 1):
            day = _safe(year, item.month, item.day)
            if day is not None and day <= published + timedelta(days=1):
                return day, "article_date"
        return None, None
    years = sorted({int(year) for year in _YEAR.findall(page.text)})
    days = [day for year in years if (day := _safe(year, item.month, item.day))]
    fitting = [day for day in days if item.weekday is None or day.weekday() == item.weekday]
    if item.weekday is not None and len(fitting) == 1:
        return fitting[0], "text"
    return None, None


def _fact(item: _Printed, page: Page, published: date | None) -> DateFact | None:
    value, source = _value(item, page, published)
    if value is None:
        return None
    until = None if item.last_day is None else _safe(value.year, value.month, item.last_day)
    return DateFact(
        value=value,
        precision="day" if until is None else "range",
        until=until,
        as_printed=page.of(item.span),
        weekday_agrees=None if item.weekday is None else value.weekday() == item.weekday,
        span=item.span,
        rule="dates.printed" if source is None else "dates.year_derived",
        derived=() if source is None else ("year",),
        source=source,
    )


def _relative(
    lexicon: Lexicon, page: Page, published: date | None, weekday: tuple[int, Span] | None
) -> DateFact | None:
    """A weekday, "hari ini" or "kemarin", counted from the publication day."""
    if published is None:
        return None
    for key, back in (("today", 0), ("yesterday", 1)):
        if match := lexicon.pattern("dates", key).search(page.low):
            value, span = published - timedelta(days=back), Span(*match.span())
            break
    else:
        if weekday is None:
            return None
        value, span = published - timedelta(days=(published.weekday() - weekday[0]) % 7), weekday[1]
    return DateFact(
        value=value,
        as_printed=page.of(span),
        weekday_agrees=None if weekday is None else value.weekday() == weekday[0],
        span=span,
        rule="dates.relative",
        derived=("day",),
        source="article_date",
    )


def _weekday(lexicon: Lexicon, page: Page, taken: list[_Printed]) -> tuple[int, Span] | None:
    """The first weekday that stands alone, after a comma or before a verb of speech, not as a habit."""
    for match in lexicon.pattern("macros", "LONE_WEEKDAY").finditer(page.low):
        span = Span(*match.span("weekday"))
        if not any(span.overlaps(item.span) for item in taken):
            return lexicon.weekdays[match["weekday"]], span
    return None


def find_dates(lexicon: Lexicon, page: Page, published: date | None = None) -> Dates:
    """The day of the event, all printed dates with their role, and a lone weekday (for the story to complete)."""
    printed = _printed(lexicon, page)
    weekday = _weekday(lexicon, page, printed)
    facts = [(item, _fact(item, page, published)) for item in printed]
    chosen: DateFact | None = None
    usable = [
        (item, fact)
        for item, fact in facts
        if fact is not None
        and item.role == "event"
        and (published is None or fact.value <= published + timedelta(days=1) or item.weekday is not None)
    ]
    if usable:
        chosen = max(usable, key=lambda pair: (_weight(lexicon, page, pair[0]), -pair[0].span.start))[1]
    if chosen is None:
        chosen = _relative(lexicon, page, published, weekday)
    mentions = [
        DateMention(
            as_printed=page.of(item.span),
            value=None if fact is None else fact.value,
            role=item.role,
            span=item.span,
        )
        for item, fact in facts
    ]
    if weekday is not None:
        mentions.append(DateMention(as_printed=page.of(weekday[1]), value=None, role="weekday", span=weekday[1]))
    return Dates(event=chosen, mentions=tuple(mentions), weekday=weekday)


def _weight(lexicon: Lexicon, page: Page, item: _Printed) -> int:
    if item.weekday is not None:
        return 3 if item.span.start < 1500 or len(page.text) < 2000 else 2
    sentence = page.low_of(page.sentence_at(item.span.start))
    words = set(re.findall(r"[\w-]+", sentence))
    return 1 if words & lexicon.words("dates", "event_words") else 0
