"""Every kind of furniture goes and is named; each has a twin, a sentence that looks like it and stays."""

from __future__ import annotations

import pytest

from sinetra.catalogue import ROOT
from sinetra.core.press.clean import Cleaned, clean
from sinetra.core.press.lexicon import load_lexicon

TITLE = "Bawaslu Kota Cendana Ingatkan Pegawai agar Tetap Netral"
FIRST = (
    "CENDANA - Bawaslu Kota Cendana mengingatkan seluruh pegawai agar netral, Senin (14/10/2024), saat apel pagi di "
    "halaman balai kota yang diikuti ratusan pegawai."
)
SECOND = (
    "Ketua Bawaslu menyebut larangan itu berlaku di dunia nyata maupun di media sosial, termasuk memberi tanda suka "
    "pada unggahan pasangan calon."
)
LAST = "Kegiatan ditutup dengan penandatanganan ikrar bersama oleh kepala dinas dan seluruh camat di kota itu."
LEXICON = load_lexicon(ROOT)

FURNITURE = {
    "menu": ["Ekonomi | Daerah | Kesehatan | Kabupaten Contoh", "Beranda · Politik · Hukum & Kriminal · Olahraga"],
    "link": ["Baca juga: Wali Kota Lantik 14 Pejabat", "BACA JUGA Wali Kota Lantik 14 Pejabat", "Simak juga : Jadwal"],
    "ago": ["Wali Kota Lantik 14 Pejabat 3 jam yang lalu", "12 minutes ago"],
    "share": ["Bagikan: Facebook Twitter WhatsApp Telegram", "Facebook", "Share this:"],
    "follow": ["Ikuti berita terkini kami di Google News.", "Dapatkan berita pilihan setiap hari di surel Anda."],
    "cookie": ["Situs ini menggunakan cookie untuk kenyamanan Anda.", "Terima semua"],
    "advert": ["ADVERTISEMENT", "Scroll to continue with content", "Iklan"],
    "copyright": ["© 2024 Kabar Contoh", "Dilarang mengutip isi berita ini tanpa izin."],
    "byline": ["Penulis: Rahmat F", "Editor : Sari Dewi", "Pewarta: Maya/Yudi"],
    "tags": ["Tags: ASN, Bawaslu, Pilkada", "Topik: #ASN #Pilkada2024"],
    "breadcrumb": ["Home > Daerah > Kota Cendana", "Beranda / Politik"],
    "pager": [
        "Baca selengkapnya di halaman berikutnya",
        "Halaman 1 2 3",
        "Halaman 2 dari 3",
        "Halaman selanjutnya: 1 2",
    ],
    "views": ["Dibaca: 1.245 kali", "3 menit baca"],
    "print": ["Dicetak pada 15 Oktober 2024", "https://kabar.example/berita/1?print=1"],
    "caption": [
        "Suasana apel pagi di balai kota (Foto: Rahmat/Kabar Contoh)",
        "Foto: Ketua Bawaslu memberi sambutan.",
        "Peserta apel mendengarkan arahan (dok. Humas Pemkot)",
        "Peserta apel. Foto: Istimewa",
    ],
    "stamp": ["Senin, 14 Oktober 2024 | 11:42 WIB"],
    "script": [
        'var s_ad = document.createElement("script"); s_ad.async = true;',
        ".baca-box { margin: 10px 0; padding: 8px; }",
        '{"@context":"https://schema.org","@type":"NewsArticle","headline":"Judul Lain"}',
        "(adsbygoogle = window.adsbygoogle || []).push({});",
    ],
    "duplicate": [FIRST, "“" + FIRST, FIRST[:70] + "..."],
}
TWINS = [
    "Baca juga aturan itu sampai habis, kata Ketua Bawaslu kepada para camat.",
    "Baca dulu sebelum membagikan, pesan Ketua Bawaslu.",
    "Simak baik-baik isi surat edaran itu, ujarnya.",
    'Ia membagikan poster bertuliskan "Baca juga: visi misi pasangan calon" kepada warga.',
    "Pegawai itu dilantik 3 tahun lalu.",
    "Bagikan unggahan pasangan calon pun dilarang, tegasnya.",
    "Facebook dan WhatsApp disebut paling sering dipakai untuk berkampanye.",
    "Ikuti aturan, jangan ikuti calon, katanya.",
    "Dapatkan izin tertulis dahulu sebelum cuti, ujar Kepala BKPSDM.",
    "Iklan kampanye di kantor pemerintah dilarang.",
    "Hak cipta lagu kampanye tidak dibahas dalam pertemuan itu.",
    "Dilarang mengambil foto bersama pasangan calon.",
    "Editor video dinas itu mengaku tidak tahu, lalu meminta maaf.",
    "Penulis surat itu: seorang lurah, menurut Bawaslu.",
    "Foto itu beredar di grup percakapan warga.",
    "Acara itu bagi warga sangat istimewa.",
    "Halaman 2 surat edaran itu memuat larangan berfoto.",
    "Kategori: sedang, berat, dan ringan, demikian ia membagi hukuman itu.",
    "Terima kasih, kata Ketua Bawaslu.",
    "Netral | adil, begitu bunyi spanduk itu.",
    "Komentar pegawai pada unggahan calon juga dilarang.",
    "Aturan {netral} itu, katanya, berlaku bagi semua.",
]


