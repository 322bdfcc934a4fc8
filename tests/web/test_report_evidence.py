"""The question for evidence as a browser without JavaScript sends it: skipped, several files, one removed, refused."""

from __future__ import annotations

import hashlib
import re
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as site
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import html

sys.path.insert(0, str(Path(__file__).parent))

from report_walk import Walk
from tests.core.evidence import hostile

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.erasure.erase import erase_report
from sinetra.apps.evidence.actions.drop_upload import sweep_uploads
from sinetra.apps.evidence.models import Evidence, Upload
from sinetra.apps.evidence.originals import name_of, open_original
from sinetra.apps.evidence.uploads import files
from sinetra.apps.reports.models import Report
from sinetra.web import sealed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city")]
SEND = {"id": "/id/lapor/bukti/", "en": "/en/lapor/bukti/"}
ADD = "/id/ikuti/bukti/"
PHOTO = hostile.jpeg(300, 200)
MEMO = b"Undangan apel hari Senin." * 40


def named(content: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="application/x-lies")


def sent(walk: Walk, *given: SimpleUploadedFile, go: str = "add", language: str = "id", **more: Any) -> Walk:
    fields = {"sealed": walk.sealed, "page": walk.page, "go": go, "files": list(given)} | more
    walk._take(walk.client.post(SEND[language], fields, headers={"Sec-Fetch-Site": "same-origin"}))
    return walk


@pytest.fixture(autouse=True)
def _nothing_of_an_earlier_test() -> None:
    for path in files.folder().iterdir():
        path.unlink()


def test_the_question_may_be_skipped() -> None:
    walk = sent(Walk().to("evidence"), go="next")
    assert walk.page == "summary"
    assert "Buktitidak ada" in walk.text
    assert walk.post(go="send").code
    assert not Evidence.objects.exists()


def test_files_are_listed_with_kind_and_size_and_filed_with_the_report() -> None:
    walk = sent(Walk().to("evidence"), named(PHOTO, "apel.jpg"), named(MEMO, "undangan.txt"))
    assert walk.page == "evidence"
    assert "foto JPEG" in walk.text
    assert "dokumen TXT, 1 kB" in walk.text
    walk = sent(walk, go="next")
    assert "apel.jpg (foto JPEG" in walk.text
    assert walk.post(go="send").code
    rows = list(Evidence.objects.order_by("position"))
    assert [name_of(row) for row in rows] == ["apel.jpg", "undangan.txt"]
    with open_original(rows[0]) as original:
        assert b"".join(original.chunks()) == PHOTO


def test_the_pages_after_it_are_sent_to_the_form_again() -> None:
    walk = sent(Walk().to("evidence"), go="next")
    assert walk.tree.xpath("string(//main//form/@action)") == "/id/lapor/"


def test_files_that_are_chosen_when_going_on_are_sent_too() -> None:
    walk = sent(Walk().to("evidence"), named(PHOTO, "apel.jpg"), go="next")
    assert walk.page == "summary"
    assert "apel.jpg" in walk.text


def test_one_file_is_removed_and_nothing_of_it_is_left() -> None:
    walk = sent(Walk().to("evidence"), named(PHOTO, "apel.jpg"), named(MEMO, "undangan.txt"))
    walk = sent(walk, go="remove-0")
    assert "apel.jpg" not in walk.text
    assert "undangan.txt" in walk.text
    assert Upload.objects.count() == len(list(files.folder().iterdir())) == 1


def test_going_back_and_changing_an_answer_keeps_the_files() -> None:
    walk = sent(Walk().to("evidence"), named(PHOTO, "apel.jpg"))
    walk = sent(walk, go="back")
    assert walk.page == "who"
    walk = walk.next()
    assert "apel.jpg" in walk.text
    walk = sent(walk, go="next").post(go="evidence")
    assert (walk.page, "apel.jpg" in walk.text) == ("evidence", True)


def test_the_same_page_sent_twice_is_one_report_with_its_evidence_once() -> None:
    walk = sent(Walk().to("evidence"), named(PHOTO, "apel.jpg"), go="next")
    before = walk.sealed
    first = walk.post(go="send").code
    walk.sealed, walk.page = before, "summary"
    assert walk.post(go="send").code == first
    assert Evidence.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (hostile.EXE, "foto.jpg", "foto.jpg: Berkas ini program"),
        (hostile.SVG, "gambar.png", "SVG dapat memuat program"),
        (hostile.plain_zip(), "surat.docx", "Arsip tidak diterima"),
        (hostile.pixel_bomb(), "foto.png", "250 megapixel"),
        (b"", "kosong.jpg", "Berkas ini kosong"),
    ],
)
def test_what_is_refused_is_said_with_its_name_and_the_rest_is_kept(content: bytes, name: str, words: str) -> None:
    walk = sent(Walk().to("evidence"), named(content, name), named(PHOTO, "apel.jpg"), go="next")
    assert walk.page == "evidence"
    assert any(words in fault for fault in walk.faults), walk.faults
    assert "apel.jpg" in walk.text
    assert Upload.objects.count() == len(list(files.folder().iterdir())) == 1


