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
}
SHOWN = {
    "watcher": "Ketua Bawaslu Kota Cendana, Rangga Wiratama, mengatakan dugaan pelanggaran itu sedang dikaji.",
    "speaker": '"ASN yang melanggar akan disanksi," kata Kepala Dinas Pariwisata, Rangga Wiratama.',
    "quotation": 'Camat Melati, Rangga Wiratama, menegaskan, "Pelanggaran akan dijatuhi sanksi."',
    "no accusation": "Camat Melati, Rangga Wiratama, membuka sosialisasi netralitas ASN.",
    "another sentence": "Camat Melati, Rangga Wiratama, membuka acara itu. Peserta mempelajari pelanggaran netralitas.",
}


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
