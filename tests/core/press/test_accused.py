"""Who is accused in an article is masked outside the workbench, in doubt too; who speaks of others is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinetra.core.press import Lexicon
from sinetra.core.press.accused import accused, masked

MASKED = {
    "reported": "Camat Melati, Rangga Wiratama, dilaporkan ke Bawaslu Kota Cendana karena berfoto dengan calon.",
    "terlapor": "Bawaslu meminta keterangan terlapor Rangga Wiratama pada Senin lalu.",
    "oknum": "Oknum ASN bernama Rangga Wiratama terlihat di panggung kampanye itu.",
    "defendant": "Terdakwa Rangga Wiratama hadir di Pengadilan Negeri Cendana.",
    "punished": "Lurah Mawar, Rangga Wiratama, dijatuhi hukuman disiplin sedang oleh Wali Kota.",
    "denies": "Camat Melati, Rangga Wiratama, membantah dugaan pelanggaran netralitas itu.",
    "next sentence": "Camat Melati, Rangga Wiratama, hadir di rumah calon. Ia diduga melanggar netralitas ASN.",
    "speaks and is accused": 'Camat Melati, Rangga Wiratama, yang diduga melanggar, mengatakan "Saya hanya lewat".',
    "as the reported one": "Rangga Wiratama selaku terlapor datang bersama kuasa hukumnya.",
    "defended": "Kuasa hukum terdakwa Rangga Wiratama meminta waktu sepekan.",
    "with counsel": "Terdakwa Rangga Wiratama, kuasa hukumnya, dan jaksa hadir di ruang sidang.",
    "counsel named after": "Kuasa hukum terdakwa, Rangga Wiratama, Seno Adiputra, menyatakan pikir-pikir.",
    "decides and is reported": "Bupati Cendana, Rangga Wiratama, mencopot dua camat dan dilaporkan ke Bawaslu.",
    "decides, then reported": "Bupati Cendana, Rangga Wiratama, menegur lurah itu. Ia dilaporkan ke Bawaslu Cendana.",
    "says it of oneself": "Bupati Rangga Wiratama batal mencopot camat. Ia menilai dirinya tidak melanggar aturan.",
    "a name no list knows": "Oknum guru bernama Wirogo Talang dipanggil Bawaslu.",
    "a name that is a word": "Terlapor Wiratama Rangga dan oknum lurah Mawar dipanggil. Wiratama membawa bunga mawar.",
}
SHOWN = {
    "watcher": "Ketua Bawaslu Kota Cendana, Rangga Wiratama, mengatakan dugaan pelanggaran itu sedang dikaji.",
    "speaker": '"ASN yang melanggar akan disanksi," kata Kepala Dinas Pariwisata, Rangga Wiratama.',
    "quotation": 'Camat Melati, Rangga Wiratama, menegaskan, "Pelanggaran akan dijatuhi sanksi."',
    "no accusation": "Camat Melati, Rangga Wiratama, membuka sosialisasi netralitas ASN.",
    "of the watchers": "Narasumber dari Bawaslu Kota Cendana, Rangga Wiratama, menerangkan jenis pelanggaran.",
    "who is told by": "Dugaan itu dibenarkan Kapolres Cendana, Rangga Wiratama, kepada wartawan.",
    "counsel": "Kuasa hukum terdakwa, Rangga Wiratama, menyatakan pikir-pikir atas putusan itu.",
    "counsel of the reported": "Terlapor datang bersama kuasa hukumnya, Rangga Wiratama, pada Selasa siang.",
    "counsel named first": "Rangga Wiratama, kuasa hukum terdakwa, menyebut kliennya menerima hukuman itu.",
    "presiding": "Teradu dijatuhi peringatan. Sidang dipimpin Ketua Majelis Rangga Wiratama di Cendana.",
    "refuses to punish": "Bupati Rangga Wiratama menolak mencopot camat. Ia menilai camat itu tidak bersalah.",
    "takes it back": "Bupati Rangga Wiratama batal memberhentikan lurah yang dituduh tidak netral, Senin lalu.",
    "punishes": "Wali Kota Cendana, Rangga Wiratama, menjatuhkan sanksi kepada guru yang terbukti melanggar.",
    "another sentence": "Camat Melati, Rangga Wiratama, membuka acara itu. Peserta mempelajari pelanggaran netralitas.",
}


#: Title, text: what stands beside the word of accusation names nobody.
NOBODY = [
    ("Oknum Lurah Diduga Jadi Juru Kampanye", "Seorang lurah diduga jadi juru kampanye dan dipanggil Bawaslu."),
    ("Oknum Guru Terekam Ajak Murid", "Seorang guru terekam kamera saat mengajak murid memilih. Oknum itu diperiksa."),
    ("Terlapor Mangkir, Bawaslu Layangkan Panggilan Kedua", "Terlapor mangkir. Ia diduga berkampanye."),
    ("Dua Kades Diperiksa", "Kepala Desa Bumi Agung dan Kepala Desa Karya Dharma diperiksa, Senin lalu."),
    ("Bupati Budi Santoso Copot Camat yang Diduga Tak Netral", "Keputusan itu berlaku sejak Senin lalu."),
    ("Budi Santoso: ASN Jangan Langgar Netralitas", "Apel pagi itu diikuti pegawai kecamatan."),
    ("Camat Dilaporkan", "Camat Lubuk Damar dilaporkan ke Bawaslu karena diduga berfoto dengan calon."),
    ("Lurah Dipanggil", "Lurah Kampung Pandan dan Lurah Air Jernih diperiksa Bawaslu, Senin."),
    ("Kades Dilaporkan", "Kepala Desa Sidoarum Barat diduga mengarahkan warga."),
    ("Guru Diduga Berkampanye", "Video itu direkam di Gedung Serbaguna Kartanegara dan diduga melanggar aturan."),
    ("ASN Diperiksa", "Dugaan itu ditulis Warta Semenanjung, Senin. Bawaslu memeriksa seorang ASN."),
]


@pytest.mark.parametrize(("title", "text"), NOBODY)
def test_words_and_places_are_not_accused(lexicon: Lexicon, title: str, text: str) -> None:
    assert accused(lexicon, text, title) == frozenset()


#: Title, text: the headline names the accused, in capitals among which no office ends.
HEADLINES = [
    ("Rangga Wiratama Dipanggil Bawaslu", "Camat Melati, Rangga Wiratama, diduga ikut kampanye, Senin lalu."),
    ("Bawaslu Periksa Rangga Wiratama", "Camat Melati, Rangga Wiratama, dilaporkan warga pada Senin lalu."),
    ("Kades Budi Santoso Dilaporkan ke Bawaslu", "Seorang kepala desa diduga ikut kampanye, Senin lalu."),
    ("Diduga Berkampanye, Budi Santoso Dicopot", "Seorang guru diduga ikut kampanye, Senin lalu."),
    ("Camat Diperiksa", "Seusai diperiksa Bawaslu, Rangga Wiratama membantah tudingan itu kepada wartawan."),
    ("Camat Diperiksa", "Setelah datang ke KASN, Rangga Wiratama dijatuhi sanksi oleh wali kota."),
]


@pytest.mark.parametrize(("title", "text"), HEADLINES)
def test_who_is_accused_beside_a_watching_body_is_masked(lexicon: Lexicon, title: str, text: str) -> None:
    found = masked(f"{title}. {text}", accused(lexicon, text, title), "[…]")
    assert not {"Rangga", "Wiratama", "Budi", "Santoso"} & set(found.replace(",", " ").split())


def test_a_region_before_the_name_stays(lexicon: Lexicon) -> None:
    text = "Camat Lubuk Damar Rangga Wiratama, dilaporkan. Warga Lubuk Damar menyaksikan Rangga Wiratama."
    found = masked(text, accused(lexicon, text), "[…]")
    assert "Wiratama" not in found
    assert "Warga Lubuk Damar" in found


@pytest.mark.parametrize("text", MASKED.values(), ids=MASKED.keys())
def test_who_is_accused_is_masked(lexicon: Lexicon, text: str) -> None:
    names = accused(lexicon, text)
    assert "Wiratama" not in masked(text, names, "[…]"), names
    assert "Rangga" not in masked(text, names, "[…]")


@pytest.mark.parametrize("text", SHOWN.values(), ids=SHOWN.keys())
def test_who_speaks_of_others_is_not(lexicon: Lexicon, text: str) -> None:
    assert masked(text, accused(lexicon, text), "[…]") == text


def test_the_headline_is_masked_too_in_capitals(lexicon: Lexicon) -> None:
    names = accused(lexicon, MASKED["reported"], "CAMAT RANGGA WIRATAMA DILAPORKAN")
    assert masked("CAMAT RANGGA WIRATAMA DILAPORKAN", names, "[…]") == "CAMAT […] DILAPORKAN"


def test_one_is_masked_and_the_other_is_not(lexicon: Lexicon) -> None:
    text = (
        "Camat Melati, Rangga Wiratama, dilaporkan ke Bawaslu. "
        "Ketua Bawaslu Kota Cendana, Sekar Anindita, mengatakan laporan itu dikaji."
    )
    found = masked(text, accused(lexicon, text), "[…]")
    assert "Rangga" not in found
    assert "Sekar Anindita" in found


@given(st.text(max_size=300), st.text(alphabet="abcdefgh ", min_size=1, max_size=20))
def test_what_is_masked_is_gone_and_masking_twice_changes_nothing(text: str, name: str) -> None:
    once = masked(text, [name], "[…]")
    assert masked(once, [name], "[…]") == once