def _clean(line: str) -> Cleaned:
    return clean(LEXICON, "\n".join((TITLE, FIRST, SECOND, line, LAST)), title=TITLE)


def _text(*lines: str) -> str:
    return clean(LEXICON, "\n".join(lines), title=lines[0]).text


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in FURNITURE.items() for line in lines])
def test_furniture_goes_with_its_kind(kind: str, line: str) -> None:
    cleaned = _clean(line)
    assert cleaned.text == "\n".join((TITLE, FIRST, SECOND, LAST))
    assert {piece.detail for piece in cleaned.removed} == {kind}
    assert {piece.kind.value for piece in cleaned.removed} <= {"script", "related_links", "furniture"}


@pytest.mark.parametrize("line", TWINS)
def test_a_sentence_that_looks_like_furniture_stays(line: str) -> None:
    cleaned = _clean(line)
    assert cleaned.text == "\n".join((TITLE, FIRST, SECOND, line, LAST))
    assert cleaned.removed == ()


def test_the_headline_of_baca_juga_goes_from_the_next_line_and_a_paragraph_there_stays() -> None:
    assert "14 Pejabat" not in _clean("Baca juga:\nWali Kota Lantik 14 Pejabat").text
    assert "ujarnya" in _clean('Baca juga:\n"Ini perintah undang-undang!" ujarnya.').text


def test_a_list_below_baca_juga_goes_to_its_empty_line_and_to_the_end_where_nothing_more_is_told() -> None:
    others = ("BACA JUGA", "Harga Emas Hari Ini", "Dinkes Gelar Vaksinasi, Sabtu", "Jadwal Kapal Pekan Depan")
    assert _text(TITLE, FIRST, SECOND, LAST, *others).split("\n") == [TITLE, FIRST, SECOND, LAST]
    between = _text(TITLE, FIRST, *others, "", "Sanksi Menanti", SECOND, LAST)
    assert "Jadwal Kapal" not in between and "Sanksi Menanti" in between


def test_an_article_that_is_a_photo_is_its_caption() -> None:
    caption = "Wali Kota Cendana memimpin ikrar di balai kota, Senin (14/10/2024). (Foto: Kabar Contoh)"
    assert caption[:60] in _text("FOTO: Wali Kota Pimpin Ikrar", caption)
    assert caption[:60] not in _text(TITLE, FIRST, SECOND, caption, LAST)


def test_a_list_of_other_articles_amid_the_article_goes_and_the_article_goes_on() -> None:
    between = "Berita Terkait\nWali Kota Lantik 14 Pejabat\nHarga Cabai Naik Lagi"
    text = "\n".join((TITLE, FIRST, between, SECOND, LAST + " " + SECOND, LAST))
    cleaned = clean(LEXICON, text, title=TITLE)
    assert "Cabai" not in cleaned.text and SECOND in cleaned.text and cleaned.text.endswith(LAST)
    ended = clean(LEXICON, "\n".join((TITLE, FIRST, SECOND, LAST, between)), title=TITLE)
    assert ended.text.endswith(LAST)


def test_nothing_after_the_comments_is_the_article() -> None:
    remark = (
        "Saya setuju sekali dengan pernyataan Bawaslu, semoga semua pegawai benar-benar netral pada tahun politik ini."
    )
    text = "\n".join((TITLE, FIRST, SECOND, LAST, "Komentar (2)", remark, remark + " Amin.", remark + " Semoga."))
    assert clean(LEXICON, text, title=TITLE).text.endswith(LAST)
