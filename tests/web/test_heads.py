"""Heads and candidates, who is PPK on a date, declared interests: as pages, and who may not."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

sys.path.insert(0, str(Path(__file__).parent))

from reading import text_of

from sinetra.apps.accounts.models import User
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.registry.models import CampaignLeave, DeclaredInterest, ElectionPair, HeldRole, Organisation

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
SOURCE = {"source": "SK 1/2024 (contoh)", "confidence": "terverifikasi"}


@pytest.fixture
def pemko(city: None) -> Organisation:
    return Organisation.objects.get(kind="local_government")


def ask(client: Client, day: str, language: str = "id") -> Any:
    return client.get(reverse("appointing").replace("/id/", f"/{language}/", 1), {"tanggal": day})


@pytest.mark.parametrize(
    ("day", "who", "why"),
    [
        ("2024-09-24", "Beringin Contohwan, Wali Kota Cendana", "UU 20/2023"),
        ("2024-10-10", "Angsana Contohwati, Pjs Wali Kota Cendana", "Permendagri 74/2016"),
        ("2024-11-24", "Beringin Contohwan, Wali Kota Cendana", "berakhir pada 23 November 2024"),
    ],
)
def test_the_page_says_who_is_ppk_on_a_date_and_why(signed_in: SignIn, day: str, who: str, why: str):
    told = text_of(ask(signed_in("petugas.bkpsdm"), day))
    assert who in told
    assert why in told


def test_a_day_without_anybody_on_record_says_so(signed_in: SignIn):
    told = text_of(ask(signed_in("staf.bawaslu"), "2019-01-01"))
    assert "belum diketahui" in told
    assert "Register belum mencatat siapa pun" in told


def test_both_readings_of_a_pj_stand_side_by_side(signed_in: SignIn, pemko: Organisation):
    CampaignLeave.objects.all().delete()
    HeldRole.objects.filter(organisation=pemko).delete()
    client = signed_in("petugas.bkpsdm")
    given = {
        "role": "regional_head",
        "kind": "pj",
        "holder_name": "Angsana Contohwati",
        "holder_title": "Pj Wali Kota Cendana",
        "from_on": "2023-12-31",
        "reason": "Masa jabatan berakhir",
    }
    assert client.post(reverse("hold_role", args=[pemko.pk]), given | SOURCE).status_code == 302
    for language, words in (("id", "Pj bukan PPK"), ("en", "A Pj is not PPK")):
        told = text_of(ask(client, "2024-04-02", language))
        assert words in told
        assert "Nusa Tenggara Barat" in told
        assert "821/5492/SJ" in told


def test_the_mayor_who_stands_again_has_an_interest_on_return_and_the_governor_is_proposed(signed_in: SignIn):
    client = signed_in("staf.bawaslu")
    back = text_of(ask(client, "2024-11-24"))
    assert "calon dalam pemilihan ini" in back
    assert "gubernur" in back
    assert "UU 30/2014" in back
    meanwhile = text_of(ask(client, "2024-10-10"))
    assert "tidak ada yang tercatat" in meanwhile
    assert "Usulan yang memutus" not in meanwhile


@pytest.mark.parametrize("day", ["besok", "31-12-2024", ""])
def test_a_date_that_is_none_is_refused_with_an_example_and_stays(signed_in: SignIn, day: str):
    answer = ask(signed_in("petugas.bkpsdm"), day)
    assert answer.status_code == 200
    told = text_of(answer)
    assert "Tulis tanggal seperti 2024-11-22." in told or "Isi tanggalnya." in told
    assert "Beringin" not in told
    assert f'value="{day}"' in answer.content.decode() or not day


def test_no_page_of_heads_tells_of_a_report(signed_in: SignIn, reports: None):
    client = signed_in("staf.bawaslu")
    for name in ("appointing", "heads"):
        assert "dilaporkan" not in text_of(client.get(reverse(name)))


def test_an_institution_elsewhere_is_not_found(signed_in: SignIn, places: None):
    other = Organisation(name="Pemko lain", short_name="lain", kind="local_government", level="city", region_id="15.71")
    other.save()
    for wanted in (str(other.pk), "bukan-uuid"):
        assert signed_in("petugas.bkpsdm").get(reverse("heads"), {"instansi": wanted}).status_code == 404


def test_heads_leave_pairs_and_the_incumbent_stand_on_one_page(signed_in: SignIn):
    told = text_of(signed_in("petugas.bkpsdm").get(reverse("heads")))
    assert "Petahana dalam pemilihan yang berjalan" in told
    assert "25 September 2024 – 23 November 2024" in told
    assert "1. Beringin Contohwan – Citra Contohmawar" in told


def new_term(client: Client, pemko: Organisation, **given: str) -> None:
    """A term of a year without an election, with a deputy of its own."""
    base = {"role": "deputy_regional_head", "kind": "definitive", "from_on": "2015-01-01", "until_on": "2020-12-31"}
    assert client.post(reverse("hold_role", args=[pemko.pk]), base | SOURCE | given).status_code == 302


def test_leave_is_entered_with_its_giver_its_days_and_its_source(signed_in: SignIn, pemko: Organisation):
    client = signed_in("petugas.bkpsdm")
    new_term(client, pemko, holder_name="Melati Contohsari", holder_title="Wakil Wali Kota")
    address = reverse("record_leave", args=[pemko.pk])
    form = client.get(address).content.decode()
    assert 'value="2024-09-25"' in form and 'value="2024-11-23"' in form, "the campaign of the running election"
    leave = {"holder_name": "Melati Contohsari", "from_on": "2018-02-15", "until_on": "2018-02-14"}
    wrong = client.post(address, leave | SOURCE)
    assert "Hari terakhir sebelum hari pertama" in text_of(wrong)
    assert 'value="2018-02-14"' in wrong.content.decode()
    right = leave | {"until_on": "2018-06-23", "given_by": "governor", "told_kpu_on": "2018-02-12"} | SOURCE
    assert client.post(address, right).status_code == 302
    row = CampaignLeave.objects.get(holder_name="Melati Contohsari")
    assert (row.until_on, row.given_by, row.told_kpu_on) == (date(2018, 6, 23), "governor", date(2018, 2, 12))
    again = client.post(address, right | {"from_on": "2018-03-01"})
    assert "sudah tercatat dari 15 Februari 2018" in text_of(again) or "sudah tercatat dari 2018-02-15" in text_of(
        again
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"holder_name": "Orang Lain"}, "Pilih salah satu dari daftar"),
        ({"holder_name": ""}, "Pilih siapa yang cuti."),
        ({"given_by": "kpu"}, "kpu"),
        ({"from_on": "2016-01-01", "until_on": "2016-02-01"}, "tidak tercatat sebagai kepala daerah atau wakil"),
        ({"told_kpu_on": "besok"}, "Tulis tanggal seperti 2024-11-22."),
        ({"source": ""}, "Tuliskan sumbernya."),
    ],
)
def test_a_leave_that_cannot_be_is_refused_at_its_field_and_nothing_is_stored(
    signed_in: SignIn, pemko: Organisation, given: dict[str, str], said: str
):
    base = {"holder_name": "Beringin Contohwan", "from_on": "2021-03-01", "until_on": "2021-03-31"} | SOURCE
    answer = signed_in("petugas.bkpsdm").post(reverse("record_leave", args=[pemko.pk]), base | given)
    assert answer.status_code == 200
    assert said in text_of(answer)
    assert not CampaignLeave.objects.filter(from_on__lt=date(2024, 1, 1)).exists()


def test_without_a_head_on_record_the_page_of_leave_says_to_record_the_office_first(
    signed_in: SignIn, pemko: Organisation
):
    CampaignLeave.objects.all().delete()
    address = reverse("record_leave", args=[pemko.pk])
    client = signed_in("petugas.bkpsdm")
    assert "Catat jabatannya dahulu" not in text_of(client.get(address))
    HeldRole.objects.filter(organisation=pemko).delete()
    assert "Catat jabatannya dahulu" in text_of(client.get(address))


def test_pairs_are_entered_with_their_source(signed_in: SignIn, pemko: Organisation):
    client = signed_in("petugas.bkpsdm")
    third = {"number": "3", "head_name": "Nangka Contohputri", "runs_from": "2024-09-22"}
    assert client.post(reverse("store_pair", args=[pemko.pk]), third | SOURCE).status_code == 302
    assert ElectionPair.objects.get(number=3).runs_from == date(2024, 9, 22)
    assert "Tuliskan sumbernya." in text_of(client.post(reverse("store_pair", args=[pemko.pk]), third))


def test_what_was_entered_wrongly_is_corrected_and_the_audit_says_what_changed(signed_in: SignIn, pemko: Organisation):
    client = signed_in("petugas.bkpsdm")
    row = HeldRole.objects.get(organisation=pemko, role="regional_head", kind="pjs")
    address = reverse("change_held_role", args=[row.pk])
    assert 'value="Angsana Contohwati"' in client.get(address).content.decode()
    given = {
        "role": "regional_head",
        "kind": "pjs",
        "holder_name": "Angsana Contohwati, M.Si.",
        "holder_title": row.holder_title,
        "from_on": "2024-09-26",
        "until_on": "2024-11-23",
        "reason": row.reason,
    }
    assert client.post(address, given | SOURCE).status_code == 302
    row.refresh_from_db()
    assert (row.holder_name, row.from_on) == ("Angsana Contohwati, M.Si.", date(2024, 9, 26))
    entry = AuditEntry.objects.filter(action="registry.hold_role", object_id=row.pk).latest("seq")
    assert set(entry.data["changed"]) >= {"holder_name", "from_on"}
    leave = CampaignLeave.objects.get(holder_name="Citra Contohmawar")
    told = {"holder_name": leave.holder_name, "from_on": "2024-09-25", "until_on": "2024-11-23"} | SOURCE
    told |= {"given_by": "governor", "told_kpu_on": "2024-09-21"}
    assert client.post(reverse("change_leave", args=[leave.pk]), told).status_code == 302
    leave.refresh_from_db()
    assert leave.told_kpu_on == date(2024, 9, 21)


def test_a_pair_is_corrected_by_the_office_that_entered_it_only(signed_in: SignIn, pemko: Organisation):
    client = signed_in("petugas.bkpsdm")
    given = {"number": "3", "head_name": "Nangka Contohputri"} | SOURCE
    client.post(reverse("store_pair", args=[pemko.pk]), given)
    row = ElectionPair.objects.get(number=3)
    address = reverse("change_pair", args=[row.pk])
    assert "Nomor urut ini sudah dipakai" in text_of(client.post(address, given | {"number": "1"}))
    assert client.post(address, given | {"withdrawn_on": "2024-11-20"}).status_code == 302
    row.refresh_from_db()
    assert row.withdrawn_on == date(2024, 11, 20)
    entered_elsewhere = ElectionPair.objects.get(number=1)
    for username in ("petugas.bkpsdm", "staf.bawaslu"):
        assert signed_in(username).get(reverse("change_pair", args=[entered_elsewhere.pk])).status_code == 403


@pytest.mark.parametrize("username", ["auditor.bkn", "humas", "ppk", "inspektorat", "orang.luar"])
def test_who_may_not_correct_heads_and_leave(signed_in: SignIn, pemko: Organisation, username: str):
    role = HeldRole.objects.filter(organisation=pemko).first()
    leave = CampaignLeave.objects.filter(organisation=pemko).first()
    assert role and leave
    client = signed_in(username)
    for address in (reverse("change_held_role", args=[role.pk]), reverse("change_leave", args=[leave.pk])):
        assert client.post(address, SOURCE).status_code == 403
        assert signed_in("petugas.bkpsdm").get(address).status_code == 200
        assert address not in client.get(reverse("heads")).content.decode()


def test_the_page_says_who_acts_while_head_and_deputy_are_away_and_what_is_still_missing(
    signed_in: SignIn, pemko: Organisation
):
    client = signed_in("petugas.bkpsdm")
    told = text_of(client.get(reverse("heads")))
    assert "kepala daerah dan wakilpenjabat sementara (Pjs)penjabat sementara (Pjs): Angsana Contohwati" in told
    assert "Pemberitahuan cuti Citra Contohmawar kepada KPU belum tercatat." in told
    assert "UU 10/2016 Pasal 70 ayat (5)" in told
    assert "Siapa yang memberi cuti" not in told
    CampaignLeave.objects.filter(holder_name="Citra Contohmawar").delete()
    alone = text_of(client.get(reverse("heads")))
    assert "hanya kepala daerah yang cuti. Semestinya Plt; tercatat: Pjs Wali Kota Cendana." in alone
    assert "Citra Contohmawar tercatat sebagai petahana yang maju. Cuti kampanyenya belum tercatat." in alone
    english = client.get(reverse("heads").replace("/id/", "/en/", 1))
    assert "only the head is on leave. A Plt is expected" in text_of(english)


def test_the_answer_says_at_once_that_the_ppk_has_an_interest(signed_in: SignIn):
    client = signed_in("petugas.bkpsdm")
    assert "tercatat berkepentingan" in text_of(ask(client, "2024-11-24"))
    assert "tercatat berkepentingan" not in text_of(ask(client, "2024-10-10"))


@pytest.mark.parametrize("name", ["hold_role", "record_leave"])
@pytest.mark.parametrize("username", ["auditor.bkn", "humas", "ppk", "inspektorat", "orang.luar"])
def test_who_may_not_enter_heads(signed_in: SignIn, pemko: Organisation, name: str, username: str):
    assert signed_in(username).post(reverse(name, args=[pemko.pk]), SOURCE).status_code == 403
    assert signed_in("petugas.bkpsdm").get(reverse(name, args=[pemko.pk])).status_code == 200


def test_somebody_declares_an_interest_of_their_own_and_ends_it(signed_in: SignIn):
    client = signed_in("staf.bawaslu")
    pair = ElectionPair.objects.get(number=2)
    given = {"tie": "sibling", "pair": str(pair.pk), "from_on": "2024-11-22"} | SOURCE
    assert client.post(reverse("declare_interest"), given).status_code == 302
    row = DeclaredInterest.objects.get(user__username="staf.bawaslu")
    assert (row.tie, row.pair, row.by_office) == ("sibling", pair, False)
    entry = AuditEntry.objects.get(action="interest.declare", object_id=row.pk)
    assert entry.data["tie"] == "sibling"
    assert "saudara kandung" in text_of(client.get(reverse("interests")))
    end = reverse("end_interest", args=[row.pk])
    assert client.post(end, {"until_on": "2024-11-22", "reason": ""}).status_code == 200
    assert client.post(end, {"until_on": "2024-11-22", "reason": "Salah pilih pasangan"}).status_code == 302
    row.refresh_from_db()
    assert row.until_on == date(2024, 11, 22)


def test_ones_own_account_leads_to_declaring_but_not_for_who_has_no_role(signed_in: SignIn):
    assert reverse("declare_interest") in signed_in("humas").get(reverse("own_account")).content.decode()
    outside = signed_in("orang.luar")
    assert reverse("declare_interest") not in outside.get(reverse("own_account")).content.decode()
    assert outside.get(reverse("declare_interest")).status_code == 403
    assert outside.get(reverse("interests")).status_code == 403


def test_a_declaration_is_toward_exactly_one_thing_that_it_fits(signed_in: SignIn, reports: None):
    client = signed_in("staf.bawaslu")
    pair = str(ElectionPair.objects.get(number=2).pk)
    base = {"from_on": "2024-11-22"} | SOURCE
    told = text_of(client.post(reverse("declare_interest"), base | {"tie": "sibling"}))
    assert "Pilih satu" in told
    told = text_of(client.post(reverse("declare_interest"), base | {"tie": "gave_order", "pair": pair}))
    assert "tidak berlaku untuk yang Anda pilih" in told
    told = text_of(client.post(reverse("declare_interest"), base | {"tie": "sibling", "matter": "999/2024"}))
    assert "Tidak ada perkara dengan nomor ini" in told
    assert not DeclaredInterest.objects.filter(user__username="staf.bawaslu").exists()


def test_what_somebody_declares_is_read_by_them_and_by_who_gives_matters_away(signed_in: SignIn):
    pair = str(ElectionPair.objects.get(number=2).pk)
    given = {"tie": "spouse", "pair": pair, "from_on": "2024-11-22"} | SOURCE
    signed_in("staf.bawaslu").post(reverse("declare_interest"), given)
    for username, reads in (("staf.bawaslu", True), ("pleno", True), ("petugas.bkpsdm", False), ("admin", False)):
        assert ("suami atau istri" in text_of(signed_in(username).get(reverse("interests")))) is reads, username


def test_what_the_office_declares_its_person_does_not_end(signed_in: SignIn):
    staff = User.objects.get(username="staf.bawaslu")
    pair = str(ElectionPair.objects.get(number=2).pk)
    given = {"user": str(staff.pk), "tie": "in_law", "pair": pair, "from_on": "2024-11-22"} | SOURCE
    assert signed_in("staf.bawaslu").get(reverse("declare_colleague_interest")).status_code == 403
    assert signed_in("pleno").post(reverse("declare_colleague_interest"), given).status_code == 302
    row = DeclaredInterest.objects.get(user=staff)
    assert row.by_office
    end = {"until_on": "2024-11-22", "reason": "Tidak benar"}
    assert signed_in("staf.bawaslu").post(reverse("end_interest", args=[row.pk]), end).status_code == 403
    assert signed_in("petugas.bkpsdm").post(reverse("end_interest", args=[row.pk]), end).status_code == 404
    assert signed_in("pleno").post(reverse("end_interest", args=[row.pk]), end).status_code == 302


def test_kinship_of_a_head_is_declared_at_institution_level(signed_in: SignIn, pemko: Organisation):
    pair = str(ElectionPair.objects.get(number=2).pk)
    given = {"holder_name": "angsana  contohwati", "tie": "in_law", "pair": pair, "from_on": "2024-09-25"} | SOURCE
    address = reverse("declare_head_interest", args=[pemko.pk])
    for username in ("humas", "inspektorat", "orang.luar"):
        assert signed_in(username).post(address, given).status_code in {403, 404}
    given["holder_name"] = "Angsana Contohwati"
    assert signed_in("petugas.bkpsdm").post(address, given).status_code == 302
    told = text_of(ask(signed_in("staf.bawaslu"), "2024-10-10"))
    assert "Angsana Contohwati: mertua, menantu, atau ipar" in told
    assert "Usulan yang memutus" in told and "gubernur" in told
