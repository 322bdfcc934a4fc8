"""How an act is spoken of: permission before and behind it, bans over lists, nothing found, and denied all the same."""

from __future__ import annotations

import pytest

from sinetra.core import press
from sinetra.core.press.acts import find_acts
from sinetra.core.press.page import Page

FORBIDDEN, PERMITTED = "forbidden", "permitted"

SPOKEN = [
    # Behind the act.
    ("Memilih di TPS, itu hak setiap pegawai.", {("vote", PERMITTED)}),
    ("Mendampingi suami yang jadi calon boleh saja, asal cuti.", {("spouse_support", PERMITTED)}),
    ("Ikut kampanye tidak boleh, mencoblos boleh.", {("campaign_participation", FORBIDDEN), ("vote", PERMITTED)}),
    # A turn of the sentence ends the permission, a condition forbids.
    (
        "ASN boleh mencoblos, tetapi jangan mengajak orang memilih calon tertentu.",
        {("vote", PERMITTED), ("invite_vote", FORBIDDEN)},
    ),
    (
        "Foto bersama calon yang masih kerabat tidak dilarang, asalkan tangan tidak membentuk angka.",
        {("photo_with_candidate", PERMITTED), ("hand_sign", FORBIDDEN)},
    ),
    # "Tidak dilarang" is no ban, "tidak diperbolehkan" no permission.
    ("Mengikuti akun semua calon tidak dilarang.", {("follow_join_group", PERMITTED)}),
    ("ASN tidak diperkenankan mengikuti akun calon.", {("follow_join_group", FORBIDDEN)}),
    # A question is answered by the next sentence.
    ("Bolehkah ASN hadir di kampanye asalkan pasif? Tidak, kata Bawaslu.", {("attend_campaign", FORBIDDEN)}),
    ("Bolehkah ASN hadir mendengarkan kampanye? Boleh, asal diam.", {("attend_passively", PERMITTED)}),
    # A ban stands over its list, and a permission too.
    (
        "Yang dilarang bagi pegawai:\n- menjadi anggota maupun pengurus parpol\n- benturan kepentingan",
        {("party_member", FORBIDDEN), ("conflict_of_interest", FORBIDDEN)},
    ),
    (
        "Yang boleh bagi pegawai:\n- mencoblos\n- duduk mendengarkan kampanye",
        {("vote", PERMITTED), ("attend_passively", PERMITTED)},
    ),
    # Nothing was found, or it was and is denied.
    ("Tidak ditemukan ASN yang ikut kampanye di lima kecamatan.", set()),
    ("Lurah itu membantah ikut kampanye.", {("campaign_participation", FORBIDDEN)}),
    ("Tidak benar pegawai kami menghadiri deklarasi paslon.", {("attend_declaration", FORBIDDEN)}),
    ("Kami harap tidak ada ASN yang ikut kampanye.", {("campaign_participation", FORBIDDEN)}),
    # What candidates and parties do is no act of a civil servant.
    ("Calon nomor urut tiga berkampanye di pasar lalu berfoto sambil mengacungkan tiga jari.", set()),
    ("Pegawai itu berkampanye di pasar.", {("campaign_participation", FORBIDDEN)}),
    # Asking somebody not to is no asking.
    ("Wali kota meminta pegawai menjaga jarak dari calon nomor dua.", set()),
    ("Wali kota meminta pegawai memilih calon nomor dua.", {("mobilise_asn", FORBIDDEN)}),
]


@pytest.mark.parametrize(("text", "acts"), SPOKEN)
def test_an_act_is_spoken_of(lexicon: press.Lexicon, text: str, acts: set[tuple[str, str]]) -> None:
    found = find_acts(lexicon, Page(text))
    assert {(fact.code, PERMITTED if fact.permitted else FORBIDDEN) for fact in found} == acts
