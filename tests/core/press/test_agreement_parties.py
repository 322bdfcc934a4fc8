"""Which bodies sign an agreement with each other, by their full names; a pledge is none."""

from __future__ import annotations

import pytest

from sinetra.core import press
from sinetra.core.press.agreement import find_agreement
from sinetra.core.press.page import Page
from sinetra.core.press.phrases import Scanner
from sinetra.core.press.places import find_place

SIGNED = [
    (
        "Nota kesepahaman itu diteken KPU Kota Cendana dan PWI Kota Cendana.",
        ["KPU Kota Cendana", "PWI Kota Cendana"],
    ),
    (
        "Ketua Bawaslu Kota Cendana Rusdi Lamo dan Pj Wali Kota Cendana Fatma Ora meneken kerja sama.",
        ["Bawaslu Kota Cendana", "Pemerintah Kota Cendana"],
    ),
    (
        "Pemkab Damar Raya menjalin kerja sama dengan Kejaksaan Negeri Damar Raya.",
        ["Pemerintah Kabupaten Damar Raya", "Kejaksaan Negeri Damar Raya"],
    ),
]


@pytest.mark.parametrize(("text", "parties"), SIGNED)
def test_the_parties_of_an_agreement_are_named_in_full(invented: press.Lexicon, text: str, parties: list[str]) -> None:
    page = Page(text)
    found = find_agreement(invented, page, Scanner(invented, page), None, find_place(invented, page, 0))
    assert found is not None
    assert dict(found.more)["parties"] == parties


def test_a_pledge_of_civil_servants_is_no_agreement_of_bodies(invented: press.Lexicon) -> None:
    page = Page("Pegawai Dinas Sosial Kota Cendana menandatangani pakta integritas netralitas.")
    assert find_agreement(invented, page, Scanner(invented, page), None, find_place(invented, page, 0)) is None
