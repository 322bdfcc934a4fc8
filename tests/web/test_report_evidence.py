"""The question for evidence as a browser without JavaScript sends it: skipped, several files, one removed, refused."""

from __future__ import annotations

import hashlib
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as site
from django.db import connection
from django.test import Client

sys.path.insert(0, str(Path(__file__).parent))

from evidence_walk import ADD, MEMO, PHOTO, SEND, named, nothing_of_an_earlier_test, sent
from report_walk import Walk
from tests.core.evidence import hostile

from sinetra.apps.evidence.models import Evidence, Upload
from sinetra.apps.evidence.originals import name_of, open_original
from sinetra.apps.evidence.uploads import files
from sinetra.apps.reports.models import Report

__all__ = ["nothing_of_an_earlier_test"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city")]


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


def test_a_file_whose_time_is_over_on_the_last_page_is_named_and_the_rest_can_be_sent() -> None:
    walk = sent(Walk().to("evidence"), named(PHOTO, "apel.jpg"), named(MEMO, "memo.txt"), go="next")
    first = Upload.objects.order_by("pk")[0]
    Upload.objects.filter(pk=first.pk).update(expires_at=first.expires_at - timedelta(hours=25))
    walk.post(go="send")
    assert walk.page == "summary"
    assert "apel.jpg" in walk.faults[0] and not Report.objects.exists()
    assert walk.post(go="send").code
    assert name_of(Evidence.objects.get()) == "memo.txt"
