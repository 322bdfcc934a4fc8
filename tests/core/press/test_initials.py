"""Of whom an article speaks by initials: what stands like a name, and no subject, body or abbreviation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sinetra.core import press
from sinetra.core.press.stories.initials import subjects


@pytest.fixture(scope="module")
def blank(lexicon: press.Lexicon) -> press.Article:
    (raw,) = press.read("a.txt", b"Kabar hari ini.")
    return press.extract(lexicon, raw)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Seorang guru SD berinisial NL diperiksa.", {("guru", "NL")}),
        ("Guru IPA berinisial KD dilaporkan.", {("guru", "KD")}),
        ("Lurah RM diperiksa dua jam.", {("lurah", "RM")}),
        ("Lurah S tidak hadir.", {("lurah", "S")}),
        ("Lurah Teluk Nipah (RM) membantah.", {("lurah", "RM")}),
        ("Guru SMP (HT) membantah.", {("guru", "HT")}),
        ("Pegawai S.A. dijatuhi sanksi.", {("asn", "SA")}),
        ("Camat Muara Lembu, YT, diperiksa.", {("camat", "YT")}),
        ("Rekaman itu milik camat setempat, YT.", {("camat", "YT")}),
        ("YT, Camat Muara Lembu, diperiksa.", {("camat", "YT")}),
        ("Warga melaporkan S, lurah di Kecamatan Beji, karena sebuah foto.", {("lurah", "S")}),
        ("Terlapor berinisial DW membantah.", {("asn", "DW")}),
        ("Petugas kebersihan berinisial SA diputus kontraknya.", {("petugas", "SA")}),
    ],
)
def test_who_is_spoken_of_by_initials(blank: press.Article, text: str, found: set[tuple[str, str]]) -> None:
    assert subjects(replace(blank, text=text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "Guru IPA dilaporkan warga.",
        "Guru TIK dan guru PJOK mengajar.",
        "Pegawai BNN, staf DPD, dan petugas PLN ikut ikrar.",
        "Pejabat DKI menerima ASN BPN.",
        "Perawat UGD diingatkan.",
        "Pegawai A dan B sama-sama ASN, begitu pula PNS X.",
        "Misalnya Lurah A dan B berfoto bersama.",
        "Kepala SD A menegur guru B.",
        "Kadis PU dilaporkan.",
        "Pejabat Pembina Kepegawaian (PPK) menjatuhkan sanksi.",
        "Guru Tidak Tetap (GTT) ikut ikrar.",
        "Hadir Camat Beji, BPN, PLN dan tokoh warga.",
        "Ikrar diikuti PLN, BPN, camat, dan lurah.",
    ],
)
def test_capitals_that_are_no_initials(blank: press.Article, text: str) -> None:
    assert subjects(replace(blank, text=text)) == frozenset()


HEARD = """Bawaslu Depok Periksa Terlapor

DEPOK - Bawaslu Kota Depok memeriksa {who} berinisial SA, Kamis (10/10/2024), karena ikut kampanye."""
PUNISHED = """Terlapor di Depok Disanksi

DEPOK - Wali Kota Depok menjatuhkan sanksi teguran tertulis kepada {who} berinisial SA, Jumat (8/11/2024)."""


@pytest.mark.parametrize(
    ("one", "two", "linked"),
    [
        ("pegawai", "seorang ASN", True),
        ("staf", "seorang PNS", True),
        ("petugas kebersihan", "seorang PJLP", True),
        ("pegawai", "petugas kebersihan", False),
        ("staf", "seorang pejabat", False),
        ("guru", "pegawai", False),
    ],
)
def test_a_worker_an_official_and_a_civil_servant_of_the_same_initials_are_not_linked(
    lexicon: press.Lexicon, one: str, two: str, linked: bool
) -> None:
    texts = (HEARD.format(who=one), PUNISHED.format(who=two))
    articles = [press.extract(lexicon, *press.read(f"{n}.txt", text.encode())) for n, text in enumerate(texts)]
    heard, punished = press.stories(articles)
    assert (heard.affair, punished.affair) == (((punished.id,), (heard.id,)) if linked else ((), ()))
