"""A proposal that was sent on is no sanction yet; one that was carried out is. All is invented."""

from __future__ import annotations

import pytest

from sinetra.core import press

from .sanctions_read import modes_in

CASES = [
    ("dismissal", "stated", "Usulan pemberhentian perawat itu sudah diserahkan ke gubernur."),
    ("suspension", "stated", "Surat permohonan penonaktifan sekdes telah dilayangkan kepada bupati."),
    ("ptdh", "stated", "Rekomendasi pemberhentian tidak dengan hormat atas kasi itu resmi masuk ke meja gubernur."),
    ("demotion", "stated", "Kepala BKD menyebut usul penurunan pangkat kabag itu telah diterima BKN."),
    ("dismissal", "stated", "Rencana pemberhentian kades itu telah disampaikan ke camat."),
    ("dismissal", "stated", "Inspektorat merekomendasikan pemberhentian kasi yang telah memasang baliho calon."),
    ("reprimand", "imposed", "Rekomendasi teguran tertulis itu telah dijalankan gubernur."),
    ("reprimand", "imposed", "Usulan teguran tertulis itu akhirnya dijalankan gubernur."),
    ("reprimand", "imposed", "Teguran tertulis untuk kasi itu telah diserahkan."),
    ("ptdh", "imposed", "Pemberhentian tidak dengan hormat kabag itu telah diteken gubernur."),
    ("moral", "imposed", "Ia membaca sanksi moral yang dijatuhkan majelis."),
]


@pytest.mark.parametrize(("code", "mode", "text"), CASES)
def test_a_proposal_is_told_until_it_is_carried_out(lexicon: press.Lexicon, code: str, mode: str, text: str) -> None:
    assert modes_in(lexicon, text).get(code) == mode
