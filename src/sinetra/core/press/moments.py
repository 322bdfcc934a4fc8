"""Days told without a date: "hari ini", "kemarin", "Senin pekan lalu", a weekday alone, "pada Maret 2019".

They are counted from the day of publication; without it a weekday stays a weekday.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from sinetra.core.press.days import back_to
from sinetra.core.press.facts import DateFact
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span
from sinetra.core.press.rules import Rule

_MOST, _EARLY = 100, 700
_LOOKED_BACK = 3000
_LASTING = frozenset(("decision/sanction", "other"))
_FROM = ("sejak", "mulai", "mulai pada")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """``weekday``: the weekday named; ``value``: the day, where publication is known; ``back``: so many days before."""

    span: Span
    value: date | None
    weekday: int | None
    quoted: bool = False
    back: int | None = None


def in_quotes(page: Page, offset: int) -> bool:
    """Whether a place stands inside a quotation of its paragraph."""
    line = page.line_at(offset)
    return page.low.count('"', max(line.start, offset - _LOOKED_BACK), offset) % 2 == 1


def _free(span: Span, taken: Iterable[Span]) -> bool:
    return not any(span.overlaps(other) for other in taken)


def find_moments(
    lexicon: Lexicon, page: Page, published: date | None, taken: tuple[Span, ...], kind: str = "other"
) -> list[Moment]:
    """Relative words and lone weekdays of the narrator, outside quotations and outside ``taken``.

    What is said in a quotation is marked ``quoted``: "Sudah kami putuskan kemarin".
    """
    found = [*islice(_weekdays(lexicon, page, published, taken), _MOST)]
    held = (*taken, *(moment.span for moment in found))
    stop = lexicon.pattern("dates", "not_relative_before")
    for placed in lexicon.rules("dates", "relative").on(page):
        rule = placed.rule
        for match in islice(placed.matches(), _MOST):
            span = Span(*match.span())
            before = page.low[max(0, span.start - 24) : span.start].rstrip()
            printed = page.text[span.start : span.end]
            if " " in printed and printed.istitle():
                continue  # the name of an outlet: "Seruni Hari Ini"
            stopped = any(one.end() == len(before) for one in stop.finditer(before))
            # "Sejak kemarin resmi dicopot", "dibuka mulai hari ini": of what lasts that is its first day.
            first = before.endswith(_FROM) and printed.startswith(("kemarin", "hari ini"))
            stopped = stopped and not (kind in _LASTING and first)
            if stopped or not _free(span, held):
                continue
            value = None if published is None else _back(rule, published)
            back = int(rule.options["back"]) if "back" in rule.options else None
            quoted = in_quotes(page, span.start)
            found.append(Moment(span=span, value=value, weekday=None, quoted=quoted, back=back))
    return found


def _back(rule: Rule, published: date) -> date:
    """So many days before publication, or a weekday of its week or of one before."""
    if "back" in rule.options:
        return published - timedelta(days=int(rule.options["back"]))
    weeks, weekday = int(rule.options["weeks"]), int(rule.options["weekday"])
    return published - timedelta(days=published.weekday() - weekday + 7 * weeks)


def _weekdays(lexicon: Lexicon, page: Page, published: date | None, taken: tuple[Span, ...]) -> Iterator[Moment]:
    after = lexicon.pattern("dates", "weekday_after")
    future = lexicon.pattern("dates", "weekday_future")
    habit = lexicon.pattern("dates", "weekday_habit")
    for match in lexicon.pattern("macros", "WEEKDAY_WORD").finditer(page.low):
        start, end = match.span()
        before = page.low[max(0, start - 24) : start]
        plain = before.rstrip().removesuffix(" hari").removesuffix(" pada")
        if not page.text[start].isupper() or in_quotes(page, start) or not _free(Span(start, end), taken):
            continue
        if future.match(page.low, start) or any(one.end() == len(plain) for one in habit.finditer(plain)):
            continue
        if plain.endswith(", yang"):
            continue  # "Bupati X, yang Rabu lalu mendaftar, dilaporkan": told of somebody by the way
        rest = after.match(page.low, start)
        past = (rest["past"] or "").strip() if rest else ""
        end = rest.end() if rest else end
        if not (past or _stands_alone(page, start, end)):
            continue
        weekday = lexicon.weekdays[match.group()]
        yield Moment(span=Span(start, end), value=_counted(weekday, past, published), weekday=weekday)


def _stands_alone(page: Page, start: int, end: int) -> bool:
    """Not part of a name or a span: "Pasar Minggu", "Rabu Kelabu", "Kali Ahad", "Sabtu-Minggu"."""
    if page.low[end : end + 1] == "-" or page.low[start - 1 : start] == "-":
        return False
    index = page.word_index(start)
    before = page.words[index - 1] if index else None
    near = before is not None and page.low[before.end : start] == " " and before.capital
    following = page.low[end : end + 1] == " " and page.text[end + 1 : end + 2].isupper()
    return not near and not (following and page.low[start - 2 : start] != ", ")


def _counted(weekday: int, past: str, published: date | None) -> date | None:
    if published is None:
        return None
    if past.startswith(("dua", "tiga")):
        back = 14 if past.startswith("dua") else 21
        return published - timedelta(days=published.weekday() - weekday + back)
    if past.startswith(("pekan", "minggu")):
        monday = published - timedelta(days=published.weekday() + 7)
        return monday + timedelta(days=weekday)
    return back_to(weekday, published, before=past in ("lalu", "kemarin"))


def find_month(lexicon: Lexicon, page: Page, begin: int, *, ruled: bool = False) -> DateFact | None:
    """A month without a day in a sentence that tells the event: precision month, no day.

    ``ruled``: only where the words right before it say that a decision came then ("rekomendasi keluar pada Juli 2019").
    """
    words = lexicon.words("dates", "event_words")
    for match in lexicon.pattern("dates", "month_only").finditer(page.low, begin):
        sentence = page.sentence_at(match.start())
        planned = lexicon.pattern("dates", "planned").search(page.low, sentence.start, sentence.end)
        if ruled:
            before = page.low[max(sentence.start, match.start() - 60) : match.start()].rstrip()
            came = lexicon.pattern("dates", "decision_came")
            says = any(one.end() == len(before) for one in came.finditer(before))
        else:
            near = page.beside(sentence) if match.start() < begin + _EARLY else sentence
            says = bool(set(re.findall(r"[\w-]+", page.low_of(near))) & words)
        if says and not planned and not in_quotes(page, match.start()):
            span = Span(match.start("month"), match.end())
            return DateFact(
                value=None,
                precision="month",
                as_printed=page.of(span),
                weekday_agrees=None,
                span=span,
                rule="dates.month",
                derived=(),
            )
    return None
