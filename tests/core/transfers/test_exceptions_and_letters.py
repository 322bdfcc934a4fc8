"""Posts, grounds, dismissals and the order of the letters."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sinetra.core.transfers import Verdict, WindowId

sys.path.insert(0, str(Path(__file__).parent))
from transfer_facts import RULES, check, readings


def met(result):
    return [item.id for item in result.exceptions if item.status == "met"]


@pytest.mark.parametrize(
    ("ground", "action"),
    [("plt_task", "appointment"), ("acting_secretary", "appointment"), ("uptd_adjustment", "transfer")],
)
def test_an_exception_that_is_named_is_used_and_its_doubt_is_told(ground, action):
    result = check(ground=ground, action=action)
    assert result.verdict is Verdict.ALLOWED
    assert met(result) == [ground]
    shown = {name: verdict for name, verdict in readings(result).items() if "exception" in name}
    assert shown == {"exception_counts": "allowed", "exception_doubted": "needs_permit"}
    assert all(item.confidence == "perlu-cek" for item in result.exceptions)
    assert any("perlu-cek" in line.id for line in result.explanation)


@pytest.mark.parametrize(
    ("ground", "action", "position"),
    [
        # Who died or retired left a vacancy: filling it takes the consent.
        *(
            (ground, action, "jpt_pratama")
            for ground in ("death", "retirement")
            for action in ("appointment", "transfer")
        ),
        *(("plt_task", action, "jpt_pratama") for action in ("transfer", "dismissal")),
        *(("acting_secretary", action, "jpt_pratama") for action in ("transfer", "dismissal")),
        *(("acting_secretary", "appointment", post) for post in ("administrator", "camat", "lurah", "school_head")),
    ],
)
@pytest.mark.parametrize("kind", ["definitive", "pj"])
def test_a_ground_named_for_another_action_or_post_is_a_vacancy(ground, action, position, kind):
    facts = {"effective_on": "2024-06-03", "action": action, "position": position, "official_kind": kind}
    result = check(**facts, ground=ground, permit=False)
    assert result == check(**facts, ground="vacancy", permit=False)
    assert result.verdict is (
        Verdict.UNDETERMINED if action == "dismissal" and kind == "definitive" else Verdict.FORBIDDEN
    )


@pytest.mark.parametrize("position", ["jpt_madya", "jpt_pratama"])
def test_a_regional_secretary_is_replaced_in_acting_only_in_posts_of_that_rank(position):
    facts = {"ground": "acting_secretary", "action": "appointment", "permit": False}
    assert check(**facts, position=position).verdict is Verdict.ALLOWED
    # A post that is not known may be another one.
    unknown = check(**facts, position=None)
    assert (unknown.verdict, unknown.needs) == (Verdict.UNDETERMINED, ("position",))


@pytest.mark.parametrize("ground", ["death", "retirement"])
@pytest.mark.parametrize(("kind", "day"), [("pj", "2023-05-02"), ("definitive", "2024-06-03")])
def test_an_exception_without_a_text_to_cite_never_decides(ground, kind, day):
    facts = {"effective_on": day, "election": None, "official_kind": kind, "action": "dismissal", "permit": False}
    result = check(**facts, ground=ground)
    assert result.verdict is Verdict.UNDETERMINED
    assert met(result) == []
    assert ground in {item.id for item in result.exceptions if item.status == "open"}
    told = [reading for window in result.windows for reading in window.readings if "exception" in reading.id]
    assert {reading.id: reading.followed for reading in told} == {"exception_counts": False, "exception_doubted": False}
    assert next(reading.verdict for reading in told if reading.id == "exception_counts") is Verdict.ALLOWED
    assert any("tidak dipakai" in line.id for line in result.explanation)
    assert all("Pengecualian dipakai" not in line.id for line in result.explanation)
    # In time, the permit settles it.
    assert check(**facts | {"permit": {"date": day}}, ground=ground).verdict is Verdict.ALLOWED


def test_an_exception_that_is_not_named_is_only_told_of():
    told = {action: check(action=action) for action in ("appointment", "transfer", "dismissal")}
    assert told["appointment"].verdict is Verdict.NEEDS_PERMIT
    assert not any(map(met, told.values()))
    ids = {action: {item.id for item in result.exceptions} for action, result in told.items()}
    assert ids["appointment"] == {"plt_task", "acting_secretary", "uptd_adjustment"}
    assert ids["transfer"] == {"uptd_adjustment"}
    assert ids["dismissal"] == {"death", "retirement", "uptd_adjustment"}


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


def test_an_appointment_counts_as_a_replacement_beside_the_reading_of_the_elucidation():
    result = check(action="appointment", permit=False)
    assert result.verdict is Verdict.FORBIDDEN
    assert readings(result) == {"appointment_replaces": "forbidden", "transfers_only": "allowed"}
    shown = result.window(WindowId.BEFORE_DETERMINATION).readings
    assert [(reading.id, reading.followed, reading.confidence.value) for reading in shown] == [
        ("appointment_replaces", True, "perlu-cek"),
        ("transfers_only", False, "terverifikasi"),
    ]
    after = check(action="appointment", effective_on="2025-05-05", permit=False)
    assert readings(after) == {"appointment_replaces": "forbidden", "transfers_only": "allowed"}
    # The rule on acting heads does not speak of replacing.
    quiet = check(action="appointment", effective_on="2023-05-02", election=None, official_kind="pj", permit=False)
    assert readings(quiet) == {"in_force": "forbidden", "parent_repealed": "allowed"}
    assert readings(check(action="transfer")) == {}


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


@pytest.mark.parametrize("day", ["2018-01-10", "2023-05-02", "2025-10-01"])
@pytest.mark.parametrize("kind", ["definitive", "pj"])
def test_outside_of_the_windows_of_an_election_a_late_approval_decides_nothing(day, kind):
    facts = {"effective_on": day, "election": None, "official_kind": kind, "permit": {"date": day}}
    result = check(**facts, technical_approval={"date": "2025-12-31"})
    assert result.verdict is Verdict.ALLOWED
    assert ("approval_before_inauguration" in broken(result)) == (day == "2025-10-01")


@pytest.mark.parametrize(("day", "counts"), [("2020-10-05", False), ("2024-03-31", False), ("2024-04-01", True)])
def test_before_the_electronic_approval_was_reported_its_order_is_not_looked_at(day, counts):
    facts = {"effective_on": day, "election": None, "region": "63.72", "permit": {"date": day}}
    result = check(**facts, technical_approval={"date": "2024-05-03"})
    assert result.verdict is (Verdict.UNDETERMINED if counts else Verdict.ALLOWED)
    assert ("approval_before_inauguration" in {step.id for step in result.sequence}) == counts


def test_letters_without_a_date_break_no_order():
    result = check(permit={"number": "100/1"}, technical_approval={"number": "2"})
    assert result.verdict is Verdict.UNDETERMINED
    assert result.needs == ("permit.date",)
    assert broken(result) == set()


def test_every_exception_of_the_catalogue_has_a_ground_or_a_post_that_some_test_names():
    named = {"death", "retirement", "plt_task", "acting_secretary", "uptd_adjustment", "standing_consent"}
    assert {item.id for item in RULES.exceptions} == named | {"functional_post", "no_official"}
