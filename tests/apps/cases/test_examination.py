"""What the receiver does with one person: refusals with reason, clocks, objection, answer to the sender."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from examination_cast import LATER, START, STEPS, Office, acts, at, decision, for_the_ppk
from interest_cast import declare, held, pair
from report_cast import NAME, SUMMARY, Cast, person

from sinetra.apps.accounts.models import User
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import SYSTEM, Role
from sinetra.apps.base.policy import visible
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.examinations import actions as exam
from sinetra.apps.cases.examinations.actions.join_team import Appointed
from sinetra.apps.cases.examinations.selectors import persons, possible_verbs
from sinetra.apps.cases.models import (
    Clock,
    Examination,
    ExaminationStep,
    FollowUpAnswer,
    Matter,
    Recommendation,
    Step,
    TeamMember,
)
from sinetra.apps.cases.offers import possible_outcomes
from sinetra.apps.cases.vocabulary import RemedyResult, Verdict
from sinetra.core.casework.examination import ENDS, Stage
from sinetra.core.casework.interests import Tie
from sinetra.core.casework.penalties import Official, TeamRole
from sinetra.core.errors import BadInput, Conflict
from sinetra.core.law.words import Position, SubjectStatus

pytestmark = pytest.mark.django_db


def running(row: Examination) -> dict[str, date]:
    return {clock.rule: clock.due_on for clock in Clock.objects.filter(examination=row, done_at=None)}


def test_the_clock_of_the_follow_up_begins_with_the_acknowledgement(here: Office) -> None:
    rules = set(Clock.objects.filter(matter=here.matter, done_at=None).values_list("rule", flat=True))
    assert rules == {"ppk.follow_up"}
    assert acts(here)[0] == "open_examination"


def test_each_step_starts_and_stops_the_clocks_of_the_law(here: Office) -> None:
    row = here.reach("delivered")
    assert running(row) == {"pp94.effect": date(2025, 3, 24), "pp94.objection": date(2025, 3, 21)}
    told = Clock.objects.get(examination=row, rule="pp94.effect").told
    assert told["lines"][0]["params"]["day"] == "2025-03-03"
    exam.contest(examination=row, letter="K/1", on=date(2025, 3, 10), actor=SYSTEM, at=LATER)
    assert running(row) == {"pp94.objection_decision": date(2025, 4, 17)}
    exam.settle(examination=row, result=RemedyResult.UPHELD, letter="K/2", on=date(2025, 4, 1), actor=SYSTEM, at=LATER)
    assert running(row) == {}


def test_two_persons_of_one_matter_have_clocks_of_their_own(cast: Cast) -> None:
    reported = [
        {"role": "teacher", "name": NAME, "unit": "SD A"},
        {"role": "school_head", "name": None, "unit": None},
    ]
    matter = for_the_ppk(cast, reported=reported)
    sent = act.forward(matter=matter, to=cast.pemko, summary=SUMMARY, actor=SYSTEM, at=at(START, 7))
    arrived = act.deliver(sent.pk, "package", at=at(START, 7))
    assert arrived is not None
    act.acknowledge(hand_over=arrived, actor=SYSTEM, at=at(START, 8))
    received = Matter.objects.select_related("organisation", "report").get(pk=arrived.matter_id)
    made = []
    for place in (0, 1):
        row = act.open_examination(
            matter=received,
            place=place,
            status=SubjectStatus.PNS,
            position=Position.CAMAT,
            actor=SYSTEM,
            at=at(START),
        )
        STEPS["summon"](row, START + timedelta(days=7 * (place + 1)), {})
        made.append(row)
    STEPS["examine"](made[0], START + timedelta(days=15), {})
    assert running(made[0]) == {}
    assert set(running(made[1])) == {"pp94.summons"}
    officer = person(cast.pemko, Role.BKPSDM_OFFICER)
    assert [view.place for view in persons(officer, received)] == [0, 1]
    received.refresh_from_db()
    assert possible_outcomes(officer, received) == (), "not closed while somebody is being examined"
    with pytest.raises(Conflict):
        act.open_examination(
            matter=received, place=0, status=SubjectStatus.PNS, position=Position.CAMAT, actor=SYSTEM, at=LATER
        )


def test_a_summons_of_before_the_hand_over_can_be_entered_but_none_of_before_the_act(here: Office) -> None:
    row = here.opened()
    with pytest.raises(BadInput) as caught:
        exam.summon(examination=row, letter="1", on=date(2024, 11, 19), actor=SYSTEM, at=LATER)
    assert caught.value.field == "on"
    exam.summon(examination=row, letter="1", on=date(2024, 11, 25), actor=SYSTEM, at=LATER)
    assert running(row)["pp94.summons"] == date(2024, 12, 5)


def test_absent_twice_it_is_decided_on_the_evidence(here: Office) -> None:
    row = here.reach("summoned_again")
    assert set(running(row)) == {"pp94.second_summons"}
    STEPS["note_absence"](row, START + timedelta(days=28), {})
    assert row.stage == Stage.EXAMINED
    assert possible_verbs(here.officer, row)[0] == "decide"


@pytest.mark.parametrize("missing", [TeamRole.SUPERIOR, TeamRole.SUPERVISION, TeamRole.PERSONNEL])
def test_a_heavy_penalty_without_a_whole_team_is_refused_and_a_medium_one_is_not(
    here: Office, missing: TeamRole
) -> None:
    row = here.opened()
    here.team(row, but=(missing,))
    STEPS["summon"](row, START + timedelta(days=7), {})
    STEPS["examine"](row, START + timedelta(days=14), {})
    on = START + timedelta(days=21)
    with pytest.raises(BadInput) as caught:
        exam.decide(examination=row, decided=decision(on, penalty="heavy_lower_post"), actor=SYSTEM, at=LATER)
    assert caught.value.field == "penalty"
    exam.summon(examination=row, letter="2", on=on, actor=SYSTEM, at=LATER)
    assert row.stage == Stage.SUMMONED, "summoned anew, to be examined by a whole team"
    exam.join_team(
        examination=row,
        appointed=Appointed(role=missing, on=on, letter="7/TIM", name="Anggota Baru"),
        actor=SYSTEM,
        at=LATER,
    )
    STEPS["examine"](row, on + timedelta(days=3), {})
    later = on + timedelta(days=4)
    exam.decide(examination=row, decided=decision(later, penalty="heavy_lower_post"), actor=SYSTEM, at=LATER)
    assert row.penalty == "heavy_lower_post"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"penalty": ""}, "penalty"),
        ({"penalty": "contract_ethics"}, "penalty"),
        ({"penalty": "old_heavy_rank"}, "penalty"),
        ({"official": Official.SUPERVISOR}, "official"),
        ({"penalty": "light_oral"}, "official"),
        ({"letter": " "}, "letter"),
        ({"reason": ""}, "reason"),
        ({"on": START}, "on"),
        ({"on": LATER.date() + timedelta(days=1)}, "on"),
    ],
)
def test_what_cannot_be_decided_is_refused_naming_the_field(here: Office, changes: dict[str, Any], field: str) -> None:
    row = here.reach("examined")
    given = {"on": START + timedelta(days=21)} | changes
    with pytest.raises(BadInput) as caught:
        exam.decide(examination=row, decided=decision(**given), actor=SYSTEM, at=LATER)
    assert caught.value.field == field
    row.refresh_from_db()
    assert row.stage == Stage.EXAMINED


def test_a_ppk_who_runs_does_not_decide_and_the_stand_in_does(here: Office) -> None:
    row = here.reach("examined")
    held(here.cast.pemko, "Beringin Contohwan")
    pair(here.cast)
    on = START + timedelta(days=21)
    with pytest.raises(Conflict) as caught:
        exam.decide(examination=row, decided=decision(on), actor=SYSTEM, at=LATER)
    assert caught.value.code == "conflict_of_interest"
    exam.decide(examination=row, decided=decision(on, official=Official.STAND_IN), actor=SYSTEM, at=LATER)
    assert row.official == Official.STAND_IN


def test_who_leaves_the_team_counts_no_more_and_the_reason_is_sealed(here: Office) -> None:
    row = here.opened()
    here.team(row)
    member = row.team.get(role=TeamRole.SUPERVISION)
    given: dict[str, Any] = {"examination": row, "on": START, "actor": here.officer, "at": at(START)}
    for wrong, field in (({"reason": " "}, "reason"), ({"member": row.pk}, "member")):
        with pytest.raises(BadInput) as caught:
            exam.leave_team(**given | {"member": member.pk, "reason": "Saudara kandung."} | wrong)
        assert caught.value.field == field
    exam.leave_team(member=member.pk, reason="Saudara kandung yang diperiksa.", **given)
    view = persons(here.officer, here.matter)[0].examination
    assert view is not None
    assert [one.role for one in view.team] == ["superior", "personnel"]
    assert view.taken[-1].note == "Saudara kandung yang diperiksa."
    assert b"Saudara kandung" not in bytes(ExaminationStep.objects.get(name="leave_team").note_sealed or b"")
    for step, on in (("summon", START), ("examine", START + timedelta(days=7))):
        STEPS[step](row, on, {})
    heavy = decision(START + timedelta(days=14), penalty="heavy_lower_post")
    with pytest.raises(BadInput) as caught:
        exam.decide(examination=row, decided=heavy, actor=SYSTEM, at=LATER)
    assert caught.value.field == "penalty", "one element of the team is missing now"


def test_who_left_can_be_appointed_again_and_after_the_examination_nobody_leaves(here: Office) -> None:
    row = here.opened()
    here.team(row)
    member = row.team.get(role=TeamRole.SUPERVISION)
    given: dict[str, Any] = {"reason": "Pindah.", "on": START, "actor": SYSTEM, "at": at(START)}
    exam.leave_team(examination=row, member=member.pk, **given)
    again = Appointed(role=TeamRole.SUPERVISION, on=START, letter="6/TIM", name="Anggota supervision")
    exam.join_team(examination=row, appointed=again, actor=SYSTEM, at=at(START))
    for step, on in (("summon", START), ("examine", START + timedelta(days=7))):
        STEPS[step](row, on, {})
    with pytest.raises(Conflict):
        exam.leave_team(examination=row, member=row.team.get(left_on=None, role="superior").pk, **given)


def test_a_decision_that_could_not_be_delivered_is_sent_within_its_days(here: Office) -> None:
    row = here.reach("decided")
    on = START + timedelta(days=28)
    exam.note_undelivered(examination=row, on=on, actor=SYSTEM, at=LATER)
    assert row.stage == Stage.DECIDED and running(row)["pp94.sending"] == on + timedelta(days=3)
    assert "note_undelivered" not in possible_verbs(here.officer, row)
    with pytest.raises(Conflict):
        exam.note_undelivered(examination=row, on=on, actor=SYSTEM, at=LATER)
    exam.deliver(examination=row, letter="Resi 1", on=on + timedelta(days=2), actor=SYSTEM, at=LATER)
    assert "pp94.sending" not in running(row) and "pp94.delivery" not in running(row)


@pytest.mark.parametrize(("kind", "owed"), [("plt", True), ("definitive", False)])
def test_an_acting_head_who_decided_reports_it_to_the_minister(here: Office, kind: str, owed: bool) -> None:
    held(here.cast.pemko, "Cemara Contohwan", kind=kind)
    row = here.reach("decided")
    assert ("acting_head.report" in running(row)) is owed
    assert ("report_act" in possible_verbs(here.officer, row)) is owed
    given: dict[str, Any] = {"letter": "800/9", "on": START + timedelta(days=23), "actor": SYSTEM, "at": LATER}
    if not owed:
        with pytest.raises(Conflict):
            exam.report_act(examination=row, **given)
        return
    exam.report_act(examination=row, **given)
    assert "acting_head.report" not in running(row)
    exam.deliver(examination=row, letter="TT", on=START + timedelta(days=22), actor=SYSTEM, at=LATER)


def test_who_has_an_interest_is_not_taken_into_the_team_and_the_reason_is_said(here: Office) -> None:
    row = here.opened()
    related = person(here.cast.pemko, Role.INSPECTORATE)
    declare(here.cast, related, Tie.SIBLING, by=SYSTEM, matter=here.matter)
    user = User.objects.get(pk=str(related.user_id))
    given: list[tuple[dict[str, Any], str]] = [
        ({"name": f"  {NAME.upper()}"}, "sama dengan yang dilaporkan"),
        ({"user": user}, "tercatat berkepentingan"),
    ]
    for who, why in given:
        appointed = Appointed(role=TeamRole.SUPERVISION, on=START, letter="1", **who)
        with pytest.raises(BadInput) as caught:
            exam.join_team(examination=row, appointed=appointed, actor=SYSTEM, at=at(START))
        assert caught.value.field == "name"
        assert why in str(caught.value.message)
    superior = Appointed(role=TeamRole.SUPERIOR, on=START, letter="1", user=user)
    with pytest.raises(BadInput) as caught:
        exam.join_team(examination=row, appointed=superior, actor=SYSTEM, at=at(START))
    assert "atasan yang lebih tinggi" in str(caught.value.message)
    assert not TeamMember.objects.exists()
    free = Appointed(role=TeamRole.SUPERVISION, on=START, letter="1", name="Pandan Contohsari")
    exam.join_team(examination=row, appointed=free, actor=SYSTEM, at=at(START))
    with pytest.raises(BadInput):
        exam.join_team(examination=row, appointed=free, actor=SYSTEM, at=at(START))
    assert TeamMember.objects.count() == 1


def test_names_and_notes_are_sealed_and_no_line_of_the_timeline_names_anybody(here: Office) -> None:
    row = here.reach("decided")
    sealed = [bytes(member.name_sealed) for member in TeamMember.objects.filter(examination=row)]
    sealed += [bytes(step.note_sealed) for step in ExaminationStep.objects.exclude(note_sealed=None)]
    assert sealed
    assert not any(b"Anggota" in value or b"Jawaban" in value for value in sealed)
    lines = [str(step.params) for step in Step.objects.filter(matter=here.matter)]
    assert not any(NAME in line or "Anggota" in line for line in lines)


def test_nothing_is_carried_out_before_it_can_have_taken_force_by_any_reading(here: Office) -> None:
    row = here.reach("delivered")
    delivered = row.delivered_on
    assert delivered == date(2025, 3, 3)
    with pytest.raises(BadInput) as caught:
        exam.execute(examination=row, letter="B/1", on=date(2025, 3, 17), actor=SYSTEM, at=LATER)
    assert caught.value.accepted == ("2025-03-18",), "15 calendar days, the shorter reading"
    exam.execute(examination=row, letter="B/1", on=date(2025, 3, 18), actor=SYSTEM, at=LATER)
    assert row.stage == Stage.EXECUTED


def test_a_moral_sanction_has_no_clock_of_force_and_nothing_against_it(here: Office) -> None:
    row = here.reach("delivered", penalty="moral_open")
    assert running(row) == {}
    assert "contest" not in possible_verbs(here.officer, row)
    with pytest.raises(Conflict) as caught:
        exam.contest(examination=row, letter="K/1", on=LATER.date(), actor=SYSTEM, at=LATER)
    assert caught.value.code == "no_remedy"
    exam.execute(examination=row, letter="B/1", on=date(2025, 3, 4), actor=SYSTEM, at=LATER)


def test_against_a_dismissal_the_clocks_are_those_of_the_appeal(here: Office) -> None:
    row = here.reach("delivered", penalty="heavy_dismissal")
    assert "pp94.appeal" in running(row)
    exam.contest(examination=row, letter="BD/1", on=date(2025, 3, 10), actor=SYSTEM, at=LATER)
    assert set(running(row)) == {"pp94.appeal_answer", "pp94.appeal_decision"}


def test_against_an_official_below_the_ppk_one_objects_to_the_superior(here: Office) -> None:
    row = here.reach("delivered", official=Official.JPT_PRATAMA)
    assert "pp94.objection_official" in running(row)
    exam.contest(examination=row, letter="K/1", on=date(2025, 3, 10), actor=SYSTEM, at=LATER)
    assert set(running(row)) == {"pp94.objection_answer", "pp94.objection_superior"}


def test_a_changed_penalty_is_carried_out_anew_and_an_annulled_one_clears(here: Office) -> None:
    row = here.reach("contested")
    with pytest.raises(BadInput):
        exam.settle(
            examination=row,
            result=RemedyResult.CHANGED,
            penalty=row.penalty,
            letter="K/2",
            on=LATER.date(),
            actor=SYSTEM,
            at=LATER,
        )
    STEPS["change"](row, date(2025, 4, 1), {})
    assert (row.stage, row.penalty, row.executed_on) == (Stage.DELIVERED, "light_written", None)
    with pytest.raises(Conflict) as caught:
        exam.contest(examination=row, letter="K/3", on=LATER.date(), actor=SYSTEM, at=LATER)
    assert caught.value.code == "contested_before"


def test_an_objection_that_came_after_the_execution_leaves_it_carried_out_when_it_fails(here: Office) -> None:
    row = here.reach("executed")
    exam.contest(examination=row, letter="K/9", on=LATER.date(), actor=SYSTEM, at=LATER)
    exam.settle(
        examination=row, result=RemedyResult.INADMISSIBLE, letter="K/10", on=LATER.date(), actor=SYSTEM, at=LATER
    )
    assert (row.stage, row.remedy_result) == (Stage.EXECUTED, RemedyResult.INADMISSIBLE)


def test_a_matter_that_is_not_acknowledged_or_not_handed_over_is_not_examined(cast: Cast) -> None:
    waiting = cast.arrived()
    given: dict[str, Any] = {"place": 0, "status": SubjectStatus.PNS, "position": Position.LURAH, "actor": SYSTEM}
    for matter in (waiting.matter, cast.registered()):
        with pytest.raises(Conflict) as caught:
            act.open_examination(matter=matter, **given)
        assert caught.value.code == "illegal_transition"


def test_the_personnel_office_has_only_what_its_own_office_received(here: Office) -> None:
    here.reach("decided")
    other = person(here.cast.province, Role.BKPSDM_OFFICER)
    for model in (Examination, ExaminationStep, TeamMember, FollowUpAnswer, Matter):
        assert list(visible(other, model)) == []
    assert visible(here.officer, TeamMember).count() == 3
    assert [row.pk for row in visible(here.officer, Matter)] == [here.matter.pk]
    assert list(visible(here.officer, Recommendation)) == []


@pytest.mark.parametrize("seed", range(4))
def test_in_any_legal_order_there_is_one_next_step_an_owner_and_a_way_to_an_end(here: Office, seed: int) -> None:
    """Random walks through the real verbs; each refusal leaves everything as it was."""
    dice = random.Random(seed)
    row, on = here.opened(), START
    here.team(row)
    ways: dict[str, list[Callable[..., object]]] = {
        "settle": [STEPS["uphold"], STEPS["change"], STEPS["annul"]],
        "decide": [STEPS["decide"], _cleared],
    }
    for _ in range(30):
        verbs = [verb for verb in possible_verbs(here.officer, row) if verb not in ("join_team", "leave_team")]
        view = persons(here.officer, here.matter)[0].examination
        assert view is not None
        assert (view.following is None) == (Stage(row.stage) in ENDS)
        if view.following is None:
            assert verbs == []
            break
        assert view.following.owner
        verb = dice.choice(verbs)
        on += timedelta(days=dice.choice((1, 7, 20)))
        before = (row.stage, row.steps.count())
        try:
            dice.choice(ways.get(verb) or [STEPS[verb]])(row, on, {})
        except (BadInput, Conflict):
            row.refresh_from_db()
            assert before == (row.stage, row.steps.count())
    assert verify().ok


def _cleared(row: Examination, on: date, _: dict[str, Any]) -> object:
    decided = decision(on, verdict=Verdict.NOT_PROVEN)
    return exam.decide(examination=row, decided=decided, actor=SYSTEM, at=LATER)
