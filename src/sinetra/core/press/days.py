"""Dates as they are printed: day, month, year where given, weekday where given, and the last day of a span."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span

_JOINED = re.compile(r"[\s)]{0,3}(?:-|s/d|hingga|sampai(?: dengan)?)[\s(]{0,3}$")
#: "21, 22, dan 23 Oktober": the first of the days.
_LISTED = re.compile(r"(?<![\d.,/])(\d{1,2})(?:, \d{1,2}){0,3},? (?:dan )?$")
#: What stands right before the figures of a letter's number.
_LETTER = re.compile(r"[^\W\d_]")
_NUMBERED = re.compile(r"(?:[^\W\d_][-.]|/)$")
_MOST = 400
_YEAR = re.compile(r"(?<![\d/.\-])(20[0-4]\d)(?![/.\-]?\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """``until``: last day and month of a span. ``span`` covers weekday and date, without a closing bracket alone."""

    weekday: int | None
    day: int
    month: int
    year: int | None
    until: tuple[int, int] | None
    span: Span

    def on(self, year: int) -> date | None:
        return made(year, self.month, self.day)


def made(year: int, month: int, day: int) -> date | None:
    """The date, or none where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _read(lexicon: Lexicon, match: re.Match[str]) -> tuple[int, int, int | None] | None:
    """Day, month and year of a match of ``DATE``; none for a number that only looks like a date."""
    found = match.groupdict()
    name = found["month_name"] or found["month_name2"] or found["month_name3"]
    month = lexicon.months[name] if name else int(found["month2"] or found["month4"])
    year = found["year"] or found["year2"] or found["year3"] or found["year4"]
    day = int(found["day"] or found["day2"] or found["day3"] or found["day4"])
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    if name is None and year is None and found["mark"] != "/":
        return None  # "10.30" is a time
    return day, month, int(year) + 2000 * (len(year) == 2) if year else None


def printed_dates(lexicon: Lexicon, page: Page) -> tuple[Printed, ...]:
    """The dates of a page, "30 September - 2 Oktober" as one; of an endless list the first ones."""
    return tuple(_joined(page, islice(_each(lexicon, page), _MOST)))


def _each(lexicon: Lexicon, page: Page) -> Iterator[Printed]:
    for match in lexicon.pattern("macros", "DATE").finditer(page.low):
        parts = _read(lexicon, match)
        if parts is None:
            continue
        start, end = match.span()
        named = match["weekday"] or match["month_name"] or match["month_name2"] or parts[2]
        if not named and not (page.low[start - 1 : start] == "(" and page.low[end - 1 : end] == ")"):
            continue  # a bare "3/10" is a fraction or a score; "(3/10)" is a day
        if not _LETTER.search(page.low, start, end) and _NUMBERED.search(page.low, max(0, start - 2), start):
            continue  # the end of a letter's number: "045/HM.02/K.NC-07/11/2023"
        if page.text[start:end].count("(") < page.text[start:end].count(")"):
            end -= 1
        last = match["last"] or match["last2"]
        listed = None if match["weekday"] else _LISTED.search(page.low, max(0, start - 24), start)
        if listed and (last or listed.group().endswith("dan ")) and "," in listed.group():
            last, parts = last or str(parts[0]), (int(listed[1]), *parts[1:])
            start = listed.start(1)
        yield Printed(
            weekday=lexicon.weekdays[match["weekday"]] if match["weekday"] else None,
            day=parts[0],
            month=parts[1],
            year=parts[2],
            until=(int(last), parts[1]) if last else None,
            span=Span(start, end),
        )


def _joined(page: Page, found: Iterator[Printed]) -> Iterator[Printed]:
    held: Printed | None = None
    for item in found:
        if held is None:
            held = item
        elif held.until is None and _JOINED.fullmatch(page.low[held.span.end : item.span.start]):
            year = held.year or item.year
            held = replace(held, until=(item.day, item.month), year=year, span=Span(held.span.start, item.span.end))
        else:
            yield held
            held = item
    if held is not None:
        yield held


def resolve(
    item: Printed, page: Page, published: date | None, known: frozenset[int], apart: str = ""
) -> tuple[date | None, str | None]:
    """The day, and where its year comes from if it is not printed: nearest to publication, or the only fitting year.

    ``known``: the years of the page's dates that print one. ``apart``: what was taken out around the article,
    "© 2024" for one.
    """
    if item.year is not None:
        return item.on(item.year), None
    if published is not None:
        days = [day for year in (published.year - 1, published.year, published.year + 1) if (day := item.on(year))]
        return min(days, key=lambda day: abs(day - published), default=None), "article_date"
    named = {int(year) for year in (*_YEAR.findall(page.text), *_YEAR.findall(apart))}
    if item.weekday is not None:
        fitting = [day for year in sorted(named) if (day := item.on(year)) and day.weekday() == item.weekday]
        return (fitting[0], "text") if len(fitting) == 1 else (None, None)
    years = known or named
    return (item.on(min(years)), "text") if len(years) == 1 else (None, None)


def back_to(weekday: int, published: date, *, before: bool = False) -> date:
    """The last such weekday up to the day of publication; ``before``: not that day itself."""
    back = (published.weekday() - weekday) % 7
    return published - timedelta(days=back or 7 * before)
