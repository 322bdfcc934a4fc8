"""Pages of data requests and disclosures: what is asked, decided field by field, told, and read by the requester."""

from __future__ import annotations

import sys
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html
from openpyxl import load_workbook

from sinetra.apps.accounts.models import User
from sinetra.apps.agreements.models import Agreement, DataRequest, Disclosure, DisclosureOpening
from sinetra.apps.audit.access_models import AccessEntry
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.models import Matter
from sinetra.apps.registry.models import Person
from sinetra.ports.clock import now

sys.path.insert(0, str(Path(__file__).resolve().parent))

from agreement_pages import agreement_of, office, pdf_text
from reading import text_of
from staff_pages import fields_of, send

pytestmark = pytest.mark.django_db
PERSON = "Durian Contohwan, Kepala Dinas PUTR"
SECRET = "Hadir pukul 07.31"


def asked(client: Client, **changes: Any) -> Any:
    given = {
        "owner": str(office("Pemko Cendana").pk),
        "law": "uu-10-2016",
        "article": "pasal 30 huruf b",
        "matter": "001/TM/2024",
        "purpose": "Memastikan jabatan orang itu.",
        "people": PERSON,
        "fields_asked": ["name", "position", "attendance"],
    }
    return send(client, "ask_data", **(given | changes))


def decided(client: Client, request: DataRequest, *withheld: int) -> Any:
    given = fields_of(client.get(reverse("decide_request", args=[request.pk])))
    for field in request.fields.all():
        given[f"decision_{field.place}"] = "tahan" if field.place in withheld else "setuju"
        given[f"reason_{field.place}"] = "Dipertimbangkan untuk tujuan itu."
    return send(client, "decide_request", request.pk, **given)


def disclosed(client: Client, request: DataRequest, **changes: Any) -> Any:
    given = fields_of(client.get(reverse("disclose_data", args=[request.pk])))
    given |= {"law": "uu-10-2016", "article": "pasal 30 huruf b", "days": "7"}
    given |= {"value_0_1": "Durian Contohwan", "value_0_2": "Kepala Dinas PUTR"}
    return send(client, "disclose_data", request.pk, **(given | changes))


@pytest.fixture
def told(signed_in) -> Disclosure:
    """Two of three fields, told to Bawaslu."""
    asked(signed_in("staf.bawaslu"))
    request = DataRequest.objects.get()
    decided(signed_in("petugas.bkpsdm"), request, 3)
    disclosed(signed_in("petugas.bkpsdm"), request)
    return Disclosure.objects.get()


def test_two_fields_are_told_the_third_is_withheld_and_the_requester_sees_no_more(signed_in, told):
    staff = signed_in("staf.bawaslu")
    asked_page = html.document_fromstring(staff.get(reverse("data_request", args=[told.request_id])).content.decode())
    states = [" ".join(row.text_content().split()) for row in asked_page.xpath("//tbody/tr")]
    assert ["disetujui" in row for row in states] == [True, True, False]
    assert "ditahan" in states[2]
    before = text_of(staff.get(reverse("disclosure", args=[told.pk])))
    assert "Kepala Dinas PUTR" not in before
    opened = send(staff, "open_disclosure", told.pk, how="page")
    text = text_of(opened)
    assert "Kepala Dinas PUTR" in text
    assert "Kehadiran" not in text
    assert "Dahlia Contohsari" in text, "who took the copy stands on it"
    assert opened.headers["Cache-Control"] == "private, no-store"
    [opening] = DisclosureOpening.objects.all()
    assert opening.how == "page"
    register = text_of(signed_in("petugas.bkpsdm").get(reverse("disclosure", args=[told.pk])))
    assert "Dahlia Contohsari" in register
    assert AccessEntry.objects.filter(page="open_disclosure", subject_type="agreements.disclosure").exists()


