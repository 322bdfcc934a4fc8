"""Careers as pages: proposing, deciding, policies, the own page by link; and who may not."""

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

from sinetra.apps.accounts.models import RoleGrant
from sinetra.apps.audit.access_models import AccessEntry
from sinetra.apps.base.actor import Actor
from sinetra.apps.careers.models import CareerPolicy, CareerStep, TransferCheck
from sinetra.apps.prevention.actions.issue_personal_link import issue_personal_links
from sinetra.apps.registry.models import HeldRole, Person, Unit
from sinetra.web.staff.oversight.words import subject_words

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
PROPOSAL = {
    "kind": "training",
    "title": "Pelatihan Kepemimpinan Pengawas",
    "proposed_on": "2024-11-20",
    "criteria": "Lulus uji kompetensi\r\nDua tahun di jabatan sekarang",
    "reason": "competence",
    "words": "Memenuhi kebutuhan kompetensi.",
}
TRANSFER = PROPOSAL | {
    "kind": "transfer",
    "title": "Lurah Akar Wangi",
    "reason": "vacancy",
    "position": "lurah",
    "effective_on": "2024-12-02",
}
RULING = {
    "decision": "granted",
    "decided_on": "2024-11-22",
    "number": "800/1/2024",
    "effective_on": "2024-12-02",
    "words": "Kriterianya terpenuhi.",
}
POLICY = {
    "title": "Pola karier",
    "number": "PERWAL 3/2024",
    "dated_on": "2024-01-10",
    "from_on": "2024-01-15",
    "text": "Mutasi berdasarkan kompetensi dan kinerja.",
}


@pytest.fixture
def officer(signed_in: SignIn) -> Client:
    return signed_in("petugas.bkpsdm")


@pytest.fixture
def lurah(city: None) -> Person:
    return Person.objects.get(name="Kelapa Contohputra")


def proposed(client: Client, person: Person, **changes: str) -> CareerStep:
    answer = client.post(reverse("propose_for_person", args=[person.pk]), PROPOSAL | changes)
    assert answer.status_code == 302, text_of(answer)
    return CareerStep.objects.latest("id")


def checked(client: Client, step: CareerStep, **changes: str) -> Any:
    given = {"tanggal": "2024-12-02", "wilayah": "99.71", "jabatan": "lurah", "penandatangan": "definitive"}
    given |= {"jenis": "transfer", "alasan": "vacancy"}
    return client.post(reverse("check_career_step", args=[step.pk]), given | changes)


def test_a_step_is_proposed_shown_and_decided(officer: Client, signed_in: SignIn, lurah: Person):
    step = proposed(officer, lurah)
    page = text_of(officer.get(reverse("career_step", args=[step.pk])))
    assert "Lulus uji kompetensi" in page
    assert "Belum diputus" in page
    ppk = signed_in("ppk")
    assert ppk.post(reverse("decide_career_step", args=[step.pk]), RULING).status_code == 302
    told = text_of(ppk.get(reverse("career_step", args=[step.pk])))
    assert "Angsana Contohwati, Pjs Wali Kota Cendana" in told
    assert "Kriterianya terpenuhi." in told
    assert "Kelapa Contohputra" in text_of(officer.get(reverse("career_steps"), {"keadaan": "granted"}))
    assert "Kelapa" not in text_of(officer.get(reverse("career_steps"), {"keadaan": "refused"}))


def test_where_sources_differ_about_the_ppk_the_officer_is_asked_and_else_not(officer: Client, lurah: Person):
    step = proposed(officer, lurah)
    address = reverse("decide_career_step", args=[step.pk])
    assert 'name="decider"' not in officer.get(address).content.decode()
    HeldRole.objects.filter(kind="pjs").update(kind="pj")
    page = officer.post(address, RULING)
    assert "Sumber berbeda tentang siapa PPK" in text_of(page)
    for name in ("Beringin Contohwan", "Angsana Contohwati"):
        assert name in text_of(page)
    assert "Kriterianya terpenuhi." in page.content.decode()
    assert officer.post(address, RULING | {"decider": "Angsana Contohwati"}).status_code == 302
    told = text_of(officer.get(reverse("career_step", args=[step.pk])))
    assert "Angsana Contohwati, Pjs Wali Kota Cendana, penjabat (Pj), sumber berbeda" in told


