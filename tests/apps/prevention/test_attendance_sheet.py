"""The signed sheet of a session: drawn anew, sealed, kept once."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent))

from attendance_cast import plan_session

from sinetra.apps.base.actor import Actor
from sinetra.apps.prevention import kept_files
from sinetra.apps.prevention.actions.add_attendance_sheet import add_attendance_sheet
from sinetra.apps.prevention.models import AttendanceSheet
from sinetra.core.errors import BadInput

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 tanda tangan %%EOF"


def photo() -> bytes:
    exif = Image.Exif()
    exif[0x010E] = "rahasia di dalam foto"
    out = BytesIO()
    Image.new("RGB", (60, 40), "white").save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_a_sheet_lies_sealed_and_opens_as_it_came(person: Callable[[str], Actor]) -> None:
    sheet = add_attendance_sheet(session=plan_session(), content=PDF, actor=person("petugas.bkpsdm"))
    assert b"tanda tangan" not in kept_files.store().get(sheet.scan)
    assert kept_files.opened(sheet.scan, kept_files.ATTENDANCE) == PDF


def test_a_photo_is_kept_without_what_the_camera_wrote(person: Callable[[str], Actor]) -> None:
    assert b"rahasia" in photo(), "the twin: it is there before"
    sheet = add_attendance_sheet(session=plan_session(), content=photo(), actor=person("petugas.bkpsdm"))
    assert b"rahasia" not in kept_files.opened(sheet.scan, kept_files.ATTENDANCE)


@pytest.mark.parametrize("content", [PDF, photo()], ids=["pdf", "photo"])
def test_the_same_sheet_again_is_the_same_row_and_another_is_another(
    content: bytes, person: Callable[[str], Actor]
) -> None:
    officer, session = person("petugas.bkpsdm"), plan_session()
    first = add_attendance_sheet(session=session, content=content, actor=officer)
    before = list(kept_files.store().names())
    assert add_attendance_sheet(session=session, content=content, actor=officer) == first
    assert list(kept_files.store().names()) == before
    add_attendance_sheet(session=session, content=b"%PDF-1.7 lembar kedua %%EOF", actor=officer)
    assert AttendanceSheet.objects.count() == 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"MZ program",
        b"<html><script>",
        b"%PDF-1.7 cut off",
        b"%PDF-1.7 /OpenAction /JavaScript %%EOF",
        b"\xff\xd8\xff" + b"\0" * 50,
    ],
    ids=["empty", "program", "page", "cut off", "script", "broken"],
)
def test_what_is_no_harmless_sheet_is_refused(content: bytes, person: Callable[[str], Actor]) -> None:
    with pytest.raises(BadInput) as refused:
        add_attendance_sheet(session=plan_session(), content=content, actor=person("petugas.bkpsdm"))
    assert refused.value.field == "scan"
    assert not AttendanceSheet.objects.exists()