def test_what_the_register_knows_of_a_withheld_field_is_not_told_and_of_an_approved_one_is(signed_in):
    number = Person.objects.get(name="Durian Contohwan").nip
    staff, owner = signed_in("staf.bawaslu"), signed_in("petugas.bkpsdm")
    for matter, withheld, told_of_it in (("001/TM/2024", (3,), False), ("002/TM/2024", (), True)):
        asked(staff, matter=matter, fields_asked=["name", "position", "number"])
        request = DataRequest.objects.get(matter=matter)
        decided(owner, request, *withheld)
        disclosed(owner, request)
        row = Disclosure.objects.get(request=request)
        assert (number in text_of(send(staff, "open_disclosure", row.pk, how="page"))) is told_of_it
        print_ = staff.post(reverse("open_disclosure", args=[row.pk]), {"how": "pdf"})
        assert (number in pdf_text(print_.content)) is told_of_it


def test_a_value_of_a_withheld_field_is_not_taken(signed_in):
    asked(signed_in("staf.bawaslu"))
    request = DataRequest.objects.get()
    owner = signed_in("petugas.bkpsdm")
    decided(owner, request, 3)
    disclosed(owner, request, value_0_3=SECRET)
    row = Disclosure.objects.get()
    assert SECRET not in text_of(send(signed_in("staf.bawaslu"), "open_disclosure", row.pk, how="page"))


def test_nobody_else_opens_it_no_link_opens_it_and_a_wrong_way_is_none(signed_in, told):
    for username in ("petugas.bkpsdm", "ppk", "admin", "pemeriksa.jejak", "pleno.provinsi", "auditor.bkn", "humas"):
        answer = signed_in(username).post(reverse("open_disclosure", args=[told.pk]), {"how": "page"})
        assert answer.status_code in {403, 404}, username
        assert "Kepala Dinas PUTR" not in answer.content.decode()
    staff = signed_in("staf.bawaslu")
    assert staff.get(reverse("open_disclosure", args=[told.pk])).status_code == 405
    assert staff.post(reverse("open_disclosure", args=[told.pk]), {"how": "semua"}).status_code == 404
    assert Client().post(reverse("open_disclosure", args=[told.pk]), {"how": "page"}).status_code == 302
    assert not DisclosureOpening.objects.exists()


def test_after_its_time_nothing_opens(signed_in, told):
    with unit_of_work(SYSTEM) as work:
        work.change(told, expires_at=now() - timedelta(seconds=1))
        work.record("test.change", told)
    staff = signed_in("staf.bawaslu")
    page = staff.get(reverse("disclosure", args=[told.pk]))
    assert "masa terbukanya lewat" in text_of(page)
    assert "Baca di halaman" not in text_of(page)
    for how in ("page", "pdf", "xlsx"):
        answer = staff.post(reverse("open_disclosure", args=[told.pk]), {"how": how})
        assert answer.status_code == 410
        assert "Kepala Dinas PUTR" not in answer.content.decode(errors="replace")


def test_when_nothing_was_proven_nobody_is_found_by_the_request(signed_in, reports):
    matter = Matter.objects.filter(organisation=office("Bawaslu Cendana")).order_by("number")[0]
    own, why = "Surat tugas 12 Oktober 2024", "Dipertimbangkan untuk tujuan itu."
    asked(signed_in("staf.bawaslu"), matter=matter.number, own_fields=own)
    request = DataRequest.objects.get()
    decided(signed_in("petugas.bkpsdm"), request, 3)
    disclosed(signed_in("petugas.bkpsdm"), request, value_0_4="ada")
    row, clients = Disclosure.objects.get(), [signed_in("staf.bawaslu"), signed_in("petugas.bkpsdm")]
    pages = [reverse("data_request", args=[request.pk]), reverse("disclosure", args=[row.pk])]
    for client in clients:
        assert all(word in text_of(client.get(pages[0])) for word in ("Durian", own, why))
    with unit_of_work(SYSTEM) as work:
        work.change(matter, outcome="not_proven")
        work.record("test.change", matter)
    assert not [page for client in clients for page in pages if "Durian" in client.get(page).content.decode()]
    said = [text_of(client.get(page)) for client in clients for page in pages]
    assert not [text for text in said if own in text or why in text]
    assert "isian dengan kata-kata peminta" in said[0]
    assert "Perkaranya tidak terbukti." in text_of(clients[0].get(pages[0]))
    assert "Baca di halaman" not in text_of(clients[0].get(pages[1]))
    assert clients[0].post(reverse("open_disclosure", args=[row.pk]), {"how": "page"}).status_code == 410
    assert clients[1].get(reverse("decide_request", args=[request.pk])).status_code == 410


