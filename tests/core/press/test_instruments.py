"""Instruments in the many ways the press writes them, with their articles; misprints are flagged, not mended."""

from __future__ import annotations

from datetime import date

import pytest

from sinetra.core import press
from sinetra.core.press.instruments import circular_number, find_instruments
from sinetra.core.press.page import Page

DAY = date(2024, 10, 1)


def _found(lexicon: press.Lexicon, text: str, day: date = DAY) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(fact.instrument, fact.articles) for fact in find_instruments(lexicon, Page(text), day)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Diatur dalam UU Nomor 10 Tahun 2016.", [("uu-10-2016", ())]),
        ("Diatur dalam UU No. 10/2016.", [("uu-10-2016", ())]),
        ("Diatur Undang-undang (UU) RI Nomor 7 Tahun 2017 tentang Pemilu.", [("uu-7-2017", ())]),
        ("Lihat PP 94/2021.", [("pp-94-2021", ())]),
        ("Lihat Peraturan Pemerintah (PP) Nomor 94 tahun 2021 tentang Disiplin PNS.", [("pp-94-2021", ())]),
        ("Lihat Pasal 5 huruf n PP Nomor 94 Tahun 2021.", [("pp-94-2021", ("5",))]),
        ("Pasal 70 ayat (1) huruf b dan Pasal 71 UU 10/2016 dilanggar.", [("uu-10-2016", ("70", "71"))]),
        ("Pasal 188 jo Pasal 71 ayat (1) UU Nomor 10 Tahun 2016.", [("uu-10-2016", ("188", "71"))]),
        ("UU Nomor 7 Tahun 2017 Pasal 280 ayat (2) dan Pasal 494.", [("uu-7-2017", ("280", "494"))]),
        ("SKB Nomor 2 Tahun 2022 mengatur hal itu.", [("skb-2-2022", ())]),
        ("Surat Keputusan Bersama (SKB) lima menteri mengatur hal itu.", [("skb-2-2022", ())]),
        ("SKB 5 Lembaga tentang netralitas berlaku.", [("skb-2-2022", ())]),
        ("Perbawaslu Nomor 9 Tahun 2024 menjadi acuan.", [("perbawaslu-9-2024", ())]),
        ("Peraturan BKN Nomor 6 Tahun 2022 menjadi acuan.", [("perbkn-6-2022", ())]),
        ("PKPU Nomor 13 Tahun 2024 dan PP 42/2004.", [("pkpu-13-2024", ()), ("pp-42-2004", ())]),
        ("MK lewat Putusan Nomor 136/PUU-XXII/2024 memperluasnya.", [("mk-136-2024", ())]),
        ("Bawaslu RI menerbitkan Surat Edaran Nomor 111 Tahun 2024.", [("se-bawaslu-111-2024", ())]),
        ("Surat MenPANRB Nomor B/71/M.SM.00.00/2017 dibacakan.", [("se-menpanrb-b-71-2017", ())]),
        ("UU ASN melarangnya.", [("uu-20-2023", ())]),
        ("UU Pilkada melarangnya.", [(None, ())]),
        ("UU Pilkada, yaitu UU 10/2016, melarangnya.", [("uu-10-2016", ())]),
        ("Ada 94 pegawai pada 2021.", []),
        ("Pasal yang dilanggar belum disebut.", []),
        ("Nomor urut 2 tahun 2024 menang.", []),
    ],
)
def test_how_an_instrument_is_written(
    lexicon: press.Lexicon, text: str, expected: list[tuple[str | None, tuple[str, ...]]]
) -> None:
    assert _found(lexicon, text) == expected


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("800/1187/BKPSDM/2024", "Bupati meneken Surat Edaran Nomor 800/1187/BKPSDM/2024 tentang netralitas."),
        ("100.3.4/2417 Tahun 2024", "Wali Kota menerbitkan SE Nomor: 100.3.4/2417 Tahun 2024."),
        ("8 Tahun 2024", "Pj Bupati menerbitkan Surat Edaran Nomor 8 Tahun 2024."),
        ("800.1.10/33-Org/IX/2024", "Surat Imbauan Sekda Nomor 800.1.10/33-Org/IX/2024 dibagikan."),
    ],
)
def test_a_circular_of_a_region_keeps_its_number_as_printed(lexicon: press.Lexicon, number: str, text: str) -> None:
    legal = find_instruments(lexicon, Page(text), DAY)
    assert [fact.instrument for fact in legal] == [None]
    found = circular_number(legal)
    assert found is not None
    assert found.value == number


@pytest.mark.parametrize(
    ("text", "instrument", "flag"),
    [
        ("PP 53 tahun 2021 mengaturnya.", None, "probable_misprint"),
        ("SKB Nomor 22 Tahun 2022 mengaturnya.", "skb-2-2022", "probable_misprint"),
        ("UU Nomor 39 Tahun 1999 mengaturnya.", "uu-39-1999", "not_in_register"),
    ],
)
def test_what_is_printed_wrong_is_flagged(lexicon: press.Lexicon, text: str, instrument: str | None, flag: str) -> None:
    (fact,) = find_instruments(lexicon, Page(text), DAY)
    assert (fact.instrument, fact.flags) == (instrument, (flag,))
    assert fact.as_printed in text


def test_a_law_without_number_is_no_law_before_its_day(lexicon: press.Lexicon) -> None:
    assert _found(lexicon, "UU ASN melarangnya.", date(2020, 10, 1)) == [(None, ())]
