"""Acts in the words of officers who warn of them, and the sentences that only sound like one."""

from __future__ import annotations

import pytest

from sinetra.core import press
from sinetra.core.press.acts import find_acts
from sinetra.core.press.page import Page

TOLD = [
    ("use_state_facility", "Ia meminta staf tidak meminjamkan truk dinas untuk mengangkut alat peraga."),
    ("use_state_facility", "Awas kalau ada yang dipakai mengawal rombongan pasangan calon."),
    ("use_state_facility", "Sekdis itu terbukti meminjamkan gudang kantor untuk tim tersebut."),
    ("use_state_facility", "Laporkan pegawai yang tidak netral dan kendaraan dinas yang keluyuran malam hari."),
    (
        "use_state_facility",
        "Kepala sekolah tidak boleh berfoto, mengizinkan bus sekolah dipakai tim pemenangan, dan berkampanye.",
    ),
    ("mobilise_asn", "Jangan menggerakkan rekan kerja supaya hadir di kampanye calon."),
    ("mobilise_asn", "Camat meminta setiap lurah menyetor sepuluh nama pemilih bagi calon itu."),
    ("mobilise_asn", "Kades itu membantah mengerahkan perangkatnya."),
    ("mobilise_asn", "Kadis itu dicopot karena memaksa petugas memasang stiker paslon."),
    ("mobilise_asn", "Direktur rumah sakit dituding memerintahkan kepala instalasi agar hadir dalam deklarasi paslon."),
    ("banner_billboard", "ASN itu dilaporkan karena balihonya sudah bertebaran di sejumlah titik."),
    ("like", "Yang dicatat: suka pada unggahan calon gubernur."),
    ("hand_sign", '"Tangan dikepal saja, jangan membentuk angka," kata camat kepada ASN.'),
    ("share", "ASN itu dituduh menyebarkan video yang sama di grup pendukung calon."),
    ("intimidation", "Camat dilaporkan mengancam kades supaya memilih petahana."),
    ("uniform_or_attribute", "Lurah itu kedapatan memakai kaus calon gubernur."),
]
NOT_TOLD = [
    ("use_state_facility", "Panitia meminjamkan ruang rapat untuk peserta lain."),
    ("mobilise_asn", "Jangan lupa menggerakkan rekan kerja supaya hadir di apel."),
    ("mobilise_asn", "Camat meminta setiap lurah mengumpulkan nama siswa penerima beasiswa."),
    ("mobilise_asn", "Dewan mendesak Bawaslu menuntaskan laporan camat yang ikut deklarasi."),
    ("banner_billboard", "Di dinding tergantung jam dan kalender bergambar gunung."),
    ("banner_billboard", "Semboyan netralitas itu dicetak pada spanduk."),
    ("intimidation", "Pasal 490 mengancam kades yang membuat keputusan itu dengan penjara."),
    ("uniform_or_attribute", "Lurah itu diduga membagikan kaus calon gubernur."),
    ("uniform_or_attribute", "Dana desa dipakai membeli kaus caleg."),
]
VOTE = [
    ("Prajurit tidak memiliki hak pilih.", False),
    ("Anggota Polri tidak menggunakan hak memilih.", False),
    ("Anggota TNI tak punya hak memilih, berbeda dari ASN.", False),
    ("ASN memiliki hak memilih.", True),
    ("ASN tetap menggunakan hak pilihnya di TPS.", True),
]


@pytest.mark.parametrize(("code", "text"), TOLD)
def test_an_act_is_found_in_these_words(lexicon: press.Lexicon, code: str, text: str) -> None:
    assert code in {act.code for act in find_acts(lexicon, Page(text)) if not act.permitted}


@pytest.mark.parametrize(("code", "text"), NOT_TOLD)
def test_what_only_sounds_like_it_is_none(lexicon: press.Lexicon, code: str, text: str) -> None:
    assert code not in {act.code for act in find_acts(lexicon, Page(text))}


@pytest.mark.parametrize(("text", "may"), VOTE)
def test_who_has_no_vote_is_not_allowed_to(lexicon: press.Lexicon, text: str, may: bool) -> None:
    assert ("vote" in {act.code for act in find_acts(lexicon, Page(text)) if act.permitted}) is may
