"""The organiser's pages of a session: who reaches them, and each way of writing people down."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook, load_workbook
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "apps" / "prevention"))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from attendance_cast import HEAD, STRANGER, TEACHER, come, plan_session
from attendance_desk import SignIn, officer, sealed_of, session
from reading import main_text_of

from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.prevention.models import ActivitySession, Attendance, AttendanceSheet, PersonalLink
from sinetra.apps.registry.models import Person, Unit

__all__ = ["officer", "session"]
pytestmark = pytest.mark.django_db
ORGANISERS = {"petugas.bkpsdm", "tim.netralitas"}
OTHERS = ("humas", "ppk", "inspektorat", "admin", "orang.luar")


def _png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(out, "PNG")
    return out.getvalue()


PNG = _png()


def workbook(*rows: list[Any]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def addresses(session: ActivitySession) -> list[str]:
    row = come(session, number=STRANGER).attendance
    of_session = ("session", "session_open", "session_close", "session_screen", "session_sheet", "session_list")
    more = ("session_paper", "session_offline", "session_sync", "attendance_xlsx")
    of_row = ("attendance", "attendance_match", "attendance_remove", "attendance_link")
    return [
        *(reverse(name, args=[session.pk]) for name in (*of_session, *more)),
        *(reverse(name, args=[row.pk]) for name in of_row),
        reverse("activity_attendance", args=[session.activity_id]),
    ]


@pytest.mark.parametrize("username", OTHERS)
def test_who_does_not_organise_reaches_no_page_of_a_session(
    session: ActivitySession, signed_in: SignIn, username: str
) -> None:
    client = signed_in(username)
    for address in addresses(session):
        for answer in (client.get(address), client.post(address)):
            assert answer.status_code in {403, 405}, address
            assert STRANGER not in answer.content.decode()


def test_an_organiser_of_another_institution_learns_of_no_session(session: ActivitySession, signed_in: SignIn) -> None:
    client = signed_in("staf.bawaslu")
    for address in addresses(session):
        if "cocokkan" not in address:
            assert client.get(address).status_code == 404, address
    assert client.post(reverse("session_close", args=[session.pk])).status_code == 404
    assert ActivitySession.objects.get().state == "open"


@pytest.mark.parametrize("username", sorted(ORGANISERS))
def test_organisers_see_who_came_and_what_the_machine_did_not_find(
    session: ActivitySession, signed_in: SignIn, username: str
) -> None:
    for number in (TEACHER, STRANGER):
        come(session, number=number)
    come(session, name="=Melati", unit="Kodim")
    client = signed_in(username)
    page = main_text_of(client.get(reverse("session", args=[session.pk])))
    assert "Ubi Contohputra" in page
    assert f"NIP {STRANGER}" in page
    assert "di luar undangan" in page
    found = main_text_of(client.get(reverse("session", args=[session.pk]), {"q": "kodim"}))
    assert "=Melati" in found
    assert "Ubi Contohputra" not in found
    listed = main_text_of(client.get(reverse("activity_attendance", args=[session.activity_id])))
    assert "Ubi Contohputra" in listed
    book = load_workbook(io.BytesIO(client.get(reverse("attendance_xlsx", args=[session.pk])).content))
    cells = [[cell.value or "" for cell in row] for row in book.worksheets[0].iter_rows()]
    assert len(cells) == 4
    assert "'=Melati" in {row[0] for row in cells}
    assert TEACHER not in str(cells)
    assert AuditEntry.objects.filter(action="attendance.export").exists()


def test_the_page_of_the_activity_leads_to_its_sessions(session: ActivitySession, signed_in: SignIn) -> None:
    activity, here = reverse("activity", args=[session.activity_id]), reverse("session", args=[session.pk])
    assert here in signed_in("petugas.bkpsdm").get(activity).content.decode()
    assert here not in signed_in("humas").get(activity).content.decode()


def test_the_wall_shows_a_code_that_opens_the_form_and_loads_itself_anew(
    session: ActivitySession, officer: Client
) -> None:
    wall = officer.get(reverse("session_screen", args=[session.pk]))
    assert 10 <= int(wall.headers["Refresh"]) <= 60
    assert b"<script" not in wall.content
    assert "0 sudah tercatat" in main_text_of(wall)
    assert "Refresh" not in officer.get(reverse("session_screen", args=[session.pk]), {"diam": ""}).headers
    ActivitySession.objects.update(state="planned")
    assert "<svg" not in officer.get(reverse("session_screen", args=[session.pk])).content.decode()


def test_the_printed_sheets_have_a_page_for_each_unit_and_one_for_guests(
    session: ActivitySession, officer: Client
) -> None:
    page = main_text_of(officer.get(reverse("session_sheet", args=[session.pk])))
    assert "Daftar hadir – Dinas Pendidikan" in page
    assert "tamu dan unit lain" in page
    assert "Ubi" not in page, "an empty sheet names nobody"


def test_a_session_is_opened_and_closed_from_its_pages(city: None, officer: Client) -> None:
    session = plan_session(state="planned")
    for name, state in (("session_open", "open"), ("session_close", "closed")):
        assert officer.get(reverse(name, args=[session.pk])).status_code == 200
        assert officer.post(reverse(name, args=[session.pk])).status_code == 302
        session.refresh_from_db()
        assert session.state == state
    again = officer.post(reverse("session_open", args=[session.pk]))
    assert "sudah dibuka atau sudah ditutup" in main_text_of(again)


LISTS = {
    "pasted": f"No\tNama\tNIP\tUnit Kerja\n1\tUbi\t{TEACHER}\tSD\n2\tMelati Tamu\t\tKodim\n3\tX\t123\tSD\n".encode(),
    "semicolons": f"NIP;Nama;OPD\r\n{TEACHER};Ubi;SD\r\n;Melati Tamu;Kodim\r\n123;X;SD\r\n".encode("utf-8-sig"),
    "a workbook": workbook(
        ["Daftar hadir sosialisasi"], ["No.", "NAMA", "NIP", "Instansi"], [1, "Ubi", TEACHER, "SD"],
        [2, "Melati Tamu", None, "Kodim"], [3, "X", 123, "SD"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(LISTS))
def test_a_list_is_shown_row_by_row_and_stored_only_then(session: ActivitySession, officer: Client, kind: str) -> None:
    address = reverse("session_list", args=[session.pk])
    content = LISTS[kind]
    sent = {"pasted": content.decode()} if kind == "pasted" else {"file": SimpleUploadedFile("hadir", content)}
    shown = officer.post(address, sent)
    assert "Ubi Contohputra" in main_text_of(shown), "the name that the register has"
    assert "harus 18 angka" in main_text_of(shown)
    assert not Attendance.objects.exists()
    stored = officer.post(address, {"sealed": sealed_of(shown)}, follow=True)
    assert "2 baru, 0 sudah tercatat, 1 tidak terbaca" in main_text_of(stored)
    assert set(Attendance.objects.values_list("name", "way")) == {
        ("Ubi Contohputra", "list"),
        ("Melati Tamu", "list"),
    }
    officer.post(address, {"sealed": sealed_of(officer.post(address, sent | _again(kind, content)))})
    assert Attendance.objects.count() == 2


def _again(kind: str, content: bytes) -> dict[str, Any]:
    return {} if kind == "pasted" else {"file": SimpleUploadedFile("hadir", content)}


def damaged(part: str, content: bytes) -> bytes:
    """A workbook with one part put in place of its own."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(workbook(["NIP"], [TEACHER]))) as whole, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name in whole.namelist():
            made.writestr(name, content if name == part else whole.read(name))
        if part not in whole.namelist():
            made.writestr(part, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Berkas ini kosong|Pilih berkas|kosong"),
        (b"apa,ini\n1,2\n", "Judul kolom tidak ditemukan"),
        (b"PK\x03\x04 bukan lembar kerja", "bukan lembar kerja yang utuh"),
        (b"\x00\x01\x02", "bukan lembar kerja atau teks"),
        (damaged("xl/workbook.xml", b"<workbook><"), "bukan lembar kerja yang utuh"),
        (damaged("xl/sharedStrings.xml", b"a" * (33 << 20)), "terlalu besar"),
        (workbook(["NIP"], [199101012022211911]), "memotong NIP"),
        (workbook(["NIP"], [1.99101012022212e17]), "memotong NIP"),
    ],
)
def test_a_list_that_cannot_be_read_says_why(
    session: ActivitySession, officer: Client, content: bytes, said: str
) -> None:
    answer = officer.post(
        reverse("session_list", args=[session.pk]), {"file": SimpleUploadedFile("hadir.xlsx", content)}
    )
    assert answer.status_code == 200
    assert re.search(said, main_text_of(answer))


