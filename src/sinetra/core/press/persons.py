"""Persons with their positions: "Ketua X Nama", "Pj Wali Kota X, Nama,", "Nama, Ketua X", "Nama selaku Ketua X".

Each person is listed once, by the longest form of the name, with the position printed beside it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sinetra.core.press.apposition import Appositions
from sinetra.core.press.belongs import is_related
from sinetra.core.press.body_or_name import BodyOrName
from sinetra.core.press.facts import PersonFact
from sinetra.core.press.held_office import HeldOffice
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.named import Named
from sinetra.core.press.names import NameAt, Names
from sinetra.core.press.nobody import Nobody
from sinetra.core.press.page import Page, Span
from sinetra.core.press.phrases import Phrase, Scanner
from sinetra.core.press.same_person import merged
from sinetra.core.press.speakers import Speakers

_LOOSE = re.compile(r"(?: (?!(?:maupun|ataupun)\b)[a-z][\w-]*){1,4}, ")
_OF_A_REGION = frozenset(
    ("bupati", "wali kota", "walikota", "wakil bupati", "camat", "lurah", "kapolres", "kapolsek", "dandim")
)
_OF_A_REGION |= {"kajari", "kades", "kepala desa", "gubernur", "danramil", "kapolda"}
#: What somebody is for the day; the office printed behind the name says more.
_ROLES = frozenset(
    ("narasumber", "pemateri", "pembicara", "moderator", "peserta", "fasilitator", "penanggap", "perwakilan")
)
_ONE_OF = frozenset(("seorang", "satu", "menurut", "oleh", "kata", "sementara", "lain"))
_AS = re.compile(
    r"\.?,? (?:selaku|sebagai|(?:yang )?merupakan|(?:yang )?(?:kini |sudah |telah )?menjabat(?: sebagai| selaku)?"
    r"|yang juga|yakni|yaitu|\()\s*$"
)
_CALLED = re.compile(r",? (?:yakni|yaitu|bernama|atas nama|dijabat(?: oleh)?|yang dijabat|adalah) $")


class _Persons:
    def __init__(self, lexicon: Lexicon, page: Page, scanner: Scanner, title_end: int) -> None:
        self.lexicon = lexicon
        self.page = page
        self.names = Names(lexicon, page)
        self.scanner = scanner
        self.named = Named(lexicon, page, scanner, self.names)
        self.words = page.words
        self.begin = page.word_index(title_end) if title_end else 0
        self.speaking = Speakers(lexicon, page, scanner, self.names, self.begin)
        self.held = HeldOffice(page, scanner)
        self.nobody = Nobody(lexicon, page, scanner, self.names)
        self.bodies = BodyOrName(page, scanner, self.names, self.nobody)
        self.found: list[PersonFact] = []
        self.claimed: set[int] = set()
        self.offices: set[int] = set()

    def keep(self, name: NameAt, phrase: Phrase | None, rule: str, *, again: bool = False) -> None:
        """``again``: also of a name that is known, for a position that says more."""
        taken = any(index in self.claimed for index in range(name.first, name.last))
        led = rule == "position_name" and phrase is not None and phrase.last - phrase.first > 2
        led = led and len(name.text.split()) == 2
        if (taken and not (again and name.first in self.claimed)) or not self.nobody.is_person(name, led=led):
            return
        self.claimed.update(range(name.first, name.last))
        if phrase is None or phrase.head in _ROLES:
            beside = self.named.beside
            phrase = beside.after(name) or beside.sent_by(name) or phrase
        self.found.append(
            PersonFact(
                name=name.text,
                position=None if phrase is None else self.held.printed(phrase),
                acting_kind=None if phrase is None else phrase.acting,
                span=name.span,
                position_span=None if phrase is None else phrase.span,
                rule=f"persons.{rule}",
            )
        )

    def after_position(self, phrase: Phrase) -> bool:
        """ "Ketua X Nama" and "Ketua X, Nama,"."""
        index = phrase.last
        if index >= len(self.words):
            return False
        gap = self.page.low[phrase.span.end : self.words[index].start]
        if "\n" in gap:
            return False
        stopped = "." in gap and not self._one_sentence(phrase.span.start, self.words[index].start)
        if not stopped and gap.strip(" .") == "" and (name := self.names.at(index)) and not self._region(phrase, name):
            phrase, name = self.bodies.parted(phrase, name)
            if name is None:
                return False
            self.keep(name, phrase, "position_name")
            return True
        name = self.names.at(index) if gap == " (" else None
        if name and name.last - name.first > 1 and self.page.text[self.words[name.last - 1].end :][:1] == ")":
            self.keep(name, phrase, "position_bracket_name")
            return True
        if gap.strip() in (",", ", ", ":") and (name := self.names.at(index)) and self.bodies.closed(name):
            self.keep(name, phrase, "position_comma_name")
            return True
        if (name := self.bodies.past_places(phrase)) is not None:
            self.keep(name, phrase, "position_places_name")
            return True
        loose = _LOOSE.match(self.page.low, phrase.span.end)
        name = self.names.at(self.page.word_index(loose.end())) if loose else None
        titled = name is not None and self.words[name.first].start < name.span.start
        if loose and name and self.bodies.closed(name) and (titled or len(name.text.split()) > 1):
            if self.words[name.first].start - loose.end() > 2:
                return False
            self.keep(name, phrase, "position_words_comma_name")
            return True
        return self._called(phrase)

    def _of_kin(self, phrase: Phrase) -> bool:
        """ "Istri Bupati X, Nama": she holds no office; "anak Bupati Nama Lain, Nama": who follows at once does.

        After a region ("Istri Bupati X Nama") it may be either, so that nobody is made the head.
        """
        if not is_related(self.page.low, phrase.span.start):
            return False
        self.offices.update(range(phrase.first, phrase.last))
        index, head = phrase.last, None
        if index < len(self.words) and self.bodies.between(index, index).strip(" .") == "":
            head = self.names.at(index)
        index = phrase.last if head is None else head.last
        kin = self.names.at(index) if self.bodies.comma(index) else None
        if head is not None:
            bare = phrase.last - phrase.first == len(phrase.head.split())
            self.keep(head, phrase if bare or kin is not None else None, "position_name")
        if kin is not None and self.bodies.closed(kin):
            self.keep(kin, None, "kin")
        return True

    def _one_sentence(self, one: int, two: int) -> bool:
        return self.page.sentence_at(one) == self.page.sentence_at(two)

    def _region(self, phrase: Phrase, name: NameAt) -> bool:
        """ "Kapolres X": a lone word after the head of a region is more likely its name."""
        bare = phrase.head in _OF_A_REGION and phrase.last - phrase.first == len(phrase.head.split())
        place = self.words[name.first].low in self.scanner.place_heads and name.last - name.first == 2
        return bare and (name.first == name.last - 1 or place)

    def _called(self, phrase: Phrase) -> bool:
        """ "Ketua X yakni Nama", "Ketua X bernama Nama"."""
        for index in range(phrase.last + 1, min(phrase.last + 4, len(self.words))):
            between = self.page.low[phrase.span.end : self.words[index].start]
            if _CALLED.fullmatch(between) and (name := self.names.at(index)):
                self.keep(name, phrase, "position_called_name")
                return True
        return False

    def before_position(self, phrase: Phrase) -> bool:
        """ "Nama, Ketua X," and "Nama selaku Ketua X"."""
        start = phrase.span.start
        for back in (0, 1, 2, 3):
            index = phrase.first - back
            if index <= self.begin:
                return False
            gap = self.page.low[self.words[index - 1].end : start]
            joined = gap in (", ", ",", "., ") if back == 0 else False
            if (joined or _AS.fullmatch(gap)) and (name := self.names.before(index)):
                if not self._one_sentence(name.span.start, start):
                    return False
                if joined and len(name.text.split()) < 2 and name.first == name.last - 1 and not self._ends(phrase):
                    return False
                self.keep(name, phrase, "name_position")
                return True
        return False

    def _ends(self, phrase: Phrase) -> bool:
        return self.page.low[phrase.span.end : phrase.span.end + 1] in (",", ".", ")", "\n", "")

    def speakers(self) -> None:
        """Who is quoted without an office the lexicon knows: "kata X Y", "X Y mengatakan"."""
        counts: dict[str, int] = {}
        held: list[NameAt] = []
        for name in (*self.speaking.after_verbs(), *self.speaking.before_verbs()):
            counts[name.text] = counts.get(name.text, 0) + 1
            held.append(name)
        for name in held:
            if name.first in self.offices:
                continue
            if len(name.text.split()) > 1 or counts[name.text] > 1:
                self.keep(name, self._loose_office(name), "quoted_name")

    def _loose_office(self, name: NameAt) -> Phrase | None:
        """The office a few words before: "Guru matematika bernama X"."""
        sentence = self.page.sentence_at(name.span.start)
        for index in range(max(self.begin, name.first - 6), name.first):
            if self.words[index].start < sentence.start:
                continue
            taken = self.scanner.longest(self.scanner.heads, index)
            between = self.page.low[self.words[index].start : self.words[name.first].start]
            told = "," not in between or self.words[index].capital or self.words[index - 1].low in _ONE_OF
            if taken and told and " yang " not in between and re.fullmatch(r"[\w -]+,? ?", between):
                last = name.first
                while self.words[last - 1].low in ("bernama", "yakni", "yaitu", "adalah"):
                    last -= 1
                span = Span(self.words[index].start, self.words[last - 1].end)
                return Phrase(span=span, first=index, last=last, head=self.words[index].low, acting=None, complete=True)
        return None

    def beside(self) -> None:
        """Who stands beside a role that is no office of the lexicon."""
        for found in Appositions(self.lexicon, self.page, self.names, self.begin).find():
            index = found.name.first
            if self.scanner.region_width(index) or self.scanner.body(index) or self.scanner.position(index):
                continue
            phrase = None if found.role is None else self._as_phrase(found.role)
            self.keep(found.name, phrase, "beside_role", again=phrase is not None)
        self._from_bodies()

    def _from_bodies(self) -> None:
        """ "X Y dari Bawaslu Z" and "X Y (Bawaslu)": of whom the body is told."""
        for index in range(max(1, self.begin + 1), len(self.words)):
            word = self.words[index]
            if not word.capital:
                continue
            gap = self.page.low[self.words[index - 1].end : word.start]
            sent = gap == " " and self.words[index - 1].low == "dari"
            if not (sent or gap == " (") or (body := self.scanner.body(index)) is None:
                continue
            name = self.names.before(index - 1 if sent else index)
            if name is not None and len(name.text.split()) > 1 and not self.scanner.region_width(name.first):
                self.keep(name, body, "beside_role", again=True)

    def _as_phrase(self, role: Span) -> Phrase:
        first, last = self.page.word_index(role.start), self.page.word_index(role.end)
        head = " ".join(word.low for word in self.words[first:last])
        return Phrase(span=role, first=first, last=last, head=head, acting=None, complete=True)

    def _family_name(self, phrase: Phrase) -> bool:
        """ "Lukman Hakim": a word of offices that ends a name."""
        index = phrase.first
        if phrase.last - index > 1 or index <= self.begin or self.words[index].low not in self.names.known:
            return False
        return self.bodies.between(index, index) == " " and self.bodies.known.one(self.words[index - 1].low)

    def run(self) -> None:
        index = self.begin
        while index < len(self.words):
            phrase = self.scanner.position(index)
            if phrase is None or self._family_name(phrase) or not (phrase.complete or self.bodies.own_body(phrase)):
                index += 1
                continue
            phrase = self.bodies.own_body(phrase) or phrase
            if self._of_kin(phrase):
                index = max(index + 1, phrase.last)
                continue
            phrase = self.held.of_servant(phrase)
            self.offices.update(range(phrase.first, phrase.last))
            if not self.after_position(phrase):
                self.before_position(phrase)
            index = max(index + 1, phrase.last)
        self.beside()
        self.speakers()
        for name in self.named.found(self.begin, self.claimed | self.offices, [fact.span for fact in self.found]):
            self.keep(name, self.named.beside.of(name, self.begin), "named")

        self.found = [self._fuller(fact) for fact in self.found]

    def _fuller(self, fact: PersonFact) -> PersonFact:
        """Somebody of one word in the text whose fuller name the headline prints: words known as names beside it."""
        if " " in fact.name:
            return fact
        for index in range(self.begin):
            if self.words[index].text != fact.name:
                continue
            first = last = index
            while first > 0 and self._known_beside(first, first - 1):
                first -= 1
            while last + 1 < self.begin and self._known_beside(last + 1, last + 1):
                last += 1
            if last > first:
                span = Span(self.words[first].start, self.words[last].end)
                return replace(fact, name=self.page.of(span), span=span)
        return fact

    def _known_beside(self, gap: int, index: int) -> bool:
        word = self.words[index]
        known = word.capital and word.low in self.names.known and word.low not in self.names.stop
        return known and self.bodies.between(gap, gap) == " " and not self.scanner.region_width(index)


def find_persons(lexicon: Lexicon, page: Page, scanner: Scanner, title_end: int) -> tuple[PersonFact, ...]:
    """The persons of the article in the order of their first full mention."""
    reader = _Persons(lexicon, page, scanner, title_end)
    reader.run()
    return merged(reader.found)
