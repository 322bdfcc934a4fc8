"""After filing an antivirus looks, when there is one; it keeps nobody from reporting."""

from __future__ import annotations

import sys
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings as site
from django.utils import timezone

sys.path.insert(0, str(Path(__file__).parent))

from test_uploads import PHOTO, file, report, uploaded
from tests.apps.ports.test_antivirus import here  # noqa: F401 - the fixture of a real socket
from tests.core.evidence import hostile

from sinetra.apps.base.actor import PUBLIC
from sinetra.apps.base.models import OutboxTask
from sinetra.apps.evidence.actions.scan_evidence import scan_evidence, scan_waiting
from sinetra.apps.evidence.models import CustodyEntry, Evidence
from sinetra.apps.evidence.originals import store
from sinetra.core.errors import Forbidden
from sinetra.ports.antivirus import Answer, AntivirusFailed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault")]
NOW = timezone.now()
MEMO = b"Undangan apel. " + hostile.EICAR


def filed(content: bytes) -> Evidence:
    assert file(report(evidence=[uploaded(content, "berkas")])).status_code == 201
    return Evidence.objects.get()


def test_without_an_antivirus_evidence_is_filed_and_stays_unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "SINETRA_CLAMAV", "none")
    row = filed(PHOTO)
    assert OutboxTask.objects.filter(name="evidence.scan", payload={"evidence": str(row.pk)}).exists()
    assert not scan_evidence(evidence_id=row.pk, at=NOW)
    assert scan_waiting(at=NOW) == 0
    row.refresh_from_db()
    assert (row.scan, row.scanner) == ("unchecked", "")


def test_what_waited_is_looked_at_once_when_an_antivirus_has_come(
    here: str,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    row = filed(PHOTO)
    monkeypatch.setattr(site, "SINETRA_CLAMAV", here)
    assert (scan_waiting(at=NOW), scan_waiting(at=NOW)) == (1, 0)
    row.refresh_from_db()
    assert (row.scan, row.state) == (Answer.CLEAN, "received")
    assert row.scanner.startswith("ClamAV 1.4.3")
    assert list(CustodyEntry.objects.order_by("id").values_list("what", flat=True)) == ["received", "scanned"]


def test_one_damaged_file_keeps_no_other_from_being_looked_at(
    here: str,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert file(report(evidence=[uploaded(PHOTO, "satu.jpg"), uploaded(PHOTO + b" ", "dua.jpg")])).status_code == 201
    damaged, whole = Evidence.objects.order_by("id")
    sealed = next(Path(site.SINETRA_DATA).rglob(damaged.blob))
    sealed.chmod(0o600)
    sealed.write_bytes(sealed.read_bytes()[:-1])
    monkeypatch.setattr(site, "SINETRA_CLAMAV", here)
    assert scan_waiting(at=NOW) == 1
    for row in (damaged, whole):
        row.refresh_from_db()
    assert (damaged.scan, whole.scan) == ("unchecked", "clean")


def test_a_batch_full_of_damaged_files_does_not_stand_before_the_others_for_good(
    here: str,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert file(report(evidence=[uploaded(PHOTO, "satu.jpg"), uploaded(PHOTO + b" ", "dua.jpg")])).status_code == 201
    store().delete(Evidence.objects.order_by("id")[0].blob)
    monkeypatch.setattr(site, "SINETRA_CLAMAV", here)
    monkeypatch.setattr(f"{scan_waiting.__module__}.BATCH", 1)
    assert scan_waiting(at=NOW) == 1


def test_an_antivirus_that_does_not_answer_is_asked_once_and_not_for_each_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(site, "SINETRA_CLAMAV", f"unix:{tmp_path}/nobody")
    filed(PHOTO)
    with pytest.raises(AntivirusFailed):
        scan_waiting(at=NOW)


def test_what_it_finds_goes_to_quarantine_and_stays_evidence(
    here: str,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    row = filed(MEMO)
    monkeypatch.setattr(site, "SINETRA_CLAMAV", here)
    assert scan_evidence(evidence_id=row.pk, at=NOW)
    row.refresh_from_db()
    assert (row.scan, row.state, row.findings) == ("infected", "quarantined", ["virus"])
    touches = list(CustodyEntry.objects.order_by("id").values_list("what", flat=True))
    assert touches == ["received", "scanned", "quarantined"]


def test_an_antivirus_that_does_not_answer_leaves_it_unchecked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(site, "SINETRA_CLAMAV", f"unix:{tmp_path}/nobody")
    row = filed(PHOTO)
    with pytest.raises(AntivirusFailed):
        scan_evidence(evidence_id=row.pk, at=NOW)
    row.refresh_from_db()
    assert row.scan == "unchecked"


def test_nobody_but_the_installation_sets_the_result(here: str, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    row = filed(PHOTO)
    monkeypatch.setattr(site, "SINETRA_CLAMAV", here)
    with pytest.raises(Forbidden):
        scan_evidence(evidence_id=row.pk, at=NOW, actor=PUBLIC)
    assert not scan_evidence(evidence_id=uuid4(), at=NOW)
