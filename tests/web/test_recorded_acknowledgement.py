"""Pages of hand-overs: an answer recorded with its proof, the second person, the file for SBT, what is overdue."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from lxml import html

sys.path.insert(0, str(Path(__file__).parent))

from reading import text_of
from staff_pages import REPORTERS, STORIES

from sinetra.apps.base.actor import SYSTEM, Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.models import Clock, HandOver, Matter, RecordedAnswer
from sinetra.apps.cases.sending import ANSWER
from sinetra.apps.cases.vocabulary import HandOverState, RecordState
from sinetra.ports.clock import today
from sinetra.web import sealed

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
ActorOf = Callable[[str], Actor]
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
def sent(reports: None) -> HandOver:
    rows = HandOver.objects.filter(direction="outgoing", state=HandOverState.SENT).select_related("matter")
    return rows.order_by("sent_at", "id")[0]


def given(sent: HandOver, **changes: Any) -> dict[str, Any]:
    return {
        "answer": "acknowledged",
        "kind": "stamped_receipt",
        "number": "",
        "dated_on": today("99.71").isoformat(),
        "note": "Diterima di loket.",
        "proof": SimpleUploadedFile("terima.pdf", PDF),
    } | changes


def record(client: Client, sent: HandOver, **changes: Any) -> Any:
    return client.post(reverse("record_acknowledgement", args=[sent.pk]), given(sent, **changes))


def test_a_proof_is_recorded_seen_by_a_second_person_and_marked_on_every_page(
    signed_in: SignIn, sent: HandOver
) -> None:
    matter = reverse("matter", args=[sent.matter_id])
    staff, leader = signed_in("staf.bawaslu"), signed_in("pleno")
    assert reverse("record_acknowledgement", args=[sent.pk]) in staff.get(matter).content.decode()
    assert record(staff, sent).status_code == 302
    row = RecordedAnswer.objects.get()
    page = reverse("confirm_acknowledgement", args=[row.pk])
    assert page not in staff.get(matter).content.decode(), "the first person is not offered to be the second"
    assert page in leader.get(matter).content.decode()
    assert page in leader.get(reverse("workspace")).content.decode()
    assert "Diterima di loket." in text_of(leader.get(page))
    proof = leader.get(reverse("acknowledgement_proof", args=[row.pk]))
    assert proof.content == PDF
    assert "attachment" in proof.headers["Content-Disposition"]
    assert leader.post(page, {"decision": "accept"}).status_code == 302
    for address in (matter, reverse("matters")):
        assert "dicatat pengirim" in text_of(leader.get(address))
    assert "menyatakan telah menerima" not in text_of(leader.get(matter))
    assert reverse("record_acknowledgement", args=[sent.pk]) not in leader.get(matter).content.decode()


def test_what_is_missing_stands_at_its_field_and_what_was_typed_stays(signed_in: SignIn, sent: HandOver) -> None:
    client = signed_in("staf.bawaslu")
    answer = record(client, sent, kind="letter", number="12/B", proof="")
    assert "Pilih pindaian buktinya" in text_of(answer)
    page = html.document_fromstring(answer.content.decode())
    assert page.xpath("string(//input[@name='number']/@value)") == "12/B"
    assert "bukan jenis yang diterima" in text_of(record(client, sent, proof=SimpleUploadedFile("a.pdf", b"MZ")))
    assert "Tuliskan nomornya" in text_of(record(client, sent, kind="sbt"))
    assert not RecordedAnswer.objects.exists()


def test_a_rejection_says_why_on_the_page_of_the_matter(signed_in: SignIn, sent: HandOver) -> None:
    staff, leader = signed_in("staf.bawaslu"), signed_in("pleno")
    record(staff, sent)
    page = reverse("confirm_acknowledgement", args=[RecordedAnswer.objects.get().pk])
    assert "Tuliskan alasan penolakan" in text_of(leader.post(page, {"decision": "reject", "reason": ""}))
    leader.post(page, {"decision": "reject", "reason": "Capnya milik kantor lain."})
    assert RecordedAnswer.objects.get().state == RecordState.REJECTED
    seen = text_of(staff.get(reverse("matter", args=[sent.matter_id])))
    assert "ditolak orang kedua" in seen
    assert "Capnya milik kantor lain." in seen
    assert "sudah diputuskan" in text_of(leader.post(page, {"decision": "accept"})), "too late, and told so"


def test_nobody_else_records_confirms_or_reads_the_proof(signed_in: SignIn, sent: HandOver) -> None:
    record(signed_in("staf.bawaslu"), sent)
    row = RecordedAnswer.objects.get()
    addresses = [
        reverse("record_acknowledgement", args=[sent.pk]),
        reverse("confirm_acknowledgement", args=[row.pk]),
        reverse("acknowledgement_proof", args=[row.pk]),
    ]
    for name in ("auditor.bkn", "pleno.provinsi", "kustodian", "admin", "humas", "petugas.bkpsdm"):
        client = signed_in(name)
        for address in addresses:
            assert client.get(address).status_code in {403, 404}, (name, address)
    own = signed_in("staf.bawaslu").post(addresses[1], {"decision": "accept"})
    assert "orang lain dari kantor Anda" in text_of(own)


def test_the_file_for_sbt_is_a_table_that_no_spreadsheet_computes_and_comes_back(
    signed_in: SignIn, sent: HandOver
) -> None:
    from openpyxl import load_workbook

    client, address = signed_in("staf.bawaslu"), reverse("sbt_file")
    assert sent.matter.number in text_of(client.get(address))
    assert "Pilih sekurangnya satu perkara" in text_of(client.post(address, {"kind": "csv"}))
    plain = client.post(address, {"chosen": [str(sent.pk)], "kind": "csv"})
    told = plain.content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(told)))
    assert {row["nomor_perkara"] for row in rows} == {sent.matter.number}
    assert {row["nip"] for row in rows} == {""}
    secrets = [value for one in REPORTERS for key, value in one.items() if key in {"name", "address", "phone"}]
    assert not any(secret in told for secret in [*secrets, *STORIES])
    book = client.post(address, {"chosen": [str(sent.pk)], "kind": "xlsx"}).content
    sheet = load_workbook(io.BytesIO(book)).worksheets[0]
    head = [cell.value for cell in sheet[1]]
    assert head == list(rows[0])
    for column, value in (("nomor_sbt", "7"), ("status_sbt", "diterima"), ("tanggal_sbt", today("99.71").isoformat())):
        sheet.cell(row=2, column=head.index(column) + 1, value=value)
    out = io.BytesIO()
    sheet.parent.save(out)
    upload = {"kind": "sbt", "file": SimpleUploadedFile("sbt.xlsx", out.getvalue())}
    shown = client.post(reverse("import_people"), upload)
    state = html.document_fromstring(shown.content.decode()).xpath("string(//input[@name='state']/@value)")
    assert state, text_of(shown)
    assert not RecordedAnswer.objects.exists()
    client.post(reverse("store_import"), {"state": state})
    assert RecordedAnswer.objects.get().number == "7"
    assert sent.matter.number in text_of(signed_in("pleno").get(reverse("proof_list")))


def test_a_cell_that_begins_like_a_formula_is_text(signed_in: SignIn, sent: HandOver, actor: ActorOf) -> None:
    from sinetra.web.staff.hand_overs.sbt import _file

    answer = _file([{"nomor_perkara": "1", "ringkasan": "=HYPERLINK(1)"}], "csv", today("99.71"))
    assert "'=HYPERLINK(1)" in answer.content.decode()


def test_nobody_else_takes_the_file(signed_in: SignIn, sent: HandOver) -> None:
    for name in ("kustodian", "admin", "humas", "ppk"):
        assert signed_in(name).get(reverse("sbt_file")).status_code == 403
    for name in ("auditor.bkn", "petugas.bkpsdm"):
        receiver = signed_in(name)
        assert sent.matter.number not in text_of(receiver.get(reverse("sbt_file")))
        answer = receiver.post(reverse("sbt_file"), {"chosen": [str(sent.pk)], "kind": "csv"})
        assert answer.headers["Content-Type"].startswith("text/html")


def _arrived(sent: HandOver) -> Matter:
    return HandOver.objects.select_related("matter").get(package_id=sent.package_id, direction="incoming").matter


def overdue(sent: HandOver) -> None:
    """Both clocks of the answer ran out three days ago."""
    past = today("99.71") - timedelta(days=3)
    with unit_of_work(SYSTEM) as work:
        for row in Clock.objects.filter(rule=ANSWER, done_at=None):
            work.change(row, due_on=past, told=row.told | {"due": past.isoformat()})
            work.record("clock.move", row)


def test_both_desks_show_what_is_overdue_with_its_explanation(signed_in: SignIn, sent: HandOver) -> None:
    staff, bkn = signed_in("staf.bawaslu"), signed_in("auditor.bkn")
    caption = "Serah terima yang lewat waktu"
    overdue(sent)
    for client, matter in ((staff, sent.matter), (bkn, _arrived(sent))):
        page = client.get(reverse("workspace"))
        assert caption in text_of(page)
        answer = client.get(reverse("overdue_list"))
        assert matter.number in text_of(answer)
        assert html.document_fromstring(answer.content.decode()).xpath("//table//details//ol/li"), "how it is counted"
    assert "lewat 3 hari" in text_of(staff.get(reverse("matter", args=[sent.matter_id])))
    record(staff, sent)
    leader = signed_in("pleno")
    page = reverse("confirm_acknowledgement", args=[RecordedAnswer.objects.get().pk])
    leader.post(page, {"decision": "accept"})
    assert "Tidak ada serah terima yang lewat waktu" in text_of(staff.get(reverse("overdue_list")))
    assert caption not in text_of(staff.get(reverse("workspace")))
    assert caption in text_of(bkn.get(reverse("workspace"))), "the receiver itself has not answered"


def test_the_mark_is_said_in_english_too(signed_in: SignIn, sent: HandOver) -> None:
    record(signed_in("staf.bawaslu"), sent)
    leader = signed_in("pleno")
    leader.post(reverse("confirm_acknowledgement", args=[RecordedAnswer.objects.get().pk]), {"decision": "accept"})
    page = leader.get(reverse("matter", args=[sent.matter_id]).replace("/id/", "/en/"))
    assert "recorded by the sender" in text_of(page)


def followed(sent: HandOver, language: str = "id") -> str:
    """The page of the reporter whose report was sent on."""
    token = sealed.seal("follow", {"report": str(sent.matter.report_id)})
    return text_of(Client().post(f"/{language}/ikuti/", {"view": token}))


def test_the_reporter_reads_where_it_went_the_days_over_and_who_said_that_it_arrived(
    signed_in: SignIn, sent: HandOver
) -> None:
    overdue(sent)
    page = followed(sent)
    assert "Ke mana laporan Anda diteruskan BKN (contoh)" in page
    assert "belum dijawab, lewat 3 hari" in page
    record(signed_in("staf.bawaslu"), sent)
    assert "belum dijawab, lewat 3 hari" in followed(sent), "what nobody has confirmed is no answer"
    confirm = reverse("confirm_acknowledgement", args=[RecordedAnswer.objects.get().pk])
    signed_in("pleno").post(confirm, {"decision": "accept"})
    assert "diterima, dicatat pengirim" in followed(sent)
    assert "diterima, dinyatakan penerima" not in followed(sent)
    assert "received, recorded by the sender" in followed(sent, "en")
    assert "loket" not in followed(sent), "the note is for the office"