def test_the_owner_closes_it(signed_in, told):
    send(signed_in("ppk"), "end_disclosure", told.pk, reason="Perkara selesai.")
    staff = signed_in("staf.bawaslu")
    assert staff.post(reverse("open_disclosure", args=[told.pk]), {"how": "page"}).status_code == 410
    assert staff.get(reverse("end_disclosure", args=[told.pk])).status_code == 403


def test_every_row_of_the_workbook_bears_who_took_it(signed_in, told):
    answer = signed_in("staf.bawaslu").post(reverse("open_disclosure", args=[told.pk]), {"how": "xlsx"})
    book = load_workbook(BytesIO(answer.content))
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    assert rows[0] == ["Nama", "Nama lengkap", "Jabatan", "Salinan"]
    assert all(told.reference in row[-1] and "Dahlia Contohsari" in row[-1] for row in rows[1:])


def test_who_watches_over_the_data_sees_what_is_open_and_not_what_was_told(signed_in, told):
    desk = text_of(signed_in("pemeriksa.pemko").get(reverse("workspace")))
    assert "Data pegawai yang sedang terbuka bagi lembaga lain" in desk
    assert told.reference in desk
    assert "Kepala Dinas PUTR" not in desk
    assert told.reference not in text_of(signed_in("pemeriksa.jejak").get(reverse("workspace")))
    assert told.reference not in text_of(signed_in("ppk").get(reverse("workspace")))


def test_the_form_begins_with_what_the_register_says(signed_in):
    asked(signed_in("staf.bawaslu"))
    request, owner = DataRequest.objects.get(), signed_in("petugas.bkpsdm")
    decided(owner, request, 3)
    page = owner.get(reverse("disclose_data", args=[request.pk]))
    given = fields_of(page)
    assert (given["value_0_1"], given["value_0_2"]) == (["Durian Contohwan"], ["Kepala Dinas PUTR"])
    assert "value_0_3" not in given
    assert "Dari Register; periksa dahulu." in text_of(page)


def test_the_print_says_what_was_approved_and_who_took_it(signed_in, told):
    answer = signed_in("staf.bawaslu").post(reverse("open_disclosure", args=[told.pk]), {"how": "pdf"})
    assert answer.headers["Cache-Control"] == "private, no-store"
    text = pdf_text(answer.content)
    assert "Kepala Dinas PUTR" in text
    assert "Kehadiran" not in text
    assert "Dahlia Contohsari" in text


def test_the_register_goes_out_as_a_file_without_what_was_told(signed_in, told):
    answer = signed_in("petugas.bkpsdm").get(reverse("disclosures_xlsx"))
    book = load_workbook(BytesIO(answer.content))
    said = repr([[cell.value for cell in row] for row in book.worksheets[0].iter_rows()])
    assert told.reference in said
    assert "UU 10/2016 pasal 30 huruf b" in said
    assert "Kepala Dinas PUTR" not in said
    assert signed_in("staf.bawaslu").get(reverse("disclosures_xlsx")).status_code == 403


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"own_fields": "akun Instagram"}, "Sinetra tidak memindai akun siapa pun"),
        ({"own_fields": "nama istri"}, "Keluarga bukan pihak dalam permintaan data"),
        ({"people": "Semua pegawai Dinas PUTR"}, "meminta banyak orang sekaligus"),
        ({"people": "\n".join(f"Kenari Contohwati {n}" for n in range(6))}, "Daftar pegawai tidak diberikan"),
        ({"law": "lain", "instrument": "MoU Bawaslu dan Pemko"}, "Kesepakatan adalah janji, bukan dasar hukum"),
        ({"matter": "Camat ikut kampanye"}, "Tulis nomor perkaranya saja"),
        ({"fields_asked": []}, "Pilih sedikitnya satu isian"),
    ],
)
def test_a_refusal_says_why_and_keeps_what_was_typed(signed_in, changes, said):
    answer = asked(signed_in("staf.bawaslu"), **({"purpose": "Tujuan yang saya ketik."} | changes))
    assert said in text_of(answer)
    assert "Tujuan yang saya ketik." in answer.content.decode()
    assert not DataRequest.objects.exists()
    tree = html.document_fromstring(answer.content.decode())
    assert tree.xpath("//div[@class='errors']//a/@href"), "the summary leads to the field"


