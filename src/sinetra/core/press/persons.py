"""Persons with their positions: "Ketua X Nama", "Pj Wali Kota X, Nama,", "Nama, Ketua X", "Nama selaku Ketua X".

Each person is listed once, by the longest form of the name, with the position printed beside it.
"""

from __future__ import annotations

import re

from sinetra.core.press.facts import PersonFact
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.names import NameAt, Names
from sinetra.core.press.page import Page
from sinetra.core.press.phrases import Phrase, Scanner

_LOOSE = re.compile(r"(?: [a-z][\w-]*){1,4}, ")
_AFTER_NAME = re.compile(r"\s*[,(.\"]|\s*$|\s*\n")
_AS = re.compile(
    r",? (?:selaku|sebagai|yang merupakan|merupakan|yang menjabat(?: sebagai| selaku)?|yang juga|yakni|yaitu|\()\s*$"
)
_CALLED = re.compile(r",? (?:yakni|yaitu|bernama|atas nama|dijabat(?: oleh)?|yang dijabat|adalah) $")


def _key(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w{2,}", name.lower()))


class _Persons:
    def __init__(self, lexicon: Lexicon, page: Page, scanner: Scanner, title_end: int) -> None:
        self.page = page
        self.names = Names(lexicon, page)
        self.scanner = scanner
        self.words = page.words
        self.begin = page.word_index(title_end) if title_end else 0
        self.say = lexicon.pattern("persons", "speech")
        self.found: list[PersonFact] = []
        self.claimed: set[int] = set()

    def keep(self, name: NameAt, phrase: Phrase | None, rule: str) -> None:
        if any(index in self.claimed for index in range(name.first, name.last)):
            return
        self.claimed.update(range(name.first, name.last))
        self.found.append(
            PersonFact(
                name=name.text,
                position=None if phrase is None else " ".join(self.page.of(phrase.span).split()),
                acting_kind=None if phrase is None else phrase.acting,
                span=name.span,
                position_span=None if phrase is None else phrase.span,
                rule=f"persons.{rule}",
            )
        )

    def between(self, first: int, last: int) -> str:
        return self.page.low[self.words[first - 1].end : self.words[last].start]

    def after_position(self, phrase: Phrase) -> bool:
        """ "Ketua X Nama" and "Ketua X, Nama,"."""
        index = phrase.last
        if index >= len(self.words):
            return False
        gap = self.page.low[phrase.span.end : self.words[index].start]
        if "\n" in gap:
            return False
        stopped = "." in gap and len(self.words[index - 1].text) > 4
        if not stopped and gap.strip(" .") == "" and (name := self.names.at(index)):
            self.keep(name, phrase, "position_name")
            return True
        if gap.strip() in (",", ", ", ":") and (name := self.names.at(index)) and self._closed(name):
            self.keep(name, phrase, "position_comma_name")
            return True
        loose = _LOOSE.match(self.page.low, phrase.span.end)
        name = self.names.at(self.page.word_index(loose.end())) if loose else None
        if loose and name and self._closed(name) and len(name.text.split()) > 1 and name.span.start - loose.end() <= 8:
            self.keep(name, phrase, "position_words_comma_name")
            return True
        return self._called(phrase)

    def _called(self, phrase: Phrase) -> bool:
        """ "Ketua X yakni Nama", "Ketua X bernama Nama"."""
        for index in range(phrase.last + 1, min(phrase.last + 4, len(self.words))):
            between = self.page.low[phrase.span.end : self.words[index].start]
            if _CALLED.fullmatch(between) and (name := self.names.at(index)):
                self.keep(name, phrase, "position_called_name")
                return True
        return False

    def _closed(self, name: NameAt) -> bool:
        """A comma, a stop or a verb follows the name: it is no item of a list."""
        end = self.words[name.last - 1].end
        if _AFTER_NAME.match(self.page.low, end):
            return True
        return name.last < len(self.words) and self.names.verb.fullmatch(self.words[name.last].low) is not None

    def before_position(self, phrase: Phrase) -> bool:
        """ "Nama, Ketua X," and "Nama selaku Ketua X"."""
        start = phrase.span.start
        for back in (0, 1, 2, 3):
            index = phrase.first - back
            if index <= self.begin:
                return False
            gap = self.page.low[self.words[index - 1].end : start]
            joined = gap in (", ", ",") if back == 0 else False
            if (joined or _AS.fullmatch(gap)) and (name := self.names.before(index)):
                if joined and len(name.text.split()) < 2 and name.first == name.last - 1 and not self._ends(phrase):
                    return False
                self.keep(name, phrase, "name_position")
                return True
        return False

    def _ends(self, phrase: Phrase) -> bool:
        return self.page.low[phrase.span.end : phrase.span.end + 1] in (",", ".", ")", "\n", "")

    def speakers(self) -> None:
        """Who is quoted without a position."""
        counts: dict[str, int] = {}
        held: list[NameAt] = []
        for match in self.say.finditer(
            self.page.low, self.words[self.begin].start if self.begin < len(self.words) else 0
        ):
            index = self.page.word_index(match.end())
            if index >= len(self.words) or self.words[index].start - match.end() > 1:
                continue
            if self.scanner.position(index) or self.scanner.body(index) or self.scanner.region_width(index):
                continue
            if name := self.names.at(index):
                counts[name.text] = counts.get(name.text, 0) + 1
                held.append(name)
        for name in held:
            if len(name.text.split()) > 1 or counts[name.text] > 1:
                self.keep(name, None, "quoted_name")

    def run(self) -> None:
        index = self.begin
        while index < len(self.words):
            phrase = self.scanner.position(index)
            if phrase is None or not phrase.complete:
                index += 1
                continue
            if not self.after_position(phrase):
                self.before_position(phrase)
            index = max(index + 1, phrase.last)
        self.speakers()


def _merged(found: list[PersonFact]) -> tuple[PersonFact, ...]:
    """One entry a person: a name whose words are all in another's is the same person."""
    people: list[PersonFact] = []
    for item in sorted(found, key=lambda fact: fact.span.start):
        key = _key(item.name)
        same = next(
            (i for i, other in enumerate(people) if key and (key <= _key(other.name) or _key(other.name) <= key)), None
        )
        if same is None:
            people.append(item)
            continue
        other = people[same]
        better = item if other.position is None and item.position is not None else other
        longer = item if len(item.name) > len(other.name) else other
        if longer is not better or better is not other:
            people[same] = PersonFact(
                name=longer.name,
                position=better.position,
                acting_kind=better.acting_kind,
                span=longer.span,
                position_span=better.position_span,
                rule=better.rule,
            )
    return tuple(people)


def find_persons(lexicon: Lexicon, page: Page, scanner: Scanner, title_end: int) -> tuple[PersonFact, ...]:
    """The persons of the article in the order of their first full mention."""
    reader = _Persons(lexicon, page, scanner, title_end)
    reader.run()
    return _merged(reader.found)
