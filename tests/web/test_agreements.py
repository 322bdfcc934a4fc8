"""Pages of agreements: that of article 003 with its two promises, annexes, meetings, and who finds none of it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from sinetra.apps.agreements.models import Agreement, Obligation
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import Activity

sys.path.insert(0, str(Path(__file__).resolve().parent))

from agreement_pages import PDF, agreement_of, office
from reading import text_of
from staff_pages import fields_of, send

pytestmark = pytest.mark.django_db


def test_the_agreement_of_article_003_is_recorded_with_its_two_promises(signed_in):
    staff = signed_in("staf.bawaslu")
    page = text_of(agreement_of(staff))
    row = Agreement.objects.get()
    assert [item["number"] for item in row.articles] == ["2", "3"]
    assert "Pemko menindaklanjuti dengan sanksi." in page
    assert "Janji bukan dasar hukum." in page
    owner = str(office("Pemko Cendana").pk)
    data = {"text": "Memberi data bila diminta", "owner": "Kepala BKPSDM", "owner_organisation": owner}
    send(staff, "new_obligation", row.pk, **data, gives_data="on", answer_days="7")
    sanction = data | {"text": "Menindaklanjuti dengan sanksi", "due_on": "2024-11-20"}
    page = text_of(send(staff, "new_obligation", row.pk, **sanction))
    assert "7 hari sejak diminta" in page
    assert "lewat 2 hari" in page
    desk = text_of(signed_in("petugas.bkpsdm").get(reverse("workspace")))
    assert "Menindaklanjuti dengan sanksi" in desk
    assert "Menindaklanjuti dengan sanksi" not in text_of(staff.get(reverse("workspace")))
    assert "Menjaga netralitas ASN" in text_of(staff.get(reverse("workspace"))), "the review is due"


def test_an_obligation_is_settled_by_who_owes_it(signed_in):
    agreement_of(signed_in("staf.bawaslu"))
    row = Agreement.objects.get()
    owner = str(office("Pemko Cendana").pk)
    given = {"text": "Menindaklanjuti", "owner": "Kepala BKPSDM", "owner_organisation": owner, "due_on": "2024-11-20"}
    send(signed_in("staf.bawaslu"), "new_obligation", row.pk, **given)
    duty = Obligation.objects.get()
    assert send(signed_in("inspektorat"), "settle_obligation", duty.pk).status_code == 403
    ppk, address = signed_in("ppk"), reverse("settle_obligation", args=[duty.pk])
    given = fields_of(ppk.get(address)) | {"note": "SK 7/2024"}
    assert "SK 7/2024" in text_of(ppk.post(address, given, follow=True))
    assert "sudah dinyatakan selesai" in text_of(ppk.post(address, given, follow=True)), "pressed twice"
    duty.refresh_from_db()
    assert (duty.done_note, duty.done_on is None) == ("SK 7/2024", False)
    assert "Menindaklanjuti" not in text_of(signed_in("petugas.bkpsdm").get(reverse("obligation_list")))
    given = fields_of(ppk.get(address))
    assert "Kewajiban dibuka lagi." in text_of(ppk.post(address, given, follow=True))
    assert "sudah terbuka" in text_of(ppk.post(address, given, follow=True))
    assert "Menindaklanjuti" in text_of(signed_in("petugas.bkpsdm").get(reverse("obligation_list")))


def test_what_is_wrong_with_an_agreement_is_said_and_what_was_typed_stays(signed_in):
    answer = agreement_of(signed_in("staf.bawaslu"), signatories="", title="Judul yang saya ketik")
    assert "Tulis jabatan para penanda tangan" in text_of(answer)
    assert "Judul yang saya ketik" in answer.content.decode()
    assert not Agreement.objects.exists()


def test_others_do_not_find_an_agreement(signed_in):
    agreement_of(signed_in("staf.bawaslu"))
    row = Agreement.objects.get()
    address = reverse("agreement", args=[row.pk])
    assert signed_in("ppk").get(address).status_code == 200
    assert signed_in("pleno.provinsi").get(address).status_code == 404
    assert signed_in("orang.luar").get(address).status_code == 403
    partner, keeper = signed_in("petugas.bkpsdm"), signed_in("staf.bawaslu")
    meeting = Activity(organisation=office("Pemko Cendana"), kind="rakor", title="Rapat koordinasi")
    with unit_of_work(SYSTEM) as work:
        work.create(meeting)
        work.record("test.store", meeting)
    edited = fields_of(keeper.get(reverse("edit_agreement", args=[row.pk]))) | {"partner": ""}
    edited["title"] = "Judul dari pihak lain"
    for name, given in (
        ("edit_agreement", edited),
        ("new_obligation", {"text": "Menindaklanjuti", "owner": "Kepala BKPSDM", "due_on": "2024-12-20"}),
        ("new_agreement_annex", {"name": "Naskah", "file": SimpleUploadedFile("x.pdf", PDF)}),
        ("link_meeting", {"activity": str(meeting.pk)}),
        ("end_agreement", {"reason": "Tidak dipakai lagi."}),
    ):
        answer = partner.post(reverse(name, args=[row.pk]), given)
        assert answer.status_code == 403, name
    assert not (row.obligations.exists() or row.annexes.exists() or row.meetings.exists())
    assert Agreement.objects.get().title == "Menjaga netralitas ASN"
    keeper.post(reverse("edit_agreement", args=[row.pk]), edited)
    assert Agreement.objects.get().title == "Judul dari pihak lain", "the same form of who keeps it is taken"
    row.refresh_from_db()
    assert row.state == "in_force"


def test_an_annex_is_taken_sealed_and_a_program_is_refused(signed_in):
    staff = signed_in("staf.bawaslu")
    agreement_of(staff)
    row = Agreement.objects.get()
    hostile = SimpleUploadedFile("naskah.pdf", b"MZ program")
    assert "bukan jenis yang diterima" in text_of(
        send(staff, "new_agreement_annex", row.pk, name="Naskah", file=hostile)
    )
    send(staff, "new_agreement_annex", row.pk, name="Naskah", file=SimpleUploadedFile("x.pdf", PDF))
    annex = row.annexes.get()
    got = signed_in("ppk").get(reverse("agreement_annex", args=[annex.pk]))
    assert got.content == PDF
    assert "attachment" in got.headers["Content-Disposition"]
    assert signed_in("pleno.provinsi").get(reverse("agreement_annex", args=[annex.pk])).status_code == 404
    send(staff, "drop_agreement_annex", annex.pk)
    assert not row.annexes.exists()


def test_a_meeting_is_put_under_the_agreement_and_taken_off(signed_in):
    staff = signed_in("staf.bawaslu")
    agreement_of(staff)
    row = Agreement.objects.get()
    meeting = Activity(organisation=office("Bawaslu Cendana"), kind="rakor", title="Rapat koordinasi tiga hari")
    with unit_of_work(SYSTEM) as work:
        work.create(meeting)
        work.record("test.store", meeting)
    assert "Rapat koordinasi tiga hari" in text_of(send(staff, "link_meeting", row.pk, activity=str(meeting.pk)))
    send(staff, "unlink_meeting", row.meetings.get().pk)
    assert not row.meetings.exists()
