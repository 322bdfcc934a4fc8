"""Who is nobody: namesakes of halls and streets, places, groups, mottos, words in capitals, bylines and headlines."""

from __future__ import annotations

import re

from sinetra.core.press.known_names import KnownNames
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.names import SPOKEN_TITLES, NameAt, Names
from sinetra.core.press.page import Page
from sinetra.core.press.phrases import Scanner

_LABEL = re.compile(
    r"\W*laporan (?:langsung )?(?:wartawan|reporter|jurnalis|kontributor|koresponden|pewarta)\b"
    r"[^.!?:;\"\n]{1,60}\.?\s*$|"
    r"\W*(?:foto|penulis|editor|reporter|pewarta|wartawan|laporan|sumber|dok|kontributor|rep|fotografer)\b(?=\W*$|[^\S\n]*[:/|]|(?:[^\S\n]+\w[\w.'-]*){1,4}\W*$)"
)
#: "| Reporter: X", "Laporan X, Outlet" at the head of a line.
_SIGNED = re.compile(
    r"(?:^\W*(?:(?:ditulis|dilaporkan|diunggah|diposting) )?(?:oleh|laporan|teks(?: oleh)?|by|liputan)"
    r"|(?:penulis|editor|reporter|pewarta|wartawan|redaksi|redaktur|laporan|kontributor|pewawancara|fotografer|jurnalis"
    r"|penyunting|teks|foto|naskah|oleh|by) ?[:/]) ?$"
)
_PAGE = re.compile(r"\((?:hlm|hal|halaman)\.? ?\d+\)\W*$")
_TWICE = re.compile(r"(\w+)-\1")
_LOOKED_BACK = 200
_ENDED = re.compile(r"[.!?,:;\"”)]")


def motto(page: Page, name: NameAt, *, titled: bool) -> bool:
    """Between quotation marks that hold capitals only: a theme, the name of a group."""
    opened = page.low.rfind('"', max(0, name.span.start - 40), name.span.start)
    closed = page.low.find('"', name.span.end, name.span.end + 40)
    if titled or opened < 0 or closed < 0:
        return False
    told = page.text[opened + 1 : closed]
    return "." not in told and not any(word[:1].islower() for word in told.split())


class Nobody:
    """Looks at names of one page."""

    def __init__(self, lexicon: Lexicon, page: Page, scanner: Scanner, names: Names) -> None:
        self.page, self.scanner, self.names, self.words = page, scanner, names, page.words
        self.known = KnownNames(lexicon)
        self.named_after = lexicon.words("names", "named_after")
        self.groups = lexicon.words("names", "group_words")
        self.nouns = lexicon.words("names", "person_nouns")
        # By where the line begins: a line may hold thousands of names.
        self._labels: dict[int, bool] = {}
        self._telling: dict[int, bool] = {}

    def is_person(self, name: NameAt, *, led: bool = False) -> bool:
        """No hall or street named after somebody, no place or group or outlet, nobody of a headline or a byline.

        ``led``: right after the head of a place that is named before it, so that no other place can be meant.
        """
        text = name.text.lower().split()
        titled = self.words[name.first].start < name.span.start
        if self._namesake(name) or any(word in self.groups for word in text) or self._byline(name):
            return False
        if text[-1] in SPOKEN_TITLES or text[0] in self.named_after or motto(self.page, name, titled=titled):
            return False
        if not titled and not led and not self.known.sure(name.text) and self._place_or_word(name, text):
            return False
        sure = titled or self.known.sure(name.text)
        told = self._told(name.span.start) if sure else self.page.prose(name.span.start)
        return told and not self._teaser(name)

    def _teaser(self, name: NameAt) -> bool:
        """ "Wali Kota X Y (hlm. 10)" points to another page."""
        return _PAGE.search(self.page.low_of(self.page.line_at(name.span.start))) is not None

    def _namesake(self, name: NameAt) -> bool:
        """ "RSUD dr. X", "Jalan X"."""
        first = name.first
        while first and self.words[first - 1].low in self.names.titles and self.words[first - 1].low != "ibu":
            first -= 1
        before = self.words[first - 1] if first and self.names.gap(first) == " " else None
        if first > 1 and self.words[first - 2].low in self.scanner.place_heads:
            return False  # "Lurah Batu Kapal X Y"
        house = before is not None and before.text == "rumah" and self.known.sure(name.text)
        headed = first > 1 and self.page.low.endswith("kepala desa ", 0, self.words[first].start)
        if headed and self.known.sure(name.text):
            return False  # a village is not called by a known name
        return before is not None and before.low in self.named_after and not house

    def _place_or_word(self, name: NameAt, text: list[str]) -> bool:
        """Words no list of names knows: a place ("Teluk Nipah", "SMAN 2 Tirta"), a common word in capitals."""
        if (
            text[0] in self.scanner.place_heads
            or (len(text) == 2 and text[1] in self.scanner.place_tails)
            or any(self.scanner.region_width(i) > 1 for i in range(name.first, name.last))
        ):
            return True
        if name.first and self.words[name.first - 1].text.isdigit() and self.names.gap(name.first) == " ":
            return True
        if len(text) > 1:
            return (
                text[-1].upper() == self.words[name.last - 1].text
                and len(text[-1]) in (2, 3)
                and not name.text.isupper()
            )
        if text[0] in self.nouns:
            return True
        follows = name.last < len(self.words) and self.words[name.last].capital and self.names.gap(name.last) == " "
        return follows or text[0].endswith("nya") or _TWICE.fullmatch(text[0]) is not None

    def _byline(self, name: NameAt) -> bool:
        line = self.page.line_at(name.span.start)
        if line.start not in self._labels:
            self._labels[line.start] = _LABEL.match(self.page.low_of(line)) is not None
        start = self.words[name.first].start
        begin = max(line.start, start - _LOOKED_BACK)
        # Where the line is cut, no pattern may take the cut for its head.
        before = ("" if begin == line.start else "a") + self.page.low[begin:start]
        return self._labels[line.start] or _SIGNED.search(before) is not None

    def _told(self, offset: int) -> bool:
        """Inside a line that tells something: not all of its words are capitals."""
        line = self.page.line_at(offset)
        if line.start not in self._telling:
            text = self.page.of(line)
            words = text.split()
            told = sum(1 for word in words if word[:1].islower())
            self._telling[line.start] = len(words) < 4 or told * 3 > len(words) or _ENDED.search(text) is not None
        return self._telling[line.start]