def test_what_may_do_harm_is_kept_and_that_is_said() -> None:
    walk = sent(Walk().to("evidence"), named(hostile.pdf("app.alert(1)"), "surat.pdf"))
    assert walk.faults == []
    assert "memuat program (JavaScript)" in walk.text
    assert "karantina" in walk.text


def test_a_file_that_is_too_large_ends_in_words_and_what_was_typed_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "SINETRA_MOST_FILE_MB", 1)
    walk = sent(Walk().to("evidence"), named(PHOTO + bytes(2_000_000), "video.mp4"), named(MEMO, "memo.txt"), go="next")
    assert "satu berkas paling besar 1 MB" in walk.faults[0]
    walk = sent(walk, go="next")
    assert walk.post(go="send").code


def test_a_form_of_five_gigabytes_is_refused_by_its_announced_length() -> None:
    answer = Client().post(
        SEND["id"], b"x", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH=str(5 << 30)
    )
    assert answer.status_code == 413


def test_other_public_pages_take_no_more_than_they_did() -> None:
    more = str(site.SINETRA_MOST_FORM + 1)
    answer = Client().post("/id/lapor/", b"x", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH=more)
    assert answer.status_code == 413


def test_a_file_under_another_name_of_field_is_not_kept_at_all() -> None:
    walk = Walk().to("evidence")
    walk = sent(walk, go="add", other=named(PHOTO, "apel.jpg"))
    assert not Upload.objects.exists()
    assert list(files.folder().iterdir()) == []


@pytest.mark.parametrize(("address", "leads_to"), [(SEND["id"], "/id/lapor/"), (ADD, "/id/ikuti/")])
def test_who_opens_the_address_of_the_files_is_led_to_the_form(address: str, leads_to: str) -> None:
    assert Client().get(address).headers["Location"] == leads_to