def test_a_column_of_numbers_without_a_head_is_enough(session: ActivitySession, officer: Client) -> None:
    shown = officer.post(reverse("session_list", args=[session.pk]), {"pasted": f"{TEACHER}\n{HEAD}\n"})
    assert "Simpan 2 kehadiran baru" in main_text_of(shown)


def test_paper_is_typed_in_with_its_scan_and_a_wrong_row_keeps_everything_typed(
    session: ActivitySession, officer: Client
) -> None:
    address = reverse("session_paper", args=[session.pk])
    empty = {f"r{n}-{field}": "" for n in range(1, 11) for field in ("number", "name", "unit", "status")}
    typed = empty | {"r1-number": TEACHER, "r2-name": "Melati Tamu"}
    wrong = officer.post(address, typed)
    assert "baris 2, kolom Unit kerja" in main_text_of(wrong)
    assert TEACHER in wrong.content.decode()
    assert not Attendance.objects.exists()
    scan = SimpleUploadedFile("lembar.png", PNG)
    right = officer.post(address, typed | {"r2-unit": "Kodim", "scan": scan}, follow=True)
    assert "2 baru" in main_text_of(right)
    assert set(Attendance.objects.values_list("way", flat=True)) == {"paper"}
    sheet = AttendanceSheet.objects.get()
    answer = officer.get(reverse("attendance_scan", args=[sheet.pk]))
    assert answer.headers["Content-Type"] == "image/jpeg", "drawn anew"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    program = SimpleUploadedFile("lembar.png", b"MZ program")
    assert "JPEG, PNG, WebP, PDF" in main_text_of(officer.post(address, empty | {"scan": program}))
    assert AttendanceSheet.objects.count() == 1


