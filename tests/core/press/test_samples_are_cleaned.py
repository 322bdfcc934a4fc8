"""What the sample articles carry as furniture goes, and what they tell stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from sinetra.catalogue import ROOT
from sinetra.core.press.clean import clean
from sinetra.core.press.lexicon import load_lexicon
from sinetra.core.press.read import tidy

SAMPLES = ROOT / "samples" / "articles"
# Sample → invented furniture that is printed in it, and a fact of the event that has to survive.
FURNITURE = {
    "01-kota-banjar.txt": (["penulis contoh"], "Kamis (21/11/2024)"),
    "02-banjarbaru-lentera.txt": (
        [
            *("createElement", "Tirta Maya", "Sungai Angsana", "Rangga Wiratama", "Ardhana Prakoso", "Damar Wulan"),
            *("Ratih Kusumawardhani", "150 orang", "Bagas Tunjung", "cookies", "redaktur contoh"),
        ],
        "paling sedikit 1 bulan sampai 6 bulan",
    ),
    "03-banjarbaru-nusa.txt": (["Negeri Dongeng", "Surya Gemilang", "penyunting contoh"], "tidak bisa dijatuhi sanksi"),
    "04-banjarmasin.txt": (["Site icon", "juru foto contoh", "contoh/ctr"], "Minggu (17/11/2024)"),
    "05-kota-jambi.txt": (["Sumarni", "berfoto bersama--"], "05/12/EDR/IX/HKU/2024"),
}


def raw(name: str) -> str:
    return tidy(Path(SAMPLES / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FURNITURE)
def test_furniture_goes_and_is_listed_and_facts_stay(name: str) -> None:
    furniture, fact = FURNITURE[name]
    assert [words for words in furniture if words not in raw(name)] == []  # it is planted
    cleaned = clean(load_lexicon(ROOT), raw(name))
    assert [words for words in furniture if words in cleaned.text] == []
    removed = "\n".join(piece.text for piece in cleaned.removed)
    assert [words for words in furniture if words not in removed] == []
    assert fact in cleaned.text


def test_every_sample_is_checked() -> None:
    assert set(FURNITURE) == {path.name for path in SAMPLES.glob("*.txt")}
