"""Sanctions in a condition, of a class told afterwards, and of people who are named by what they did."""

from __future__ import annotations

import pytest

from sinetra.core import press

from .sanctions_read import modes_in

MODES = [
    ("unspecified", "promised", '"Begitu terbukti, pasti ada sanksi," ujar sekda.'),
    ("unspecified", "promised", "Bila terbukti, ia pasti dikenai sanksi, kata wali kota."),
    ("unspecified", "hypothetical", "Bila terbukti, mungkin ada sanksi."),
    ("reprimand", "promised", "Apabila dilanggar, inspektorat akan melayangkan teguran tertulis."),
    ("post_release", "promised", "Jika terbukti, bupati akan mencopot camat itu."),
    ("post_release", "hypothetical", "Jika terbukti, camat itu akan dicopot."),
    (
        "heavy",
        "imposed",
        "Sekcam itu dibebaskan dari jabatan. Hukuman tersebut tergolong berat menurut PP 94 Tahun 2021.",
    ),
    ("heavy", "stated", "Pelanggar terancam dibebaskan dari jabatan. Hukuman itu tergolong berat."),
    ("medium", "imposed", "Gaji berkala bidan itu ditunda setahun; hukuman ini termasuk kategori sedang."),
    ("ethics", "promised", '"Andai terbukti, sanksi etik kami jatuhkan," kata rektor.'),
    ("reprimand", "promised", '"Kalau benar, saya beri peringatan tertulis," ujar kepala sekolah.'),
    ("reprimand", "hypothetical", "Kalau benar, guru itu diberi peringatan tertulis."),
    ("medium", "stated", "Pelanggar siap-siap kena hukuman disiplin sedang."),
    ("reprimand", "imposed", "Tiga pegawai puskesmas yang ikut berjoget hanya mendapat teguran tertulis."),
    ("reprimand", "stated", "Pegawai puskesmas yang ikut berjoget mendapat teguran tertulis."),
    ("criminal_fine", "imposed", "Sekdes itu dibebani denda Rp2 juta."),
    ("post_release", "imposed", "BPASN menguatkan hukuman pembebasan dari jabatan."),
    ("heavy", "imposed", "Keputusan hukuman disiplin berat itu ditandatangani bupati Senin lalu."),
    ("light", "imposed", "Pemkab menjatuhkan hukuman ringan kepada tiga guru yang ketahuan berkomentar."),
    ("light", "stated", "Pemkab menjatuhkan hukuman ringan kepada guru yang ketahuan berkomentar."),
    (
        "reprimand",
        "imposed",
        "Dinas memberikan teguran tertulis kepada beberapa staf yang kedapatan berfoto dengan calon.",
    ),
    ("suspension", "stated", "Mula-mula teguran, dan jika tak dipatuhi berlanjut pemberhentian sementara."),
    ("suspension", "denied", "Kades itu tidak sampai diberhentikan sementara."),
    ("moral", "imposed", "Sanksi terbanyak berupa pernyataan penyesalan secara terbuka bagi pelanggar."),
    ("moral", "stated", "Pelanggar dikenai pernyataan menyesal secara tertutup."),
    ("demotion", "imposed", "Adapun guru yang tersangkut, tiga orang, dijatuhi penurunan jabatan."),
    ("demotion", "stated", "Guru yang tersangkut dijatuhi penurunan jabatan."),
    ("criminal_prison", "stated", "Jika terbukti, lurah itu terancam Pasal 188: hukuman badan hingga enam bulan."),
    (
        "criminal_fine",
        "stated",
        "Jika terbukti, ia terancam Pasal 188: kurungan badan satu bulan dan denda Rp600 ribu.",
    ),
    (
        "ptdh",
        "stated",
        "Menurut ketentuan, PNS diberhentikan tidak dengan hormat apabila terbukti menjadi pengurus partai.",
    ),
    ("ptdh", "hypothetical", "PNS itu diberhentikan tidak dengan hormat apabila terbukti menjadi pengurus partai."),
    ("dismissal", "imposed", "Tiga Honorer Dirumahkan. Ketiganya diberhentikan sejak Senin."),
    ("suspension", "imposed", "Tiga honorer dirumahkan sejak Senin."),
]


@pytest.mark.parametrize(("code", "mode", "text"), MODES)
def test_how_it_is_spoken_of(lexicon: press.Lexicon, code: str, mode: str, text: str) -> None:
    assert modes_in(lexicon, text).get(code) == mode


def test_who_is_dismissed_is_not_suspended_too(lexicon: press.Lexicon) -> None:
    found = modes_in(lexicon, "Tiga Honorer Dirumahkan. Ketiganya diberhentikan sejak Senin.")
    assert found == {"dismissal": "imposed"}


def test_what_is_promised_for_the_next_time_hides_nothing_that_was_imposed(lexicon: press.Lexicon) -> None:
    text = "Tiga honorer diberhentikan sejak Senin. Pegawai lain akan kami berhentikan tidak dengan hormat."
    assert modes_in(lexicon, text) == {"dismissal": "imposed", "ptdh": "promised"}


def test_the_general_word_is_the_promised_measure_too(lexicon: press.Lexicon) -> None:
    found = modes_in(lexicon, "Yang Memihak Akan Dipecat. Mereka akan kami berhentikan tidak dengan hormat.")
    assert found == {"ptdh": "promised"}