def test_what_is_missing_or_unproven_stands_beside_its_field_with_what_was_typed(officer: Client, lurah: Person):
    answer = officer.post(reverse("propose_for_person", args=[lurah.pk]), {"criteria": "Rajin", "title": "Diklat X"})
    page = text_of(answer)
    assert "Pilih jenis langkahnya" in page
    assert "Diklat X" in answer.content.decode()
    given = PROPOSAL | {"words": "Ia dilaporkan tidak netral."}
    refused = officer.post(reverse("propose_for_person", args=[lurah.pk]), given)
    assert "laporan yang belum terbukti bukan dasar" in text_of(refused)
    assert "Ia dilaporkan tidak netral." in refused.content.decode()
    assert not CareerStep.objects.exists()


def test_a_transfer_is_checked_before_it_is_granted(officer: Client, lurah: Person):
    step = proposed(officer, lurah, **TRANSFER)
    refused = officer.post(reverse("decide_career_step", args=[step.pk]), RULING)
    assert "Periksa dahulu usul ini" in text_of(refused)
    form = officer.get(reverse("check_career_step", args=[step.pk])).content.decode()
    assert "2024-12-02" in form
    answer = checked(officer, step)
    check = TransferCheck.objects.get()
    assert answer.headers["Location"] == reverse("transfer_check", args=[check.pk])
    assert (check.step, check.verdict) == (step, "needs_permit")
    page = text_of(officer.get(answer.headers["Location"]))
    assert "Perlu izin Menteri" in page
    assert "22 Maret 2024" in page
    missing = officer.post(reverse("decide_career_step", args=[step.pk]), RULING)
    assert "Tulis mengapa tetap dikabulkan" in text_of(missing)
    given = RULING | {"despite": "Izin Menteri 100.2/9 terbit hari ini."}
    assert officer.post(reverse("decide_career_step", args=[step.pk]), given).status_code == 302


def test_with_a_permit_in_time_nothing_more_is_asked(officer: Client, lurah: Person):
    step = proposed(officer, lurah, **TRANSFER)
    checked(officer, step, izin="ya", izin_nomor="100.2/9", izin_tanggal="2024-11-20")
    assert TransferCheck.objects.get().verdict == "allowed"
    assert officer.post(reverse("decide_career_step", args=[step.pk]), RULING).status_code == 302


def test_a_check_that_is_wrong_names_the_control(officer: Client, lurah: Person):
    step = proposed(officer, lurah, **TRANSFER)
    page = text_of(checked(officer, step, tanggal="besok", wilayah="Atlantis"))
    assert "Tulis tanggal seperti" in page
    assert "Atlantis" in page
    assert not TransferCheck.objects.exists()


def test_a_check_of_another_post_is_refused_beside_its_control(officer: Client, lurah: Person):
    step = proposed(officer, lurah, **TRANSFER)
    assert "Samakan dengan usulnya" in text_of(checked(officer, step, jabatan="functional"))
    assert "Samakan dengan usulnya" in text_of(checked(officer, step, alasan="death"))
    assert not TransferCheck.objects.exists()


def test_a_granted_step_is_undone_with_its_reason(officer: Client, lurah: Person):
    step = proposed(officer, lurah)
    officer.post(reverse("decide_career_step", args=[step.pk]), RULING | {"effective_on": "2024-11-22"})
    address = reverse("end_career_step", args=[step.pk])
    assert "Tulis alasannya" in text_of(officer.post(address, {"ended_on": "2024-11-22"}))
    assert officer.post(address, {"ended_on": "2024-11-22", "words": "Anggaran dicabut."}).status_code == 302
    assert "dibatalkan" in text_of(officer.get(reverse("career_step", args=[step.pk])))


