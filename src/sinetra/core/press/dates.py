"""Printed dates, and which of them is the day of the event.

A date beside a law, a polling day, a plan or a deadline is not the day of the event. A day without its year takes
the year nearest to publication, or the only year of the text that fits; else it stays open.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from sinetra.core.clock.timetables import StageCode
from sinetra.core.press.days import Printed, made, printed_dates, resolve
from sinetra.core.press.facts import DateFact, DateMention
from sinetra.core.press.heading import lead_end
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.moments import Moment, find_moments, find_month, in_quotes
from sinetra.core.press.page import Page, Span

#: From here on a date speaks for being the day of the event.
_ENOUGH = 2.0
_WEIGHS = {"event": 0.0, "dateline": 0.0, "earlier": -3.0}
#: By the kind of event: the words that tell its day, and those that tell another one.
_KIND_WORDS = {
    "alleged_violation": (("report_words",), ("act_words",)),
    "decision/sanction": (("ruling_words",), ("act_words", "before_ruling")),
    "circular": (("letter_words",), ("letter_after",)),
    "statistics": (("told_words",), ("reach_words",)),
}
_OWN, _OTHER = 1.5, -3.0
_LETTERS = {"circular": "own_letter", "decision/sanction": "own_ruling"}
_ELECTION_YEARS = range(2015, 2041)
_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    event: DateFact | None
    mentions: tuple[DateMention, ...]
    weekday: tuple[int, Span] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is known around the dates: publication, lines of the byline, the headline's end, the kind of event."""

    published: date | None = None
    bylines: tuple[Span, ...] = ()
    datelines: tuple[Span, ...] = ()
    title_end: int = 0
    kind: str = "other"
    #: What was taken out around the article.
    apart: str = ""


