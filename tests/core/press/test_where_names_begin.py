"""Where a name begins: after a title, past the places between commas, and not at a word of the office."""

from __future__ import annotations

import pytest

from sinetra.core import press

from .persons_read import persons_in

BEGINS: list[tuple[str, dict[str, str | None]]] = [
    ("Kapolsek Rawa Indah AKP Nurdin Sangaji meminta warga tenang.", {"Nurdin Sangaji": "Kapolsek Rawa Indah"}),
    ("Danramil Simpang Tiga Kapten Inf Yakub Wenda hadir.", {"Yakub Wenda": "Danramil Simpang Tiga"}),
    ("Kapolsek Bukit Indah Ipda Gorbi Sangaji menyatakan siap.", {"Gorbi Sangaji": "Kapolsek Bukit Indah"}),
    ("Lurah Way Kandis Drs. Iwan Lamusu membuka acara.", {"Iwan Lamusu": "Lurah Way Kandis"}),
    ("Camat Lontar Mas Yuliana Bani menyambut rombongan.", {"Yuliana Bani": "Camat Lontar Mas"}),
    (
        "Kepala Desa Way Rengas, Kecamatan Bukit Indah, Kabupaten Cendana, H. Nurdin Sangaji, dipanggil.",
        {"Nurdin Sangaji": "Kepala Desa Way Rengas"},
    ),
    (
        "Video Lurah Way Kandis, Kecamatan Rawa Indah, Yuliana Bani, beredar luas.",
        {"Yuliana Bani": "Lurah Way Kandis"},
    ),
    ("Lurah Way Rengas, Kecamatan Bukit Indah, Kota Cendana, dan dua stafnya dipanggil.", {}),
    ("Direktur RSUD, dr. Yuliana Boru Bani, hadir.", {"Yuliana Boru Bani": "Direktur RSUD"}),
    ("Direktur RSUD dr. Harjono, dr. Yuliana Bani, hadir.", {"Yuliana Bani": "Direktur RSUD dr. Harjono"}),
    (
        "Ketua Bawaslu Kota Cendana Yosua Aji Saputra membenarkan.",
        {"Yosua Aji Saputra": "Ketua Bawaslu Kota Cendana"},
    ),
    ("Ketua AJI Kota Cendana Yuliana Bani membenarkan.", {"Yuliana Bani": "Ketua AJI Kota Cendana"}),
    ("Jaksa Fungsional Mawarni Yuliana Bani menambahkan hal itu.", {"Mawarni Yuliana Bani": "Jaksa Fungsional"}),
    (
        "Kapolres Damar Raya Ajun Komisaris Besar Polisi Yakub Wenda menambahkan hal itu.",
        {"Yakub Wenda": "Kapolres Damar Raya"},
    ),
    (
        "Kepala Bidang Propam Polda Nusa Contoh Komisaris Besar Polisi Gorbi Sangaji menambahkan hal itu.",
        {"Gorbi Sangaji": "Kepala Bidang Propam Polda Nusa Contoh"},
    ),
    ("Pasi Intel Kodim Tirta Rimba, Kapten Inf Yakub Wenda, hadir.", {"Yakub Wenda": "Pasi Intel Kodim Tirta Rimba"}),
    ("Kasdim 0917/Tirta Rimba Mayor Inf Yakub Tri Wenda hadir.", {"Yakub Tri Wenda": "Kasdim 0917/Tirta Rimba"}),
    ("Guru bernama Yuliana Juwita Pasi bertanya.", {"Yuliana Juwita Pasi": "Guru"}),
    ("Camat Cendanabaru Selatan Yakub Wenda mengaku sudah bertanya.", {"Yakub Wenda": "Camat Cendanabaru Selatan"}),
    ("Camat Rimbo Tinggi Yesita Sari mengakui hal itu.", {"Yesita Sari": "Camat Rimbo Tinggi"}),
    ("Camat Rimbo Sari mengakui hal itu.", {}),
    ("Kepala Desa Wana Asri Sukirman mengakui hal itu.", {"Sukirman": "Kepala Desa Wana Asri"}),
    ("Seorang kepala Kantor Urusan Agama dilaporkan.", {}),
    ("Kesaksian dr. Mirna Paat meringankan terdakwa.", {"Mirna Paat": None}),
    ("Jalan dr. Mirna Paat ditutup.", {}),
    (
        "Hakim maupun kuasa hukum pelapor, Yakub Wenda, tidak berkomentar.",
        {"Yakub Wenda": "kuasa hukum pelapor"},
    ),
    ("Seorang tamu hajatan, Yakub Wenda, mengaku tidak melihat.", {"Yakub Wenda": "tamu hajatan"}),
    ("Seorang mandor proyek, Syamsir, bertanya.", {"Syamsir": "mandor proyek"}),
    ('"Kami keberatan," kata juru bicaranya, Gorbi.', {"Gorbi": "juru bicaranya"}),
    ("Larangan itu berlaku bagi Pegawai Negeri Sipil dan Tenaga Kontrak.", {}),
    ("Kepala UPT Parkir berinisial YW diperiksa.", {}),
    ("Kepala UPT Metrologi Syahrul Lamusu diperiksa.", {"Syahrul Lamusu": "Kepala UPT Metrologi"}),
    ("Laporan wartawan Kabar Hulu, Yakub Wenda", {}),
    (
        "Laporan wartawan kami, Yakub Wenda, dari lokasi menyebutkan warga mengungsi. Menurut Yakub, air surut.",
        {"Yakub Wenda": "wartawan kami"},
    ),
]


@pytest.mark.parametrize(("text", "people"), BEGINS)
def test_a_name_begins_where_the_office_ends(invented: press.Lexicon, text: str, people: dict[str, str | None]) -> None:
    assert persons_in(invented, text) == people
