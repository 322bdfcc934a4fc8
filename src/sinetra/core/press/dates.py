"""Printed dates, and which of them is the day of the event.

A date beside a law, a polling day, a plan or a deadline is not the day of the event. A day without its year takes
the year nearest to publication, or the only year of the text that fits; else it stays open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sinetra.core.clock.timetables import StageCode
from sinetra.core.press.date_roles import DateRoles, Setting
from sinetra.core.press.days import Printed, made, printed_dates, resolve
from sinetra.core.press.facts import DateFact, DateMention
from sinetra.core.press.heading import first_sentence, lead_end
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.moments import Moment, find_moments, find_month, in_quotes
from sinetra.core.press.page import Page, Span
from sinetra.core.press.told_days import days_before, of_sayings

#: From here on a date speaks for being the day of the event.
_ENOUGH = 2.0
_WEIGHS = {"event": 0.0, "dateline": 0.0, "earlier": -3.0}
#: The day after publication is the event's only where an edition bears the day before.
_AHEAD = 3.0
#: The first sentence tells the event; the second who spoke about it, and when.
_FIRST = 3.0
_FIRST_PRINTED = 2.0
#: So much less speaks for the day of a saying, beside other days.
_SAID_LATER = 3.0
#: The day in a caption is that of a report of these days.
_CAPTIONED = timedelta(days=4)
_CAPTION_WORDS = 6
_OF_ITS_TIME = ("event", "byline", "dateline", "deadline", "later")
_ELECTION_YEARS = range(2015, 2041)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    event: DateFact | None
    mentions: tuple[DateMention, ...]
    weekday: tuple[int, Span] | None

    @property
    def about(self) -> date | None:
        """The latest printed day that may be one of the article's time, where neither its day nor publication is."""
        days = [item.value for item in self.mentions if item.value is not None and item.role in _OF_ITS_TIME]
        return max(days, default=None)


def _fact(item: Printed, page: Page, value: date | None, source: str | None) -> DateFact | None:
    if value is None:
        return None
    until = None
    if item.until is not None:
        day, month = item.until
        until = made(value.year + (month < item.month), month, day)
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


def _told(page: Page, moment: Moment) -> DateFact | None:
    if moment.value is None:
        return None
    return DateFact(
        value=moment.value,
        as_printed=page.of(moment.span),
        weekday_agrees=None if moment.weekday is None else moment.value.weekday() == moment.weekday,
        span=moment.span,
        rule="dates.relative",
        derived=("day",),
        source="article_date",
    )


def find_dates(lexicon: Lexicon, page: Page, setting: Setting | None = None) -> Dates:
    """The day of the event, all printed dates with their role, and a lone weekday (for the story to complete)."""
    setting = setting or Setting()
    reader = DateRoles(lexicon, page, setting, _voting_days(lexicon), lead_end(page, setting.title_end))
    printed = printed_dates(lexicon, page)
    first = first_sentence(page, setting.title_end)
    known = frozenset(item.year for item in printed if item.year is not None)
    facts: list[tuple[float, DateFact]] = []
    mentions: list[DateMention] = []
    for item in printed:
        value, source = resolve(item, page, setting.published, known, setting.apart)
        if value is None and item.year is None and item.weekday is not None:
            value, source = _of_elections(lexicon, item), "elections"
        role = reader.role(item, value)
        mentions.append(DateMention(as_printed=page.of(item.span), value=value, role=role, span=item.span))
        fact = _fact(item, page, value, source)
        if fact is not None and role in _WEIGHS:
            weight = _WEIGHS[role] + _of_date(item, page, reader.weight, reader.dated(item))
            weight -= _AHEAD * (setting.published is not None and value is not None and value > setting.published)
            weight += _FIRST_PRINTED * _opens(item, setting, first, reader)
            facts.append((weight if role != "dateline" else _ENOUGH * (item.weekday is not None), fact))
    moments = find_moments(
        lexicon, page, setting.published, (*(item.span for item in printed), *setting.bylines), setting.kind
    )
    days = [(item.span, item.value) for item in mentions if item.value and item.role in ("event", "earlier")]
    sayings = [*days, *((one.span, one.value) for one in moments if one.value and not one.quoted)]
    said = sorted((pair for pair in sayings if not in_quotes(page, pair[0].start)), key=lambda pair: pair[0].start)
    moments = [*of_sayings(page, moments, said, setting.published), *days_before(lexicon, page, days)]
    weighed = [
        (
            reader.quoted(moment.span.start)
            if moment.quoted
            else reader.weight(moment.span.start, told=moment.weekday is None)
            + _of_moment(moment, page)
            + _FIRST * (setting.title_end <= moment.span.start < first),
            moment,
        )
        for moment in moments
    ]
    facts += [(weight, fact) for weight, moment in weighed if (fact := _told(page, moment))]
    lone = [(weight, moment) for weight, moment in weighed if moment.weekday is not None and not moment.quoted]
    weekday = max(lone, key=lambda pair: (pair[0], -pair[1].span.start))[1] if lone else None
    if weekday is not None and weekday.weekday is not None:
        mentions.append(
            DateMention(as_printed=page.of(weekday.span), value=weekday.value, role="weekday", span=weekday.span)
        )
    return Dates(
        event=_chosen(facts, setting, reader) or _month(lexicon, page, setting) or _captioned(lexicon, setting),
        mentions=tuple(mentions),
        weekday=None if weekday is None or weekday.weekday is None else (weekday.weekday, weekday.span),
    )


