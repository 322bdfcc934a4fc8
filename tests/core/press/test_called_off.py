"""A sanction called off, and a denial that reaches over a whole list of sanctions. All is invented."""

from __future__ import annotations

import pytest

from sinetra.core import press
from sinetra.core.press.page import Page
from sinetra.core.press.sanctions import find_sanctions

CASES = [
    # Batal, urung, dibatalkan.
    ("post_release", "denied", "Wali kota urung mencopot kepala pasar itu."),
    ("dismissal", "denied", "Guru honorer itu batal dipecat."),
    ("suspension", "denied", "Gubernur mengurungkan niat menonaktifkan kadis itu."),
    ("demotion", "denied", "Kasi itu batal dijatuhi sanksi penurunan pangkat."),
    ("dismissal", "denied", "Gubernur membatalkan pemecatan perawat itu."),
    ("demotion", "denied", "Bupati mencabut sanksi penurunan jabatan kasi itu."),
    ("post_release", "imposed", "Setelah pencalonannya batal, kasi itu dicopot."),
    ("post_release", "imposed", "Kabag yang batal cuti dicopot gubernur."),
    ("candidacy_cancelled", "imposed", "KPU membatalkan pencalonan petahana itu."),
    # Satu ingkaran, beberapa sanksi.
    ("dismissal", "denied", "Kabag itu tidak akan dikenai sanksi teguran lisan maupun pemberhentian."),
    (
        "demotion",
        "denied",
        "Kasi itu tidak dijatuhi penundaan kenaikan gaji berkala, penurunan pangkat, atau pemecatan.",
    ),
    (
        "dismissal",
        "denied",
        "Kasi itu tidak dijatuhi penundaan kenaikan gaji berkala, penurunan pangkat, atau pemecatan.",
    ),
    ("demotion", "denied", "Perawat itu tak akan mendapat teguran tertulis ataupun penurunan pangkat."),
    ("reprimand", "imposed", "Pangkat kasi itu tidak diturunkan, tetapi ia mendapat teguran tertulis."),
    ("reprimand", "imposed", "Karena tidak melapor, perawat itu dijatuhi teguran tertulis."),
    ("dismissal", "imposed", "Perawat itu tidak menerima teguran dan dipecat wali kota."),
    # Yang mengingkari keraguannya berjanji.
    ("post_release", "promised", "Gubernur tidak akan segan mencopot kadis itu."),
    ("post_release", "stated", "Gubernur tak perlu ragu mencopot kadis itu."),
    ("post_release", "promised", "Gubernur akan mencopot kadis itu."),
]


@pytest.mark.parametrize(("code", "mode", "text"), CASES)
def test_a_denial_reaches_what_it_denies_and_no_more(lexicon: press.Lexicon, code: str, mode: str, text: str) -> None:
    assert {fact.code: fact.mode.value for fact in find_sanctions(lexicon, Page(text))}.get(code) == mode
