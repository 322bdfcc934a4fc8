"""Reports, findings, cases and people are counted apart; nil is said or it is not; who runs again."""

from __future__ import annotations

import pytest

from sinetra.core import press
from sinetra.core.press import outlook
from sinetra.core.press.cases import find_case_numbers, find_nil_report
from sinetra.core.press.page import Page


def _numbers(
    lexicon: press.Lexicon, text: str, *, year: int | None = None, kab_kota: str | None = None
) -> list[tuple[object, object]]:
    found = find_case_numbers(lexicon, Page(text), year=year, kab_kota=kab_kota)
    if found is None:
        return []
    assert isinstance(found.value, list)
    return [(item["value"], item["unit"]) for item in found.value if isinstance(item, dict)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bawaslu menerima 12 laporan dan 3 temuan.", [(12, "laporan"), (3, "temuan")]),
        ("Sudah ada dua belas kasus netralitas.", [(12, "kasus")]),
        ("Terdapat 1.158 ASN yang dilaporkan.", [(1158, "orang")]),
        ("Lima ASN diperiksa karena diduga berpihak.", [(5, "orang")]),
        ("Ini laporan ketiga tahun ini.", [(3, "laporan")]),
        ("Tercatat sembilan dugaan pelanggaran netralitas.", [(9, "pelanggaran")]),
        ("Satu aduan masuk lewat pos.", [(1, "laporan")]),
        ("Apel dihadiri 350 ASN.", []),
        ("Kabupaten itu memiliki 9.812 pegawai.", []),
        ("Pada Pemilu 2019 ada 7 kasus serupa.", []),
        ("Puluhan laporan masuk.", []),
        ("Sekda dilaporkan karena mengumpulkan 50 lurah di rumahnya.", []),
        ("Camat itu diduga mengerahkan sedikitnya 30 pegawai ke lapangan.", []),
        ("Ia dituduh menyuruh 12 guru memilih seorang calon.", []),
        ("Bawaslu meneruskan 50 lurah yang diduga melanggar.", [(50, "orang")]),
    ],
)
def test_numbers_with_their_unit(lexicon: press.Lexicon, text: str, expected: list[tuple[int, str]]) -> None:
    assert _numbers(lexicon, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pada 2020 kami mencatat 38 kasus.", []),
        ("Sepanjang 2024 kami mencatat 38 kasus.", [(38, "kasus")]),
        ("Sejak 2020 sampai tahun 2024 tercatat 38 kasus.", [(38, "kasus")]),
        ("Di Kabupaten Damar Raya ada 20 temuan.", []),
        ("Sementara itu, di Kota Cendana tercatat 20 temuan.", [(20, "temuan")]),
        ("Sementara itu, di Kota Cendanabaru tercatat 20 temuan.", []),
        ("Pada Pemilu Februari lalu ditangani 3 kasus.", []),
        ("Dari 9 kasus waktu itu, baru 4 yang tuntas.", []),
        ("Ada 63 dugaan pelanggaran. Dari 63 kasus itu, 40 laporan warga.", [(63, "kasus"), (40, "laporan")]),
        ("Ada 63 dugaan pelanggaran dan 40 laporan warga.", [(63, "pelanggaran"), (40, "laporan")]),
        ("Baru 15 orang yang menerima hukuman.", [(15, "orang")]),
        ("Bupati mengganti 23 pejabat dan dilaporkan.", []),
    ],
)
def test_what_is_told_of_another_year_or_region_is_not_counted(
    lexicon: press.Lexicon, text: str, expected: list[tuple[int, str]]
) -> None:
    assert _numbers(lexicon, text, year=2024, kab_kota="Kota Cendana") == expected


def test_each_number_has_its_place(lexicon: press.Lexicon) -> None:
    text = "Bawaslu menerima 12 laporan dan 3 temuan."
    found = find_case_numbers(lexicon, Page(text))
    assert found is not None
    assert isinstance(found.value, list)
    spans = [item["span"] for item in found.value if isinstance(item, dict)]
    assert [text[span[0] : span[1]] for span in spans if isinstance(span, list)] == ["12 laporan", "3 temuan"]


@pytest.mark.parametrize(
    ("text", "nil"),
    [
        ("Sampai kini belum ada laporan yang masuk.", True),
        ("Laporan pelanggaran di kecamatan itu nihil.", True),
        ("Bawaslu tidak menemukan satu pun pelanggaran.", True),
        ("Tak ada temuan sejauh ini.", True),
        ("Bawaslu menerima dua laporan.", False),
        ("Laporan itu tidak terbukti.", False),
        ("Ia belum menjawab pesan redaksi.", False),
    ],
)
def test_nil_is_said_or_it_is_not(lexicon: press.Lexicon, text: str, nil: bool) -> None:
    assert (find_nil_report(lexicon, Page(text)) is not None) is nil


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Bupati petahana kembali maju pada Pilkada tahun ini.", True),
        ("Wali kota yang sedang cuti itu maju lagi.", True),
        ("Petahana tidak mencalonkan diri lagi.", False),
        ("Petahana yang melanggar dapat dibatalkan sebagai calon.", None),
        ("Setiap petahana dilarang mengganti pejabat calon penerima.", None),
    ],
)
def test_who_runs_again(lexicon: press.Lexicon, text: str, runs: bool | None) -> None:
    found = outlook.find_incumbent(lexicon, Page(text))
    assert (None if found is None else found.value) == runs
