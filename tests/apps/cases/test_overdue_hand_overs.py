"""A hand-over is answered, or both sides and the reporter see for how many days it has been overdue."""

from __future__ import annotations

from datetime import date, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from django.conf import LazySettings
from report_cast import NAME, REPORTER, SUMMARY, WORDS, Cast, person

from sinetra.apps.accounts.actions.grant_role import grant_role
from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import SYSTEM, Actor, Role
from sinetra.apps.base.tasks import find_handlers
from sinetra.apps.cases.actions import acknowledge, assign, confirm_acknowledgement, deliver, record_acknowledgement
from sinetra.apps.cases.actions.record_acknowledgement import Proof
from sinetra.apps.cases.models import Clock, HandOver, Matter
from sinetra.apps.cases.overdue import overdue_hand_overs
from sinetra.apps.cases.sending import ANSWER, day_sent
from sinetra.apps.cases.vocabulary import HandOverState, ProofKind
from sinetra.apps.insight.selectors import _hand_overs
from sinetra.apps.reports.selectors import follow_report
from sinetra.core.errors import Forbidden

pytestmark = pytest.mark.django_db
TODAY = date(2024, 11, 22)
LATER = TODAY + timedelta(days=5)


def silent(actor: Actor, day: date) -> list[str]:
    found = overdue_hand_overs(actor, day)
    return [found.hand_overs[row.pk].direction for row in found.clocks]


def recorded(cast: Cast, sent: HandOver) -> None:
    proof = Proof(answer=HandOverState.ACKNOWLEDGED, kind=ProofKind.SBT, number="1", dated_on=day_sent(sent))
    row = record_acknowledgement(hand_over=sent, proof=proof, actor=cast.staff)
    confirm_acknowledgement(record=row, accept=True, actor=cast.commissioner)


def test_both_sides_see_what_nobody_answered_in_time_and_nobody_else_does(cast: Cast) -> None:
    cast.arrived()
    due = Clock.objects.filter(rule=ANSWER)[0].due_on
    assert silent(cast.staff, due) == [], "on the last day it is not overdue"
    after = due + timedelta(days=1)
    assert silent(cast.staff, after) == silent(cast.commissioner, after) == ["outgoing"]
    assert silent(cast.bkn_officer, after) == ["incoming"]
    assert silent(cast.district_staff, after) == silent(cast.province_staff, after) == []
    # A personnel office receives matters, too; this one is not among them.
    personnel = next(actor for actor in cast.outsiders if actor.has(Role.BKPSDM_OFFICER))
    assert silent(personnel, after) == []
    for other in (*cast.outsiders, cast.custodian):
        if other is not personnel:
            with pytest.raises(Forbidden):
                overdue_hand_overs(other, after)


def test_an_answer_takes_it_from_both_desks(cast: Cast) -> None:
    arrived = cast.arrived()
    acknowledge(hand_over=arrived, actor=cast.bkn_officer)
    assert (silent(cast.staff, LATER), silent(cast.bkn_officer, LATER)) == (["outgoing"], [])
    deliver(arrived.pk, "reply")
    assert silent(cast.staff, LATER) == []


def test_a_recorded_answer_takes_it_from_the_desk_of_the_sender_only(cast: Cast) -> None:
    cast.arrived()
    recorded(cast, HandOver.objects.select_related("matter").get(direction="outgoing"))
    assert (silent(cast.staff, LATER), silent(cast.bkn_officer, LATER)) == ([], ["incoming"])


def granted(actor: Actor, role: Role) -> User:
    user = User.objects.get(pk=actor.user_id)
    grant_role(user=user, role=role, starts_on=date(2024, 1, 1), ends_on=date(2028, 12, 31), actor=SYSTEM)
    return user


def letters(data: Path) -> dict[str, str]:
    found = [message_from_bytes(path.read_bytes(), policy=default) for path in (data / "mail").glob("*.eml")]
    return {str(one["To"]): one.get_content() for one in found}


def test_once_a_day_a_letter_without_names_to_who_answers_for_it(
    cast: Cast, settings: LazySettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.SINETRA_DATA = tmp_path
    cast.arrived()
    cast.sent()
    handler, leader = User.objects.get(pk=cast.staff.user_id), granted(cast.commissioner, Role.BAWASLU_COMMISSIONER)
    bkn = granted(cast.bkn_officer, Role.BKN_OFFICER)
    alarm = find_handlers()["hand_over.alarm"]
    alarm({})
    assert letters(tmp_path) == {}, "nothing is overdue yet"
    monkeypatch.setattr("sinetra.apps.cases.hand_over_alarms.today", lambda _: LATER)
    alarm({})
    alarm({})
    told = letters(tmp_path)
    assert set(told) == {handler.username, bkn.username}
    assert told[handler.username].startswith("2 serah terima yang dikirim")
    assert told[bkn.username].startswith("1 serah terima yang masuk")
    for secret in (NAME, WORDS, SUMMARY, *REPORTER.values(), *Matter.objects.values_list("number", flat=True)):
        assert not any(secret in text for text in told.values())
    matter = Matter.objects.filter(organisation=cast.bawaslu)[0]
    assign(matter=matter, handler=leader, reason="Cuti.", actor=cast.commissioner)
    monkeypatch.setattr("sinetra.apps.cases.hand_over_alarms.today", lambda _: LATER + timedelta(days=1))
    alarm({})
    assert letters(tmp_path)[leader.username].startswith("1 serah terima yang dikirim"), "the one who has it now"


def test_the_reporter_sees_where_it_went_who_answered_and_the_days_over(cast: Cast) -> None:
    sent = cast.sent()
    report = sent.matter.report_id
    (leg,) = follow_report(report).hand_overs
    assert (leg.to, leg.sent_on, leg.state, leg.answered_on) == ("BKN (contoh)", TODAY, "sent", None)
    assert leg.due is not None
    assert leg.days_over(leg.due.due) == 0
    assert leg.days_over(leg.due.due + timedelta(days=3)) == 3
    recorded(cast, sent)
    (leg,) = follow_report(report).hand_overs
    assert (leg.state, leg.answered_on, leg.answered_by_receiver) == ("acknowledged", TODAY, False)
    assert leg.days_over(LATER) == 0
    assert leg.to_json()["answer_by"] == "sender"


def test_the_reporter_sees_that_the_receiver_answered_itself(cast: Cast) -> None:
    arrived = cast.arrived()
    acknowledge(hand_over=arrived, actor=cast.bkn_officer)
    deliver(arrived.pk, "reply")
    sent = HandOver.objects.select_related("matter").get(direction="outgoing")
    (leg,) = follow_report(sent.matter.report_id).hand_overs
    assert (leg.answered_by_receiver, leg.to_json()["answer_by"]) == (True, "receiver")
    assert follow_report(cast.report().pk).hand_overs == (), "another report went nowhere"


def test_figures_count_apart_what_the_sender_recorded(cast: Cast) -> None:
    recorded(cast, cast.sent())
    arrived = cast.arrived()
    acknowledge(hand_over=arrived, actor=cast.bkn_officer)
    deliver(arrived.pk, "reply")
    cast.sent()
    counted = _hand_overs(HandOver.objects.filter(direction="outgoing"))
    assert counted == {
        "sent": 1,
        "received": 0,
        "acknowledged": 1,
        "returned": 0,
        "acknowledged_recorded": 1,
        "returned_recorded": 0,
    }


def test_somebody_of_another_region_is_told_nothing_of_it(cast: Cast) -> None:
    other = person(cast.bawaslu, Role.BAWASLU_STAFF, region="99.71.02")
    cast.sent()
    assert silent(other, LATER) == []
