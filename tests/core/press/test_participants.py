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
    ("Rapat diikuti 40 orang terdiri atas 25 camat dan 15 lurah.", 40, False),
    ("Dari 70 undangan, 61 datang.", 61, False),
    ("Peserta sebanyak 75.", 75, False),
    ("Hadir 64 pegawai, 38 guru dan delapan petugas. Seratus sepuluh orang, lapor komandan apel.", 110, False),
    ("Nurhayati satu dari 74 peserta bimtek itu.", 74, False),
    ("Dari 200 undangan, hanya 143 pegawai yang menandatangani daftar hadir.", 143, False),
    ("Lebih dari 600 pegawai terhubung dari kantor masing-masing.", 600, True),
    ("Jumlah keseluruhan yang hadir, menurut panitia, 47 orang.", 47, False),
    ("Yang terisi 132: semuanya kepala sekolah.", 132, False),
    ("Sesi itu diikuti 205 guru, lebih banyak daripada pertemuan serupa tahun lalu yang hanya 90 orang.", 205, False),
    ("Pembinaan itu diikuti 78 pegawai, terdiri atas 41 penyuluh agama dan 15 kepala KUA.", 78, False),
    ("Peserta yang hadir 48 orang, enam orang dari tiap daerah.", 48, False),
    ("Daftar hadir di meja depan mencatat delapan puluh tujuh nama.", 87, False),
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
    "Pekan lalu Bawaslu sudah menjalin kerja sama serupa dengan kampus yang disaksikan 80 mahasiswa.",
]

#: Of a sosialisasi: the number, and sentences with a number that is none.
COUNTED = [
    ("Tercatat 85 nama di buku tamu.", 85),
    ("Kegiatan itu menyedot 85 pegawai.", 85),
    ("Ruangan hanya memuat 85 orang, semuanya terisi.", 85),
    ("Delapan puluh lima camat dan sekretarisnya tampak khidmat.", 85),
    ("Ia berhadapan dengan 85 guru.", 85),
    ("Total 85 pegawai dari lima dinas ambil bagian.", 85),
    ("Pelatihan itu meluluskan 85 peserta.", 85),
    ("Peserta apel 85 orang.", 85),
    ("Apel pagi itu dijejali 85 pegawai.", 85),
    ("Setidaknya 85 abdi negara berbaris rapi.", 85),
    ("Daftar hadir memuat 85 tanda tangan.", 85),
    ("Panitia mencatat 85 peserta.", 85),
    ("Yang datang 85 orang dari 100 undangan.", 85),
    ("Rapat dihadiri 85 peserta dari 120 yang diundang.", 85),
    ("Sebanyak 85 kepala desa se-kecamatan menerima materi.", 85),
    ("Bimtek bagi 85 operator itu dibuka Sekda.", 85),
    ("Kepada 85 tenaga kesehatan ia berpesan.", 85),
    ("Kelas itu diisi 85 pegawai muda.", 85),
    ("Ada sekitar 85 orang di aula.", 85),
    ("Kursi yang disediakan 100, yang terisi 85.", 85),
    ("85 pegawai mengacungkan tangan tanda setuju.", 85),
    ("Hadirin yang berjumlah 85 orang itu bertepuk tangan.", 85),
    ("Webinar ditonton 85 akun.", 85),
    ("Sosialisasi menjangkau 85 perangkat desa.", 85),
    ("Acara diikuti tak kurang 85 pegawai.", 85),
    ("Dengan 85 peserta, bimtek ini yang terbesar.", 85),
    ("Ikrar ditirukan 85 pegawai.", 85),
    ("Sekitar 85-an pegawai hadir.", 85),
    ("Ratusan pegawai, tepatnya 285 orang, mengikuti apel.", 285),
    ("Lebih dari seribu dua ratus pegawai memenuhi lapangan.", 1200),
    ("Barisan 85 pegawai memanjang di halaman.", 85),
    ("Sosialisasi diikuti 85 orang, terdiri atas 50 guru dan 35 pegawai.", 85),
    ("Rakor dihadiri perwakilan 12 instansi dengan jumlah peserta 85 orang.", 85),
    ("Di hadapan sekitar 85 jurnalis dan pegawai, ia memaparkan aturan.", 85),
]
NOT_COUNTED = [
    "Sebanyak 50 guru dan 35 pegawai mengikuti sosialisasi itu.",
    "Kegiatan ini diikuti oleh 25 camat dan 30 lurah.",  # no number is printed of all of them
    "Hadir 20 kepala desa, 15 lurah, dan 10 camat.",
    "Pesertanya: 40 lurah, 30 camat, 15 kepala seksi.",
    "Bidan 45 orang dan perawat 50 orang mengikuti sosialisasi.",
    "Kegiatan serupa tahun lalu diikuti 85 guru.",
    "Sosialisasi dikawal 85 polisi.",
    "Dinas itu memiliki 85 pegawai.",
    "Acara akan diikuti 85 pegawai.",
    "Rapat membahas nasib 85 honorer.",
    "Panitia menyiapkan 85 kursi.",
    "Ia didampingi 3 kepala dinas.",
    "Sosialisasi membahas 85 laporan.",
    "Sebanyak 85 ASN dilaporkan sejak Juli.",
    "Di kecamatan itu ada 85 guru honorer.",
    "Pilkada 2020 menyeret 85 ASN, katanya dalam sosialisasi.",
    "Bupati melantik 85 pejabat sebelum sosialisasi.",
    "Kegiatan itu digelar 85 hari sebelum pencoblosan.",
    "Sosialisasi didanai 85 juta rupiah.",
    "Bawaslu mengerahkan 85 pengawas.",
    "Sebanyak 85 pegawai tidak hadir.",
    "Setiap kecamatan mengirim 5 orang.",
    "Baru 85 dari 300 ASN yang melapor.",
    "Kota itu berpenduduk 85.000 orang.",
    "Sosialisasi menghadirkan 3 narasumber.",
    "Kegiatan berlangsung di 85 desa.",
    "Peserta rapat berasal dari 12 dinas.",
    "Jumlah ASN di kabupaten itu 4.312 orang.",
    "Target peserta 85 orang.",
    "Ia mencontohkan 12 guru yang dipecat di kota lain.",
]


@pytest.mark.parametrize(("text", "value"), COUNTED)
def test_attendees_are_counted_in_many_words(lexicon: press.Lexicon, text: str, value: int) -> None:
    found = find_participants(lexicon, Page(text), "sosialisasi")
    assert found is not None and found.value == value


@pytest.mark.parametrize("text", NOT_COUNTED)
def test_guards_guests_and_plans_are_not_counted(lexicon: press.Lexicon, text: str) -> None:
    assert find_participants(lexicon, Page(text), "sosialisasi") is None


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
