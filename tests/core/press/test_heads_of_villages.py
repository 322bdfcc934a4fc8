"""Where the name of a village ends and the name of its head begins."""

from __future__ import annotations

import pytest

from sinetra.core import press
from sinetra.core.press.accused import accused
from sinetra.core.press.bodies import find_bodies
from sinetra.core.press.page import Page
from sinetra.core.press.phrases import Scanner

from .persons_read import persons_in

HEADS: list[tuple[str, dict[str, str | None]]] = [
    ("Warga melaporkan Kepala Desa Sumber Waluyan ke Bawaslu Kabupaten Damar Raya.", {}),
    ("Penyidik menetapkan Kepala Desa Karang Lintang sebagai tersangka.", {}),
    ("Bawaslu memeriksa Kades Karya Bakti dan Kades Bumi Makmur pada hari itu.", {}),
    ("Lurah Sido Luhur mengajak warganya memilih.", {}),
    ("Kepala Puskesmas Sumber Waluyan yang dituduh tidak netral itu dipanggil.", {}),
    ("Warga melaporkan Rahmat Hidayat ke Bawaslu dan polisi.", {"Rahmat Hidayat": None}),
    (
        "Kepala Desa Sukamaju Budi Santoso dimintai keterangan oleh pengawas.",
        {"Budi Santoso": "Kepala Desa Sukamaju"},
    ),
    ("Kepala Desa Budi Santoso dimintai keterangan oleh pengawas.", {"Budi Santoso": "Kepala Desa"}),
    ("Kepala Desa Sumber Waluyan, Budi Santoso, datang.", {"Budi Santoso": "Kepala Desa Sumber Waluyan"}),
    (
        "Kepala Desa Sumber Waluyan Rudi Hartono membantah tudingan itu.",
        {"Rudi Hartono": "Kepala Desa Sumber Waluyan"},
    ),
    ("Camat Kuripan Slamet Riyadi membuka acara.", {"Slamet Riyadi": "Camat Kuripan"}),
]


@pytest.mark.parametrize(("text", "expected"), HEADS)
def test_a_village_of_two_words_is_nobody(invented: press.Lexicon, text: str, expected: dict[str, str | None]) -> None:
    assert persons_in(invented, text) == expected


@pytest.mark.parametrize("village", ["Sumber Waluyan", "Karang Lintang", "Air Jernih", "Tanah Bara"])
def test_the_supervisors_of_a_village_have_its_whole_name(invented: press.Lexicon, village: str) -> None:
    page = Page(f"Laporan itu diterima Panwascam {village} pada hari Senin.")
    assert [body.name for body, _ in find_bodies(page, Scanner(invented, page), 0, len(page.text))] == [
        f"Panwascam {village}"
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kepala Desa Budi Santoso dilaporkan ke Bawaslu karena diduga ikut kampanye.", "Budi Santoso"),
        ("Kades Wirogo Talang dilaporkan ke Bawaslu karena diduga ikut kampanye.", "Wirogo Talang"),
        ("Kepala Desa Sukamaju Budi Santoso diperiksa karena diduga ikut kampanye.", "Budi Santoso"),
    ],
)
def test_the_head_of_a_village_stays_masked(invented: press.Lexicon, text: str, name: str) -> None:
    assert name in accused(invented, text)


@pytest.mark.parametrize("village", ["Sumber Waluyan", "Karang Barat", "Air Jernih"])
def test_the_village_is_not_accused(invented: press.Lexicon, village: str) -> None:
    text = f"Sentra Gakkumdu menetapkan Kepala Desa {village} sebagai tersangka karena diduga ikut kampanye."
    assert accused(invented, text) == frozenset()