def test_a_scan_is_for_organisers(session: ActivitySession, officer: Client, signed_in: SignIn) -> None:
    address = reverse("session_paper", args=[session.pk])
    officer.post(address, {"r1-number": TEACHER, "scan": SimpleUploadedFile("lembar.png", PNG)})
    scan = reverse("attendance_scan", args=[AttendanceSheet.objects.get().pk])
    assert [signed_in(name).get(scan).status_code for name in ("ppk", "staf.bawaslu", "humas")] == [403, 404, 403]


def test_a_number_of_nobody_is_matched_from_its_page(session: ActivitySession, officer: Client) -> None:
    row = come(session, number=STRANGER).attendance
    page = officer.get(reverse("attendance", args=[row.pk]), {"q": "Ubi"})
    assert "Ini orangnya: Ubi Contohputra" in main_text_of(page)
    teacher = Person.objects.get(nip=TEACHER)
    officer.post(reverse("attendance_match", args=[row.pk]), {"person": str(teacher.pk)})
    row.refresh_from_db()
    assert row.person == teacher


def test_the_team_corrects_but_does_not_search_the_register(session: ActivitySession, signed_in: SignIn) -> None:
    client, row = signed_in("tim.netralitas"), come(session, number=STRANGER).attendance
    page = client.get(reverse("attendance", args=[row.pk]), {"q": "Ubi"})
    assert "Ubi Contohputra" not in main_text_of(page)
    assert client.post(reverse("attendance_match", args=[row.pk])).status_code == 403
    assert client.post(reverse("attendance_remove", args=[row.pk]), {"reason": ""}).status_code == 200
    assert client.post(reverse("attendance_remove", args=[row.pk]), {"reason": "salah orang"}).status_code == 302
    assert not Attendance.objects.exists()


def test_a_new_link_is_shown_once(session: ActivitySession, officer: Client) -> None:
    row = come(session, number=TEACHER).attendance
    shown = officer.post(reverse("attendance_link", args=[row.pk]))
    link = re.search(r"/hadir/peserta/([\w-]{22})/", shown.content.decode())
    assert link is not None
    assert Client().get(reverse("participant", args=[link[1]])).status_code == 200


def test_slips_of_a_unit_are_printed_once_and_then_only_for_who_has_none(city: None, officer: Client) -> None:
    school = Unit.objects.get(code="SD-CEMPAKA")
    address = reverse("unit_slips", args=[school.pk])
    sheet = officer.post(address)
    assert "Ubi Contohputra" in main_text_of(sheet)
    links = set(re.findall(r"/saya/([\w-]{22})/", sheet.content.decode()))
    assert len(links) == 2
    assert "sudah punya tautan" in main_text_of(officer.post(address))
    again = officer.post(address, {"also_those_with": "on"})
    assert links.isdisjoint(re.findall(r"/saya/([\w-]{22})/", again.content.decode()))
    assert PersonalLink.objects.filter(revoked_at__isnull=True).count() == 2


def test_a_slip_for_one_person_is_printed_from_the_register(city: None, officer: Client) -> None:
    teacher = Person.objects.get(nip=TEACHER)
    address = reverse("person_slip", args=[teacher.pk])
    assert address in officer.get(reverse("people")).content.decode()
    assert officer.get(address).status_code == 200
    assert "Ubi Contohputra" in main_text_of(officer.post(address))


@pytest.mark.parametrize("username", ["tim.netralitas", "humas", "ppk", "admin", "staf.bawaslu"])
def test_only_the_personnel_office_prints_slips(city: None, signed_in: SignIn, username: str) -> None:
    client = signed_in(username)
    person, unit = Person.objects.get(nip=TEACHER), Unit.objects.get(code="SD-CEMPAKA")
    for address in (reverse("person_slip", args=[person.pk]), reverse("unit_slips", args=[unit.pk])):
        assert client.post(address).status_code == 403
    assert not PersonalLink.objects.exists()