def test_a_request_waits_on_the_desk_of_the_owner(signed_in):
    asked(signed_in("staf.bawaslu"))
    for username in ("petugas.bkpsdm", "ppk"):
        assert "Permintaan data yang menunggu Anda" in text_of(signed_in(username).get(reverse("workspace")))
    assert "Permintaan data yang menunggu Anda" not in text_of(signed_in("staf.bawaslu").get(reverse("workspace")))
    request = DataRequest.objects.get()
    assert "Permintaan ditarik." in text_of(send(signed_in("pleno"), "withdraw_request", request.pk))
    assert "Permintaan data yang menunggu Anda" not in text_of(signed_in("ppk").get(reverse("workspace")))


def test_an_auditor_on_either_side_reads_what_was_asked_on_which_law_and_neither_why_nor_of_whom(signed_in, told):
    request = told.request
    page = reverse("data_request", args=[request.pk])
    contents = ("Memastikan jabatan", "Durian", "Dipertimbangkan untuk tujuan itu.")
    for username in ("petugas.bkpsdm", "staf.bawaslu"):
        assert all(word in text_of(signed_in(username).get(page)) for word in contents), username
    watcher = User.objects.get(username="pemeriksa.jejak")
    with unit_of_work(SYSTEM) as work:
        work.change(watcher, organisation=office("Bawaslu Cendana"))
        work.record("test.change", watcher)
    for username in ("pemeriksa.pemko", "pemeriksa.jejak"):
        text = text_of(signed_in(username).get(page))
        assert not [word for word in contents if word in text], username
        assert "UU 10/2016 pasal 30 huruf b" in text
        assert "ditahan" in text
        assert "Jumlah orang" in text
    opened = AccessEntry.objects.filter(page="data_request")
    assert opened.exists()
    assert not opened.filter(user__username__startswith="pemeriksa").exists()


def test_who_is_asked_about_finds_nothing_of_it_and_others_do(signed_in):
    matter = "077/TM/2024"
    asked(signed_in("staf.bawaslu"), people="Nusa Contohindah, S.IP., Analis SDM", matter=matter)
    request = DataRequest.objects.get()
    decided(signed_in("kepala.bkpsdm"), request, 3)
    lists = [reverse("workspace"), reverse("data_requests")]
    for username, finds in (("kepala.bkpsdm", True), ("petugas.bkpsdm", False)):
        client = signed_in(username)
        assert all((matter in text_of(client.get(page))) is finds for page in lists), username
    disclosed(signed_in("kepala.bkpsdm"), request)
    row = Disclosure.objects.get()
    lists = [reverse("disclosures"), reverse("data_requests")]
    for username, finds in (("kepala.bkpsdm", True), ("petugas.bkpsdm", False)):
        client = signed_in(username)
        assert all((matter in text_of(client.get(page))) is finds for page in lists), username
        book = load_workbook(BytesIO(client.get(reverse("disclosures_xlsx")).content))
        assert (matter in repr([[cell.value for cell in line] for line in book.worksheets[0].iter_rows()])) is finds
        for name, key in (("data_request", request.pk), ("disclosure", row.pk), ("end_disclosure", row.pk)):
            assert client.get(reverse(name, args=[key])).status_code == (200 if finds else 404), (username, name)


def test_a_refused_request_says_why(signed_in):
    asked(signed_in("staf.bawaslu"))
    request, owner = DataRequest.objects.get(), signed_in("ppk")
    given = fields_of(owner.get(reverse("decide_request", args=[request.pk])))
    given |= {f"decision_{place}": "tahan" for place in (1, 2, 3)}
    given |= {f"reason_{place}": "Tidak perlu." for place in (1, 2, 3)}
    assert "Alasan penolakan seluruhnya" in text_of(send(owner, "decide_request", request.pk, **given))
    given["reason"] = "Tujuannya tidak memerlukan data ini."
    send(owner, "decide_request", request.pk, **given)
    page = text_of(signed_in("staf.bawaslu").get(reverse("data_request", args=[request.pk])))
    assert "ditolak" in page
    assert "Tujuannya tidak memerlukan data ini." in page
    assert owner.get(reverse("disclose_data", args=[request.pk])).status_code == 403
    assert signed_in("petugas.bkpsdm").get(reverse("disclose_data", args=[request.pk])).status_code == 409


