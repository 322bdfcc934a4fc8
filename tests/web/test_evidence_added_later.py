"""Evidence added later with the code: taken, refused, waiting when the half hour is over, and none without a code."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

sys.path.insert(0, str(Path(__file__).parent))

from evidence_walk import ADD, PHOTO, named, nothing_of_an_earlier_test
from report_walk import Walk
from tests.core.evidence import hostile

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.erasure.erase import erase_report
from sinetra.apps.evidence.models import Evidence, Upload
from sinetra.apps.evidence.originals import name_of
from sinetra.apps.reports.models import Report
from sinetra.web import sealed

__all__ = ["nothing_of_an_earlier_test"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city")]


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
