"""A body's own name among the words after its head: of a village, a foundation, a hospital; where a person begins."""

from __future__ import annotations

from sinetra.core.press.office_words import OfficeWords

_PLACES = frozenset(["desa", "kelurahan", "kecamatan", "kades", "lurah", "camat"])
_NAMED_BODIES = _PLACES | {"universitas", "institut", "politeknik", "yayasan", "perkumpulan", "negeri", "kejari", "pn"}
_NAMED_BODIES |= {"panwascam", "puskesmas", "rsud", "polsek", "sman", "smpn", "sdn", "distrik", "nagari", "kampung"}
_NAMED_BODIES |= {"gampong", "keuchik", "perbekel", "pambakal", "penghulu"}
#: Heads of places, after whose name (or without it) the person may follow at once.
_LED = frozenset(
    ("desa", "kelurahan", "kecamatan", "kades", "lurah", "camat", "distrik", "nagari", "kampung", "gampong")
)
_LED |= {"keuchik", "perbekel", "pambakal", "penghulu", "negeri", "kejari", "pn", "polsek", "panwascam", "puskesmas"}
_DIRECTIONS = frozenset(("utara", "selatan", "timur", "barat", "tengah"))
_BIRTH = frozenset(("i", "ni"))
_HOSPITALS = frozenset(("rsud", "rs", "rsu", "rumah sakit"))


class OwnNames(OfficeWords):
    """How many words at an index are a body's own."""

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
        two = (last - index == 2 or (named and last - index > 2)) and not (
            self._of_an_office(index) or self._office_word(index + 1)
        )
        shut = last < len(self.words) and self.gap(last).startswith(",")
        return 2 if two and width < 2 and (shut or alone or named) else 0

    def _own_name(self, index: int) -> int:
        """Words of a university's or foundation's own name: all up to a comma, else all but a person's two."""
        if index == 0 or self.words[index - 1].low not in _NAMED_BODIES:
            return 0
        last = index
        while last < len(self.words) and self.words[last].capital and (last == index or self.gap(last) == " "):
            if self.opens_name(last):
                break
            last += 1
        if self.region_width(index) or self._of_an_office(index):
            return 0
        before = self.words[index - 1].low
        if before == "negeri" and index > 1 and self.words[index - 2].low in ("dalam", "luar"):
            return 0  # "Menteri Dalam Negeri X Y"
        if before in _LED and (person := self._person_at(index, last)) < last:
            lone = last - person == 1 and last - index == 4  # "Camat Rimbo Pulai Yenita Sari": two words each
            return person - index - lone
        degree = last < len(self.words) and ("." in self.words[last].text or self.words[last].low in self.degrees)
        court = self.words[index - 1].low == "negeri" and last - index >= 2
        if court and last < len(self.words) and not self.words[last].capital:
            return 0  # "Kepala Kejaksaan Negeri Roland Sitepuan, dan"
        if last < len(self.words) and self.gap(last).startswith(",") and not degree:
            return last - index if self.words[last].capital or self.words[index - 1].low not in _PLACES else 0
        if last - index == 2 and (before in _LED or self._place(index)):
            return 2
        return max(min(1, last - index), last - index - 2)

    def _direction(self, index: int) -> int:
        """ "Camat Cendanabaru Utara": a part of a town that has its name and a direction."""
        if index < 2 or index >= len(self.words) or self.words[index].low not in _DIRECTIONS:
            return 0
        return int(self.words[index].capital and self.gap(index) == " " and self.words[index - 2].low in _LED)

    def _person_at(self, index: int, last: int) -> int:
        """Where among the words of a place's name somebody's name begins: "Perbekel I Nengah Suarta"; else ``last``."""
        for step in range(index, last):
            if self.known.one(self.words[step].low):
                if step - index == 1 and last - step == 2 and self.words[index].low in self.place_heads:
                    return last - 1  # "Kepala Desa Wana Asri Sukirman"
                while step > index and self.words[step - 1].low in (self.known.also | _BIRTH):
                    step -= 1
                return step
        whole = " ".join(word.low for word in self.words[index:last])
        return index if last - index == 2 and self.known.sure(whole) else last

    def _place(self, index: int) -> bool:
        return self.words[index].low in self.place_heads or self.words[index + 1].low in self.place_tails

    def _of_an_office(self, index: int) -> bool:
        """ "Sumber" of "Sumber Daya", not of "Desa Sumber Rejo"."""
        named = self.words[index - 1].low in _LED and self.words[index].low in self.place_heads
        return self._office_word(index) and not named

    def _of_a_hospital(self, index: int, *, alone: bool) -> int:
        """ "RSUD dr. Sam Wowor": the doctor whom a hospital is named after, where no person can be meant."""
        if index == 0 or self.words[index - 1].low not in _HOSPITALS or "," in self.gap(index):
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
