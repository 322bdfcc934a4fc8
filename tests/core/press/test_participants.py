"""How many took part: forms of the press, and the numbers that are no participants."""

from __future__ import annotations

import pytest

from sinetra.core import press
from sinetra.core.press.counts import find_participants
from sinetra.core.press.page import Page

ATTENDED = [
    ("Rapat itu dihadiri sekitar 120 peserta.", 120, True),
    ("Bimtek diikuti 75 orang lurah.", 75, False),
    ("Sebanyak seratus dua puluh lima ASN mengikuti apel.", 125, False),
    ("Hadir 40 camat dan kepala dinas.", 40, False),
    ("Kegiatan diikuti oleh 1.250 pegawai dari 30 dinas.", 1250, False),
    ("Peserta berjumlah 60 orang.", 60, False),
    ("Kurang lebih 300 guru memadati aula.", 300, True),
    ("Tiga puluh kepala sekolah menyimak paparan itu.", 30, False),
    ("Acara dihadiri 200-an undangan.", 200, True),
    ("Tak kurang dari 80 aparatur ikut serta dalam ikrar itu.", 80, True),
    ("Pesertanya 45 orang, terdiri dari 30 lurah dan 15 sekretaris.", 45, False),
    ("Dari 100 undangan, sebanyak 88 orang hadir.", 88, False),
    ("Webinar daring itu diikuti 512 akun.", 512, False),
    ("Ia berbicara di hadapan 90 (sembilan puluh) pegawai.", 90, False),
    ("Sedikitnya 50 perangkat desa membubuhkan tanda tangan.", 50, True),
]
ATTENDED += [
    ("Ada 65 orang yang hadir di aula.", 65, False),
    ("Kursi terisi 110 orang.", 110, False),
    ("Tercatat 88 peserta hadir.", 88, False),
    ("Sekitar seribu ASN memenuhi alun-alun.", 1000, True),
    ("Kegiatan diikuti 40 peserta luring dan 200 peserta daring, seluruhnya 240 peserta.", 240, False),
    ("Sosialisasi menyasar 60 kepala desa.", 60, False),
    ("Kegiatan ini diikuti oleh 25 camat dan 30 lurah.", 55, False),
    ("Hadir 20 kepala desa, 15 lurah, dan 10 camat.", 45, False),
    ("Rapat diikuti 40 orang terdiri atas 25 camat dan 15 lurah.", 40, False),
    ("Dari 70 undangan, 61 datang.", 61, False),
    ("Peserta sebanyak 75.", 75, False),
]
NOBODY_COUNTED = [
    "Puluhan ASN hadir.",
    "Sebanyak 12 ASN dijatuhi sanksi.",
    "Ia menjatuhkan sanksi kepada 4 orang ASN.",
    "KPU merekrut 3.000 orang petugas.",
    "Acara dihadiri ratusan pegawai.",
    "Di kota ini terdapat 4.500 ASN.",
    "Bawaslu memeriksa 12 orang saksi.",
    "Ada 35 orang yang dilaporkan hadir di kampanye.",
    "Sebanyak 210.000 pemilih akan mencoblos.",
    "Bupati melantik 40 pejabat.",
    "Ia menjelaskan Pasal 5 dan Pasal 71 kepada peserta.",
    "Nurlela (48) menutup acara.",
    "Kegiatan berlangsung dua hari di tiga kecamatan.",
    "Kegiatan itu akan diikuti 300 peserta.",
]


@pytest.mark.parametrize(("text", "value", "approximate"), ATTENDED)
def test_those_said_to_attend_are_counted(lexicon: press.Lexicon, text: str, value: int, approximate: bool) -> None:
    found = find_participants(lexicon, Page(text), "sosialisasi")
    assert found is not None
    assert (found.value, found.approximate) == (value, approximate)
    assert text[found.span.start : found.span.end]


@pytest.mark.parametrize("text", NOBODY_COUNTED)
def test_other_numbers_are_no_participants(lexicon: press.Lexicon, text: str) -> None:
    assert find_participants(lexicon, Page(text), "sosialisasi") is None


def test_a_report_counts_participants_only_where_it_says_so_plainly(lexicon: press.Lexicon) -> None:
    page = Page("Empat pegawai hadir di acara itu.")
    assert find_participants(lexicon, page, "alleged_violation") is None
    assert find_participants(lexicon, page, "sosialisasi") is not None
