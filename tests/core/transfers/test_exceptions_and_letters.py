"""Posts, grounds, dismissals and the order of the letters."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sinetra.core.transfers import Verdict

sys.path.insert(0, str(Path(__file__).parent))
from transfer_facts import RULES, check, readings


def met(result):
    return [item.id for item in result.exceptions if item.status == "met"]


@pytest.mark.parametrize("ground", ["death", "retirement", "plt_task", "acting_secretary", "uptd_adjustment"])
def test_an_exception_that_is_named_is_used_and_its_doubt_is_told(ground):
    result = check(ground=ground)
    assert result.verdict is Verdict.ALLOWED
    assert met(result) == [ground]
    assert readings(result) == {"exception_counts": "allowed", "exception_doubted": "needs_permit"}
    assert all(item.confidence == "perlu-cek" for item in result.exceptions)
    assert any("perlu-cek" in line.id for line in result.explanation)


def test_an_exception_that_is_not_named_is_only_told_of():
    result = check()
    assert result.verdict is Verdict.NEEDS_PERMIT
    assert met(result) == []
    assert {"death", "retirement", "plt_task"} <= {item.id for item in result.exceptions}


def test_filling_a_vacancy_is_no_exception():
    assert check(ground="vacancy").verdict is Verdict.NEEDS_PERMIT


@pytest.mark.parametrize(
    ("post", "verdict"),
    [
        *((post, "needs_permit") for post in ("jpt_madya", "jpt_pratama", "administrator", "supervisor")),
        *((post, "needs_permit") for post in ("camat", "lurah", "school_head")),
        *((post, "allowed") for post in ("functional", "teacher", "executor")),
        *((post, "undetermined") for post in ("jpt_utama", "other", None)),
    ],
)
def test_the_post_decides_whether_the_ban_reaches_it(post, verdict):
    assert check(position=post).verdict == verdict


def test_a_functional_official_who_heads_a_unit_counts_as_an_official():
    assert check(position="functional", heads_unit=True).verdict is Verdict.NEEDS_PERMIT
    assert check(position="executor", heads_unit=True).verdict is Verdict.ALLOWED


def test_an_acting_head_may_not_transfer_functional_staff_either():
    assert check(position="functional", official_kind="pj").verdict is Verdict.NEEDS_PERMIT


def test_the_standing_consent_of_2022_covers_discipline_by_acting_heads_from_its_day():
    quiet = {"election": None, "official_kind": "pj", "ground": "discipline", "action": "dismissal"}
    assert check(**quiet, effective_on="2022-09-13").verdict is Verdict.NEEDS_PERMIT
    result = check(**quiet, effective_on="2022-09-14")
    assert (result.verdict, met(result)) == (Verdict.ALLOWED, ["standing_consent"])
    assert [norm.instrument for norm in result.exceptions[0].norms] == ["se-mendagri-5492-2022"]
    # On a day that is not known it may or may not count.
    assert check(**quiet, effective_on=None).verdict is Verdict.UNDETERMINED


def test_whether_a_dismissal_is_a_replacement_is_open():
    result = check(action="dismissal")
    assert result.verdict is Verdict.UNDETERMINED
    assert readings(result) == {"dismissal_replaces": "needs_permit", "transfers_only": "allowed"}
    assert check(action="dismissal", permit={"date": "2024-05-01"}).verdict is Verdict.ALLOWED
    assert check(action="appointment").verdict is Verdict.NEEDS_PERMIT


def broken(result):
    return {step.id for step in result.sequence if step.status == "not_met"}


def test_the_letters_follow_each_other():
    result = check(permit={"date": "2024-04-20"}, technical_approval={"date": "2024-04-10"})
    assert result.verdict is Verdict.ALLOWED
    assert {step.status.value for step in result.sequence} == {"met"}


def test_a_technical_approval_after_the_permit_is_told_and_does_not_decide():
    # The order was named by one province, in the press.
    result = check(permit={"date": "2024-04-20"}, technical_approval={"date": "2024-04-21"})
    assert (result.verdict, broken(result)) == (Verdict.ALLOWED, {"approval_before_permit"})
    assert any("Urutan surat" in line.id for line in result.explanation)


def test_a_technical_approval_after_the_inauguration_leaves_it_open():
    result = check(permit={"date": "2024-04-20"}, technical_approval={"date": "2024-05-03"})
    assert result.verdict is Verdict.UNDETERMINED
    assert broken(result) == {"approval_before_inauguration", "approval_before_permit"}


def test_letters_without_a_date_break_no_order():
    result = check(permit={"number": "100/1"}, technical_approval={"number": "2"})
    assert result.verdict is Verdict.UNDETERMINED
    assert result.needs == ("permit.date",)
    assert broken(result) == set()


def test_every_exception_of_the_catalogue_has_a_ground_or_a_post_that_some_test_names():
    named = {"death", "retirement", "plt_task", "acting_secretary", "uptd_adjustment", "standing_consent"}
    assert {item.id for item in RULES.exceptions} == named | {"functional_post", "no_official"}
