"""Names that are nobody's in this event: namesakes of halls and streets, places, mottos, groups, bylines."""

from __future__ import annotations

import pytest

from sinetra.core import press

from .persons_read import persons_in

NOBODY = [
    "Rombongan tiba di Teluk Nipah lalu menuju Batu Layar.",
    'Kelas itu bertajuk "Guru Netral, Murid Tenang".',
    "KM Lestari Jaya merapat di Pelabuhan Lama.",
    "Suaranya berdesis, kata anggota tim. Suaranya direkam.",
    "Kegiatan berlangsung di Aula Ki Wana Bakti.",
    "Kantornya di Jalan Jenderal Wirayuda, Kota Cendanabaru.",
    "Rapat digelar di RSUD dr. Harjono.",
    "Seorang camat berinisial AS dilaporkan ke Bawaslu.",
    "Bawaslu Kabupaten Damar Raya memanggil tiga saksi.",
    "Wali Kota Pinang Laut Resmikan Jembatan Rimba",
    "Penulis: Rina Marlina",
    "(Foto: Dodi Firmansyah)",
    "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia menyampaikan imbauan.",
    "Komisi Aparatur Sipil Negara menjelaskan aturan itu.",
    "Koalisi Masyarakat Sipil menilai sanksi terlalu ringan.",
    "Undang-Undang Nomor 20 Tahun 2023 menyebut asas netralitas.",
    "Kapolres Seruni Hulu menyatakan siap.",
    "Ketua Bawaslu Kabupaten Damar Raya mengatakan hal itu.",
    "Sentra Gakkumdu Kota Cendanabaru menyatakan berkas lengkap.",
    "Dinas Pemberdayaan Perempuan dan Perlindungan Anak menyampaikan hal itu.",
    "Universitas Damar Raya menilai aturan itu jelas.",
    "Stadion H. Salim Bakri dipakai untuk apel.",
    "Terminal itu bernama H. Usman Malik.",
    "Kepala dinas itu enggan menyebut nama.",
    "Camat Jati Lima menyambut rombongan.",
    "Lurah Lontar Mas mengumpulkan ketua RT.",
    "Pejabat berinisial R.S. itu dipanggil Selasa.",
    "Kapolres Damar Raya dan Dandim Damar Raya hadir.",
    "Ketua Bawaslu Kabupaten Seruni Hulu Bersama Bupati Teken Nota",
    "Wakil Bupati Terpilih Dilantik Pekan Depan",
    "Editor: Yanto Sasmita, Reporter: Iwan Kurnia",
]


@pytest.mark.parametrize("text", NOBODY)
def test_namesakes_places_groups_and_bylines_are_nobody(invented: press.Lexicon, text: str) -> None:
    assert persons_in(invented, text) == {}
