"""The day of a stage of the election after which something was held is not the day it was held."""

from __future__ import annotations

import pytest

from sinetra.core import press

HELD = "Bawaslu Kota Cendanabaru menggelar sosialisasi netralitas ASN di aula kecamatan"
DAYS = [
    (f"Usai KPU mengundi nomor urut pada Senin (23/9/2024), {HELD}, Rabu (25/9/2024).", "2024-09-25"),
    (
        f"Tiga hari setelah KPU Cendanabaru menetapkan calon, Minggu (22/9/2024), {HELD}, Rabu (25/9/2024).",
        "2024-09-25",
    ),
    (f"Sehari sesudah penetapan pasangan calon, Minggu (22/9/2024), {HELD}, Senin (23/9/2024).", "2024-09-23"),
    (f"{HELD}, Rabu (25/9/2024), tiga hari setelah penetapan paslon, Minggu (22/9/2024).", "2024-09-25"),
    (f"Begitu KPU membuka pendaftaran calon, Selasa (27/8/2024), {HELD}, Kamis (29/8/2024).", "2024-08-29"),
    # The stage's day counts where it is the only one, and so does what is held itself.
    (f"Usai pengundian nomor urut, Senin (23/9/2024), {HELD}.", "2024-09-23"),
    (f"Setelah apel pagi, Senin (23/9/2024), {HELD}. Buku saku dibagikan Rabu (25/9/2024).", "2024-09-23"),
    ("Usai sosialisasi netralitas ASN, Senin (23/9/2024), Bawaslu Kota Cendanabaru membagikan buku.", "2024-09-23"),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_the_day_of_a_stage_is_not_that_of_what_followed(invented: press.Lexicon, text: str, day: str) -> None:
    (document,) = press.read("a.txt", f"Bawaslu Sosialisasikan Netralitas\nCENDANABARU - {text}\n".encode())
    found = press.extract(invented, document).event_date
    assert found is not None and str(found.value) == day
