"""Who sees, takes and masks evidence; every touch is in the custody log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from interest_cast import declare
from report_cast import Cast

from casework_rows import decided
from hostile_files import telling_jpeg
from kept_evidence import cleaned, keep
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may, registered_actions, registered_models, visible
from sinetra.apps.cases.actions import close, open_matter
from sinetra.apps.cases.conflicts import StepAside
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.vocabulary import Outcome
from sinetra.apps.evidence.actions.mask_copy import mask_copy
from sinetra.apps.evidence.actions.note_touch import note_touch
from sinetra.apps.evidence.actions.open_original import open_original
from sinetra.apps.evidence.copies import open_copy
from sinetra.apps.evidence.file_reads import copy_to_show, custody_of, file_view, files_of, metadata_of, note_of
from sinetra.apps.evidence.models import CustodyEntry, Evidence, EvidenceCopy, Inspection, Likeness
from sinetra.apps.evidence.vocabulary import Touch
from sinetra.apps.reports.sealing import Erased
from sinetra.apps.reports.selectors import report_view
from sinetra.core.casework.interests import Tie
from sinetra.core.casework.plenary import Decision
from sinetra.core.errors import BadInput, Forbidden, NotFound
from sinetra.core.evidence.mask import Box
from sinetra.core.evidence.metadata import PLACE
from sinetra.ports.clock import now

pytestmark = pytest.mark.django_db
REASON = "Pemeriksaan keaslian atas permintaan pleno."
BOX = Box(left=0, top=0, width=50, height=100)


def _file(cast: Cast, matter: Matter | None = None) -> Evidence:
    report = matter.report if matter is not None else cast.report()
    assert report is not None
    return cleaned(report, telling_jpeg(), "image/jpeg", name="apel.jpg")


def _copy(row: Evidence) -> EvidenceCopy:
    return EvidenceCopy.objects.select_related("evidence__report").get(evidence=row, kind="cleaned")


def _ways(row: Evidence) -> dict[str, Callable[[Actor], Any]]:
    """Every way to a file: who may not is turned away from each."""
    copy = _copy(row)
    return {
        "see": lambda actor: file_view(actor, row.pk),
        "copy": lambda actor: copy_to_show(actor, copy.pk),
        "touch": lambda actor: note_touch(evidence=row, what=Touch.VIEWED, actor=actor),
        "original": lambda actor: open_original(evidence=row, reason=REASON, actor=actor).close(),
        "mask": lambda actor: mask_copy(cleaned=copy, boxes=[BOX], note="wajah di kiri", actor=actor),
    }


def test_staff_and_commissioner_of_the_office_see_the_file_and_its_metadata(cast: Cast) -> None:
    row = _file(cast)
    for actor in (cast.staff, cast.commissioner):
        view = file_view(actor, row.pk)
        assert view.name == "apel.jpg" and view.cleaned is not None
        assert PLACE in {item.name for item in metadata_of(view)}
        assert [one.name for one in files_of(actor, report_view(actor, row.report_id))] == ["apel.jpg"]


@pytest.mark.parametrize("way", ["see", "copy", "touch", "original", "mask"])
def test_who_may_not(cast: Cast, way: str) -> None:
    """Custodian, other institutions, other offices, other districts, outsiders: none of them, on no way."""
    row = _file(cast)
    before = CustodyEntry.objects.count()
    act = _ways(row)[way]
    for actor in (*cast.outsiders, cast.custodian, cast.bkn_officer, cast.province_staff, cast.district_staff):
        with pytest.raises((Forbidden, NotFound)):
            act(actor)
        for model in (Evidence, EvidenceCopy, Inspection, CustodyEntry):
            assert not visible(actor, model).exists()
    assert CustodyEntry.objects.count() == before
    act(cast.staff)


def test_every_model_and_every_action_of_evidence_has_its_rule(cast: Cast) -> None:
    assert {Evidence, EvidenceCopy, Inspection, CustodyEntry, Likeness} <= registered_models()
    wanted = {"evidence.read", "evidence.open_original", "evidence.mask"}
    assert wanted <= registered_actions()
    for action in wanted:
        assert may(cast.staff, action) and not may(cast.custodian, action) and not may(cast.bkn_officer, action)


@pytest.mark.parametrize("way", ["see", "copy", "touch", "original", "mask"])
def test_who_has_an_interest_in_the_matter_steps_aside(cast: Cast, way: str) -> None:
    matter = cast.matter()
    row = _file(cast, matter)
    act = _ways(row)[way]
    declare(cast, cast.staff, Tie.REPORTED, matter=matter)
    with pytest.raises(StepAside):
        act(cast.staff)
    act(cast.commissioner)


def test_once_nothing_was_proven_the_evidence_is_sealed_as_the_texts_are(cast: Cast) -> None:
    matter = decided(cast.registered(), cast.commissioner, decision=Decision.NOT_PROVEN)
    row = _file(cast, matter)
    assert file_view(cast.staff, row.pk)
    close(matter=matter, outcome=Outcome.NOT_PROVEN, actor=cast.commissioner)
    for act in _ways(Evidence.objects.select_related("report__matter").get(pk=row.pk)).values():
        with pytest.raises(NotFound):
            act(cast.staff)
    assert files_of(cast.staff, report_view(cast.staff, row.report_id)) == ()


def test_what_was_erased_says_so(cast: Cast) -> None:
    row = _file(cast)
    Evidence.objects.filter(pk=row.pk).update(key_sealed=b"")
    with pytest.raises(Erased):
        file_view(cast.staff, row.pk)


def test_an_original_leaves_for_a_reason_that_the_log_keeps_and_only_then(cast: Cast) -> None:
    row = _file(cast)
    with pytest.raises(BadInput):
        open_original(evidence=row, reason="perlu", actor=cast.staff)
    assert not CustodyEntry.objects.filter(what=Touch.ORIGINAL_OPENED).exists()
    with open_original(evidence=row, reason=f"  {REASON} ", actor=cast.staff) as file:
        assert b"".join(file.chunks()) == telling_jpeg()
    entry = next(iter(custody_of(cast.staff, row)))
    assert (entry.what, entry.by_id, note_of(entry)) == ("original_opened", cast.staff.user_id, REASON)
    assert REASON.encode() not in bytes(entry.note_sealed)


def test_looking_again_within_ten_minutes_is_one_look_of_that_person(cast: Cast) -> None:
    row, at = _file(cast), now()
    for minutes in (0, 5, 9):
        note_touch(evidence=row, what=Touch.VIEWED, actor=cast.staff, at=at + timedelta(minutes=minutes))
    looks = CustodyEntry.objects.filter(evidence=row, what=Touch.VIEWED)
    assert looks.count() == 1
    note_touch(evidence=row, what=Touch.VIEWED, actor=cast.commissioner, at=at + timedelta(minutes=9))
    note_touch(evidence=row, what=Touch.DOWNLOADED, actor=cast.staff, at=at + timedelta(minutes=9))
    note_touch(evidence=row, what=Touch.VIEWED, actor=cast.staff, at=at + timedelta(minutes=11))
    assert looks.count() == 3
    assert CustodyEntry.objects.filter(evidence=row, what=Touch.DOWNLOADED).count() == 1


def test_masking_makes_a_new_copy_and_leaves_the_others(cast: Cast) -> None:
    row = _file(cast)
    clean = _copy(row)
    made = mask_copy(cleaned=clean, boxes=[BOX], note="wajah dua anak di kiri", actor=cast.staff)
    with open_copy(made) as file, open_copy(clean) as before:
        assert b"".join(file.chunks()) != b"".join(before.chunks())
    assert (made.kind, made.by_id, made.boxes) == ("masked", cast.staff.user_id, [[0, 0, 50, 100]])
    view = file_view(cast.staff, row.pk)
    assert view.to_show == made and view.cleaned == clean
    entry = next(iter(custody_of(cast.staff, row)))
    assert (entry.what, note_of(entry)) == ("masked", "wajah dua anak di kiri")


@pytest.mark.parametrize(
    ("boxes", "note", "field"),
    [([], "wajah di kiri", "boxes"), ([BOX] * 41, "wajah di kiri", "boxes"), ([BOX], " ", "note")],
)
def test_masking_without_a_box_or_a_note_is_refused(cast: Cast, boxes: list[Box], note: str, field: str) -> None:
    row = _file(cast)
    with pytest.raises(BadInput) as caught:
        mask_copy(cleaned=_copy(row), boxes=boxes, note=note, actor=cast.staff)
    assert caught.value.field == field
    assert not EvidenceCopy.objects.filter(kind="masked").exists()


def test_text_is_not_masked(cast: Cast) -> None:
    row = cleaned(cast.report(), b"teks panjang\n", "text/plain")
    with pytest.raises(BadInput):
        mask_copy(cleaned=_copy(row), boxes=[BOX], note="nama-nama", actor=cast.staff)


def test_files_of_a_report_are_read_in_a_fixed_number_of_queries(
    cast: Cast, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    report = cast.report()
    for _number in range(5):
        keep(report, b"a", "text/plain")
    view = report_view(cast.staff, report.pk)
    with django_assert_max_num_queries(2):
        assert len(files_of(cast.staff, view)) == 5


def test_a_report_that_becomes_a_matter_keeps_its_evidence(cast: Cast) -> None:
    row = _file(cast)
    open_matter(report=row.report, actor=cast.staff)
    assert file_view(cast.staff, row.pk).evidence.report.matter
