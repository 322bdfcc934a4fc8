"""Offices and bodies as they are printed: a head ("Kepala", "Bawaslu"), then the words and regions of its name.

The scanner knows the words offices are named with, so it sees where "Ketua Bawaslu Banjarmasin" ends and the name of
a person begins.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.office_words import by_first
from sinetra.core.press.own_names import OwnNames
from sinetra.core.press.page import Page, Span

if TYPE_CHECKING:
    from sinetra.core.press.bodies import Body, FullNames

_ABBREVIATED = frozenset(
    ["kab", "prov", "kec", "kel", "adm", "pj", "pjs", "plt", "plh", "kep", "sek", "wil", "bid", "bag", "no", "st"]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """``first`` and ``last`` (exclusive) are word indices; ``head`` the folded head; ``acting``: pj, pjs, plt, plh."""

    span: Span
    first: int
    last: int
    head: str
    acting: str | None
    complete: bool


class Scanner(OwnNames):
    """Reads office and body phrases of one page."""

    def __init__(self, lexicon: Lexicon, page: Page) -> None:
        super().__init__(lexicon, page)
        self._positions: dict[int, Phrase | None] = {}
        self._bodies: dict[int, Phrase | None] = {}
        # Of the whole page, by ``bodies``.
        self.kept_bodies: tuple[tuple[Body, Phrase], ...] | None = None
        self.kept_names: FullNames | None = None
        self.acting_kind = lexicon.acting
        self.acting = by_first(lexicon.acting_names)

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
        word = self.words[index]
        if not taken or not word.capital or (word.low in self.in_capitals and not word.text.isupper()):
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
                index += self._direction(index)
                last = region_ended = index
                continue
            if opened or word.low in self.connectors:
                if word.low == "di" and region_ended >= 0 and self._where(index + 1):
                    break  # "BKD Provinsi X di Banjarmasin", "Disdik Kota X di SMP Negeri 5": where, not whose
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

    def _where(self, index: int) -> bool:
        return self.region_width(index) > 0 or bool(index < len(self.words) and self.longest(self.orgs, index))

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
