"""Bytes, pages and archives in; what cannot be read is refused by name."""

from __future__ import annotations

import gzip
import unicodedata
from datetime import date

import pytest

from sinetra.core import press
from sinetra.core.errors import BadInput
from sinetra.core.press.clean import clean
from sinetra.core.press.scripts import strip_scripts

PAGE = (
    "<html><head><meta property='og:site_name' content='Suara Lembah'>"
    "<meta property='article:published_time' content='2024-10-04T08:00:00+07:00'>"
    "<meta property='og:title' content='ASN Diminta Netral'></head><body><div class='menu'>Beranda Politik</div>"
    "<article><h1>ASN Diminta Netral</h1>"
    "<p>Sekretaris Daerah Kota Pekalongan Wahyu Hendarto meminta ASN netral dalam Pilkada 2024, Kamis.</p>"
    "<p>Ia menyampaikan hal itu saat membuka sosialisasi di Aula Kecamatan. Semua pegawai diminta menahan diri.</p>"
    "</article></body></html>"
)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("kosong.txt", b"  \n ", "kosong"),
        ("foto.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 20, "bukan teks"),
        ("rusak.warc", b"bukan arsip sama sekali", "WARC"),
        ("besar.txt", b"a" * (press.MAX_BYTES + 1), "terlalu besar"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name_with_what_is_accepted(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(BadInput) as caught:
        press.read(name, data)
    assert name in str(caught.value)
    assert reason in str(caught.value)
    assert ".warc" in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_usual_encodings_are_read(encoding: str) -> None:
    (document,) = press.read("a.txt", "“Netral” – kata Andrée".encode(encoding))
    assert document.text == "“Netral” – kata Andrée"


def test_the_text_is_in_normal_form_c() -> None:
    (document,) = press.read("a.txt", unicodedata.normalize("NFD", "Andrée").encode())
    assert document.text == "Andrée"


def test_a_page_gives_its_body_headline_outlet_and_day(lexicon: press.Lexicon) -> None:
    (document,) = press.read("a.html", PAGE.encode())
    article = press.extract(lexicon, document)
    assert (article.outlet, article.title) == ("Suara Lembah", "ASN Diminta Netral")
    assert article.published == date(2024, 10, 4)
    assert "Beranda" not in article.text
    assert article.event_date is not None
    assert (article.event_date.value, article.event_date.source) == (date(2024, 10, 3), "article_date")
    assert [person.name for person in article.persons] == ["Wahyu Hendarto"]


def _record(number: int) -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + PAGE.encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0000000{number}>\r\n"
        f"WARC-Target-URI: https://contoh.invalid/{number}\r\nWARC-Date: 2024-10-04T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + body + b"\r\n\r\n")


def test_an_archive_gives_every_page_in_it() -> None:
    documents = press.read("berita.warc.gz", _record(1) + _record(2))
    assert [document.source.split("#")[1] for document in documents] == [
        "https://contoh.invalid/1",
        "https://contoh.invalid/2",
    ]
    assert {document.outlet for document in documents} == {"Suara Lembah"}


def test_code_inside_a_line_goes_and_the_words_around_it_stay() -> None:
    text, code = strip_scripts("Awal. (function(d,s){var a=d[s];a.x='});';})(document,'script'); Akhir (penting).")
    assert text.replace("  ", " ") == "Awal. Akhir (penting)."
    assert len(code) == 1


@pytest.mark.parametrize(
    "prose",
    [
        "ASN (aparatur sipil negara) wajib netral [pasal 9 ayat (2)]; sanksinya jelas.",
        "Hadir Rahmat (45), Siti (38), Budi (40), Anto (29) dan Wati (51).",
        "Jadwal: Senin (7/10), Selasa (8/10), Rabu (9/10); lalu Kamis (10/10).",
    ],
)
def test_brackets_in_prose_are_no_code(prose: str) -> None:
    assert strip_scripts(prose) == (prose, [])


def test_a_line_of_code_alone_goes_whole() -> None:
    assert strip_scripts("x={a:[1,2],b:{c:3}};y[0]=x.a;")[1]


def test_a_link_with_its_headline_on_the_next_line_is_removed_and_listed(lexicon: press.Lexicon) -> None:
    found = clean(lexicon, "Paragraf satu yang cukup panjang.\nBaca Juga:\nGubernur Membuka Pameran\nParagraf dua.")
    assert found.text == "Paragraf satu yang cukup panjang.\nParagraf dua."
    assert [(item.kind.value, item.text) for item in found.removed] == [
        ("related_links", "Baca Juga:"),
        ("related_links", "Gubernur Membuka Pameran"),
    ]


@pytest.mark.parametrize(
    ("sentence", "modes"),
    [
        ("Hukuman disiplin sedang tidak dijatuhkan karena tidak terbukti.", {"denied"}),
        ("Sanksi etik bagi honorer belum diterapkan.", {"denied"}),
        ("Tidak ada sanksi pidana bagi ASN yang hanya hadir.", {"denied"}),
        ("Tidak menutup kemungkinan ASN dijatuhi sanksi berat.", {"hypothetical"}),
        ("Tidak hanya sanksi etik, ASN juga dapat dipidana penjara.", {"stated"}),
        ("Kami tidak segan memberikan sanksi tegas.", {"promised"}),
        ("Majelis menjatuhkan sanksi berupa teguran tertulis.", {"imposed"}),
    ],
)
def test_a_sanction_is_told_as_the_sentence_tells_it(lexicon: press.Lexicon, sentence: str, modes: set[str]) -> None:
    (document,) = press.read("a.txt", f"ASN Kota Pekalongan Diminta Netral\n{sentence}".encode())
    found = press.extract(lexicon, document).to_json()["sanctions"]
    assert isinstance(found, list)
    assert {item["mode"] for item in found} == modes


def test_a_day_in_the_dateline_is_no_outlet(lexicon: press.Lexicon) -> None:
    text = "BANJARBARU, Kamis (21/11/2024) - Pemerintah kota menggelar sosialisasi netralitas bagi pegawai."
    [document] = press.read("tempelan.txt", text.encode())
    article = press.extract(lexicon, document)
    assert article.outlet is None
    assert article.day is not None
    assert article.day.isoformat() == "2024-11-21"