def test_a_unit_is_trained_as_a_whole(officer: Client):
    unit = Unit.objects.get(code="DPUTR")
    assert officer.post(reverse("propose_for_unit"), PROPOSAL | {"unit": str(unit.pk)}).status_code == 302
    assert CareerStep.objects.get().unit == unit
    assert "Pilih unitnya" in text_of(officer.post(reverse("propose_for_unit"), PROPOSAL))


def test_a_policy_is_published_read_by_the_office_and_by_a_printed_link(
    officer: Client, signed_in: SignIn, client: Client, lurah: Person, actor: Callable[[str], Actor]
):
    assert officer.post(reverse("new_career_policy"), POLICY).status_code == 302
    row = CareerPolicy.objects.get()
    for username in ("tim.netralitas", "inspektorat", "penyelenggara.dputr"):
        reader = signed_in(username)
        assert "Pola karier" in text_of(reader.get(reverse("career_policies")))
        assert "kompetensi dan kinerja" in text_of(reader.get(reverse("career_policy", args=[row.pk])))
        assert reader.get(reverse("career_steps")).status_code == 403
        assert reader.get(reverse("new_career_policy")).status_code == 403
    proposed(officer, lurah)
    (slip,) = issue_personal_links(people=[lurah], actor=actor("petugas.bkpsdm"))
    own = client.get(reverse("own_page", args=[slip.text]))
    assert "Kebijakan karier yang berlaku" in text_of(own)
    assert "Pelatihan Kepemimpinan Pengawas" in text_of(own)
    assert "kebutuhan kompetensi" in text_of(own)
    assert "Set-Cookie" not in own.headers
    for language, word in (("id", "Nomor"), ("en", "Number")):
        address = reverse("own_policy", args=[slip.text, row.pk]).replace("/id/", f"/{language}/", 1)
        text = client.get(address)
        assert "kompetensi dan kinerja" in text_of(text)
        assert word in text_of(text)
    assert client.get(reverse("own_policy", args=["salah", row.pk])).status_code == 404


def test_a_policy_of_another_office_or_one_that_ended_opens_by_no_link(
    officer: Client, client: Client, lurah: Person, actor: Callable[[str], Actor]
):
    officer.post(reverse("new_career_policy"), POLICY | {"until_on": "2024-10-01"})
    row = CareerPolicy.objects.get()
    (slip,) = issue_personal_links(people=[lurah], actor=actor("petugas.bkpsdm"))
    assert client.get(reverse("own_policy", args=[slip.text, row.pk])).status_code == 404
    assert "Kebijakan karier" not in text_of(client.get(reverse("own_page", args=[slip.text])))


def test_the_own_page_names_no_other_person_and_says_nothing_where_nothing_is(
    officer: Client, client: Client, lurah: Person, actor: Callable[[str], Actor]
):
    other = Person.objects.get(name="Lontar Contohsari")
    proposed(officer, other)
    (slip,) = issue_personal_links(people=[lurah], actor=actor("petugas.bkpsdm"))
    page = text_of(client.get(reverse("own_page", args=[slip.text])))
    assert "Langkah karier" not in page
    assert "Lontar" not in page


@pytest.mark.parametrize("username", ["tim.netralitas", "inspektorat", "humas", "admin", "staf.bawaslu", "orang.luar"])
def test_who_is_neither_personnel_office_nor_ppk_opens_no_page_of_steps(
    signed_in: SignIn, officer: Client, lurah: Person, username: str
):
    step = proposed(officer, lurah, **TRANSFER)
    checked(officer, step)
    check = TransferCheck.objects.get()
    other = signed_in(username)
    for address in (
        reverse("career_steps"),
        reverse("career_step", args=[step.pk]),
        reverse("decide_career_step", args=[step.pk]),
        reverse("end_career_step", args=[step.pk]),
        reverse("check_career_step", args=[step.pk]),
        reverse("write_transfer_letter", args=[step.pk, "permit"]),
        reverse("person_career", args=[lurah.pk]),
        reverse("propose_for_person", args=[lurah.pk]),
        reverse("transfer_checks"),
        reverse("transfer_check", args=[check.pk]),
        reverse("new_transfer_check"),
        reverse("screen_transfers"),
    ):
        assert other.get(address).status_code in {403, 404}, address


