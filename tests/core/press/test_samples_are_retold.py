"""The samples and the trace retell published events: no eight words in a row come from the published text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ROOT / "src" / "sinetra" / "catalogue" / "samples" / "articles"
SEEDS = ROOT.parent / "shared" / "seeds"
TRACE = ROOT / "docs" / "trace.yaml"
WORDS_IN_A_ROW = 8

# What must stand as it was published: the circular's official title, and offices with their holders.
OFFICIAL = [
    "Surat Edaran Wali Kota Jambi Nomor 05/12/EDR/IX/HKU/2024 tentang Netralitas Pegawai Aparatur Sipil Negara dan "
    "Pegawai Non Aparatur Sipil Negara di Lingkungan Pemerintah Kota Jambi serta Larangan Penggunaan Program dan "
    "Fasilitas Negara dalam Pemilihan Kepala Daerah Tahun 2024",
    "Penjabat Wali Kota Banjar, Dr. Hj. Ida Wahida Hidayati, S.E., S.H., M.Si.",
    "Penjabat Sementara (Pjs) Wali Kota Banjarbaru Dra Hj Nurliani",
    "Penjabat Sementara (Pjs) Wali Kota Banjarbaru Nurliani",
    "Staf Ahli Bidang Hukum, Politik dan Pemerintahan",
    "Staf Ahli Bidang Kemasyarakatan dan SDM",
    "Plt. Kepala Bagian Umum Sekretariat Daerah",
    "Kepala Satuan Polisi Pamong Praja",
    "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia (BKPSDM)",
    "Kordiv Pencegahan, Partisipasi Masyarakat, dan Humas",
    "Asisten I Bidang Pemerintahan dan Kesra Machli Riyadi",
    "Menjaga Netralitas ASN dari Pengaruh Politik Pragmatis",
]


def words(text: str) -> list[str]:
    """Words in lower case, without numbers: figures and dates have to be the same."""
    return re.findall(r"[^\W\d_]+", text.casefold())


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of eight words inside a line; none crosses an official title."""
    joined = "|".join(" ".join(words(line)) for line in text.splitlines())
    for title in sorted(OFFICIAL, key=len, reverse=True):
        joined = re.sub(rf"\b{re.escape(' '.join(words(title)))}\b", "|", joined)
    found: set[tuple[str, ...]] = set()
    for part in joined.split("|"):
        here = part.split()
        found.update(tuple(here[i : i + WORDS_IN_A_ROW]) for i in range(len(here) - WORDS_IN_A_ROW + 1))
    return found


def published() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}


def samples() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))}


def test_five_sample_articles_are_there_and_each_names_an_invented_outlet() -> None:
    assert len(samples()) == 5
    assert [name for name, text in samples().items() if "(contoh)" not in text] == []


def test_no_eight_words_in_a_row_come_from_the_published_texts() -> None:
    if not published():
        pytest.skip("the published articles are not beside this repository (../shared/seeds)")
    theirs = {run: name for name, text in published().items() for run in runs(text)}
    ours = {**samples(), TRACE.name: TRACE.read_text(encoding="utf-8")}
    copied = [(name, theirs[run], " ".join(run)) for name, text in ours.items() for run in runs(text) & theirs.keys()]
    assert copied == [], copied


def test_a_planted_sentence_is_found() -> None:
    text = "Ia berkata, pada hari itu semua pegawai kota berkumpul di balai untuk mendengar arahan."
    assert runs(text) & runs("Menurut warta: pada hari itu semua pegawai kota berkumpul di balai.")


def test_an_official_title_alone_is_no_copy() -> None:
    assert not runs(f"Pedoman ialah {OFFICIAL[0]}.") & runs(f"Acuannya {OFFICIAL[0]} juga.")


def test_the_injected_script_is_inert_and_the_furniture_is_there() -> None:
    text = (SAMPLES / "02-banjarbaru-lentera.txt").read_text(encoding="utf-8")
    addresses = re.findall(r"https?://([^/'\"]+)", text)
    assert addresses
    assert all(address.endswith(".example") for address in addresses)
    assert text.startswith("(function(")
    for part in ("Baca juga:", "Recent Posts", "jam ago", "This website uses cookies."):
        assert part in text
