"""Staff pages of circulars: from a template to the published letter, as people click through it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from lxml import html

from sinetra.apps.monitoring.demo import load_articles
from sinetra.apps.prevention.demo.circulars import PROOF, load_circulars
from sinetra.apps.prevention.models import Circular, CircularReceipt
from sinetra.catalogue import ROOT

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "apps" / "prevention"))

from circular_cast import organiser, unit
from reading import text_of

pytestmark = pytest.mark.django_db
State = Circular.State


@pytest.fixture
def officer(signed_in: Any) -> Client:
    return signed_in("petugas.bkpsdm")


@pytest.fixture
def team(signed_in: Any) -> Client:
    return signed_in("tim.netralitas")


@pytest.fixture
def cendana(city: None) -> None:
    load_circulars()


def begin(client: Client, query: str = "", **changes: Any) -> Any:
    address = reverse("new_circular") + query
    return client.post(address, {**fields_of_page(client, address), "signatory_role": "regional_head", **changes})


def fields_of_page(client: Client, address: str) -> dict[str, Any]:
    page = html.document_fromstring(client.get(address).content.decode())
    found: dict[str, Any] = {}
    for form in page.forms:
        if form.xpath(".//*[@name='issued_on']"):
            for name, value in form.form_values():
                found.setdefault(name, []).append(value)
    return found


def test_from_the_template_to_the_published_letter(officer: Client, team: Client) -> None:
    made = begin(officer)
    row = Circular.objects.get(state=State.DRAFT)
    assert made.headers["Location"] == reverse("edit_circular", args=[row.pk])
    edit = reverse("edit_circular", args=[row.pk])
    typed = {
        **fields_of_page(officer, edit),
        "subject": "Netralitas di kota kami",
        "text_pembuka": "Kata kami sendiri.",
    }
    saved = officer.post(edit, typed)
    assert saved.headers["Location"] == reverse("circular", args=[row.pk])
    page = reverse("circular", args=[row.pk])
    shown = text_of(officer.get(page))
    assert "Kata kami sendiri." in shown
    assert "perlu dicek" in shown
    assert "Orang lain memeriksa dan menerbitkannya" in shown
    row.refresh_from_db()
    assert "terbitkan" in text_of(team.get(page))
    assert team.post(page, {"version": row.version}).status_code == 302
    row.refresh_from_db()
    assert row.state == State.PUBLISHED
    assert row.number.startswith("001/")
    assert "Netralitas di kota kami" in text_of(Client().get(reverse("public_circular", args=[row.pk])))
    assert officer.get(edit).status_code == 302


def test_an_unticked_norm_stays_away_and_another_comes_by_its_code(officer: Client) -> None:
    begin(officer)
    row = Circular.objects.get(state=State.DRAFT)
    edit = reverse("edit_circular", args=[row.pk])
    typed = fields_of_page(officer, edit)
    typed["norms_dilarang"] = [name for name in typed["norms_dilarang"] if name != "skb2022.pd-2"]
    typed |= {"heading_tambahan": "Politik uang", "text_tambahan": "Juga dilarang:", "norms_tambahan": "pilkada.187a"}
    officer.post(edit, typed)
    page = text_of(officer.get(reverse("circular", args=[row.pk])))
    assert "Sosialisasi atau kampanye media sosial" not in page
    assert "Politik uang" in page
    assert "Pasal 187A" in page
    # It can be ticked again.
    assert b'value="skb2022.pd-2"' in officer.get(edit).content


def test_what_is_wrong_is_named_and_what_was_typed_stays(officer: Client) -> None:
    begin(officer)
    edit = reverse("edit_circular", args=[Circular.objects.get(state=State.DRAFT).pk])
    typed = {**fields_of_page(officer, edit), "norms_tambahan": "tidak.ada", "text_tambahan": "Kalimat saya."}
    answer = officer.post(edit, typed)
    assert answer.status_code == 200
    page = text_of(answer)
    assert "tidak.ada" in page
    assert "Kalimat saya." in page
    assert not Circular.objects.filter(version__gt=1).exists()


def test_who_comes_second_sees_it_and_may_still_write(officer: Client, team: Client) -> None:
    begin(officer)
    row = Circular.objects.get(state=State.DRAFT)
    edit = reverse("edit_circular", args=[row.pk])
    mine, other = fields_of_page(officer, edit), fields_of_page(team, edit)
    team.post(edit, {**other, "subject": "Hal dari tim netralitas"})
    refused = officer.post(edit, {**mine, "subject": "Hal dari petugas"})
    page = text_of(refused)
    assert "menyimpan isi lain lebih dulu" in page
    assert "Hal dari petugas" in refused.content.decode()
    again = {**mine, "subject": "Hal dari petugas"}
    again["version"] = html.document_fromstring(refused.content.decode()).xpath("//input[@name='version']/@value")[0]
    assert officer.post(edit, again).status_code == 302
    row.refresh_from_db()
    assert row.title == "Hal dari petugas"


def test_the_beginning_says_what_is_missing(officer: Client) -> None:
    answer = officer.post(reverse("new_circular"), {"template": "raja"})
    assert answer.status_code == 200
    page = text_of(answer)
    assert "Tulis tanggalnya" in page
    assert "Pilih sedikitnya satu status" in page
    assert not Circular.objects.filter(state=State.DRAFT).exists()


def test_changed_law_is_shown_with_the_way_to_what_changed_and_a_successor(
    officer: Client, team: Client, cendana: None
) -> None:
    old = Circular.objects.get(number__startswith="001/")
    page = officer.get(reverse("circular", args=[old.pk]))
    assert "Hukum yang dikutip sudah berubah" in text_of(page)
    assert b"/aturan/perubahan/?dari=2024-10-01&amp;sampai=2024-11-22" in page.content
    assert f"?ganti={old.pk}".encode() in page.content
    begin(officer, f"?ganti={old.pk}")
    new = Circular.objects.get(supersedes=old)
    team.post(reverse("circular", args=[new.pk]), {"version": new.version})
    old.refresh_from_db()
    assert old.state == State.SUPERSEDED
    for one, other in ((old, new), (new, old)):
        assert (
            reverse("public_circular", args=[other.pk]).encode()
            in Client().get(reverse("public_circular", args=[one.pk])).content
        )
    assert "Hukum yang dikutip sudah berubah" not in text_of(officer.get(reverse("circular", args=[new.pk])))


def test_the_workspace_shows_what_needs_a_look_to_who_may_act(signed_in: Any, cendana: None) -> None:
    assert "hukum yang dikutip berubah" in text_of(signed_in("petugas.bkpsdm").get(reverse("workspace")))
    assert "konsep menunggu pemeriksaan" in text_of(signed_in("ppk").get(reverse("workspace")))
    assert "Surat edaran yang perlu dilihat" not in text_of(signed_in("humas").get(reverse("workspace")))


def test_the_officer_records_a_unit_with_proof_and_sees_no_name(officer: Client, cendana: None) -> None:
    row = Circular.objects.get(number__startswith="002/")
    table = officer.get(reverse("circular_receipts", args=[row.pk]))
    assert "Dinas Sosial" in text_of(table)
    assert "belum lengkap" in text_of(table)
    assert "Contohwati" not in text_of(table)
    target = reverse("record_receipt", args=[row.pk, unit("DINSOS").pk])
    wrong = {"received_on": "2024-11-20", "proof": SimpleUploadedFile("bukti.pdf", b"<html><script>")}
    answer = officer.post(target, wrong)
    assert answer.status_code == 200
    assert "bukan jenis yang diterima" in text_of(answer)
    right = {"received_on": "2024-11-20", "proof": SimpleUploadedFile("bukti.exe", PROOF), "note": ""}
    assert officer.post(target, right).status_code == 302
    assert CircularReceipt.objects.filter(circular=row, unit=unit("DINSOS"), is_unit=True).exists()
    proof = officer.get(reverse("circular_proof", args=[row.pk, unit("DINSOS").pk]))
    assert proof.headers["Content-Disposition"].startswith("attachment")
    assert "Dinas Sosial" not in text_of(officer.get(reverse("circular_receipts", args=[row.pk]) + "?belum=1"))


def test_the_organiser_acknowledges_and_alone_reads_the_names(signed_in: Any, officer: Client, cendana: None) -> None:
    row = Circular.objects.get(number__startswith="002/")
    organiser("DINSOS")
    own = signed_in_as("penyelenggara")
    assert "Edaran yang belum dinyatakan diterima unit Anda" in text_of(own.get(reverse("workspace")))
    page = reverse("circular_unit", args=[row.pk, unit("DINSOS").pk])
    assert "Ilalang Contohsari" in text_of(own.get(page))
    assert own.post(page).status_code == 302
    assert "menyatakan menerima pada" in text_of(own.get(page))
    assert own.get(reverse("circular_unit", args=[row.pk, unit("DISDIK").pk])).status_code == 403
    assert officer.get(page).status_code == 403
    assert signed_in("ppk").get(page).status_code == 403


def signed_in_as(username: str) -> Client:
    from sinetra.apps.accounts.models import User

    client = Client()
    client.force_login(User.objects.get(username=username))
    return client


@pytest.mark.parametrize("username", ["humas", "inspektorat", "staf.bawaslu", "admin", "orang.luar"])
def test_who_may_not_write_reaches_no_page_that_writes(username: str, signed_in: Any, cendana: None) -> None:
    draft, row = Circular.objects.get(state=State.DRAFT), Circular.objects.get(number__startswith="002/")
    client = signed_in(username)
    for name, key in (
        ("circular", draft),
        ("edit_circular", draft),
        ("circular_pdf", draft),
        ("circular_message", draft),
        ("add_circular_annex", draft),
        ("withdraw_circular", row),
        ("confirm_circular", row),
        ("circular_receipts", row),
    ):
        assert client.get(reverse(name, args=[key.pk])).status_code in {403, 404}, name
    assert client.get(reverse("record_receipt", args=[row.pk, unit("DINSOS").pk])).status_code == 403
    assert client.post(reverse("circular", args=[draft.pk]), {"version": draft.version}).status_code in {403, 404}
    draft.refresh_from_db()
    assert draft.state == State.DRAFT


def test_withdrawing_asks_for_a_reason_and_tells_it(team: Client, cendana: None) -> None:
    row = Circular.objects.get(number__startswith="002/")
    address = reverse("withdraw_circular", args=[row.pk])
    assert "Tuliskan alasannya" in text_of(team.post(address, {"reason": ""}))
    team.post(address, {"reason": "Lampiran tertukar."})
    assert "Lampiran tertukar." in text_of(Client().get(reverse("public_circular", args=[row.pk])))


def test_an_annex_is_served_as_a_download_and_a_page_is_refused(officer: Client, team: Client) -> None:
    begin(officer)
    row = Circular.objects.get(state=State.DRAFT)
    address = reverse("add_circular_annex", args=[row.pk])
    hostile = officer.post(address, {"name": "Daftar", "file": SimpleUploadedFile("a.pdf", b"<html><script>1")})
    assert "bukan jenis yang diterima" in text_of(hostile)
    assert "Pilih berkas" in text_of(officer.post(address, {"name": "Daftar"}))
    officer.post(address, {"name": "Daftar", "file": SimpleUploadedFile("../../a.html", PROOF)})
    url = reverse("public_circular_annex", args=[row.pk, 1])
    assert Client().get(url).status_code == 404
    row.refresh_from_db()
    team.post(reverse("circular", args=[row.pk]), {"version": row.version})
    answer = Client().get(url)
    assert answer.content == PROOF
    assert answer.headers["Content-Disposition"] == 'attachment; filename="lampiran-1.pdf"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_one_from_the_press_is_marked_and_confirmed(officer: Client, places: None) -> None:
    load_articles(ROOT / "samples" / "articles", is_sample=True)
    row = Circular.objects.get(state=State.PRESS)
    page = text_of(officer.get(reverse("circular", args=[row.pk])))
    assert "dari berita, belum dikonfirmasi" in page
    assert "Nomor seperti tercetak di berita" in page
    assert officer.get(reverse("circular_pdf", args=[row.pk])).status_code == 404
    officer.post(reverse("confirm_circular", args=[row.pk]), {"issued_on": ""})
    assert "dari berita, dikonfirmasi" in text_of(officer.get(reverse("circular", args=[row.pk])))


def test_the_pattern_of_numbers_is_set_and_a_wrong_one_kept_in_the_field(officer: Client) -> None:
    address = reverse("circular_pattern")
    answer = officer.post(address, {"pattern": "{urut}/2024"})
    assert answer.status_code == 200
    assert b"{urut}/2024" in answer.content
    assert officer.post(address, {"pattern": "{sequence}/HKU/{year}"}).status_code == 302


def test_the_demo_loads_once(cendana: None) -> None:
    before = list(Circular.objects.values_list("pk", "version"))
    load_circulars()
    assert list(Circular.objects.values_list("pk", "version")) == before
    assert set(Circular.objects.values_list("state", flat=True)) == {State.PUBLISHED, State.DRAFT}
