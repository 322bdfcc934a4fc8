"""People who are named without an office before the name: by what a name is, and by what stands around it.

A run of capitals is a person when one of its words is known as a name, when a title, a degree or an age stands at it,
when it is called so ("bernama", "atas nama"), or when a word for people stands beside it. Words after "Jalan", "Hotel",
"Program", a run inside a longer one, a quoted motto and what a place word leads are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from sinetra.core.press.known_names import KnownNames
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.names import NameAt, Names, made_noun
from sinetra.core.press.nobody import motto
from sinetra.core.press.page import Page, Span
from sinetra.core.press.phrases import Scanner
from sinetra.core.press.roles import Roles

_CALLED = re.compile(r"(?:bernama|bernama lengkap|atas nama|nama|namanya|yakni|yaitu) $")
_AGED = re.compile(r",? \(?\d\d(?: tahun)?\)|, \d\d tahun\b")
#: "di Batu Intan", "ke Lubuk Damar": where, not who.
_WHERE = re.compile(r"\b(?:di|ke|asal|se|sekitar|kawasan|wilayah|arah|menuju|jurusan) $")
_FROM = re.compile(r"\bdari $")
_NICKNAME = re.compile(r"(?:disapa|dipanggil|sapaan|panggilan|alias)(?: akrab(?:nya)?)? $")
_NICKNAMED = re.compile(r",? (?:sapaan|panggilan)\b")
_ONE_PERSON = re.compile(r"\b(?:seorang|salah satu|namanya|bernama)(?: [\w-]+){0,6},? $")
_SENT = re.compile(
    r" dari (?:kejaksaan|kepolisian|inspektorat|kampus|kementerian|kecamatan|kelurahan|desa|dinas|badan|bagian|kantor"
    r"|partai|fraksi|kubu|tim|lembaga|organisasi|pengadilan|universitas|perguruan|komisi|divisi|bidang)\b"
)
_THING_CALLED = re.compile(
    r"\b(?:terminal|jalan|gedung|kapal|program|aplikasi|grup|stadion|bandara|kampung|desa|aula|posko|tim|komunitas"
    r"|sekolah|rumah sakit|jembatan|kelompok|gerakan|acara|kegiatan|kelas)"
    r"(?: (?:itu|ini|tersebut|\w+))? (?:bernama|yakni|yaitu) $"
)
_ACTING = frozenset(("plh", "plt", "pj", "pjs"))
_LISTED = re.compile(r",? (?:dan|serta|bersama|&) |, |-")
#: Longer than what stands between two of a list.
_APART = 12
#: So far on, and so often, somebody is looked for again.
_FURTHER, _MENTIONS = 20_000, 30
_DATELINE = re.compile(r"(?:[^\W\d_a-z][\w.]*[ ,./()]{0,3}){1,8}(?:-{1,2}|[–—|]|\(\d{1,2}[/. -]\w)")


class _People:
    """Where the names found so far begin and end."""

    def __init__(self) -> None:
        self.starts: set[int] = set()
        self.ends: set[int] = set()

    def add(self, span: Span) -> None:
        self.starts.add(span.start)
        self.ends.add(span.end)


class Named:
    """Candidates of one page in their order."""

    def __init__(self, lexicon: Lexicon, page: Page, scanner: Scanner, names: Names) -> None:
        self.page, self.scanner, self.names, self.words = page, scanner, names, page.words
        self.known = KnownNames(lexicon)
        self.beside = Roles(lexicon, page, scanner)
        self.done_to = lexicon.pattern("names", "done_to")
        self.does = lexicon.pattern("names", "does")
        self.says = lexicon.pattern("names", "says_before")
        self.openers = lexicon.words("names", "openers")

    def found(self, begin: int, taken: set[int], spans: Iterable[Span]) -> Iterator[NameAt]:
        people = _People()
        for span in spans:
            people.add(span)
        index = begin
        while index < len(self.words):
            word = self.words[index]
            if not word.capital or index in taken:
                index += 1
                continue
            phrase = self.scanner.body(index) or self.scanner.position(index)
            if phrase is not None:
                index = max(index + 1, phrase.last)
                continue
            name = self._at(index)
            if name is None:
                index += 1
                continue
            if not taken & set(range(name.first, name.last)):
                for part in self._pair(name):
                    if self._person(part, people):
                        people.add(part.span)
                        yield part
            index = name.last

    def _at(self, index: int) -> NameAt | None:
        """The name at ``index``; a common word that opens the sentence is no part of it: "Kasus X Y bermula"."""
        name = self.names.at(index)
        if name is None:
            return None
        if self.opens(index) and name.last - name.first > 1 and self.words[index].low in self.openers:
            return None
        return name

    def _pair(self, name: NameAt) -> tuple[NameAt, ...]:
        """ "X Y-Z W" are two people."""
        words = range(name.first, name.last)
        joint = next(
            (i for i in words if self.words[i].low.count("-") == 1 and i not in (name.first, name.last - 1)), None
        )
        if joint is None:
            return (name,)
        word = self.words[joint]
        middle = word.start + word.text.index("-")
        left, right = Span(name.span.start, middle), Span(middle + 1, name.span.end)
        if not (self.known.sure(self.page.of(left)) and self.known.sure(self.page.of(right))):
            return (name,)
        return (
            NameAt(first=name.first, last=joint + 1, span=left, text=self.page.of(left)),
            NameAt(first=joint + 1, last=name.last, span=right, text=self.page.of(right)),
        )

    def _person(self, name: NameAt, people: _People) -> bool:
        titled = self.words[name.first].start < name.span.start
        degree = self.words[name.last - 1].start > name.span.end
        many = len(name.text.split()) > 1
        known = self.known.sure(name.text)
        before = self.page.low[max(0, name.span.start - 24) : self.words[name.first].start]
        after = self._after(name, 40)
        if self._of_a_thing(name, before, after, titled=titled, known=known):
            return False
        called = _CALLED.search(before) is not None
        if many and (titled or degree or known or called):
            return True
        aged = _AGED.match(after) is not None
        person = aged or _SENT.match(after) is not None or self.beside.of(name) is not None
        if many:
            return person or self._acts(name, before, after) or self._among(name, people) or self._alone_later(name)
        if not known and not titled:
            return self._one_word(name)
        acts = known and (titled or self._acts(name, before, after) or self._among(name, people))
        return person or called or acts

    def _one_word(self, name: NameAt) -> bool:
        """A word no list knows: "seorang bidan, X, …", "namanya X", "…, dan X, staf kelurahan, …"."""
        sentence = self.page.sentence_at(name.span.start)
        before = self.page.low[sentence.start : self.words[name.first].start]
        if self.opens(name.first) or name.text.lower().endswith("nya") or name.text.isupper():
            return False
        if _ONE_PERSON.search(before):
            called = before.endswith(("namanya ", "bernama "))
            return called or (before.endswith(", ") and self.beside.before(name) is not None and self._closed(name))
        return self.beside.after(name) is not None

    def _after(self, name: NameAt, signs: int) -> str:
        end = self.words[name.last - 1].end
        return self.page.low[end : end + signs]

    def _closed(self, name: NameAt) -> bool:
        return self._after(name, 1) in (",", ".", ")")

    def _acts(self, name: NameAt, before: str, after: str) -> bool:
        """Does what only people do, or has done to it what is done to people."""
        opens = self.opens(name.first)
        return self.done_to.search(before) is not None or (opens and self.does.match(after) is not None)

    def _among(self, name: NameAt, people: _People) -> bool:
        """In one list with somebody: "X Y dan Z W"."""
        low, start, end = self.page.low, name.span.start, self.words[name.last - 1].end
        return any(
            at in people.ends and _LISTED.fullmatch(low, at, start) for at in range(start - _APART, start)
        ) or any(at in people.starts and _LISTED.fullmatch(low, end, at) for at in range(end + 1, end + _APART))

    def _alone_later(self, name: NameAt) -> bool:
        """A word of it stands alone further on and speaks or acts: "X Y … Menurut X"."""
        begin = name.span.end
        for word in name.text.split():
            if len(word) <= 3:
                continue
            found = re.compile(rf"\b{re.escape(word)}\b").finditer(self.page.text, begin, begin + _FURTHER)
            for match in islice(found, _MENTIONS):
                start, end = match.span()
                before, after = self.page.low[max(0, start - 24) : start], self.page.low[end : end + 40]
                if self.done_to.search(before) or self.says.search(before) or self.does.match(after):
                    return True
        return False

    def opens(self, index: int) -> bool:
        """Word ``index`` is the first of its sentence, a quotation or the report after its dateline."""
        word = self.words[index]
        return self.page.sentence_at(word.start).start >= word.start - 1 or self.page.low[
            max(0, word.start - 3) : word.start
        ] in (" - ", '. "')

    def _of_a_thing(self, name: NameAt, before: str, after: str, *, titled: bool, known: bool) -> bool:
        first, last = name.first, name.last
        opens = self.opens(first)
        if not titled and not self.page.prose(name.span.start):
            return True
        if not (titled or known) and _FROM.search(before) and self.beside.resumed(name) is None:
            return True
        if len(name.text.split()[-1]) == 1 or _NICKNAME.search(before) or _NICKNAMED.match(after):
            return True
        if not titled and (_WHERE.search(before) or self.scanner.region_width(first)):
            return True
        paired = "-" in (
            self.page.text[name.span.start - 1 : name.span.start],
            self.page.text[name.span.end : name.span.end + 1],
        )
        acting = first > 0 and self.words[first - 1].low in _ACTING
        if (
            first
            and not (opens or paired or acting)
            and self.names.gap(first) in (" ", "-", "/")
            and self.words[first - 1].capital
        ):
            previous = self.words[first - 1]
            opening = previous.low in self.openers or (titled and made_noun(previous.low))
            if not (self.opens(first - 1) and opening):
                return True
        if (
            not paired
            and last < len(self.words)
            and self.names.gap(last) in (" ", "-")
            and (self.words[last].capital or self.words[last].text.isdigit())
        ):
            return True
        if _THING_CALLED.search(self.page.low, max(0, name.span.start - 60), self.words[first].start):
            return True
        quoted = motto(self.page, name, titled=titled)
        return quoted or (not titled and self._dateline(name))

    def _dateline(self, name: NameAt) -> bool:
        """ "KOTA, Kilas Provinsi - ": only capitals up to a dash or a date."""
        line = self.page.line_at(name.span.start)
        opening = _DATELINE.match(self.page.text, line.start, line.end)
        return opening is not None and name.span.end <= opening.end()