def test_a_request_of_a_matter_that_was_not_proven_is_closed_by_the_owner(signed_in, reports):
    matter = Matter.objects.filter(organisation=office("Bawaslu Cendana")).order_by("number")[0]
    asked(signed_in("staf.bawaslu"), matter=matter.number)
    request, owner = DataRequest.objects.get(), signed_in("petugas.bkpsdm")
    page, close = reverse("data_request", args=[request.pk]), reverse("close_request", args=[request.pk])
    assert "Putuskan tiap isian" in text_of(owner.get(page))
    with unit_of_work(SYSTEM) as work:
        work.change(matter, outcome="not_proven")
        work.record("test.change", matter)
    assert "Putuskan tiap isian" not in text_of(owner.get(page))
    assert "Tutup permintaan" in text_of(owner.get(page))
    assert "Tutup permintaan" not in text_of(signed_in("staf.bawaslu").get(page))
    assert signed_in("staf.bawaslu").get(close).status_code == 403
    assert "Tuliskan alasannya." in text_of(owner.post(close, {"reason": ""}))
    answer = text_of(owner.post(close, {"reason": "Perkaranya sudah selesai."}, follow=True))
    assert "Permintaan ditutup." in answer
    assert "ditutup tanpa pengungkapan" in answer
    again = text_of(asked(signed_in("staf.bawaslu"), matter=matter.number))
    assert "Perkara ini tidak terbukti." in again
    assert DataRequest.objects.count() == 1
    assert "Perkaranya sudah selesai." in answer
    assert "Permintaan data yang menunggu Anda" not in text_of(owner.get(reverse("workspace")))


def test_who_may_not_decide_or_disclose(signed_in):
    asked(signed_in("staf.bawaslu"))
    request = DataRequest.objects.get()
    for username in ("staf.bawaslu", "pleno", "tim.netralitas", "inspektorat", "admin", "humas", "auditor.bkn"):
        client = signed_in(username)
        for name in ("decide_request", "disclose_data"):
            assert client.get(reverse(name, args=[request.pk])).status_code == 403, (username, name)


def test_a_letter_is_recorded_by_one_decided_by_another_and_printed(signed_in):
    officer, head = signed_in("petugas.bkpsdm"), signed_in("kepala.bkpsdm")
    given = {
        "requester_name": "KPU Kota Lain (contoh)",
        "letter_number": "12/PL/2024",
        "law": "lain",
        "instrument": "UU 7/2017",
        "article": "pasal 3",
        "matter": "12/2024",
        "purpose": "Memastikan jabatan orang itu.",
        "people": PERSON,
        "fields_asked": ["name", "position"],
    }
    assert "Permintaan dicatat." in text_of(send(officer, "record_request", **given))
    request = DataRequest.objects.get()
    assert "Orang lain yang memutuskannya" in text_of(decided(officer, request))
    decided(head, request)
    disclosed(officer, request)
    row = Disclosure.objects.get()
    assert "cetak, lalu serahkan" in text_of(officer.get(reverse("disclosure", args=[row.pk])))
    answer = officer.post(reverse("open_disclosure", args=[row.pk]), {"how": "pdf"})
    assert answer.content.startswith(b"%PDF-")
    assert DisclosureOpening.objects.get().by_owner


def test_the_pages_are_english_too(signed_in, told):
    staff = signed_in("staf.bawaslu")
    agreement_of(staff)
    names = (
        ("agreements", ()),
        ("agreement", (Agreement.objects.get().pk,)),
        ("new_agreement", ()),
        ("data_requests", ()),
        ("data_request", (told.request_id,)),
        ("ask_data", ()),
        ("disclosure", (told.pk,)),
    )
    for name, args in names:
        answer = staff.get(reverse(name, args=args).replace("/id/", "/en/", 1))
        assert answer.status_code == 200, name
        assert "Permintaan" not in text_of(answer), name
