"""Replacements of officials held against the windows: one, and a file of many; what is counted of them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from career_cast import a_transfer, new_proposal, new_ruling
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sinetra.apps.careers import law
from sinetra.apps.careers.actions import check_transfer, decide_step, end_step, propose_step, screen_transfers
from sinetra.apps.careers.after_vote import after_votes, by_reason
from sinetra.apps.careers.models import CareerStep, CareerTally, TransferCheck, TransferFile
from sinetra.apps.careers.selectors import check_counts, decided_counts
from sinetra.apps.careers.transfer_rows import Answered, answers
from sinetra.apps.careers.vocabulary import Reason
from sinetra.apps.insight.selectors import public_figures
from sinetra.apps.registry.models import Person
from sinetra.apps.registry.tables.problems import BadRows
from sinetra.core.errors import BadInput, Conflict
from sinetra.core.transfers import Verdict

pytestmark = pytest.mark.django_db
LATER = date(2025, 12, 31)
HEAD = "tanggal,jabatan,penanda_tangan,izin,izin_nomor,izin_tanggal,acuan\n"
GOOD = "2024-12-02,lurah,definitive,ya,100.2/9,2024-11-20,usul 1\n"
LATE = "2024-11-08,jpt_pratama,definitive,ya,100.2/8,2024-11-11,usul 2\n"
FREE = "2026-03-02,camat,definitive,,,,usul 3\n"


def transfer_of(lurah, officer, **changes):
    return propose_step(proposal=a_transfer(**changes), person=lurah, actor=officer)


def test_the_facts_of_a_step_and_of_the_register_are_known_and_none_is_a_name(lurah, officer):
    facts = law.facts_of(transfer_of(lurah, officer))
    assert facts == {
        "effective_on": "2024-12-02",
        "region": "99.71",
        "position": "lurah",
        "official_kind": "definitive",
        "action": "transfer",
        "ground": "vacancy",
    }
    assert lurah.name not in str(facts)


@pytest.mark.parametrize(
    ("kind", "ground"), [("dismissal", "retirement"), ("transfer", "vacancy"), ("appointment", "vacancy")]
)
def test_who_retires_is_dismissed_and_whoever_follows_fills_a_vacancy(lurah, officer, kind, ground):
    assert law.facts_of(transfer_of(lurah, officer, kind=kind, reason=Reason.RETIREMENT))["ground"] == ground


def test_on_a_day_of_leave_the_acting_head_is_the_one_who_signs(lurah, officer):
    assert law.facts_of(transfer_of(lurah, officer, effective_on=date(2024, 11, 20)))["official_kind"] == "pjs"


def test_a_check_is_stored_with_its_answer_and_the_law_that_gave_it(lurah, officer):
    step = transfer_of(lurah, officer)
    row = check_transfer(facts=law.facts_of(step), step=step, actor=officer)
    assert (row.verdict, row.effective_on, len(row.law)) == ("needs_permit", date(2024, 12, 2), 64)
    assert row.result == law.answered(law.asked(row.facts)).to_json()


def test_a_training_is_no_replacement_and_what_was_decided_is_not_checked_again(step, lurah, officer, ppk):
    with pytest.raises(Conflict) as refused:
        check_transfer(facts={"effective_on": "2024-12-02"}, step=step, actor=officer)
    assert refused.value.code == "no_replacement"
    other = transfer_of(lurah, officer)
    decide_step(step=other, ruling=new_ruling(granted=False), actor=ppk)
    with pytest.raises(Conflict) as refused:
        check_transfer(facts=law.facts_of(other), step=other, actor=officer)
    assert refused.value.code == "decided"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({}, "effective_on"),
        ({"effective_on": "besok"}, "effective_on"),
        ({"effective_on": "2024-12-02", "position": "raja"}, "position"),
        ({"effective_on": "2024-12-02", "name": "Kelapa"}, "name"),
    ],
)
def test_a_fact_that_is_none_is_named_and_nothing_is_stored(officer, facts, field):
    with pytest.raises(BadInput) as refused:
        check_transfer(facts=facts, actor=officer)
    assert refused.value.field == field
    assert not TransferCheck.objects.exists()


def test_what_the_check_says_is_answered_before_it_is_granted(lurah, officer, ppk):
    step = transfer_of(lurah, officer)
    with pytest.raises(Conflict) as refused:
        decide_step(step=step, ruling=new_ruling(), actor=ppk)
    assert refused.value.code == "unchecked"
    check_transfer(facts=law.facts_of(step), step=step, actor=officer)
    with pytest.raises(Conflict) as refused:
        decide_step(step=step, ruling=new_ruling(effective_on=date(2024, 12, 9)), actor=ppk)
    assert refused.value.code == "unchecked", "it was checked for another day"
    with pytest.raises(BadInput) as missing:
        decide_step(step=step, ruling=new_ruling(), actor=ppk)
    assert missing.value.field == "despite"
    decide_step(step=step, ruling=new_ruling(despite="Izin Menteri 100.2/9 terbit hari ini."), actor=ppk)
    assert step.decision == "granted"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"position": "functional"}, "position"),
        ({"region": "99.72"}, "region"),
        ({"ground": "ordinary"}, "ground"),
        ({"election": "pemilu_2024"}, "election"),
        ({"ground": "death"}, "ground"),
        ({"action": "dismissal"}, "action"),
        ({"position": None}, "position"),
        ({"region": None}, "region"),
    ],
)
def test_a_check_of_something_else_clears_no_step(lurah, officer, ppk, changes, field):
    step = transfer_of(lurah, officer)
    facts = {name: value for name, value in {**law.facts_of(step), **changes}.items() if value is not None}
    with pytest.raises(BadInput) as refused:
        check_transfer(facts=facts, step=step, actor=officer)
    assert refused.value.field == field
    assert not TransferCheck.objects.exists()
    with pytest.raises(Conflict):
        decide_step(step=step, ruling=new_ruling(), actor=ppk)


def test_the_day_the_head_and_the_letters_are_what_a_check_of_a_step_may_vary(lurah, officer):
    step = transfer_of(lurah, officer)
    varied = {"effective_on": "2024-12-09", "official_kind": "plt", "permit": {"number": "100.2/9"}}
    row = check_transfer(facts=law.facts_of(step) | varied, step=step, actor=officer)
    assert row.effective_on == date(2024, 12, 9)
    unknown = transfer_of(lurah, officer, position=None)
    given = law.facts_of(unknown) | {"position": "camat"}
    assert check_transfer(facts=given, step=unknown, actor=officer).facts["position"] == "camat"


def test_a_clear_check_asks_for_nothing_more(lurah, officer, ppk):
    step = transfer_of(lurah, officer)
    facts = law.facts_of(step) | {"permit": {"number": "100.2/9", "date": "2024-11-20"}}
    assert check_transfer(facts=facts, step=step, actor=officer).verdict == "allowed"
    assert decide_step(step=step, ruling=new_ruling(), actor=ppk).decision == "granted"


def screened(tmp_path: Path, text: str, officer) -> tuple[TransferFile, list[Answered]]:
    path = tmp_path / "mutasi.csv"
    path.write_text(HEAD + text, encoding="utf-8")
    told: list[Answered] = []
    return screen_transfers(path=path, actor=officer, tell=told.append), told


def test_every_row_of_a_file_has_its_verdict_in_order(tmp_path, officer):
    row, told = screened(tmp_path, GOOD + LATE + FREE, officer)
    assert [item.result.verdict for item in told if item.result] == ["allowed", "forbidden", "allowed"]
    assert [item.values["acuan"] for item in told] == ["usul 1", "usul 2", "usul 3"]
    assert (row.rows, row.counts, row.bad_rows) == (3, {"allowed": 2, "forbidden": 1}, 0)


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("kapan,lurah,definitive,,,,x\n", "tanggal"),
        (",lurah,definitive,,,,x\n", "tanggal"),
        ("2024-12-02,raja,definitive,,,,x\n", "jabatan"),
        ("2024-12-02,lurah,plh,,,,x\n", "penanda_tangan"),
        ("2024-12-02,lurah,definitive,tidak,100.2/9,,x\n", "izin"),
        ("2024-12-02,lurah,definitive,ya,100.2/9,31/02/2024,x\n", "izin_tanggal"),
    ],
)
def test_a_bad_row_is_named_and_the_rest_is_done(tmp_path, officer, line, column):
    row, told = screened(tmp_path, GOOD + line + FREE, officer)
    assert [item.result is None for item in told] == [False, True, False]
    assert [(problem.row, problem.column) for problem in told[1].problems] == [(3, column)]
    assert (row.rows, row.bad_rows) == (3, 1)


def test_a_region_in_a_row_counts_and_else_that_of_the_office(tmp_path, officer):
    path = tmp_path / "mutasi.csv"
    path.write_text("tanggal,jabatan,wilayah\n2024-12-02,lurah,\n2024-12-02,lurah,9x\n", encoding="utf-8")
    first, second = answers(path, region="99.71")
    assert first.result is not None
    assert first.result.to_json()["windows"]
    assert [problem.column for problem in second.problems] == ["wilayah"]


@pytest.mark.parametrize(
    "text", ["tanggal\n2024-12-02\n", "tanggal,jabatan,gaji\n2024-12-02,lurah,1\n", "tanggal,jabatan\n"]
)
def test_a_file_that_is_no_such_table_stores_nothing(tmp_path, officer, text):
    path = tmp_path / "mutasi.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises((BadInput, BadRows)):
        screen_transfers(path=path, actor=officer, tell=lambda _row: None)
    assert not TransferFile.objects.exists()
    assert not CareerTally.objects.exists()


def test_a_reading_that_breaks_off_stores_nothing(tmp_path, officer):
    def tell(row: Answered) -> None:
        if row.number == 3:
            raise OSError

    path = tmp_path / "mutasi.csv"
    path.write_text(HEAD + GOOD + LATE, encoding="utf-8")
    with pytest.raises(OSError):
        screen_transfers(path=path, actor=officer, tell=tell)
    assert not TransferFile.objects.exists()
    assert not CareerTally.objects.exists()


def test_the_same_file_counts_once(tmp_path, officer):
    first, _told = screened(tmp_path, GOOD + LATE, officer)
    again, told = screened(tmp_path, GOOD + LATE, officer)
    assert again == first
    assert len(told) == 2
    assert check_counts(LATER, Verdict)["allowed"] == 1


def test_no_row_of_a_file_is_kept(tmp_path, officer):
    row, _told = screened(tmp_path, GOOD, officer)
    assert "usul 1" not in str({**row.__dict__})


def test_public_figures_withhold_small_cells(lurah, officer, ppk):
    for _n in range(6):
        row = transfer_of(lurah, officer)
        decide_step(step=row, ruling=new_ruling(granted=False), actor=ppk)
    day = date(2024, 11, 23)
    assert public_figures(day).table("transfer_decisions").cells == {"granted": 0, "refused": 6, "cancelled": 0}
    facts = {"effective_on": "2024-12-02", "region": "99.71"}
    for _n in range(3):
        check_transfer(facts=facts, actor=officer)
    table = public_figures(day).table("transfer_checks")
    assert table.withheld
    assert table.total is None


def test_figures_are_those_of_the_day_that_is_asked(lurah, officer, ppk):
    row = transfer_of(lurah, officer)
    facts = law.facts_of(row) | {"permit": {"number": "100.2/9", "date": "2024-11-20"}}
    check_transfer(facts=facts, step=row, actor=officer)
    decide_step(step=row, ruling=new_ruling(), actor=ppk)
    assert decided_counts(date(2024, 12, 1))["granted"] == 0, "it takes effect on 2 December"
    assert decided_counts(date(2024, 12, 2))["granted"] == 1


def granted(person: Person, officer, ppk, *, on: date, reason: Reason, **changes):
    number = {"number": "100.2/9", "date": "2024-11-20"}
    proposal = a_transfer(effective_on=on, reason=reason, **changes)
    row = propose_step(proposal=proposal, person=person, actor=officer)
    check_transfer(facts=law.facts_of(row) | {"permit": number}, step=row, actor=officer)
    return decide_step(step=row, ruling=new_ruling(effective_on=on), actor=ppk)


def test_who_is_moved_after_the_vote_is_counted_by_reason_inside_the_window_only(lurah, officer, ppk):
    day = date(2025, 9, 1)
    (span,) = (item for item in after_votes("99.71", day) if item.election == "pilkada_2024")
    assert (span.first, span.last) == (date(2024, 11, 28), date(2025, 8, 20))
    for on in (date(2024, 11, 27), span.first, span.last, date(2025, 8, 21)):
        granted(lurah, officer, ppk, on=on, reason=Reason.VACANCY)
    undone = granted(lurah, officer, ppk, on=date(2025, 3, 3), reason=Reason.REORGANISATION)
    end_step(step=undone, ended_on=date(2024, 11, 22), words="Izin dicabut Menteri.", actor=officer)
    told = by_reason(lurah.organisation_id, span, day)["transfer"]
    assert {code: count for code, count in told.items() if count} == {"vacancy": 2}
    assert decided_counts(day)["cancelled"] == 1, "what was undone is told there only"


def test_before_the_vote_there_is_nothing_to_tell(lurah):
    assert "pilkada_2024" not in {item.election for item in after_votes("99.71", date(2024, 11, 27))}


@pytest.mark.parametrize("region", ["13.12", "63.72"])
def test_a_vote_that_is_not_known_to_be_held_there_is_left_out(region):
    found = [item.election for item in after_votes(region, LATER)]
    assert "pilkada_2018" not in found
    assert "pilkada_2024" in found


def test_no_day_lies_after_two_votes_at_once():
    for day in (date(2025, 4, 19), date(2025, 4, 20), LATER):
        spans = after_votes("63.72", day)
        assert len({span.election for span in spans}) == len(spans) > 1
        for later, earlier in pairwise(spans):
            assert earlier.last is not None
            assert earlier.last < later.first
    (parent,) = (span for span in spans if span.election == "pilkada_2024")
    assert parent.last == date(2025, 4, 19), "the vote was held again on that day"


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.sampled_from(["granted", "refused", "undone", "training"]), max_size=6))
def test_the_figures_are_what_the_steps_say_whatever_became_of_them(lurah, officer, ppk, acts):
    """Steps pile up from one example to the next; what is compared is all of them."""
    for act in acts:
        if act == "training":
            row = propose_step(proposal=new_proposal(), person=lurah, actor=officer)
            decide_step(step=row, ruling=new_ruling(), actor=ppk)
        elif act == "refused":
            decide_step(step=transfer_of(lurah, officer), ruling=new_ruling(granted=False), actor=ppk)
        else:
            row = granted(lurah, officer, ppk, on=date(2024, 12, 2), reason=Reason.VACANCY)
            if act == "undone":
                end_step(step=row, ended_on=date(2024, 11, 22), words="Izin dicabut.", actor=officer)
    stored = CareerStep.objects.filter(kind="transfer")
    assert decided_counts(LATER) == {
        code: stored.filter(decision=code).count() for code in ("granted", "refused", "cancelled")
    }