@dataclass(frozen=True, slots=True)
class _Reader:
    lexicon: Lexicon
    page: Page
    setting: Setting
    voting: frozenset[date] = field(default_factory=frozenset)
    lead_end: int = 0

    def ends(self, key: str, text: str) -> bool:
        """Whether a pattern ends where the text does."""
        return any(match.end() == len(text) for match in self.lexicon.pattern("dates", key).finditer(text))

    def role(self, item: Printed, value: date | None) -> str:
        """Why a date is, or is not, the day of the event."""
        page, published = self.page, self.setting.published
        if any(span.overlaps(item.span) for span in self.setting.bylines):
            return "byline"
        if any(span.overlaps(item.span) for span in self.setting.datelines):
            return "dateline"
        sentence = page.sentence_at(item.span.start)
        before = page.low[max(sentence.start, item.span.start - 100) : item.span.start].rstrip(' (,"')
        after = page.low[item.span.end : min(sentence.end, item.span.end + 50)].lstrip(")")
        shut = page.low[item.span.start : item.span.end].endswith(")")
        ahead = published is not None and value is not None and value > published + timedelta(days=1)
        printed_with_day = item.weekday is not None and shut and not ahead
        if not printed_with_day and self._law(before):
            return "law"
        near = re.split(r"[,;:]", page.low[max(sentence.start, item.span.start - 60) : item.span.start].rstrip(" ,("))
        planned = self.lexicon.pattern("dates", "planned")
        told_ahead = planned.search(near[-1]) or planned.search(re.split(r"[,;.]", after)[0][:24])
        if ahead or (told_ahead and published is None and not printed_with_day):
            return "election" if self._election(before, after, None if printed_with_day else value) else "later"
        if not printed_with_day and self._election(before, after, value):
            return "election"
        if printed_with_day and (self.ends("due_before", before) or self._milestone(sentence.start, before)):
            return "election"
        if not printed_with_day and self.ends("deadline_before", before) and not self.ends("first_day", before):
            return "deadline"
        earlier = self.lexicon.pattern("dates", "earlier")
        lead = page.low[sentence.start : item.span.start]
        if earlier.search(lead[-70:]) or (item.weekday is None and item.year and re.match(r" silam", after)):
            return "earlier"
        return "event"

    def _milestone(self, start: int, before: str) -> bool:
        """A clause that is about a stage of the election itself: "Pendaftaran calon ditutup Kamis (29/8)"."""
        if self.setting.kind == "other":
            return False
        clause = re.split(r"[;:]|, | - ", before)[-1].strip()
        for match in self.lexicon.pattern("dates", "election_before").finditer(clause):
            opening = self.lexicon.pattern("dates", "opening_words").match(clause)
            if match.end() == len(clause) and match.start() <= (opening.end() if opening else 0):
                return True
        return False

    def _law(self, before: str) -> bool:
        for match in self.lexicon.pattern("dates", "law_before").finditer(before):
            words = set(_WORD.findall(before[: match.start()]))
            if match.end() < len(before) - 1 or not words & self.lexicon.words("dates", "law_words"):
                continue
            own = _LETTERS.get(self.setting.kind)
            told = before[: match.start()].rstrip()
            foreign = set(_WORD.findall(told)[-6:]) & self.lexicon.words("dates", "foreign_laws")
            return not (own and not foreign and self.ends(own, told))
        return False

    def _election(self, before: str, after: str, value: date | None) -> bool:
        if value in self.voting:
            return True
        trimmed = re.sub(r"(?: ?\b(?:pada|tanggal|hari|tgl))+$", "", before)
        if self.ends("election_before", before) or self.ends("election_before", trimmed):
            return True
        return self.lexicon.pattern("dates", "election_after").match(after) is not None

    def weight(self, start: int, *, told: bool = False) -> float:
        """How much a place speaks for the event: the lead, a verb of holding or saying, the words of the kind."""
        page, begin = self.page, self.setting.title_end
        sentence = page.low_of(page.sentence_at(start))
        words = set(_WORD.findall(sentence))
        weight = 2.0 if start < begin + 500 else 1.0 if start < begin + 1200 else 0.0
        weight += 1.0 * (begin <= start < self.lead_end)
        weight += 1.0 * bool(words & self.lexicon.words("dates", "event_words"))
        weight += max(0.0 if told else _OTHER, self.attached(start))  # "hari ini" is never the day of something older
        return weight - 4.0 * in_quotes(page, start)

    def dated(self, item: Printed) -> float:
        """More for the day a letter gives itself, and for the first of the days an event is said to last."""
        sentence = self.page.sentence_at(item.span.start)
        before = self.page.low[max(sentence.start, item.span.start - 100) : item.span.start].rstrip(' (,"')
        lead = self.page.low[sentence.start : item.span.start]
        whole = self.page.low_of(sentence)
        patterns = self.lexicon.pattern
        if patterns("dates", "other_time").search(lead) or patterns("dates", "same_kind").search(whole):
            return -4.0
        clause = re.split(r"[,;:]", before)[-1]
        if self.lexicon.pattern("dates", "will_be").search(clause):
            return -5.0
        if self.setting.kind == "circular":
            title = self.page.low[: self.setting.title_end]
            foreign = patterns("dates", "foreign_letter")
            if foreign.search(before) and not foreign.search(title):
                return -3.0
            if self.ends("letter_dated", before):
                return 3.0
        return 3.0 if self.ends("first_day", before) else 1.0 * self.ends("this_time", before)

    def attached(self, start: int) -> float:
        """Whether the nearest telling word before a day (else after it) is one of the event's kind or of another day.

        A weekday ("… , Senin (7/10)") goes with the main verb, wherever that stands in the sentence.
        """
        words = _KIND_WORDS.get(self.setting.kind)
        if words is None:
            return 0.0
        page, sentence = self.page, self.page.sentence_at(start)
        letter = self.setting.kind == "circular"
        own = self._ends(words[0], sentence.start, start)
        other = self._ends(words[1], sentence.start, start)
        if own and (own[-1] >= max(other, default=0) or (page.text[start].isupper() and not letter)):
            return _OWN
        if other:
            return _OTHER
        own, other = self._ends(words[0], start, sentence.end), self._ends(words[1], start, sentence.end)
        if own and own[0] <= min(other, default=own[0]):
            return _OWN
        return _OTHER / 2 if other else 0.0

    def _ends(self, keys: tuple[str, ...], start: int, end: int) -> list[int]:
        patterns = (self.lexicon.pattern("dates", key) for key in keys)
        return sorted(match.end() for one in patterns for match in one.finditer(self.page.low, start, end))


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
    reader = _Reader(lexicon, page, setting, _voting_days(lexicon), lead_end(page, setting.title_end))
    printed = printed_dates(lexicon, page)
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
            facts.append((weight if role != "dateline" else _ENOUGH * (item.weekday is not None), fact))
    moments = find_moments(lexicon, page, setting.published, (*(item.span for item in printed), *setting.bylines))
    weighed = [(reader.weight(moment.span.start, told=True) + _of_moment(moment, page), moment) for moment in moments]
    facts += [(weight, fact) for weight, moment in weighed if (fact := _told(page, moment))]
    lone = [(weight, moment) for weight, moment in weighed if moment.weekday is not None]
    weekday = max(lone, key=lambda pair: (pair[0], -pair[1].span.start))[1] if lone else None
    if weekday is not None and weekday.weekday is not None:
        mentions.append(
            DateMention(as_printed=page.of(weekday.span), value=weekday.value, role="weekday", span=weekday.span)
        )
    return Dates(
        event=_chosen(facts, setting) or _month(lexicon, page, setting),
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


def _chosen(facts: list[tuple[float, DateFact]], setting: Setting) -> DateFact | None:
    """The heaviest; a span of days that holds it counts from its first day."""
    if setting.kind == "opinion":
        return None
    usable = [(weight, fact) for weight, fact in facts if weight >= _ENOUGH and fact.span is not None]
    if not usable:
        return None
    best = max(usable, key=lambda pair: (pair[0], -(pair[1].span.start if pair[1].span else 0)))[1]
    for _, fact in usable:
        if fact.until and fact.value and best.value and fact.value <= best.value <= fact.until:
            return fact
    return best


def _month(lexicon: Lexicon, page: Page, setting: Setting) -> DateFact | None:
    if setting.kind in ("opinion", "alleged_violation", "decision/sanction"):
        return None
    return find_month(lexicon, page, setting.title_end)


def _of_elections(lexicon: Lexicon, item: Printed) -> date | None:
    """The only such weekday and day while an election was under way, where nothing tells the year."""
    days = (day for year in _ELECTION_YEARS if (day := item.on(year)) and day.weekday() == item.weekday)
    outside = (StageCode.NO_ELECTION, StageCode.BEFORE_WINDOW, StageCode.AFTER_INAUGURATION)
    running = [day for day in days if any(one.code not in outside for one in lexicon.timetables.stages(day, None))]
    return running[0] if len(running) == 1 else None


def _voting_days(lexicon: Lexicon) -> frozenset[date]:
    spans = (item.span(StageCode.VOTING_DAY) for item in lexicon.timetables)
    return frozenset(span.start for span in spans if span is not None and span.start is not None)
