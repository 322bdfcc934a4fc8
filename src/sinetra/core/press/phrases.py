"""Offices and bodies as they are printed: a head ("Kepala", "Bawaslu"), then the words and regions of its name.

The scanner knows the words offices are named with, so it sees where "Ketua Bawaslu Banjarmasin" ends and the name of
a person begins.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sinetra.core.press.known_names import KnownNames
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.mentions import region_at
from sinetra.core.press.names import made_noun
from sinetra.core.press.page import Page, Span

if TYPE_CHECKING:
    from sinetra.core.press.bodies import Body

_PLACES = frozenset(["desa", "kelurahan", "kecamatan", "kades", "lurah", "camat"])
_NAMED_BODIES = _PLACES | {"universitas", "institut", "politeknik", "yayasan", "perkumpulan", "negeri", "kejari", "pn"}
_NAMED_BODIES |= {"panwascam", "puskesmas", "rsud", "polsek", "sman", "smpn", "sdn", "distrik", "nagari", "kampung"}
_NAMED_BODIES |= {"gampong", "keuchik", "perbekel", "pambakal", "penghulu"}
#: Heads of places, after whose name (or without it) the person may follow at once.
_LED = frozenset(
    ("desa", "kelurahan", "kecamatan", "kades", "lurah", "camat", "distrik", "nagari", "kampung", "gampong")
)
_LED |= {"keuchik", "perbekel", "pambakal", "penghulu", "negeri", "kejari", "pn", "polsek", "panwascam", "puskesmas"}
_BIRTH = frozenset(("i", "ni"))
_HOSPITALS = frozenset(("rsud", "rs", "rsu", "rumah sakit"))
_TAKES_SHORT_NAME = frozenset(("koordinator", "direktur", "kepala", "ketua", "sekretaris", "kadis", "dinas", "anggota"))
_ABBREVIATED = frozenset(
    ["kab", "prov", "kec", "kel", "adm", "pj", "pjs", "plt", "plh", "kep", "sek", "wil", "bid", "bag", "no", "st"]
)
_ROMAN = frozenset(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """``first`` and ``last`` (exclusive) are word indices; ``head`` the folded head; ``acting``: pj, pjs, plt, plh."""

    span: Span
    first: int
    last: int
    head: str
    acting: str | None
    complete: bool


class Scanner:
    """Reads office and body phrases of one page."""

    def __init__(self, lexicon: Lexicon, page: Page) -> None:
        self.lexicon = lexicon
        self.page = page
        self.words = page.words
        self.known = KnownNames(lexicon)
        self._positions: dict[int, Phrase | None] = {}
        self._bodies: dict[int, Phrase | None] = {}
        self.kept_bodies: tuple[tuple[Body, Phrase], ...] | None = None  # of the whole page, by ``bodies.find_bodies``
        self.office = lexicon.words("offices", "office_words")
        self.acronyms = lexicon.words("offices", "acronyms")
        self.connectors = lexicon.words("offices", "connectors")
        self.lower = lexicon.words("offices", "lower_words")
        self.degrees = lexicon.words("offices", "degrees")
        self.titles = lexicon.words("offices", "titles")
        self.place_tails = lexicon.words("names", "place_tails")
        self.place_heads = lexicon.words("names", "place_heads")
        self.after_i = lexicon.words("names", "after_i")
        self.also = lexicon.file("names")["also_names"]
        self.heads = _by_first(lexicon.words("offices", "heads"))
        self.orgs = _by_first(lexicon.words("offices", "org_heads"))
        self.acting_kind = lexicon.acting
        self.acting = _by_first(lexicon.acting_names)

    def gap(self, index: int) -> str:
        """What stands between word ``index - 1`` and word ``index``."""
        return self.page.low[self.words[index - 1].end : self.words[index].start]

    def longest(self, table: dict[str, list[tuple[str, ...]]], index: int) -> int:
        """The number of words of the longest entry that stands at ``index``."""
        if index >= len(self.words):
            return 0
        for entry in table.get(self.words[index].low.rstrip("."), ()):
            last = index + len(entry)
            if last <= len(self.words) and all(
                self.words[index + step].low == word and self._near(index + step)
                for step, word in enumerate(entry)
                if step
            ):
                return len(entry)
        return 0

    def _near(self, index: int) -> bool:
        return self.gap(index).strip(" .") == "" and "\n" not in self.gap(index)

    def position(self, index: int) -> Phrase | None:
        """The office that begins at word ``index``, with "Pj", "Plt" and the like before it."""
        if index not in self._positions:
            self._positions[index] = self._position(index)
        return self._positions[index]

    def body(self, index: int) -> Phrase | None:
        """The body (agency, government, office) that begins at word ``index``."""
        if index not in self._bodies:
            self._bodies[index] = self._body(index)
        return self._bodies[index]

    def _position(self, index: int) -> Phrase | None:
        opening = self.words[index].low.rstrip(".")
        if opening not in self.heads and opening not in self.acting:
            return None
        first = index
        acting: str | None = None
        while (taken := self.longest(self.acting, index)) and index + taken < len(self.words):
            key = " ".join(word.low for word in self.words[index : index + taken])
            acting = self.acting_kind[key]
            index += taken
            if self.gap(index).strip(" .()") or "\n" in self.gap(index):
                return None
        taken = self.longest(self.heads, index)
        if not taken:
            return None
        head = " ".join(word.low for word in self.words[index : index + taken])
        last = self.complement(index + taken)
        if not self.words[index].capital and acting is None and last == index + taken:
            return None
        complete = last > index + taken or head not in self.lexicon.words("offices", "needs_complement")
        return Phrase(
            span=Span(self.words[first].start, self._end(last)),
            first=first,
            last=last,
            head=head,
            acting=acting,
            complete=complete,
        )

    def _body(self, index: int) -> Phrase | None:
        taken = self.longest(self.orgs, index)
        if not taken or not self.words[index].capital:
            return None
        last = self.complement(index + taken, alone=index == 0 or not self.longest(self.heads, index - 1))
        parts = (step for step in range(index + taken, last) if self.words[step].low in ("divisi", "koordinator"))
        last = next(parts, last)
        return Phrase(
            span=Span(self.words[index].start, self._end(last)),
            first=index,
            last=last,
            head=" ".join(word.low for word in self.words[index : index + taken]),
            acting=None,
            complete=True,
        )

    def _end(self, last: int) -> int:
        end = self.words[last - 1].end
        if self.page.text[end : end + 1] == ")" and "(" in self.page.text[self.words[last - 1].start - 1 : end]:
            end += 1
        return end

    def complement(self, index: int, *, alone: bool = False) -> int:
        """The index after the last word that still belongs to the office's name; ``alone``: no person can follow it."""
        last = index
        region_ended = -1
        while index < len(self.words):
            gap = self.gap(index)
            if "\n" in gap or gap.strip(" .,()/&-") != "":
                break
            if "." in gap and self.words[index - 1].low not in _ABBREVIATED:
                break  # a full stop, not an abbreviation
            if " -" in gap or "- " in gap:
                break
            if hospital := self._of_a_hospital(index, alone=alone):
                index += hospital
                last = index
                continue
            if self._in_brackets(index):
                index += 1
                last = index
                continue
            if "(" in gap or (")" in gap and not self._in_brackets(index - 1)):
                break
            opened = "," in gap
            word = self.words[index]
            width = 0 if opened or region_ended == index else self.region_width(index)
            if (longer := self._longer_name(index, width, alone=alone)) > width:
                index += longer
                last = index
                continue
            if width:
                index += width
                last = region_ended = index
                continue
            if opened or word.low in self.connectors:
                if word.low == "di" and region_ended >= 0 and self.region_width(index + 1):
                    break  # "BKD Provinsi X di Banjarmasin": where, not whose
                ahead = index if opened else index + 1
                step = ahead + 1 if opened and word.low in self.connectors else ahead
                if not self._continues(step, listed=opened):
                    break
                index = step + max(1, self.region_width(step))
                last = index
                continue
            if own := self._own_name(index):
                index += own
                last = index
                continue
            if not self._office_word(index):
                break
            index += 1
            last = index
        return last

    def _longer_name(self, index: int, width: int, *, alone: bool) -> int:
        """The two words of a kecamatan or puskesmas, of which the first may be a region: "Kecamatan Batu Layar,"."""
        named = self.words[index].low in self.place_heads
        if index == 0 or not (width or alone or named):
            return 0
        numbered = self.words[index - 1].text.isdigit() and index > 1
        if self.words[index - 1 - numbered].low not in _NAMED_BODIES:
            return 0
        last = index
        while last < len(self.words) and self.words[last].capital and (last == index or self.gap(last) == " "):
            last += 1
        two = (last - index == 2 or (named and last - index > 2)) and not any(
            self._office_word(step) for step in (index, index + 1)
        )
        shut = last < len(self.words) and self.gap(last).startswith(",")
        return 2 if two and width < 2 and (shut or alone or named) else 0

    def _own_name(self, index: int) -> int:
        """Words of a university's or foundation's own name: all up to a comma, else all but a person's two."""
        if index == 0 or self.words[index - 1].low not in _NAMED_BODIES:
            return 0
        last = index
        while last < len(self.words) and self.words[last].capital and (last == index or self.gap(last) == " "):
            last += 1
        if self.region_width(index) or self._office_word(index):
            return 0
        before = self.words[index - 1].low
        if before == "negeri" and index > 1 and self.words[index - 2].low in ("dalam", "luar"):
            return 0  # "Menteri Dalam Negeri X Y"
        if before in _LED and (person := self._person_at(index, last)) < last:
            return person - index
        degree = last < len(self.words) and ("." in self.words[last].text or self.words[last].low in self.degrees)
        court = self.words[index - 1].low == "negeri" and last - index >= 2
        if court and last < len(self.words) and not self.words[last].capital:
            return 0  # "Kepala Kejaksaan Negeri Roland Sitepuan, dan"
        if last < len(self.words) and self.gap(last).startswith(",") and not degree:
            return last - index if self.words[last].capital or self.words[index - 1].low not in _PLACES else 0
        if last - index == 2 and (
            self.words[last - 1].low in self.place_tails or self.words[index].low in self.place_heads
        ):
            return 2
        return max(min(1, last - index), last - index - 2)

    def _person_at(self, index: int, last: int) -> int:
        """Where among the words of a place's name somebody's name begins: "Perbekel I Nengah Suarta"; else ``last``."""
        for step in range(index, last):
            if self.known.one(self.words[step].low):
                return step - (step > index and self.words[step - 1].low in _BIRTH)
        return last

    def _of_a_hospital(self, index: int, *, alone: bool) -> int:
        """ "RSUD dr. Sam Wowor": the doctor whom a hospital is named after, where no person can be meant."""
        if index == 0 or self.words[index - 1].low not in _HOSPITALS:
            return 0
        last = index
        while (
            last < len(self.words) - 1 and self.words[last].low in self.titles and self.gap(last + 1).strip(" .") == ""
        ):
            last += 1
        if last == index:
            return 0
        first = last
        while last < len(self.words) and self.words[last].capital and last - first < 3:
            if last > first and self.gap(last) != " ":
                break
            last += 1
        named = last < len(self.words) and self.gap(last).startswith(",")
        return last - index if alone or named else 0

    def _in_brackets(self, index: int) -> bool:
        """A short name in brackets, as in "Badan Kepegawaian Daerah (BKD)"."""
        word = self.words[index]
        text = self.page.text
        bracketed = text[word.start - 1 : word.start] == "(" and text[word.end : word.end + 1] == ")"
        known = (*self.orgs.get(word.low, ()), *self.heads.get(word.low, ()))
        short = sum(char.isupper() for char in word.text) >= 2 or (word.low,) in known
        return bracketed and len(word.text) <= 16 and short

    def _continues(self, index: int, *, listed: bool) -> bool:
        """After a connector or comma: an office word that does not open a new office or body."""
        if index >= len(self.words) or "\n" in self.gap(index) or not self.words[index].capital:
            return False
        if self.longest(self.heads, index) or self.longest(self.acting, index):
            return False
        if listed and (self.longest(self.orgs, index) or self.region_width(index)):
            return False
        if not listed and self.longest(self.orgs, index) and self.words[index].low not in ("bagian", "kantor"):
            return self.words[index - 1].low in ("di", "pada", "se")
        return self._office_word(index) or self.region_width(index) > 0

    def _office_word(self, index: int) -> bool:
        word = self.words[index]
        balinese = word.low == "i" and index + 1 < len(self.words) and self.words[index + 1].low in self.after_i
        if word.low in _ROMAN and word.text.isupper() and not balinese:
            return True
        if word.text.isdigit():
            military = self.words[index - 1].low in ("dandim", "kodim", "danramil", "koramil", "danrem", "korem")
            longest = 4 if military else 3
            return len(word.text) <= longest and index > 0 and self.words[index - 1].capital
        if not word.capital:
            plain = word.low in self.lower or (word.low in self.office and not self.words[index - 1].capital)
            return plain and self.gap(index) == " "
        if balinese:
            return False
        if word.low in self.also and self.words[index - 1].low not in self.also[word.low]:
            return False
        if made_noun(word.low):
            return True
        if word.low in self.office or word.low in self.acronyms or (word.low,) in self.orgs.get(word.low, ()):
            return True
        parts = word.low.split("-")
        if len(parts) > 1 and all(part in self.office or part in self.acronyms for part in parts):
            return True
        if self._bridges(index):
            return True
        before = self.words[index - 1].low if index else ""
        after_head = (before in _TAKES_SHORT_NAME or before in self.office) and word.low not in self.titles
        return after_head and word.text.isupper() and 3 <= len(word.text) <= 8 and not self._capital_run(index + 1)

    def _bridges(self, index: int) -> bool:
        """An unknown word between two of the office's: "Kepala UPTD Samsat Kota Bima"."""
        ahead = index + 1
        if index == 0 or ahead >= len(self.words) or self.gap(ahead) != " " or self.gap(index) != " ":
            return False
        following = self.words[ahead]
        if not following.capital or following.low in self.also:
            return False
        kind = following.low in ("kota", "kabupaten", "provinsi") and self.region_width(ahead) > 1
        body = self.longest(self.orgs, ahead) > 0
        return (kind or body) and self.words[index - 1].low in (self.office | self.acronyms)

    def _capital_run(self, index: int) -> bool:
        return index < len(self.words) and self._near(index) and self.words[index].text.isupper()

    def region_width(self, index: int) -> int:
        found = region_at(self.lexicon, self.page, index)
        return 0 if found is None else found.last - found.first


_TABLES: dict[frozenset[str], dict[str, list[tuple[str, ...]]]] = {}


def _by_first(names: frozenset[str]) -> dict[str, list[tuple[str, ...]]]:
    """Entries by their first word, longest first."""
    if names not in _TABLES:
        table: dict[str, list[tuple[str, ...]]] = {}
        for name in names:
            words = tuple(name.split())
            table.setdefault(words[0], []).append(words)
        for entries in table.values():
            entries.sort(key=len, reverse=True)
        _TABLES[names] = table
    return _TABLES[names]
