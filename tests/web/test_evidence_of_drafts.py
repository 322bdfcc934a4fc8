"""The files of a draft: brought back while they are there, missed in words, and sent once with the report."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

sys.path.insert(0, str(Path(__file__).parent))

from evidence_walk import MEMO, PHOTO, named, nothing_of_an_earlier_test, sent
from report_walk import Walk, draft_of

from sinetra.apps.evidence.actions.drop_upload import sweep_uploads
from sinetra.apps.evidence.models import Evidence, Upload
from sinetra.apps.evidence.originals import name_of
from sinetra.apps.reports.models import Report
from sinetra.web import sealed

__all__ = ["nothing_of_an_earlier_test"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city")]


def restored(kept: str, page: str, **fields: Any) -> Walk:
    walk = Walk()
    walk.sealed = ""
    return walk.post(go="restore", draft=kept, page=page, **fields)


def test_a_draft_brings_its_files_back_while_they_are_there() -> None:
    walk = sent(Walk().to("evidence"), named(PHOTO, "apel.jpg"), go="draft")
    back = restored(draft_of(walk), "evidence")
    assert (back.page, back.faults) == ("evidence", [])
    assert sent(back, go="next").post(go="send").code
    assert name_of(Evidence.objects.get()) == "apel.jpg"


@pytest.mark.parametrize("swept", [False, True])
def test_files_whose_time_is_over_leave_the_draft_and_that_is_said(swept: bool) -> None:
    walk = sent(Walk().to("evidence"), named(PHOTO, "apel.jpg"), named(MEMO, "memo.txt"), go="draft")
    first, _ = Upload.objects.order_by("pk")
    Upload.objects.filter(pk=first.pk).update(expires_at=first.expires_at - timedelta(hours=25))
    if swept:
        sweep_uploads(now=timezone.now())
    back = restored(draft_of(walk), "evidence")
    [fault] = back.faults
    assert "apel.jpg" in fault and "24 jam" in fault and "memo.txt" not in fault
    assert back.tree.xpath("//div[@class='errors']//a/@href") == ["#id_files"]
    assert back.tree.xpath("//ul[@class='upload-list']//b/text()") == ["memo.txt"]
    again = restored(draft_of(back), "evidence")
    assert again.faults == [], "it is said once"
    elsewhere = restored(draft_of(walk), "who")
    assert "apel.jpg" in elsewhere.faults[0]
    assert elsewhere.tree.xpath("//div[@class='errors']//a/@href") == [], "there is no field to go to"
    assert sent(again, go="next").post(go="send").code
    assert name_of(Evidence.objects.get()) == "memo.txt"


def test_what_was_uploaded_on_the_page_of_a_draft_comes_back_or_is_said_to_be_gone() -> None:
    walk = sent(Walk().to("evidence"), named(MEMO, "memo.txt"), go="draft")
    other = sent(Walk().to("evidence"), named(PHOTO, "apel.jpg"))
    key = sealed.unseal("report", other.sealed)["evidence"]["files"][0]["key"]
    back = restored(draft_of(walk), "evidence", upload=[key, "tidak ada"])
    assert back.tree.xpath("//ul[@class='upload-list']//b/text()") == ["memo.txt", "apel.jpg"]
    assert "tanpa nama" in back.faults[0]


def test_a_draft_of_a_report_that_was_sent_with_its_files_is_still_the_same_report() -> None:
    walk = sent(Walk().to("evidence"), named(PHOTO, "apel.jpg"), go="draft")
    walk = sent(walk, go="next")
    kept, code = draft_of(walk), walk.post(go="send").code
    again = restored(kept, "summary")
    assert again.faults == []
    assert again.post(go="send").code == code
    assert Report.objects.count() == 1


def test_on_the_page_of_evidence_somebody_decides_against_a_draft() -> None:
    walk = sent(Walk().to("evidence"), named(PHOTO, "apel.jpg"), go="draft")
    assert draft_of(walk)
    walk = sent(walk, named(MEMO, "memo.txt"), go="no_draft")
    assert (walk.page, draft_of(walk)) == ("evidence", "")
    assert "apel.jpg" in walk.text and "memo.txt" in walk.text