def _of_date(item: Printed, page: Page, weight: Callable[[int], float], dated: float = 0.0) -> float:
    start, end = item.span.start, item.span.end
    bracketed = page.low[start - 1 : start] == "(" and page.low[end : end + 1] == ")"
    plain = weight(start) + (3.0 if item.weekday is not None else 2.0 if bracketed else 0.0) + (item.until is not None)
    return plain + dated


def _of_moment(moment: Moment, page: Page) -> float:
    bracketed = page.low[moment.span.end : moment.span.end + 2] == " ("
    return 1.5 if moment.weekday is None else 2.0 + bracketed


def _rank(weight: float, fact: DateFact, reader: DateRoles) -> tuple[float, int]:
    start = fact.span.start if fact.span else 0
    return weight - _SAID_LATER * reader.said(start), -start


def _chosen(facts: list[tuple[float, DateFact]], setting: Setting, reader: DateRoles) -> DateFact | None:
    """The heaviest, the day of a saying only where no other is; a span of days that holds it counts from its first."""
    if setting.kind == "opinion":
        return None
    usable = [(weight, fact) for weight, fact in facts if weight >= _ENOUGH and fact.span is not None]
    if not usable:
        return None
    best = max(usable, key=lambda pair: _rank(pair[0], pair[1], reader))[1]
    for _, fact in usable:
        if fact.until and fact.value and best.value and fact.value <= best.value <= fact.until:
            return fact
    return best


def _month(lexicon: Lexicon, page: Page, setting: Setting) -> DateFact | None:
    if setting.kind in ("opinion", "alleged_violation"):
        return None
    return find_month(lexicon, page, setting.title_end, ruled=setting.kind == "decision/sanction")


def _opens(item: Printed, setting: Setting, first: int, reader: DateRoles) -> bool:
    """Printed with its weekday in the first sentence, and not beside a word that tells another day."""
    early = item.weekday is not None and setting.title_end <= item.span.start < first
    return early and reader.attached(item.span.start) >= 0.0 and not reader.said(item.span.start)


def _captioned(lexicon: Lexicon, setting: Setting) -> DateFact | None:
    """The day that only the caption of the picture prints: "Penandatanganan di Balai Kota, Selasa (5/11/2024)"."""
    if setting.kind == "opinion" or setting.published is None:
        return None
    for line in setting.apart.split("\n"):
        if "(" not in line:
            continue
        own = Page(line)
        if sum(word.text[0].islower() for word in own.words) < 1 or len(own.words) < _CAPTION_WORDS:
            continue
        for item in printed_dates(lexicon, own):
            value, source = resolve(item, own, setting.published, frozenset())
            near = value is not None and setting.published - _CAPTIONED <= value <= setting.published
            shut = own.text[item.span.start : item.span.end + 1].endswith(")")
            if item.weekday is not None and shut and near and (fact := _fact(item, own, value, source)):
                return replace(fact, span=None, rule="dates.caption")
    return None


def _of_elections(lexicon: Lexicon, item: Printed) -> date | None:
    """The only such weekday and day while an election was under way, where nothing tells the year."""
    days = (day for year in _ELECTION_YEARS if (day := item.on(year)) and day.weekday() == item.weekday)
    outside = (StageCode.NO_ELECTION, StageCode.BEFORE_WINDOW, StageCode.AFTER_INAUGURATION)
    running = [day for day in days if any(one.code not in outside for one in lexicon.timetables.stages(day, None))]
    return running[0] if len(running) == 1 else None


def _voting_days(lexicon: Lexicon) -> frozenset[date]:
    spans = (item.span(StageCode.VOTING_DAY) for item in lexicon.timetables)
    return frozenset(span.start for span in spans if span is not None and span.start is not None)
