"""Whose head is meant: "Ketuanya", "Kepala badan tersebut", "Ketua X Y" take the body that was named last before."""

from __future__ import annotations

from sinetra.core.press.bodies import Body, completed, name_of
from sinetra.core.press.page import Page
from sinetra.core.press.phrases import Phrase, Scanner

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
#: So many words back a body may have been named.
_BACK = 120


def position_text(page: Page, scanner: Scanner, phrase: Phrase, bodies: list[tuple[Body, Phrase]]) -> str:
    """The position as printed; "Kepala dinasnya" with the name of the office named last before it."""
    printed = " ".join(page.of(phrase.span).split())
    starts = _OF_THAT_BODY.get(printed.lower())
    if starts is None:
        return printed
    for index in range(phrase.first - 1, max(-1, phrase.first - _BACK), -1):
        if not page.words[index].low.startswith(starts):
            continue
        body = scanner.body(index)
        if body is None or body.last > phrase.first:
            continue
        if body.last - body.first > 1 or body.head not in _ALONE:
            name = completed(Body(name=name_of(page, body), span=body.span), bodies, None)
            return f"{printed.split()[0].removesuffix('nya')} {name}"
    return printed
