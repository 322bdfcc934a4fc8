"""A sanction called off, and a denial that reaches over a whole list of sanctions. All is invented."""

from __future__ import annotations

import pytest

from sinetra.core import press

from .sanctions_read import is_decision, modes_in

CASES = [
    # Batal, urung, dibatalkan.
    ("post_release", "denied", "Wali kota urung mencopot kepala pasar itu."),
    ("dismissal", "denied", "Guru honorer itu batal dipecat."),
    ("suspension", "denied", "Gubernur mengurungkan niat menonaktifkan kadis itu."),
    ("demotion", "denied", "Kasi itu batal dijatuhi sanksi penurunan pangkat."),
    ("dismissal", "denied", "Gubernur membatalkan pemecatan perawat itu."),
    ("demotion", "denied", "Bupati mencabut sanksi penurunan jabatan kasi itu."),
    ("allowance_cut", "denied", "Tunjangan kasi itu tidak pernah dipotong."),
    ("dismissal", "denied", "Gubernur Tepis Guru Dipecat"),
    ("dismissal", "denied", "Pemecatan perawat itu dibatalkan gubernur."),
    ("dismissal", "imposed", "Perawat itu dipecat karena izinnya dicabut."),
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
    assert modes_in(lexicon, text).get(code) == mode


@pytest.mark.parametrize(
    ("decided", "title", "lead"),
    [
        (False, "Isu Kabag Dipecat Ternyata Hoaks", "Isu pemecatan kabag karena ikut kampanye ternyata hoaks"),
        (False, "Kadis Tak Pernah Disanksi", "Kadis Lampung Barat tidak pernah dijatuhi sanksi netralitas"),
        (False, "Gubernur Tolak Copot Kadis", "Gubernur Lampung menolak mencopot kadis yang dituduh memihak"),
        (False, "Gubernur Urung Pecat Guru", "Gubernur Lampung urung memecat guru yang dituduh memihak"),
        (
            False,
            "Panwas Tak Berhak Menghukum",
            "Bawaslu Lampung menyatakan tidak berhak menjatuhkan hukuman kepada ASN",
        ),
        (True, "Kabag Dipecat", "Gubernur Lampung memecat kabag yang ikut kampanye"),
        (
            True,
            "Kadis Bebas",
            "Bawaslu Lampung menyatakan kadis tidak terbukti memihak sehingga ia tidak dijatuhi sanksi",
        ),
        (True, "Guru Tak Lagi Dipekerjakan", "Kontrak seorang guru yang ikut kampanye tidak disambung gubernur"),
        (True, "Laporan Gugur", "Bawaslu Lampung menghentikan laporan terhadap kadis, yang tidak dijatuhi sanksi"),
        (True, "PTUN Batalkan Pemecatan Guru", "PTUN Lampung membatalkan pemecatan guru yang dituduh memihak"),
    ],
)
def test_a_denied_sanction_is_no_decision(lexicon: press.Lexicon, decided: bool, title: str, lead: str) -> None:
    assert is_decision(lexicon, title, lead) is decided
