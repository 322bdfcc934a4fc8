"""The organiser without a network: the file that goes along, and what comes back from it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from lxml import html

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "apps" / "prevention"))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from attendance_cast import HEAD, TEACHER, come, plan_session
from attendance_desk import officer, sealed_of, session
from reading import main_text_of

from sinetra.apps.prevention.models import ActivitySession, Attendance

__all__ = ["officer", "session"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def offline(session: ActivitySession, officer: Client) -> dict[str, Any]:
    answer = officer.post(reverse("session_offline", args=[session.pk]))
    assert answer.headers["Content-Disposition"].startswith("attachment")
    block = html.document_fromstring(answer.content.decode()).xpath("//script[@id='data']")[0].text
    return {"page": answer.content.decode(), **json.loads(block)}


def came_back(data: dict[str, Any], *entries: dict[str, Any]) -> dict[str, Any]:
    return {name: data[name] for name in ("format", "session", "issued_at", "mark")} | {"entries": list(entries)}


def test_the_offline_file_loads_nothing_and_is_small(offline: dict[str, Any]) -> None:
    page = offline["page"]
    assert len(page.encode()) < 500_000
    assert "default-src 'none'" in page
    tree = html.document_fromstring(page)
    assert not tree.xpath("//@src | //link | //img | //a/@href")
    assert len(offline["codes"]) > 200


def test_a_title_cannot_break_out_of_the_offline_file(city: None, officer: Client) -> None:
    session = plan_session()
    hostile = '</script><script>alert("x")</script><img src=x onerror=alert(1)>'
    ActivitySession.objects.filter(pk=session.pk).update(title=hostile, venue=hostile)
    page = officer.post(reverse("session_offline", args=[session.pk])).content.decode()
    assert len(html.document_fromstring(page).xpath("//script")) == 2
    assert not html.document_fromstring(page).xpath("//img")


def test_downloading_opens_the_session_so_that_its_codes_count(city: None, officer: Client) -> None:
    session = plan_session(state="planned")
    officer.post(reverse("session_offline", args=[session.pk]))
    session.refresh_from_db()
    assert session.state == "open"


def sync(officer: Client, session: ActivitySession, file: Any) -> Any:
    address = reverse("session_sync", args=[session.pk])
    content = file if isinstance(file, bytes) else json.dumps(file).encode()
    shown = officer.post(address, {"file": SimpleUploadedFile("hadir.json", content)})
    if b'name="sealed"' not in shown.content:
        return shown
    return officer.post(address, {"sealed": sealed_of(shown)}, follow=True)


def test_the_file_that_comes_back_is_merged_and_twice_changes_nothing(
    session: ActivitySession, officer: Client, offline: dict[str, Any]
) -> None:
    come(session, number=HEAD)
    file = came_back(
        offline,
        {"at": "2024-11-22T02:15:00.000Z", "number": TEACHER},
        {"at": "2024-11-22T02:16:00.000Z", "number": HEAD},
        {"at": "2024-11-22T02:17:00.000Z", "name": "<b>Melati</b>", "unit": "Kodim", "status": "tni"},
        {"at": 7, "number": 5, "name": ["x"]},
    )
    first = sync(officer, session, file)
    assert "2 baru, 1 sudah tercatat, 1 tidak terbaca" in main_text_of(first)
    before = list(Attendance.objects.order_by("id").values())
    assert "Tersimpan: 0 baru" in main_text_of(sync(officer, session, file))
    assert list(Attendance.objects.order_by("id").values()) == before
    row = Attendance.objects.get(person__nip=TEACHER)
    assert (row.way, row.came_at.isoformat()) == ("offline", "2024-11-22T02:15:00+00:00")
    assert Attendance.objects.get(person__nip=HEAD).way == "qr"
    page = officer.get(reverse("session", args=[session.pk])).content.decode()
    assert "&lt;b&gt;Melati&lt;/b&gt;" in page
    assert "<b>Melati</b>" not in page


def test_a_closed_session_still_takes_its_offline_file(
    session: ActivitySession, officer: Client, offline: dict[str, Any]
) -> None:
    ActivitySession.objects.update(state="closed")
    assert "1 baru" in main_text_of(sync(officer, session, came_back(offline, {"number": TEACHER})))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"format": "lain"}, "bukan berkas kehadiran"),
        ({"session": "0" * 36}, "milik sesi lain"),
        ({"mark": "2" * 20}, "tidak dibuat oleh pemasangan ini"),
        ({"issued_at": "2024-01-01T00:00:00+00:00"}, "tidak dibuat oleh pemasangan ini"),
        ({"issued_at": "é"}, "tidak dibuat oleh pemasangan ini"),
        ({"mark": None}, "tidak dibuat oleh pemasangan ini"),
        ({"entries": "x"}, "tidak dapat dibaca"),
        ({"entries": [{}] * 2001}, "tidak dapat dibaca"),
    ],
)
def test_a_file_that_is_not_ours_is_refused_and_nothing_is_stored(
    session: ActivitySession, officer: Client, offline: dict[str, Any], change: dict[str, Any], said: str
) -> None:
    answer = sync(officer, session, came_back(offline, {"number": TEACHER}) | change)
    assert said in main_text_of(answer)
    assert not Attendance.objects.exists()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b"null"])
def test_what_is_no_file_of_attendance_is_told_so(session: ActivitySession, officer: Client, content: bytes) -> None:
    assert "salah" in sync(officer, session, content).content.decode()


def test_a_file_with_a_number_without_end_is_refused_and_an_hour_before_all_time_is_none(
    session: ActivitySession, officer: Client, offline: dict[str, Any]
) -> None:
    endless = b'{"format": ' + b"1" * 5000 + b"}"
    assert "bukan berkas kehadiran" in main_text_of(sync(officer, session, endless))
    early = came_back(offline, {"at": "0001-01-01T00:00:00+14:00", "number": TEACHER})
    assert "1 baru" in main_text_of(sync(officer, session, early))
    assert Attendance.objects.get().came_at.year == 2024
