"""When the time of a report is over its evidence goes with it: originals, copies, metadata, likeness, notes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from bench.likeness.pictures import png, scene
from report_cast import Cast

from hostile_files import telling_jpeg
from kept_evidence import cleaned
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.retention import run_retention
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.erasure.erase import erase_report
from sinetra.apps.evidence.actions.mask_copy import mask_copy
from sinetra.apps.evidence.actions.open_original import open_original
from sinetra.apps.evidence.models import CustodyEntry, EvidenceCopy, Inspection, Likeness
from sinetra.apps.evidence.originals import store
from sinetra.core.evidence.mask import Box
from sinetra.ports.clock import now

pytestmark = pytest.mark.django_db
LATER = timedelta(days=30 * 366)


def test_nothing_of_it_is_left_and_before_it_was_all_there(cast: Cast) -> None:
    row = cleaned(cast.report(), png(scene(3)), "image/png")
    cleaned(cast.report(), png(scene(3)), "image/png")
    clean = EvidenceCopy.objects.select_related("evidence__report").get(evidence=row)
    box = Box(left=1, top=1, width=5, height=5)
    mask_copy(cleaned=clean, boxes=[box], note="nomor telepon", actor=cast.staff)
    open_original(evidence=row, reason="Pemeriksaan keaslian.", actor=cast.staff).close()
    blobs = {row.blob, *EvidenceCopy.objects.values_list("blob", flat=True)}
    assert len(blobs) == 4 and all(store().exists(name) for name in blobs)
    assert Likeness.objects.count() == 1
    assert Inspection.objects.exclude(likeness_sealed=b"").count() == 2

    run_retention(now() + LATER, dry_run=False)

    assert not any(store().exists(name) for name in blobs)
    assert not Likeness.objects.exists()
    assert not EvidenceCopy.objects.exclude(key_sealed=b"", blob="").exists()
    assert all(copy.boxes == [] for copy in EvidenceCopy.objects.all())
    assert not Inspection.objects.exclude(metadata_sealed=b"", likeness_sealed=b"").exists()
    assert not CustodyEntry.objects.exclude(note_sealed=b"").exists()
    assert CustodyEntry.objects.filter(evidence=row, what="original_opened", by_id=cast.staff.user_id).exists()
    assert verify().ok


@pytest.mark.parametrize("side", ["one", "other"])
def test_likeness_goes_with_either_of_the_two_reports(cast: Cast, side: str) -> None:
    for _report in range(2):
        cleaned(cast.report(), png(scene(3)), "image/png")
    likeness = Likeness.objects.select_related("one__report", "other__report").get()
    with unit_of_work(SYSTEM) as work:
        erase_report(work, getattr(likeness, side).report)
    assert not Likeness.objects.exists()
    assert Inspection.objects.exclude(likeness_sealed=b"").count() == 1, "the other report stays as it is"


def test_before_its_time_it_stays(cast: Cast) -> None:
    row = cleaned(cast.report(), telling_jpeg(), "image/jpeg")
    run_retention(now(), dry_run=False)
    assert store().exists(row.blob)
    assert Inspection.objects.get(evidence=row).metadata_sealed
