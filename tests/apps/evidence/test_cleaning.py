"""The job after a filing: copy, metadata and likeness of each file; what cannot be cleaned says why."""

from __future__ import annotations

import pytest
from report_cast import Cast

from hostile_files import acting_pdf, pixel_bomb, telling_jpeg
from kept_evidence import cleaned, do_promised, keep
from sinetra.apps.audit.verify import verify
from sinetra.apps.evidence.cleaning import CLEAN, COMPARE, clean_evidence
from sinetra.apps.evidence.copies import open_copy
from sinetra.apps.evidence.models import CustodyEntry, Evidence, EvidenceCopy, Inspection
from sinetra.apps.evidence.originals import open_original, store
from sinetra.core.evidence.findings import Finding

pytestmark = pytest.mark.django_db


def _touches(row: Evidence) -> list[str]:
    return list(CustodyEntry.objects.filter(evidence=row).order_by("id").values_list("what", flat=True))


def test_a_photo_gets_a_copy_that_says_nothing_and_its_original_stays(cast: Cast) -> None:
    whole = telling_jpeg()
    row = cleaned(cast.report(), whole, "image/jpeg")
    copy = EvidenceCopy.objects.get(evidence=row)
    with open_copy(copy) as file:
        clean = b"".join(file.chunks())
    assert b"Exif" not in clean and (copy.width, copy.height) == (80, 60)
    with open_original(row) as file:
        assert b"".join(file.chunks()) == whole
    assert row.inspection.refusal == "" and row.inspection.metadata_sealed and row.inspection.likeness_sealed
    assert _touches(row) == ["received", "cleaned"]


def test_no_copy_stands_in_clear_in_the_store(cast: Cast) -> None:
    row = cleaned(cast.report(), telling_jpeg(), "image/jpeg")
    copy = EvidenceCopy.objects.get(evidence=row)
    for blob in (row.blob, copy.blob):
        assert b"\xff\xd8\xff" not in store().get(blob)


@pytest.mark.parametrize(
    ("content", "media_type", "why"),
    [
        (pixel_bomb(), "image/png", "large"),
        (telling_jpeg()[:-400], "image/jpeg", "broken"),
        (b"%PDF-1.7\n%%EOF", "application/pdf", "broken"),
        (b"\0\0\0\x18ftypisom" + bytes(500), "video/mp4", "kind"),
        (b"PK\x03\x04word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "kind"),
    ],
)
def test_what_cannot_be_cleaned_says_why_and_is_not_tried_again(
    cast: Cast, content: bytes, media_type: str, why: str
) -> None:
    row = cleaned(cast.report(), content, media_type)
    assert row.inspection.refusal == why
    assert not EvidenceCopy.objects.exists()
    clean_evidence(row.pk)
    assert Inspection.objects.filter(evidence=row).count() == 1


def test_a_pdf_in_quarantine_gets_a_copy_without_what_acts(cast: Cast) -> None:
    row = cleaned(cast.report(), acting_pdf(), "application/pdf", findings=[Finding.PDF_SCRIPT])
    with open_copy(EvidenceCopy.objects.get(evidence=row)) as file:
        assert b"/JavaScript" not in b"".join(file.chunks())


def test_a_file_with_a_virus_is_not_even_opened(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sinetra.apps.evidence.cleaning.open_original", lambda row: pytest.fail("opened"))
    row = cleaned(cast.report(), telling_jpeg(), "image/jpeg", findings=[Finding.VIRUS])
    assert row.inspection.refusal == "virus"
    with pytest.raises(pytest.fail.Exception, match="opened"):
        clean_evidence(keep(cast.report(), telling_jpeg(), "image/jpeg").pk)


def test_doing_it_again_makes_no_second_copy(cast: Cast) -> None:
    row = cleaned(cast.report(), telling_jpeg(), "image/jpeg")
    clean_evidence(row.pk)
    assert EvidenceCopy.objects.filter(evidence=row).count() == 1
    assert _touches(row) == ["received", "cleaned"]


def test_a_copy_of_which_no_row_was_written_leaves_no_file(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    row = keep(cast.report(), telling_jpeg(), "image/jpeg")
    before = set(store().names())

    def fails(*_given: object, **_more: object) -> None:
        raise OSError("disk")

    monkeypatch.setattr("sinetra.apps.evidence.cleaning.touch", fails)
    with pytest.raises(OSError, match="disk"):
        clean_evidence(row.pk)
    assert set(store().names()) == before
    assert not EvidenceCopy.objects.exists()


def test_the_jobs_are_done_by_their_handlers(cast: Cast) -> None:
    from sinetra.apps.base.actor import SYSTEM
    from sinetra.apps.base.work import unit_of_work

    row = keep(cast.report(), telling_jpeg(), "image/jpeg")
    with unit_of_work(SYSTEM) as work:
        work.enqueue(CLEAN, {"evidence": str(row.pk)}, key=f"{CLEAN}@{row.pk}")
    assert do_promised(CLEAN) == [row.pk]
    assert EvidenceCopy.objects.filter(evidence=row).exists()


def test_cleaning_promises_the_comparison(cast: Cast) -> None:
    row = keep(cast.report(), telling_jpeg(), "image/jpeg")
    clean_evidence(row.pk)
    assert do_promised(COMPARE) == [row.pk]


def test_the_trace_holds_after_all_of_it(cast: Cast) -> None:
    cleaned(cast.report(), telling_jpeg(), "image/jpeg")
    assert verify().ok
