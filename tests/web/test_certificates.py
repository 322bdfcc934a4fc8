"""The pages of certificates: issuing, printing, revoking, and anybody's check."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import main_text, tree

from prevention_rows import came, held_activity, person
from sinetra.apps.prevention.certificate_codes import code_of
from sinetra.apps.prevention.models import Activity, Certificate
from sinetra.core.documents.printed_code import grouped
from sinetra.web.public.participation.certificate_tile import tile
from sinetra.web.staff.prevention import certificates as pages

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city")]
SignIn = Callable[[str], Client]
NOBODY = ["ppk", "inspektorat", "admin", "pemeriksa.jejak", "humas", "auditor.bkn", "penyelenggara.dputr", "orang.luar"]


def issued(client: Client, activity: Activity, **more: str) -> Any:
    return client.post(reverse("issue_certificates", args=[activity.pk]), {"signatory": "0"} | more)


def test_from_the_closed_session_to_the_paper_and_its_check(signed_in: SignIn, client: Client):
    activity = held_activity()
    row, link = came(activity, person("Ubi"))
    came(activity, person("Waru"))
    assert "sesudah kegiatan selesai" in tile(row, link).text
    assert client.get(reverse("participant_certificate", args=[link])).status_code == 404
    officer = signed_in("petugas.bkpsdm")
    form = main_text(officer.get(reverse("issue_certificates", args=[activity.pk])))
    assert "Angsana Contohwati, Pjs Wali Kota Cendana" in form
    assert issued(officer, activity).status_code == 302
    listed = main_text(officer.get(reverse("certificates", args=[activity.pk])))
    assert "2 sertifikat terbit" in listed and "Ubi Contohputra" in listed
    asked = client.get(tile(row, link).url)
    assert "Ubi" not in main_text(asked), "whoever typed a NIP learns no name"
    wrong = client.post(tile(row, link).url, {"name": "Orang Lain"})
    assert "tidak sama dengan yang tercatat" in main_text(wrong)
    own = client.post(tile(row, link).url, {"name": "ubi contohputra"})
    assert own.headers["Content-Type"] == "application/pdf"
    assert own.content == client.post(tile(row, link).url, {"name": "Ubi Contohputra, S.Pd."}).content
    printed = PdfReader(BytesIO(own.content)).pages[0].extract_text()
    assert "Ubi Contohputra" in printed and "LATIHAN" in printed and "Pjs Wali Kota Cendana" in printed
    certificate = Certificate.objects.get(name="Ubi Contohputra")
    assert grouped(code_of(certificate)) in printed
    every = officer.get(reverse("certificates_pdf", args=[activity.pk]))
    assert len(PdfReader(BytesIO(every.content)).pages) == 2
    assert not client.cookies


def test_who_is_in_no_register_is_asked_the_same(signed_in: SignIn, client: Client):
    activity = held_activity()
    guest, link = came(activity, "Rimbang Contohwan")
    issued(signed_in("petugas.bkpsdm"), activity)
    asked = client.get(tile(guest, link).url)
    assert "Nama lengkap Anda" in main_text(asked) and "Rimbang" not in main_text(asked)
    own = client.post(tile(guest, link).url, {"name": "Rimbang Contohwan"})
    assert own.headers["Content-Type"] == "application/pdf"


def test_anybody_checks_by_the_code_and_learns_valid_revoked_or_unknown(signed_in: SignIn, client: Client):
    activity = held_activity()
    row, link = came(activity, person("Ubi"))
    officer = signed_in("petugas.bkpsdm")
    issued(officer, activity)
    certificate = Certificate.objects.get()
    code = grouped(code_of(certificate)).lower()
    asked = client.get(reverse("check_certificate"), {"kode": code}, follow=True)
    told = main_text(asked)
    assert "Sertifikat ini berlaku" in told and "Ubi Contohputra" in told and "Sosialisasi netralitas" in told
    assert "21 November 2024" in told
    assert asked.headers["X-Robots-Tag"] == "noindex"
    revoke = reverse("revoke_certificate", args=[certificate.pk])
    assert "Tuliskan alasannya" in main_text(officer.post(revoke, {"reason": ""}))
    assert officer.post(revoke, {"reason": "Nama salah cetak"}).status_code == 302
    gone = main_text(client.get(reverse("certificate", args=[code])))
    assert "Sertifikat ini dicabut" in gone and "Ubi" not in gone and "salah cetak" not in gone
    assert client.get(reverse("participant_certificate", args=[link])).status_code == 404
    assert "dicabut" in tile(row, link).text
    assert "tidak dikenal" in main_text(client.get(reverse("certificate", args=["0000000000000000"])), 404)
    assert officer.get(reverse("certificates_pdf", args=[activity.pk])).status_code == 404


def test_the_day_on_which_it_was_revoked_is_that_of_the_office(client: Client, signed_in: SignIn):
    activity = held_activity()
    came(activity, person("Ubi"))
    issued(signed_in("petugas.bkpsdm"), activity)
    Certificate.objects.update(revoked_at=datetime(2024, 11, 29, 17, 30, tzinfo=UTC))
    told = main_text(client.get(reverse("certificate", args=[code_of(Certificate.objects.get())])))
    assert "30 November 2024" in told and "29 November" not in told


def test_the_check_is_complete_in_english(signed_in: SignIn, client: Client):
    activity = held_activity()
    came(activity, person("Ubi"))
    issued(signed_in("petugas.bkpsdm"), activity)
    address = reverse("certificate", args=[code_of(Certificate.objects.get())]).replace("/id/", "/en/", 1)
    answer = client.get(address)
    assert "This certificate is valid" in main_text(answer) and "Thursday, 21 November 2024" in main_text(answer)
    assert answer.headers["Content-Language"] == "en"


@pytest.mark.parametrize("typed", ["", "abcd", "x" * 61, "<script>alert(1)</script>"])
def test_what_can_be_no_code_is_said_and_stays_in_the_field(client: Client, typed: str):
    page = tree(client.get(reverse("check_certificate"), {"kode": typed}))
    assert page.xpath("//div[@class='errors']//a[@href='#id_kode']")
    assert page.xpath("//input[@name='kode']/@value") == ([typed] if typed else [])


def test_a_strange_address_of_a_code_is_unknown_and_no_fault(client: Client):
    answer = client.get(reverse("certificate", args=["<b>xé"]))
    assert "tidak dikenal" in main_text(answer, 404)
    assert b"<b>x" not in answer.content


def test_another_official_signs_by_name_title_and_how_the_office_is_held(signed_in: SignIn):
    activity = held_activity()
    came(activity, person("Ubi"))
    officer = signed_in("petugas.bkpsdm")
    missing = tree(issued(officer, activity, signatory="lain"))
    assert missing.xpath("//div[@class='errors']//a[@href='#id_name']")
    assert missing.xpath("//div[@class='errors']//a[@href='#id_title']")
    other = {"signatory": "lain", "name": "Meranti Contohwan", "title": "Kepala BKPSDM", "kind": "plt"}
    assert issued(officer, activity, **other).status_code == 302
    body = officer.get(reverse("certificates_pdf", args=[activity.pk])).content
    assert "Plt. Kepala BKPSDM" in PdfReader(BytesIO(body)).pages[0].extract_text()


def test_before_everything_is_closed_the_page_says_what_is_missing(signed_in: SignIn):
    activity = held_activity(state="open")
    came(activity, person("Ubi"))
    officer = signed_in("petugas.bkpsdm")
    assert "Belum dapat terbit" in main_text(officer.get(reverse("certificates", args=[activity.pk])))
    assert "semua sesinya ditutup" in main_text(issued(officer, activity))
    assert not Certificate.objects.exists()


@pytest.mark.parametrize("username", NOBODY)
def test_who_may_not(signed_in: SignIn, username: str):
    activity = held_activity()
    came(activity, person("Ubi"))
    issued(signed_in("petugas.bkpsdm"), activity)
    client, row = signed_in(username), Certificate.objects.get()
    for name in ("certificates", "certificates_pdf", "issue_certificates"):
        assert client.get(reverse(name, args=[activity.pk])).status_code == 403, name
    assert client.post(reverse("revoke_certificate", args=[row.pk]), {"reason": "tidak boleh"}).status_code == 403


def test_another_office_finds_neither_the_activity_nor_the_certificate(signed_in: SignIn):
    activity = held_activity()
    came(activity, person("Ubi"))
    issued(signed_in("petugas.bkpsdm"), activity)
    client = signed_in("staf.bawaslu")
    for name in ("certificates", "certificates_pdf", "issue_certificates"):
        assert client.get(reverse(name, args=[activity.pk])).status_code == 404, name
    assert client.get(reverse("revoke_certificate", args=[Certificate.objects.get().pk])).status_code == 404


def test_many_certificates_are_several_files(signed_in: SignIn, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pages, "MOST_PAGES", 2)
    activity = held_activity()
    for name in ("Ubi", "Waru", "Bidara"):
        came(activity, person(name))
    officer = signed_in("petugas.bkpsdm")
    issued(officer, activity)
    links = tree(officer.get(reverse("certificates", args=[activity.pk]))).xpath("//a[contains(@href,'.pdf')]/@href")
    pages_of = [len(PdfReader(BytesIO(officer.get(link).content)).pages) for link in links]
    assert pages_of == [2, 1]
    wrong = officer.get(reverse("certificates_pdf", args=[activity.pk]), {"dari": "semua"})
    assert wrong.status_code == 422
