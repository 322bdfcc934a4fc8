"""Names of people outside the register go after two years; that somebody came, and from where, stays."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from attendance_cast import STRANGER, TEACHER, come, plan_session

from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.retention import run_retention
from sinetra.apps.prevention.actions.add_attendance_sheet import add_attendance_sheet
from sinetra.apps.prevention.models import Attendance, AttendanceSheet
from sinetra.core.errors import NotFound
from sinetra.ports.blobs import blob_store

pytestmark = pytest.mark.django_db
LATER = datetime.now(UTC) + timedelta(days=2 * 365 + 1)
RULES = {"prevention.attendance_names": 2, "prevention.attendance_sheets": 1}


def run(at: datetime, *, dry_run: bool = False) -> dict[str, int]:
    return {found.name: found.removed for found in run_retention(at, dry_run=dry_run) if found.name in RULES}


def test_what_names_a_guest_goes_and_what_counts_stays(person: Callable[[str], Actor], settings: object) -> None:
    officer, session = person("petugas.bkpsdm"), plan_session()
    come(session, number=TEACHER)
    come(session, number=STRANGER)
    come(session, name="Melati Tamu", unit="Kodim", status="tni")
    sheet = add_attendance_sheet(session=session, content=b"%PDF-1.7 lembar %%EOF", actor=officer)
    assert set(run(datetime.now(UTC)).values()) == {0}
    assert run(LATER, dry_run=True) == RULES
    assert Attendance.objects.filter(name="Melati Tamu").exists()
    assert run(LATER) == RULES
    assert set(run(LATER).values()) == {0}
    assert set(Attendance.objects.values_list("name", "number", "unit_text", "status")) == {
        ("Ubi Contohputra", "", "SD Negeri Cempaka Biru", "pppk"),
        ("", "", "", ""),
        ("", "", "Kodim", "tni"),
    }
    assert not AttendanceSheet.objects.exists()
    store = blob_store(settings.SINETRA_DATA, settings.SINETRA_BLOBS_URL)  # type: ignore[attr-defined]
    with pytest.raises(NotFound):
        store.get(sheet.scan)
    assert not verify().problems
