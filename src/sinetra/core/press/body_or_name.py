"""Where the name of a body ends and that of a person begins, when both are capital words the lexicon does not know."""

from __future__ import annotations

import re
from dataclasses import replace

from sinetra.core.press.names import NameAt, Names
from sinetra.core.press.nobody import Nobody
from sinetra.core.press.page import Page, Span
from sinetra.core.press.phrases import Phrase, Scanner

#: "Camat X, Fahyuddin Yusuf untuk dimintai": the sentence goes on, no list.
_RUNS_ON = re.compile(r" (?!(?:dan|serta|atau|bersama)\b)[a-z]{2,}")
#: "Kepala Desa X, Kecamatan Y, Kabupaten Z, Nama": where the village lies, between commas.
_LIES_IN = re.compile(
    r", (?:Kecamatan|Kec\.|Distrik|Kapanewon|Kabupaten|Kab\.|Kota|Kelurahan|Desa|Provinsi)"
    r"(?: [^\W\d_a-z][\w'-]*){1,3}(?=, )"
)
_PLACES = 3
_AFTER_NAME = re.compile(r"\s*[,(.\"]|\s*$|\s*\n")


class BodyOrName:
    """Looks at offices of one page and the words after them."""

    def __init__(self, page: Page, scanner: Scanner, names: Names, nobody: Nobody) -> None:
        self.page, self.scanner, self.names, self.words = page, scanner, names, page.words
        self.known, self.named_after = nobody.known, nobody.named_after

    def parted(self, phrase: Phrase, name: NameAt) -> tuple[Phrase, NameAt | None]:
        """Words that look like the name but go on with the body's: a hospital's patron, a village of two words.

        "Direktur RSUD dr. X Y, dr. Z W": who follows the comma. "Ketua Panwaslu Kecamatan Batu Intan X Y": "Batu Intan"
        stands elsewhere too. "Direktur Nusa Pantau X Y": the name begins with the first word known as one.
        """
        follows = self.names.at(name.last) if self.comma(name.last) else None
        patron = self.words[phrase.last - 1].low in self.named_after and self.words[name.first].start < name.span.start
        unsure = not self.known.sure(name.text) and self.words[name.first].start == name.span.start
        if follows is not None and (patron or (unsure and self.known.sure(follows.text) and self.closed(follows))):
            return self._longer(phrase, name.last), follows
        if not unsure and self.words[name.first].start < name.span.start:
            return phrase, name
        first = name.first
        while first < name.last and not self.known.one(self.words[first].low) and self._elsewhere(first):
            first += 1
        bare = phrase.last - phrase.first == len(phrase.head.split())
        known = next((i for i in range(name.first, name.last) if self.known.one(self.words[i].low)), name.first)
        if bare and known - name.first > 1:
            first = known
        if first == name.first and name.last - first > 2 and self.words[first - 1].text.isdigit():
            first = known if known > first else name.last - 2  # "Pengawas TPS 04 Sukamaju X Y"
        if first == name.first:
            return phrase, name
        return self._longer(phrase, first), self.names.at(first) if first < name.last else None

    def past_places(self, phrase: Phrase) -> NameAt | None:
        """ "Kepala Desa X, Kecamatan Y, Nama,": who follows where the village lies."""
        end, places = phrase.span.end, 0
        while places < _PLACES and (place := _LIES_IN.match(self.page.text, end)) is not None:
            end, places = place.end(), places + 1
        index = self.page.word_index(end) if places else len(self.words)
        if index >= len(self.words) or self.page.text[end : self.words[index].start] != ", ":
            return None
        name = self.names.at(index)
        return name if name is not None and self.closed(name) else None

    def own_body(self, phrase: Phrase) -> Phrase | None:
        """ "Direktur Perludem, Nama," and "peneliti X Y, Nama,": a body the lexicon does not know, up to the comma."""
        last = phrase.last
        if last - phrase.first != len(phrase.head.split()):
            return None
        if last < len(self.words) and self.words[last].low.rstrip(".") in self.scanner.titles:
            return None  # "Kapolres AKBP X Y Z": a rank opens a name
        while last < len(self.words) and last - phrase.last < 6 and self.words[last].capital:
            if self.between(last, last) != " ":
                break
            if last > phrase.last and self.scanner.opens_name(last) and (name := self.names.at(last)) is not None:
                return self._longer(phrase, last)  # "Kapolsek Muara X Iptu Y Z"
            last += 1
        name = self.names.at(last) if last < len(self.words) and self.between(last, last) == ", " else None
        known = next((i for i in range(phrase.last, last) if self.known.one(self.words[i].low)), last)
        if name is None and known - phrase.last > 1 and known < last - 1:
            last, name = known, self.names.at(known)  # "Direktur Nusa Pantau X Y"
            return None if name is None else self._longer(phrase, last)
        if last == phrase.last or name is None or len(name.text.split()) < 2 or not self.closed(name):
            return None
        span = Span(phrase.span.start, self.words[last - 1].end)
        return replace(phrase, last=last, span=span, complete=True)

    def closed(self, name: NameAt) -> bool:
        """A comma, a stop or a verb follows the name: it is no item of a list."""
        end = self.words[name.last - 1].end
        if _AFTER_NAME.match(self.page.low, end):
            return True
        if len(name.text.split()) > 1 and _RUNS_ON.match(self.page.text, end):
            return True
        return name.last < len(self.words) and self.names.verb.fullmatch(self.words[name.last].low) is not None

    def comma(self, index: int) -> bool:
        return index < len(self.words) and self.between(index, index) == ", "

    def between(self, first: int, last: int) -> str:
        return self.page.low[self.words[first - 1].end : self.words[last].start]

    def _longer(self, phrase: Phrase, last: int) -> Phrase:
        return replace(phrase, last=last, span=Span(phrase.span.start, self.words[last - 1].end), complete=True)

    def _elsewhere(self, index: int) -> bool:
        """The word and the one before it stand side by side elsewhere, without the word that follows here."""
        before, word = self.words[index - 1], self.words[index]
        pair, start = f"{before.text} {word.text}", before.start
        after = self.words[index + 1].text if index + 1 < len(self.words) else ""
        text = self.page.text
        place = text.find(pair)
        while place >= 0:
            end = place + len(pair)
            if place != start and not text[end : end + 1].isalnum() and not text.startswith(f" {after}", end):
                return True
            place = text.find(pair, place + 1)
        return False