def test_the_ppk_reads_and_decides_but_neither_proposes_nor_checks(signed_in: SignIn, officer: Client, lurah: Person):
    step = proposed(officer, lurah, **TRANSFER)
    ppk = signed_in("ppk")
    assert ppk.get(reverse("career_step", args=[step.pk])).status_code == 200
    assert ppk.get(reverse("check_career_step", args=[step.pk])).status_code == 403
    assert ppk.get(reverse("propose_for_person", args=[lurah.pk])).status_code == 403


def test_an_officer_does_not_decide_about_oneself(signed_in: SignIn, officer: Client):
    own = Person.objects.get(name="Nusa Contohindah")
    step = proposed(signed_in("kepala.bkpsdm"), own)
    assert officer.get(reverse("decide_career_step", args=[step.pk])).status_code == 403
    assert "Catat keputusan" not in text_of(officer.get(reverse("career_step", args=[step.pk])))
    assert officer.post(reverse("propose_for_person", args=[own.pk]), PROPOSAL).status_code == 403


def test_an_officer_for_a_region_has_the_units_of_that_region_only(officer: Client, lurah: Person):
    step = proposed(officer, lurah)
    address = reverse("career_step", args=[step.pk])
    dputr = Unit.objects.get(code="DPUTR")
    RoleGrant.objects.filter(user__username="petugas.bkpsdm").update(region_id="99.71.01")
    for region, status in (("99.71.02", 404), ("99.71.01", 200)):
        Unit.objects.filter(pk__in=[lurah.unit_id, dputr.pk]).update(region_id=region)
        assert officer.get(address).status_code == status
        assert ("Kelapa" in text_of(officer.get(reverse("career_steps")))) is (status == 200)
        assert (str(dputr.pk) in officer.get(reverse("propose_for_unit")).content.decode()) is (status == 200)


def test_who_opened_a_step_is_in_the_access_log(officer: Client, lurah: Person):
    step = proposed(officer, lurah)
    officer.get(reverse("career_step", args=[step.pk]))
    (entry,) = AccessEntry.objects.filter(page="career_step", subject_id=lurah.pk)
    assert entry.user.username == "petugas.bkpsdm"


def test_who_read_whose_replacement_was_checked_is_in_the_access_log(officer: Client, lurah: Person):
    step = proposed(officer, lurah, **TRANSFER)
    checked(officer, step)
    check = TransferCheck.objects.get()
    assert "Kelapa" in text_of(officer.get(reverse("transfer_checks")))
    assert "Kelapa" in text_of(officer.get(reverse("transfer_check", args=[check.pk])))
    (listed,) = AccessEntry.objects.filter(page="transfer_checks")
    assert (listed.kinds, subject_words(listed.subject_type)) == ("civil_servant", "cek mutasi")
    assert AccessEntry.objects.filter(page="transfer_check", subject_id=lurah.pk).exists()


def test_empty_pages_say_what_to_do_next(officer: Client):
    assert "Belum ada langkah karier" in text_of(officer.get(reverse("career_steps")))
    assert "Belum ada kebijakan karier" in text_of(officer.get(reverse("career_policies")))
    assert "Belum ada pemeriksaan" in text_of(officer.get(reverse("transfer_checks")))


def test_the_register_leads_to_careers_only_where_there_are_some(signed_in: SignIn):
    assert reverse("career_steps") in signed_in("ppk").get(reverse("registry")).content.decode()
    assert reverse("career_policies") in signed_in("tim.netralitas").get(reverse("registry")).content.decode()
    assert "/karier/" not in signed_in("staf.bawaslu").get(reverse("registry")).content.decode()


def test_the_day_of_the_demonstration_is_the_day_of_the_step(officer: Client, lurah: Person):
    assert proposed(officer, lurah).proposed_on == date(2024, 11, 20)