def test_another_site_cannot_send_files() -> None:
    walk = Walk().to("evidence")
    fields = {"sealed": walk.sealed, "files": named(PHOTO, "apel.jpg")}
    answer = Client().post(SEND["id"], fields, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert list(files.folder().iterdir()) == []


def test_a_sealed_field_that_is_too_old_keeps_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    walk = Walk().to("evidence")
    monkeypatch.setattr("time.time", lambda: 4_000_000_000.0)
    walk = sent(walk, named(PHOTO, "apel.jpg"))
    assert walk.page == "channel"
    assert walk.faults
    assert not Upload.objects.exists()


def test_a_file_that_javascript_has_sent_is_taken_by_its_key() -> None:
    api = Client()
    begun = api.post("/api/v1/uploads", f'{{"size": {len(PHOTO)}, "name": "a.jpg"}}', content_type="application/json")
    key = begun.json()["key"]
    headers = {"X-Upload-Key": key, "Upload-Offset": "0"}
    api.patch("/api/v1/uploads", PHOTO, content_type="application/octet-stream", headers=headers)
    walk = sent(Walk().to("evidence"), go="next", upload=key)
    assert "a.jpg" in walk.text
    assert key not in walk.answer.content.decode()
    walk.post(go="send")
    assert Evidence.objects.get().sha256 == hashlib.sha256(PHOTO).hexdigest()


def test_neither_name_nor_content_of_a_file_stands_in_clear_anywhere() -> None:
    secret, name = b"Percakapan sangat rahasia. " * 20_000, "Kamboja Contohwan.txt"
    walk = sent(Walk().to("evidence"), named(secret, name), go="next")
    walk.post(go="send")
    kept = b"".join(path.read_bytes() for path in Path(site.SINETRA_DATA).rglob("*") if path.is_file())
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM evidence_evidence")
        kept += repr(cursor.fetchall()).encode()
    assert b"Percakapan sangat" not in kept
    assert b"Kamboja" not in kept
    planted = Path(site.SINETRA_DATA) / "blobs" / "planted"
    planted.write_bytes(secret)
    try:
        assert any(b"Percakapan sangat" in path.read_bytes() for path in planted.parent.iterdir() if path.is_file())
    finally:
        planted.unlink()


def test_in_english_everything_is_english() -> None:
    walk = sent(Walk("en").to("evidence"), named(hostile.EXE, "foto.jpg"), named(PHOTO, "apel.jpg"), language="en")
    assert "This file is a program" in walk.faults[0]
    assert "photo JPEG" in walk.text


def draft_of(walk: Walk) -> str:
    return str(walk.tree.xpath("string(//*[@id='draft']/@data-blob)"))


def restored(kept: str, page: str, **fields: Any) -> Walk:
    walk = Walk()
    walk.sealed = ""
    return walk.post(go="restore", draft=kept, page=page, **fields)


def test_a_draft_brings_its_files_back_while_they_are_there() -> None:
    walk = sent(Walk().to("evidence"), named(PHOTO, "apel.jpg"), go="draft")
    back = restored(draft_of(walk), "evidence")
    assert (back.page, back.faults) == ("evidence", [])
    assert sent(back, go="next").post(go="send").code
    assert name_of(Evidence.objects.get()) == "apel.jpg"


@pytest.mark.parametrize("swept", [False, True])
def test_files_whose_time_is_over_leave_the_draft_and_that_is_said(swept: bool) -> None:
    walk = sent(Walk().to("evidence"), named(PHOTO, "apel.jpg"), named(MEMO, "memo.txt"), go="draft")
    first, _ = Upload.objects.order_by("pk")
    Upload.objects.filter(pk=first.pk).update(expires_at=first.expires_at - timedelta(hours=25))
    if swept:
        sweep_uploads(now=timezone.now())
    back = restored(draft_of(walk), "evidence")
    [fault] = back.faults
    assert "apel.jpg" in fault and "24 jam" in fault and "memo.txt" not in fault
    assert back.tree.xpath("//div[@class='errors']//a/@href") == ["#id_files"]
    assert back.tree.xpath("//ul[@class='upload-list']//b/text()") == ["memo.txt"]
    again = restored(draft_of(back), "evidence")
    assert again.faults == [], "it is said once"
    elsewhere = restored(draft_of(walk), "who")
    assert "apel.jpg" in elsewhere.faults[0]
    assert elsewhere.tree.xpath("//div[@class='errors']//a/@href") == [], "there is no field to go to"
    assert sent(again, go="next").post(go="send").code
    assert name_of(Evidence.objects.get()) == "memo.txt"


def test_what_was_uploaded_on_the_page_of_a_draft_comes_back_or_is_said_to_be_gone() -> None:
    walk = sent(Walk().to("evidence"), named(MEMO, "memo.txt"), go="draft")
    other = sent(Walk().to("evidence"), named(PHOTO, "apel.jpg"))
    key = sealed.unseal("report", other.sealed)["evidence"]["files"][0]["key"]
    back = restored(draft_of(walk), "evidence", upload=[key, "tidak ada"])
    assert back.tree.xpath("//ul[@class='upload-list']//b/text()") == ["memo.txt", "apel.jpg"]
    assert "tanpa nama" in back.faults[0]


def test_a_file_whose_time_is_over_on_the_last_page_is_named_and_the_rest_can_be_sent() -> None:
    walk = sent(Walk().to("evidence"), named(PHOTO, "apel.jpg"), named(MEMO, "memo.txt"), go="next")
    first = Upload.objects.order_by("pk")[0]
    Upload.objects.filter(pk=first.pk).update(expires_at=first.expires_at - timedelta(hours=25))
    walk.post(go="send")
    assert walk.page == "summary"
    assert "apel.jpg" in walk.faults[0] and not Report.objects.exists()
    assert walk.post(go="send").code
    assert name_of(Evidence.objects.get()) == "memo.txt"


def test_a_draft_of_a_report_that_was_sent_with_its_files_is_still_the_same_report() -> None:
    walk = sent(Walk().to("evidence"), named(PHOTO, "apel.jpg"), go="draft")
    walk = sent(walk, go="next")
    kept, code = draft_of(walk), walk.post(go="send").code
    again = restored(kept, "summary")
    assert again.faults == []
    assert again.post(go="send").code == code
    assert Report.objects.count() == 1


def test_on_the_page_of_evidence_somebody_decides_against_a_draft() -> None:
    walk = sent(Walk().to("evidence"), named(PHOTO, "apel.jpg"), go="draft")
    assert draft_of(walk)
    walk = sent(walk, named(MEMO, "memo.txt"), go="no_draft")
    assert (walk.page, draft_of(walk)) == ("evidence", "")
    assert "apel.jpg" in walk.text and "memo.txt" in walk.text


def follow(code: str) -> tuple[Client, str, str]:
    client = Client()
    page = client.post("/id/ikuti/", {"code": code}).content.decode()
    token = html.document_fromstring(page).xpath("string(//form[@enctype]//input[@name='view']/@value)")
    return client, str(token), page


def test_evidence_is_added_later_with_the_code() -> None:
    code = Walk().to("summary").post(go="send").code
    client, token, page = follow(code)
    assert "Belum ada bukti" in page
    answer = client.post(ADD, {"view": token, "files": [named(PHOTO, "apel.jpg")]}).content.decode()
    assert "Bukti ditambahkan" in answer
    assert "apel.jpg" in answer
    assert "apel.jpg" in follow(code)[2]
    assert Evidence.objects.get().position == 1


def test_what_was_erased_asks_for_no_more_evidence_and_takes_none() -> None:
    code = Walk().to("summary").post(go="send").code
    client, token, page = follow(code)
    assert "Tambah bukti" in page
    with unit_of_work(SYSTEM) as work:
        erase_report(work, Report.objects.get())
    assert "Tambah bukti" not in client.post("/id/ikuti/", {"view": token}).content.decode()
    answer = client.post(ADD, {"view": token, "files": [named(PHOTO, "apel.jpg")]}).content.decode()
    assert "Masa simpan laporan ini sudah lewat" in answer
    assert "#id_files" not in answer, "there is no field to go to"
    assert not Evidence.objects.exists()


def test_what_is_refused_later_is_said_on_the_page_of_the_report() -> None:
    code = Walk().to("summary").post(go="send").code
    client, token, _page = follow(code)
    answer = client.post(ADD, {"view": token, "files": [named(hostile.EXE, "foto.jpg"), named(PHOTO, "apel.jpg")]})
    assert re.search(r"foto.jpg: Berkas ini program", answer.content.decode())
    assert [name_of(row) for row in Evidence.objects.all()] == ["apel.jpg"]


def later(monkeypatch: pytest.MonkeyPatch, minutes: int) -> None:
    now = sealed.time.time()
    monkeypatch.setattr(sealed.time, "time", lambda: now + minutes * 60)


def hidden(page: str) -> list[str]:
    return list(html.document_fromstring(page).xpath("//form//input[@type='hidden'][@name='upload']/@value"))


def test_when_the_half_hour_is_over_what_was_uploaded_waits_behind_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    code = Walk().to("summary").post(go="send").code
    client, token, page = follow(code)
    assert hidden(page) == []
    later(monkeypatch, 31)
    over = client.post(ADD, {"view": token, "files": [named(PHOTO, "apel.jpg")]}).content.decode()
    assert "id_code" in over and "apel.jpg" in over
    [key] = hidden(over)
    assert not Evidence.objects.exists(), "nobody has shown a code"
    wrong = client.post("/id/ikuti/", {"code": "salah", "upload": key}).content.decode()
    assert hidden(wrong) == [key], "a typing mistake is no reason to send a video again"
    again = client.post("/id/ikuti/", {"code": code, "upload": key}).content.decode()
    assert hidden(again) == [key]
    assert html.document_fromstring(again).xpath("//details[@open]//form[@enctype]//input[@name='upload']")
    token = html.document_fromstring(again).xpath("string(//form[@enctype]//input[@name='view']/@value)")
    added = client.post(ADD, {"view": token, "upload": key}).content.decode()
    assert "Bukti ditambahkan" in added and hidden(added) == []
    assert name_of(Evidence.objects.get()) == "apel.jpg"


def test_an_upload_that_nobody_knows_or_that_is_unfinished_is_not_carried_on() -> None:
    code = Walk().to("summary").post(go="send").code
    api = Client()
    begun = api.post("/api/v1/uploads", '{"size": 10, "name": "a.txt"}', content_type="application/json")
    given = {"code": code, "upload": [begun.json()["key"], "tidak ada", ""]}
    assert hidden(api.post("/id/ikuti/", given).content.decode()) == []


def test_the_page_that_asks_for_the_code_again_can_look_for_news(monkeypatch: pytest.MonkeyPatch) -> None:
    client, token, _page = follow(Walk().to("summary").post(go="send").code)
    later(monkeypatch, 31)
    for answer in (
        client.post(ADD, {"view": token}),
        client.post("/id/ikuti/bukti-penyampaian/", {"view": token}),
        client.get("/id/ikuti/bukti-penyampaian/"),
    ):
        tree = html.document_fromstring(answer.content.decode())
        assert tree.xpath("string(//section[@id='kabar']/@data-list)") == reverse("api:news")


def test_without_the_token_of_a_code_nothing_is_added_and_nothing_kept() -> None:
    Walk().to("summary").post(go="send")
    answer = Client().post(ADD, {"view": "x", "files": [named(PHOTO, "apel.jpg")]})
    assert "id_code" in answer.content.decode()
    assert not Evidence.objects.exists()
    assert not Upload.objects.exists()
