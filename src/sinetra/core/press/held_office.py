"""A position as it is listed: as printed, "mantan" included; "Ketuanya" with the body that was named last before it."""

from __future__ import annotations

import re
from dataclasses import replace

from sinetra.core.press.belongs import served_from
from sinetra.core.press.bodies import Body, completed, full_names, name_of
from sinetra.core.press.page import Page, Span
from sinetra.core.press.phrases import Phrase, Scanner

_FORMER = re.compile(r"(?:mantan|eks|bekas|mendiang|almarhum|almarhumah)[ -]$")
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
#: Not the name of any one body.
_ALONE = frozenset(
    ("dinas", "badan", "kantor", "forum", "komisi", "lembaga", "kecamatan", "panitia", "satgas", "komite")
)


class HeldOffice:
    """Positions of one page."""

    def __init__(self, page: Page, scanner: Scanner) -> None:
        self.page, self.scanner, self.words = page, scanner, page.words

    def of_servant(self, phrase: Phrase) -> Phrase:
        """ "Ajudan Bupati X" is an office of its own; "ajudan Bupati Nama" has the name of whom he serves."""
        start = served_from(self.page.low, phrase.span.start)
        bare = phrase.last - phrase.first == len(phrase.head.split())
        named = phrase.last < len(self.words) and self.page.text[phrase.span.end : self.words[phrase.last].start] == " "
        if start is None or (bare and named):
            return phrase
        first = self.page.word_index(start)
        return replace(phrase, first=first, span=Span(start, phrase.span.end), head="ajudan", acting=None)

    def printed(self, phrase: Phrase) -> str:
        """The position as printed; "Kepala dinasnya" with the name of the office named last before it."""
        former = _FORMER.search(self.page.low, max(0, phrase.span.start - 12), phrase.span.start)
        span = phrase.span if former is None else Span(former.start(), phrase.span.end)
        printed = " ".join(self.page.of(span).split())
        starts = _OF_THAT_BODY.get(" ".join(self.page.low_of(phrase.span).split()))
        if starts is None:
            return printed
        for index in range(phrase.first - 1, max(-1, phrase.first - 120), -1):
            if starts and not self.words[index].low.startswith(starts):
                continue
            body = self.scanner.body(index)
            if (
                body is not None
                and (body.last - body.first > 1 or body.head not in _ALONE)
                and body.last <= phrase.first
            ):
                every = full_names(self.page, self.scanner)
                name = completed(Body(name=name_of(self.page, body), span=body.span), every, None)
                return f"{printed.split()[0].removesuffix('nya')} {name}"
        return printed
