"""Persons with their positions: "Ketua X Nama", "Pj Wali Kota X, Nama,", "Nama, Ketua X", "Nama selaku Ketua X".

Each person is listed once, by the longest form of the name, with the position printed beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from sinetra.core.press.apposition import Appositions
from sinetra.core.press.bodies import Body, completed, find_bodies, name_of
from sinetra.core.press.facts import PersonFact
from sinetra.core.press.known_names import KnownNames
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.named import Named
from sinetra.core.press.names import SPOKEN_TITLES, NameAt, Names
from sinetra.core.press.page import Page, Span
from sinetra.core.press.phrases import Phrase, Scanner
from sinetra.core.press.same_person import key_of, merged

_LOOSE = re.compile(r"(?: [a-z][\w-]*){1,4}, ")
_FORMER = re.compile(r"(?:mantan|eks|bekas|mendiang|almarhum|almarhumah)[ -]$")
_LABEL = re.compile(
    r"\W*(?:foto|penulis|editor|reporter|pewarta|wartawan|laporan|sumber|dok|kontributor|rep|fotografer)\b(?=\W*$|[^\S\n]*[:/|]|(?:[^\S\n]+\w[\w.'-]*){1,4}\W*$)"
)
#: "| Reporter: X", "Laporan X, Outlet" at the head of a line.
_SIGNED = re.compile(
    r"(?:^\W*(?:(?:ditulis|dilaporkan|diunggah|diposting) )?(?:oleh|laporan|teks(?: oleh)?|by|liputan)|(?:penulis|editor|reporter|pewarta|wartawan|redaksi|redaktur|laporan"
    r"|kontributor|pewawancara|fotografer|jurnalis|penyunting|teks|foto|naskah|oleh|by) ?[:/]) ?$"
)
_PAGE = re.compile(r"\((?:hlm|hal|halaman)\.? ?\d+\)\W*$")
_TWICE = re.compile(r"(\w+)-\1")
_ENDED = re.compile(r"[.!?,:;\"”)]")
_OF_A_REGION = frozenset(
    ("bupati", "wali kota", "walikota", "wakil bupati", "camat", "lurah", "kapolres", "kapolsek", "dandim")
)
_OF_A_REGION |= {"kajari", "kades", "kepala desa", "gubernur", "danramil", "kapolda"}
_JOINED_UP = (
    "forum",
    "koalisi",
    "aliansi",
    "jaringan",
    "lembaga",
    "gerakan",
    "himpunan",
    "ikatan",
    "serikat",
    "gakkumdu",
)
_SEATED = ("bawaslu", "kpu", "panwas", "panitia pengawas", "kasn", "dkpp", "ombudsman", "dprd", "komisi", "kip")
_LED: tuple[str, ...] = (*_SEATED, *_JOINED_UP, "pwi", "pgri", "korpri", "dewan", "perkumpulan", "yayasan")
_LED = (*_LED, "persatuan", "pengadilan", "satgas", "majelis", "tim", "kelompok", "pmi", "komite", "paguyuban")
_LED = (*_LED, "asosiasi", "panitia", "ibi", "mui", "fkub", "serikat")
_KEPT = ("dinas", "dis", "badan", "bk", "bawaslu", "kpu", "dprd", "kecamatan", "korpri", "pgri", "forum")
_OF_THAT_BODY: dict[str, tuple[str, ...]] = {
    "kepala dinasnya": ("dinas", "dis"),
    "kadisnya": ("dinas", "dis"),
    "kepalanya": ("dinas", "dis", "badan", "bk", "bap", "kantor", "bagian", "biro", "puskesmas", "lapas", "lembaga"),
    "kepala dinas": ("dinas", "dis"),
    "kepala badan": ("badan", "bk", "bap"),
    "kepala badannya": ("badan", "bk", "bap"),
    "kepala bagiannya": ("bagian",),
    "kepala kantornya": ("kantor",),
    "kepala sekolahnya": ("sma", "smp", "sd", "smk"),
    "kepala sekolah": ("sma", "smp", "sd", "smk"),
    "ketuanya": _LED,
    "ketua": _LED,
    "anggotanya": _SEATED,
    "anggota": _SEATED,
    "komisionernya": _SEATED,
    "komisioner": _SEATED,
    "koordinatornya": _JOINED_UP,
    "koordinator": _JOINED_UP,
    "direkturnya": ("rsud", "rumah", "lembaga", "perumda", "pdam", "koalisi", "politeknik"),
    "bendaharanya": _LED,
    "sekretarisnya": _KEPT,
    "sekretaris": _KEPT,
    "camatnya": ("kecamatan",),
    "inspekturnya": ("inspektorat",),
}
#: What somebody is for the day; the office printed behind the name says more.
_ROLES = frozenset(
    ("narasumber", "pemateri", "pembicara", "moderator", "peserta", "fasilitator", "penanggap", "perwakilan")
)
#: Not the name of any one body.
_ALONE = frozenset(
    ("dinas", "badan", "kantor", "forum", "komisi", "lembaga", "kecamatan", "panitia", "satgas", "komite")
)
_ONE_OF = frozenset(("seorang", "satu", "menurut", "oleh", "kata", "sementara", "lain"))
_AFTER_NAME = re.compile(r"\s*[,(.\"]|\s*$|\s*\n")
#: "Ia", "Petani itu", "Kepala SDN X itu": the next sentence is about the same person.
_TAKEN_UP = re.compile(
    r"(?:ia|dia|beliau|pria|perempuan|lelaki|wanita|(?P<who>[a-z]+(?: [\w.]+){0,4}) itu)\b"
    r"(?! (?:adalah|berlangsung|digelar))"
)
_DATELINE = re.compile(r"[A-Z][^a-z\n]{2,40}(?:\([^)\n]{2,40}\) ?|, [\w .]{2,30} )?[-–—]{1,2} ")
_AS = re.compile(
    r"\.?,? (?:selaku|sebagai|yang merupakan|merupakan|yang menjabat(?: sebagai| selaku)?|yang juga|yakni|yaitu|\()\s*$"
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
        self.say = lexicon.pattern("persons", "speech")
        self.speaks = lexicon.pattern("persons", "speaks")
        self.named_after = lexicon.words("names", "named_after")
        self.known = KnownNames(lexicon)
        self.groups = lexicon.words("names", "group_words")
        self.found: list[PersonFact] = []
        self.claimed: set[int] = set()
        self.offices: set[int] = set()

    def keep(self, name: NameAt, phrase: Phrase | None, rule: str, *, again: bool = False) -> None:
        """``again``: also of a name that is known, for a position that says more."""
        taken = any(index in self.claimed for index in range(name.first, name.last))
        if (taken and not (again and name.first in self.claimed)) or not self.a_person(name):
            return
        self.claimed.update(range(name.first, name.last))
        if phrase is None or phrase.head in _ROLES:
            beside = self.named.beside
            phrase = beside.after(name) or beside.sent_by(name) or phrase
        self.found.append(
            PersonFact(
                name=name.text,
                position=None if phrase is None else self._printed(phrase),
                acting_kind=None if phrase is None else phrase.acting,
                span=name.span,
                position_span=None if phrase is None else phrase.span,
                rule=f"persons.{rule}",
            )
        )

    @cached_property
    def bodies(self) -> list[tuple[Body, Phrase]]:
        return find_bodies(self.page, self.scanner, 0, len(self.page.text))

    def _printed(self, phrase: Phrase) -> str:
        """The position as printed; "Kepala dinasnya" with the name of the office named last before it."""
        former = _FORMER.search(self.page.low, max(0, phrase.span.start - 12), phrase.span.start)
        span = phrase.span if former is None else Span(former.start(), phrase.span.end)
        printed = " ".join(self.page.of(span).split())
        if phrase.head not in _OF_THAT_BODY or phrase.last - phrase.first != len(phrase.head.split()):
            return printed
        starts = _OF_THAT_BODY[phrase.head]
        for index in range(phrase.first - 1, max(-1, phrase.first - 120), -1):
            if starts and not self.words[index].low.startswith(starts):
                continue
            body = self.scanner.body(index)
            if (
                body is not None
                and (body.last - body.first > 1 or body.head not in _ALONE)
                and body.last <= phrase.first
            ):
                every = self.bodies
                name = completed(Body(name=name_of(self.page, body), span=body.span), every, None)
                return f"{printed.split()[0].removesuffix('nya')} {name}"
        return printed

    def a_person(self, name: NameAt) -> bool:
        """No hall or street named after somebody, no place or group or outlet, nobody of a headline or a byline."""
        text = name.text.lower().split()
        titled = self.words[name.first].start < name.span.start
        if self._namesake(name) or any(word in self.groups for word in text) or self._byline(name):
            return False
        if text[-1] in SPOKEN_TITLES or text[0] in self.named_after or self.named.motto(name, titled=titled):
            return False
        if not titled and not self.known.sure(name.text) and self._place_or_word(name, text):
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
        return first > 0 and self.words[first - 1].low in self.named_after and self.between(first, first) == " "

    def _place_or_word(self, name: NameAt, text: list[str]) -> bool:
        """Words no list of names knows: a place ("Teluk Nipah", "SMAN 2 Tirta"), a common word in capitals."""
        if (
            text[0] in self.scanner.place_heads
            or (len(text) == 2 and text[1] in self.scanner.place_tails)
            or any(self.scanner.region_width(i) > 1 for i in range(name.first, name.last))
        ):
            return True
        if name.first and self.words[name.first - 1].text.isdigit() and self.between(name.first, name.first) == " ":
            return True
        if len(text) > 1:
            return (
                text[-1].upper() == self.words[name.last - 1].text
                and len(text[-1]) in (2, 3)
                and not name.text.isupper()
            )
        follows = (
            name.last < len(self.words) and self.words[name.last].capital and self.between(name.last, name.last) == " "
        )
        return follows or text[0].endswith("nya") or _TWICE.fullmatch(text[0]) is not None

    def _byline(self, name: NameAt) -> bool:
        line = self.page.line_at(name.span.start)
        before = self.page.low[line.start : self.words[name.first].start]
        return _LABEL.match(self.page.low_of(line)) is not None or _SIGNED.search(before) is not None

    def _told(self, offset: int) -> bool:
        """Inside a line that tells something: not all of its words are capitals."""
        text = self.page.of(self.page.line_at(offset))
        words = text.split()
        told = sum(1 for word in words if word[:1].islower())
        return len(words) < 4 or told * 3 > len(words) or _ENDED.search(text) is not None

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
        stopped = "." in gap and not self._one_sentence(phrase.span.start, self.words[index].start)
        if not stopped and gap.strip(" .") == "" and (name := self.names.at(index)) and not self._region(phrase, name):
            phrase, name = self._of_the_body(phrase, name)
            if name is None:
                return False
            self.keep(name, phrase, "position_name")
            return True
        name = self.names.at(index) if gap == " (" else None
        if name and name.last - name.first > 1 and self.page.text[self.words[name.last - 1].end :][:1] == ")":
            self.keep(name, phrase, "position_bracket_name")
            return True
        if gap.strip() in (",", ", ", ":") and (name := self.names.at(index)) and self._closed(name):
            self.keep(name, phrase, "position_comma_name")
            return True
        loose = _LOOSE.match(self.page.low, phrase.span.end)
        name = self.names.at(self.page.word_index(loose.end())) if loose else None
        titled = name is not None and self.words[name.first].start < name.span.start
        if loose and name and self._closed(name) and (titled or len(name.text.split()) > 1):
            if self.words[name.first].start - loose.end() > 2:
                return False
            self.keep(name, phrase, "position_words_comma_name")
            return True
        return self._called(phrase)

    def _of_the_body(self, phrase: Phrase, name: NameAt) -> tuple[Phrase, NameAt | None]:
        """Words that look like the name but go on with the body's: a hospital's patron, a village of two words.

        "Direktur RSUD dr. X Y, dr. Z W": who follows the comma. "Ketua Panwaslu Kecamatan Batu Intan X Y": "Batu Intan"
        stands elsewhere too. "Direktur Nusa Pantau X Y": the name begins with the first word known as one.
        """
        follows = self.names.at(name.last) if self._comma(name.last) else None
        patron = self.words[phrase.last - 1].low in self.named_after and self.words[name.first].start < name.span.start
        unsure = not self.known.sure(name.text) and self.words[name.first].start == name.span.start
        if follows is not None and (patron or (unsure and self.known.sure(follows.text) and self._closed(follows))):
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
        if first == name.first:
            return phrase, name
        return self._longer(phrase, first), self.names.at(first) if first < name.last else None

    def _comma(self, index: int) -> bool:
        return index < len(self.words) and self.between(index, index) == ", "

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
            rest = text[place + len(pair) :]
            if place != start and not rest[:1].isalnum() and not rest.startswith(f" {after}"):
                return True
            place = text.find(pair, place + 1)
        return False

    def _one_sentence(self, one: int, two: int) -> bool:
        return self.page.sentence_at(one) == self.page.sentence_at(two)

    def _region(self, phrase: Phrase, name: NameAt) -> bool:
        """ "Kapolres X": a lone word after the head of a region is more likely its name."""
        bare = phrase.head in _OF_A_REGION and phrase.last - phrase.first == len(phrase.head.split())
        place = self.words[name.first].low in self.scanner.place_heads and name.last - name.first == 2
        return bare and (name.first == name.last - 1 or place)

    def _own_body(self, phrase: Phrase) -> Phrase | None:
        """ "Direktur Perludem, Nama," and "peneliti X Y, Nama,": a body the lexicon does not know, up to the comma."""
        last = phrase.last
        if last - phrase.first != len(phrase.head.split()):
            return None
        while last < len(self.words) and last - phrase.last < 6 and self.words[last].capital:
            if self.between(last, last) != " ":
                break
            last += 1
        name = self.names.at(last) if last < len(self.words) and self.between(last, last) == ", " else None
        known = next((i for i in range(phrase.last, last) if self.known.one(self.words[i].low)), last)
        if name is None and known - phrase.last > 1 and known < last - 1:
            last, name = known, self.names.at(known)  # "Direktur Nusa Pantau X Y"
            return None if name is None else self._longer(phrase, last)
        if last == phrase.last or name is None or len(name.text.split()) < 2 or not self._closed(name):
            return None
        span = Span(phrase.span.start, self.words[last - 1].end)
        return replace(phrase, last=last, span=span, complete=True)

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
        for name in (*self._after_verbs(), *self._before_verbs()):
            counts[name.text] = counts.get(name.text, 0) + 1
            held.append(name)
        for name in held:
            if name.first in self.offices:
                continue
            if len(name.text.split()) > 1 or counts[name.text] > 1:
                self.keep(name, self._loose_office(name), "quoted_name")

    def _start(self) -> int:
        return self.words[self.begin].start if self.begin < len(self.words) else len(self.page.text)

    def _after_verbs(self) -> Iterator[NameAt]:
        for match in self.say.finditer(self.page.low, self._start()):
            index = self.page.word_index(match.end())
            if index >= len(self.words) or self.page.low[match.end() : self.words[index].start] != " ":
                continue
            if self.scanner.position(index) or self.scanner.body(index) or self.scanner.region_width(index):
                continue
            if name := self.names.at(index):
                yield name

    def _before_verbs(self) -> Iterator[NameAt]:
        for match in self.speaks.finditer(self.page.low, self._start()):
            index = self.page.word_index(match.start())
            name = self.names.before(index) if index else None
            if name is None:
                name = self._from_body(index)
            if name and len(name.text.split()) > 1 and not (self.scanner.region_width(name.first) or self._tail(name)):
                yield name

    def _tail(self, name: NameAt) -> bool:
        """The words before, inside the sentence, are capitals too: the end of some other name, like a feast's."""
        if name.first == 0 or self.between(name.first, name.first) != " ":
            return False
        before = self.words[name.first - 1]
        return before.capital and before.start != self.page.sentence_at(before.start).start

    def _from_body(self, index: int) -> NameAt | None:
        """ "X Y dari Bawaslu Z mengatakan"."""
        for back in range(index - 1, max(self.begin, index - 8), -1):
            if self.words[back].low in ("dari", "asal") and (body := self.scanner.body(back + 1)):
                return self.names.before(back) if body.last == index else None
        return None

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

    def _corroborated(self) -> None:
        """ "Rahmat Hidayat tidak berdiri di podium. … kata Rahmat": the full name of who is quoted by a part of it."""
        known = {word for fact in self.found for word in key_of(fact.name)}
        for first in {name.text for name in (*self._after_verbs(), *self._alone_before_verbs())}:
            if " " in first or first.lower() in known or len(first) < 4:
                continue
            for index in range(self.begin, len(self.words)):
                if self.words[index].text != first:
                    continue
                name = self.names.at(index) or None
                inside = self._inside_name(index) if name is None or len(name.text.split()) < 2 else name
                if inside is not None and not self.scanner.region_width(inside.first):
                    self.keep(inside, None, "named_again")
                break

    def _subjects(self) -> None:
        """ "Simon Baitanu berangkat dini hari. Kepala SDN X itu …": who opens a sentence, and whom the next one takes up."""
        for here, following in pairwise(self.page.sentences):
            dateline = _DATELINE.match(self.page.text, here.start, here.end)
            index = self.page.word_index(here.start if dateline is None else dateline.end())
            taken_up = _TAKEN_UP.match(self.page.low, following.start)
            if taken_up is None or index < self.begin or index >= len(self.words):
                continue
            name = self.names.at(index)
            if name is None or len(name.text.split()) < 2 or name.last >= len(self.words):
                continue
            told = self.words[name.last]
            if told.capital or self.between(name.last, name.last) != " " or self.scanner.region_width(index):
                continue
            role = None
            if taken_up["who"]:
                role = Span(taken_up.start("who"), taken_up.end("who"))
            self.keep(name, None if role is None else self._as_phrase(role), "taken_up")

    def _inside_name(self, index: int) -> NameAt | None:
        """The name of several words that the word is the second or last of."""
        for first in range(max(self.begin, index - 3), index):
            name = self.names.at(first)
            if name is not None and name.first <= index < name.last and len(name.text.split()) > 1:
                return name
        return None

    def _alone_before_verbs(self) -> Iterator[NameAt]:
        for match in self.speaks.finditer(self.page.low, self._start()):
            index = self.page.word_index(match.start())
            name = self.names.before(index) if index else None
            if name is not None and len(name.text.split()) == 1 and not self.scanner.region_width(name.first):
                yield name

    def _as_phrase(self, role: Span) -> Phrase:
        first, last = self.page.word_index(role.start), self.page.word_index(role.end)
        head = " ".join(word.low for word in self.words[first:last])
        return Phrase(span=role, first=first, last=last, head=head, acting=None, complete=True)

    def run(self) -> None:
        index = self.begin
        while index < len(self.words):
            phrase = self.scanner.position(index)
            if phrase is None or not (phrase.complete or self._own_body(phrase)):
                index += 1
                continue
            phrase = self._own_body(phrase) or phrase
            self.offices.update(range(phrase.first, phrase.last))
            if not self.after_position(phrase):
                self.before_position(phrase)
            index = max(index + 1, phrase.last)
        self.beside()
        self._corroborated()
        self._subjects()
        self.speakers()
        for name in self.named.found(self.begin, self.claimed | self.offices, [fact.span for fact in self.found]):
            self.keep(name, self.named.beside.of(name, self.begin), "named")


def find_persons(lexicon: Lexicon, page: Page, scanner: Scanner, title_end: int) -> tuple[PersonFact, ...]:
    """The persons of the article in the order of their first full mention."""
    reader = _Persons(lexicon, page, scanner, title_end)
    reader.run()
    return merged(reader.found)
