"""Pictures that are alike across reports: found by the job, told to who may know of the other report."""

from __future__ import annotations

import pytest
from bench.likeness.pictures import crop, jpeg, png, scene
from interest_cast import declare
from report_cast import Cast, person

from casework_rows import decided
from kept_evidence import cleaned
from sinetra.apps.base.actor import Role
from sinetra.apps.cases.actions import close
from sinetra.apps.cases.vocabulary import Outcome
from sinetra.apps.evidence.alike import alike_to
from sinetra.apps.evidence.comparing import compare_evidence
from sinetra.apps.evidence.models import Evidence, Likeness
from sinetra.apps.reports.models import Report
from sinetra.core.casework.interests import Tie
from sinetra.core.casework.plenary import Decision

pytestmark = pytest.mark.django_db
PHOTO = scene(3)


def _pair(cast: Cast, one: Report, other: Report) -> tuple[Evidence, Evidence]:
    """A photo, and what is left of it after it was sent on and cut."""
    return cleaned(one, png(PHOTO), "image/png"), cleaned(other, png(jpeg(crop(PHOTO, 0.08, 1), 60)), "image/png")


def _report(matter: object) -> Report:
    report = getattr(matter, "report", None)
    assert isinstance(report, Report)
    return report


def test_a_photo_that_comes_again_cut_is_told_from_both_sides_with_its_matter(cast: Cast) -> None:
    matter = cast.matter()
    one, other = _pair(cast, _report(matter), cast.report())
    found = alike_to(cast.staff, other)
    assert [(view.evidence_id, view.number) for view in found.known] == [(one.pk, matter.number)]
    assert [(view.evidence_id, view.number) for view in alike_to(cast.staff, one).known] == [(other.pk, "")]
    assert not found.elsewhere
    compare_evidence(other.pk)
    assert Likeness.objects.count() == 1


def test_another_photo_is_not_told(cast: Cast) -> None:
    one = cleaned(cast.report(), png(PHOTO), "image/png")
    cleaned(cast.report(), png(scene(4)), "image/png")
    assert alike_to(cast.staff, one).known == ()


def test_two_files_of_one_report_are_not_compared(cast: Cast) -> None:
    report = cast.report()
    _pair(cast, report, report)
    assert not Likeness.objects.exists()


def test_who_answers_for_another_district_learns_only_that_there_is_one(cast: Cast) -> None:
    one, _other = _pair(cast, cast.report(), cast.report(region="99.71.02"))
    local = person(cast.bawaslu, Role.BAWASLU_STAFF, region="99.71.01")
    found = alike_to(local, one)
    assert found.known == () and found.elsewhere


def test_of_a_matter_in_which_one_has_an_interest_nothing_is_said(cast: Cast) -> None:
    """Who is reported there must not find out with a picture of their own."""
    matter = cast.matter()
    _one, other = _pair(cast, _report(matter), cast.report())
    declare(cast, cast.staff, Tie.REPORTED, matter=matter)
    found = alike_to(cast.staff, other)
    assert found.known == () and not found.elsewhere
    assert len(alike_to(cast.commissioner, other).known) == 1


def test_of_a_matter_that_was_not_proven_nothing_is_said(cast: Cast) -> None:
    matter = decided(cast.registered(), cast.commissioner, decision=Decision.NOT_PROVEN)
    _one, other = _pair(cast, _report(matter), cast.report())
    assert len(alike_to(cast.staff, other).known) == 1
    close(matter=matter, outcome=Outcome.NOT_PROVEN, actor=cast.commissioner)
    assert alike_to(cast.staff, other).known == ()
