"""Why a date is, or is not, the day of the event, and how much its place in the text speaks for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from sinetra.core.press.days import Printed
from sinetra.core.press.kind_words import KIND_WORDS, OTHER, KindWords
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.moments import in_quotes
from sinetra.core.press.own_days import QUOTED, OwnDays
from sinetra.core.press.page import Page, Span
from sinetra.core.press.steps import Steps

#: The step of an affair that the headline names.
_AGREES = 2.0
#: A day told in a quotation, plainly or as the one of the deciding.
_SAID, _SETTLED = 2.5, 7.0
#: The day of a stage of the election that something followed: it counts where no other is told.
_STAGE = -4.0
#: Their day is the one on which something was said.
_TOLD_KINDS = ("statistics", "other", "opinion")
#: Of an affair the last step told is the news.
_STEPS = ("alleged_violation", "decision/sanction")
_LETTERS = {"circular": "own_letter", "decision/sanction": "own_ruling"}
#: A verb of saying so near behind the day makes it the day of the saying.
_SAYS = 45
#: The name of an instrument, with number and year, has at most so many words before its day.
_NAMED = 12
_WORD = re.compile(r"[\w-]+")


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


@dataclass(frozen=True)
class DateRoles:
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
        if before.endswith("hari ini"):
            return "event"  # "posko dibuka di masa tenang yang dimulai hari ini, Minggu, 24 November 2024"
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
        open_end = self.ends("first_day", before) or (
            self.setting.kind == "decision/sanction" and self.ends("ruled_from", before)
        )
        if not printed_with_day and self.ends("deadline_before", before) and not open_end:
            return "deadline"
        if published is not None and value is not None and value > published and self.ends("toward", before):
            return "later"
        if self.ends("since_before", before):
            return "earlier"
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
            if (
                own == "own_ruling"
                and self._recommends
                and self.ends("own_recommendation", before[: match.start()].rstrip())
            ):
                return False
            told = before[: match.start()].rstrip()
            foreign = set(_WORD.findall(told)[-_NAMED:]) & self.lexicon.words("dates", "foreign_laws")
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
        attached, agrees = self.attached(start), self.steps.agrees(start) and not self.said(start)
        if attached < 0.0 and self.setting.kind in _LETTERS:
            agrees = False  # "terbukti memandu yel-yel tanggal 5 Oktober"
        weight += max(0.0 if told or agrees else OTHER, attached)  # "hari ini" is never the day of something older
        weight += _AGREES * agrees
        return weight - QUOTED * in_quotes(page, start)

    def said(self, start: int) -> bool:
        """The day goes with a saying ("kata Bupati, Senin"), and nothing after the saying ties it to the event."""
        if self.setting.kind in _TOLD_KINDS or self.steps.answered:
            return False
        sentence = self.page.sentence_at(start)
        if self.lexicon.pattern("dates", "said_next").search(self.page.low, start, min(sentence.end, start + _SAYS)):
            return True  # "Kepala BKD, Kamis (19/9), menjelaskan …"
        said = self.kind_words.ends(("said",), sentence.start, start)
        words = KIND_WORDS.get(self.setting.kind, ((), ()))[0]
        bound = () if self.setting.kind == "circular" else ("bound",)
        return bool(said) and not any(
            end > said[-1] for end in self.kind_words.ends((*words, *bound), sentence.start, start)
        )

    def dated(self, item: Printed) -> float:
        """More for the day a letter gives itself, and for the first of the days an event is said to last."""
        sentence = self.page.sentence_at(item.span.start)
        before = self.page.low[max(sentence.start, item.span.start - 100) : item.span.start].rstrip(' (,"')
        lead = self.page.low[sentence.start : item.span.start]
        whole = self.page.low_of(sentence)
        patterns = self.lexicon.pattern
        if patterns("dates", "other_time").search(lead) or patterns("dates", "same_kind").search(whole):
            return -4.0
        clause = re.split(r"[,;:]| - ", before)[-1]
        if patterns("dates", "after_stage").fullmatch(clause.strip()):
            return _STAGE
        if self.lexicon.pattern("dates", "will_be").search(clause):
            return -5.0
        if (own := self.own.weight(item, before)) is not None:
            return own
        if self.setting.kind in _STEPS and self.ends("later_step", before):
            return 2.0
        return 3.0 if self.ends("first_day", before) else 1.0 * self.ends("this_time", before)

    @cached_property
    def own(self) -> OwnDays:
        return OwnDays(self.lexicon, self.page, self.setting.kind, self._recommends)

    @cached_property
    def steps(self) -> Steps:
        return Steps(self.lexicon, self.page, self.setting.kind, self.setting.title_end)

    def quoted(self, start: int) -> float:
        """How much a day in a quotation says: "kami putuskan kemarin dalam pleno".

        Better than the dateline where the sentence holds a word of the event's own kind; where it is one of
        deciding, signing, handing over, better than the day of the saying.
        """
        if self.steps.agrees(start) or (self.setting.kind in _LETTERS and self.own.settled_around(start)):
            return _SETTLED
        words = KIND_WORDS.get(self.setting.kind, ((), ()))[0]
        sentence = self.page.sentence_at(start)
        return _SAID * bool(self.kind_words.ends(words, sentence.start, sentence.end))

    @cached_property
    def kind_words(self) -> KindWords:
        return KindWords(self.lexicon, self.page, self.setting.kind, self._recommends, self.lead_end)

    def attached(self, start: int) -> float:
        return self.kind_words.attached(start)

    @cached_property
    def _recommends(self) -> bool:
        """The decision is a recommendation: headline or lead say that a body recommends, and not what it awaits."""

        def told(key: str) -> bool:
            return self.lexicon.pattern("dates", key).search(self.page.low, 0, self.lead_end) is not None

        return told("recommends") and not told("awaited")
