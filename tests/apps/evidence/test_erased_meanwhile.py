"""Evidence that is erased while a copy of it is being made: no file, no metadata and no likeness comes after it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest
from bench.likeness.pictures import png, scene
from report_cast import Cast

from kept_evidence import cleaned, keep
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.erasure.erase import erase_report
from sinetra.apps.evidence import cleaning, comparing
from sinetra.apps.evidence.actions.mask_copy import mask_copy
from sinetra.apps.evidence.cleaning import clean_evidence
from sinetra.apps.evidence.comparing import compare_evidence
from sinetra.apps.evidence.models import Evidence, EvidenceCopy, Inspection, Likeness
from sinetra.apps.evidence.originals import store
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.sealing import Erased
from sinetra.core.evidence.mask import Box

pytestmark = pytest.mark.django_db
MASKING = sys.modules[mask_copy.__module__]
PICTURE = png(scene(3))


def erase(row: Evidence) -> None:
    with unit_of_work(SYSTEM) as work:
        erase_report(work, Report.objects.get(pk=row.report_id))


def done_before(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, other: Callable[[], Any]) -> None:
    """Right before ``name`` does its work."""
    real = getattr(owner, name)

    def later(*args: Any, **more: Any) -> Any:
        other()
        return real(*args, **more)

    monkeypatch.setattr(owner, name, later)


def test_while_it_is_cleaned(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    row = keep(cast.report(), PICTURE, "image/png")
    before = set(store().names())
    done_before(monkeypatch, cleaning, "kept", lambda: erase(row))
    clean_evidence(row.pk)
    assert set(store().names()) <= before
    assert not EvidenceCopy.objects.exists()
    assert not Inspection.objects.exists()
    assert verify().ok


def test_while_it_is_found_that_it_cannot_be_cleaned(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    row = keep(cast.report(), PICTURE[:-200], "image/png")
    done_before(monkeypatch, cleaning, "_inspection", lambda: erase(row))
    clean_evidence(row.pk)
    assert not Inspection.objects.exists()


def test_while_it_is_masked(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    row = cleaned(cast.report(), PICTURE, "image/png")
    copy = EvidenceCopy.objects.select_related("evidence__report").get()
    before = set(store().names())
    done_before(monkeypatch, MASKING, "kept", lambda: erase(row))
    with pytest.raises(Erased):
        mask_copy(cleaned=copy, boxes=[Box(left=1, top=1, width=5, height=5)], note="nomor telepon", actor=cast.staff)
    assert set(store().names()) <= before
    assert not EvidenceCopy.objects.exclude(blob="", key_sealed=b"").exists()


@pytest.mark.parametrize("side", [0, 1])
def test_while_it_is_compared(cast: Cast, monkeypatch: pytest.MonkeyPatch, side: int) -> None:
    both = [keep(cast.report(), PICTURE, "image/png") for _ in range(2)]
    for row in both:
        clean_evidence(row.pk)
    done_before(monkeypatch, comparing, "unit_of_work", lambda: erase(both[side]))
    compare_evidence(both[0].pk)
    assert not Likeness.objects.exists()


def test_nothing_is_erased_and_all_of_it_is_made(cast: Cast) -> None:
    for _ in range(2):
        cleaned(cast.report(), PICTURE, "image/png")
    assert (EvidenceCopy.objects.count(), Inspection.objects.count(), Likeness.objects.count()) == (2, 2, 1)
