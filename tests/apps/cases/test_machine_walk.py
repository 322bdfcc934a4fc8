"""A long walk through the real verbs in the database, by a seed: whatever is done, in whatever order, holds together.

After each step: no illegal state, nobody's matter, a way on, deadlines that only move forward, hand-overs answered or
shown as waiting, numbers without a gap.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from clarification_cast import examiner, heard, invited, missed, session
from report_cast import FILED_AT, SUMMARY, Cast, filed, formal, person

from casework_rows import held, studied
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.actions.check_requirements import Given
from sinetra.apps.cases.actions.record_acknowledgement import Proof
from sinetra.apps.cases.checklist import checklist_of, items, may_change
from sinetra.apps.cases.models import Clarification, Clock, HandOver, Matter, RecordedAnswer, RepairRequest
from sinetra.apps.cases.moves import casework, regime_of
from sinetra.apps.cases.offers import possible_acts, possible_outcomes
from sinetra.apps.cases.repairs import grounds
from sinetra.apps.cases.selectors import waiting_for_whom
from sinetra.apps.cases.sending import day_sent
from sinetra.apps.cases.vocabulary import (
    Direction,
    Ground,
    HandOverState,
    MatterKind,
    Outcome,
    ProofKind,
    Purpose,
    RecordState,
    State,
    Whom,
)
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.models import Report
from sinetra.core.casework.checklist import Answer
from sinetra.core.casework.plenary import Decision
from sinetra.core.errors import SinetraError

pytestmark = pytest.mark.django_db
STEPS, MOST = 400, 1500
# What ends a matter is taken seldom, so that the walk sees its middle as well.
WEIGHTS = {"refuse_registration": 0.1, "close": 0.3, "transfer": 0.2, "take_over": 0.2, "withdraw": 0.1, "return": 0.5}
FORMAL = ("signature", "reporter_entitled")
MATERIAL = ("evidence", "description")


@dataclass
class Walk:
    cast: Cast
    dice: random.Random
    at: datetime = FILED_AT
    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    dues: dict[UUID, tuple[str, date]] = field(default_factory=dict)

    def actors_of(self, matter: Matter) -> tuple[Actor, ...]:
        cast = self.cast
        offices = {
            cast.bawaslu.pk: (cast.staff, cast.commissioner),
            cast.province.pk: (cast.province_staff,),
            cast.bkn.pk: (cast.bkn_officer,),
        }
        return offices[matter.organisation_id]

    def offered(self, matter: Matter, actor: Actor) -> tuple[str, ...]:
        trail = tuple(HandOver.objects.filter(matter=matter))
        found = possible_acts(actor, matter, trail)
        return (*found, "check") if may_change(matter) else found

    def step(self) -> Matter | None:
        """One verb; mostly one that is offered, sometimes any, which must then be refused without a trace."""
        self.at += timedelta(hours=self.dice.choice((1, 3, 8, 20)))
        if self.dice.random() < 0.05 and (ended := self.ended()) is not None:
            before = ended.state
            VERBS["reopen"](self, ended, self.cast.commissioner)
            self.done["reopen"] += 1
            ended.refresh_from_db()
            require_legal(before, ended, "reopen")
            return ended
        running = list(open_matters().order_by("id"))
        if len(running) < 4 or self.dice.random() < 0.05:
            return self.new()
        if self.dice.random() < 0.25 and (brought := self.bring()) is not None:
            return brought
        matter = self.dice.choice(running)
        actor = self.dice.choice(self.actors_of(matter))
        offered = self.offered(matter, actor)
        if self.dice.random() < 0.2 or not offered:
            self.try_in_vain(matter, actor, offered)
            return None
        ways = [name for name in offered if name in VERBS]
        if not ways:
            return None
        (name,) = self.dice.choices(ways, [WEIGHTS.get(way, 1.0) for way in ways])
        before = matter.state
        VERBS[name](self, matter, actor)
        self.done[name] += 1
        matter.refresh_from_db()
        require_legal(before, matter, name)
        return matter

    def ended(self) -> Matter | None:
        """One that the plenary may reopen."""
        rows = Matter.objects.filter(state=State.CLOSED, organisation=self.cast.bawaslu).order_by("id")
        found = [
            row
            for row in rows.select_related("report", "organisation")
            if "reopen" in self.offered(row, self.cast.commissioner)
        ]
        return self.dice.choice(found) if found else None

    def new(self) -> Matter:
        day = self.at.date()
        known = day - timedelta(days=self.dice.choice((0, 1, 3)))
        changes: dict[str, Any] = {"happened_on": known.isoformat(), "known_on": known.isoformat()}
        if self.dice.random() < 0.35:
            changes |= {"channel": "initial_information", "reporter": None}
        key = filed(formal(**changes), self.at).report_id
        report = Report.objects.select_related("organisation").get(pk=key)
        self.done["open_matter"] += 1
        return act.open_matter(report=report, actor=self.cast.staff, at=self.at)

    def bring(self) -> Matter | None:
        """The worker: packages and answers that have not arrived. Sometimes the sender records the answer itself."""
        rows = HandOver.objects.filter(direction=Direction.OUTGOING).order_by("id").select_related("matter")
        answer = self.dice.random() < 0.1  # of the other side, after the sender has recorded one
        waiting = list(rows.filter(recorded_by_sender=True) if answer else rows.filter(state=HandOverState.SENT))
        if not waiting:
            return None
        sent = self.dice.choice(waiting)
        if sent.state == HandOverState.SENT and self.dice.random() < 0.2:
            return self.record(sent)
        there = HandOver.objects.filter(direction=Direction.INCOMING, package_id=sent.package_id).first()
        if there is None:
            act.deliver(sent.pk, "package", at=self.at)
        elif there.reply_sealed is not None:
            act.deliver(there.pk, "reply", at=self.at)
        self.done["deliver"] += 1
        return Matter.objects.select_related("report", "organisation").get(pk=sent.matter_id)

    def record(self, sent: HandOver) -> Matter:
        """By one person with proof, then looked at by another."""
        answer = self.dice.choice((HandOverState.ACKNOWLEDGED, HandOverState.RETURNED))
        proof = Proof(answer=answer, kind=ProofKind.SBT, number="1", dated_on=day_sent(sent))
        both = [self.cast.staff, self.cast.commissioner]
        if sent.organisation_id == self.cast.province.pk:
            both = [self.cast.province_staff, person(self.cast.province, Role.BAWASLU_STAFF)]
        row = act.record_acknowledgement(hand_over=sent, proof=proof, actor=both[0], at=self.at)
        accept = self.dice.random() < 0.8
        act.confirm_acknowledgement(record=row, accept=accept, reason="Alasan.", actor=both[1], at=self.at)
        self.done[f"record {answer} {accept}"] += 1
        return Matter.objects.select_related("report", "organisation").get(pk=sent.matter_id)

    def elsewhere(self, matter: Matter) -> Organisation:
        return self.cast.bawaslu if matter.organisation_id == self.cast.province.pk else self.cast.province

    def try_in_vain(self, matter: Matter, actor: Actor, offered: tuple[str, ...]) -> None:
        name = self.dice.choice([verb for verb in VERBS if verb not in offered])
        before = (matter.state, matter.version, Clock.objects.filter(matter=matter, done_at=None).count())
        with pytest.raises(SinetraError):
            VERBS[name](self, matter, actor)
            pytest.fail(f"{name} was not offered in {matter.state} and went through")
        self.refused[name] += 1
        matter.refresh_from_db()
        assert before == (matter.state, matter.version, Clock.objects.filter(matter=matter, done_at=None).count())


def open_matters() -> Any:
    return Matter.objects.exclude(state=State.CLOSED).select_related("report", "organisation")


def check(walk: Walk, matter: Matter, actor: Actor) -> None:
    but = walk.dice.choice(((), (), FORMAL[:1], MATERIAL[:1], (FORMAL[0], MATERIAL[0]), FORMAL[1:]))
    answers = {
        item.requirement.id: Given(answer=Answer.NOT_MET, note="Kurang.")
        if item.requirement.id in but
        else Given(answer=Answer.MET)
        for item in items(matter)
    }
    act.check_requirements(matter=matter, answers=answers, actor=actor, at=walk.at)


def refuse(walk: Walk, matter: Matter, actor: Actor) -> None:
    possible = grounds(matter, checklist_of(matter), walk.at.date()) or tuple(Ground)
    act.refuse_registration(matter=matter, ground=walk.dice.choice(possible), reason="Alasan.", actor=actor, at=walk.at)


def accept(walk: Walk, matter: Matter, actor: Actor) -> None:
    """Written down later, the day on which it was asked for."""
    asked = RepairRequest.objects.filter(matter=matter).order_by("-asked_at").first()
    came_on = None if asked is None else asked.asked_on
    act.accept_repair(matter=matter, received_on=came_on, actor=actor, at=walk.at)


def report_tracing(walk: Walk, matter: Matter, actor: Actor) -> None:
    found_on = walk.at.date() if walk.dice.random() < 0.7 else None
    act.report_tracing(matter=matter, text="Hasil.", found_on=found_on, actor=actor, at=walk.at)


def close(walk: Walk, matter: Matter, actor: Actor) -> None:
    possible = possible_outcomes(actor, matter) or tuple(Outcome)
    act.close(matter=matter, outcome=walk.dice.choice(possible), actor=actor, at=walk.at)


def plenary(walk: Walk, matter: Matter, actor: Actor) -> None:
    decision = walk.dice.choice((Decision.PROVEN, Decision.PROVEN, *Decision))
    held(matter, actor, at=walk.at, decision=decision)


def summon(walk: Walk, matter: Matter, actor: Actor) -> None:
    """Somebody for today, or once more who did not come."""
    rows = Clarification.objects.filter(matter=matter, attendance="absent", followed_by=None)
    follows = rows.order_by("held_at", "id").first()
    at = session(held_at=walk.at, invited_on=None, invited_by="")
    who = None if follows is not None else invited(walk.dice.choice(list(Whom)))
    act.summon(matter=matter, invited=who, follows=follows, session=at, actor=actor, at=walk.at)


def record_clarification(walk: Walk, matter: Matter, actor: Actor) -> None:
    rows = Clarification.objects.filter(matter=matter).select_related("matter__report", "matter__organisation")
    row = rows.order_by("attendance", "held_at", "id").first() or Clarification(matter=matter)
    on = max(row.held_on, matter.registered_on or row.held_on) if row.held_on else walk.at.date()
    outcome = (
        heard(examiner(walk.cast.staff.user_id), on=on)
        if walk.dice.random() < 0.5
        else missed(invited_on=on, invited_by="post")
    )
    act.record_clarification(clarification=row, outcome=outcome, actor=actor, at=walk.at)


def answered(verb: Callable[..., object], **more: Any) -> Callable[[Walk, Matter, Actor], object]:
    def run(walk: Walk, matter: Matter, actor: Actor) -> object:
        rows = HandOver.objects.filter(matter=matter).select_related("matter", "organisation")
        row = rows.order_by("direction", "-sent_at").first() or HandOver(
            organisation=matter.organisation, matter=matter, direction=Direction.OUTGOING, state=HandOverState.SENT
        )
        return verb(hand_over=row, actor=actor, at=walk.at, **more)

    return run


def plain(verb: Callable[..., object], **more: Any) -> Callable[[Walk, Matter, Actor], object]:
    return lambda walk, matter, actor: verb(matter=matter, actor=actor, at=walk.at, **more)


VERBS: dict[str, Callable[[Walk, Matter, Actor], object]] = {
    "check": check,
    "start_study": plain(act.start_study),
    "find_complete": plain(act.find_complete),
    "ask_repair": plain(act.ask_repair),
    "accept_repair": accept,
    "refuse_registration": refuse,
    "keep_as_information": plain(act.keep_as_information, reason="Alasan."),
    "withdraw": plain(act.withdraw, reason="Surat."),
    "report_tracing": report_tracing,
    "set_finding": plain(act.set_finding),
    "register": plain(act.register),
    "summon": summon,
    "record_clarification": record_clarification,
    "extend_study": plain(act.extend_study, reason="Saksi."),
    "write_study": lambda w, m, a: studied(m, a, at=w.at),
    "hold_plenary": plenary,
    "transfer": lambda w, m, a: act.transfer(matter=m, to=w.elsewhere(m), summary=SUMMARY, actor=a, at=w.at),
    "take_over": lambda w, m, a: act.take_over(
        matter=m, by=w.cast.province, order="1", ordered_on=FILED_AT.date(), summary=SUMMARY, actor=a, at=w.at
    ),
    "forward": lambda w, m, a: act.forward(matter=m, to=w.cast.bkn, summary=SUMMARY, actor=a, at=w.at),
    "acknowledge": answered(act.acknowledge),
    "return": answered(act.return_package, reason="Alasan."),
    "close": close,
    "reopen": plain(act.reopen, ground="new_evidence", document="BA 1", reason="Alasan."),
}


def require_legal(before: str, matter: Matter, verb: str) -> None:
    """The new state is one that legal steps of the catalogue lead to from the old one."""
    if matter.kind == MatterKind.HANDED_OVER or before in tuple(HandOverState)[:2]:
        # At a receiver: the hand-over's own states; what Bawaslu took over begins as a report.
        assert matter.state in {*HandOverState, State.CLOSED, State.REPORT_RECEIVED}, (before, matter.state, verb)
        return
    reached, edge = {State(before)}, {State(before)}
    for _ in range(4):
        edge = {step.to_state for state in edge for step in casework().legal_transitions(state, regime_of(matter))}
        reached |= edge
    assert State(matter.state) in reached, (before, matter.state, verb)


def require_sound(walk: Walk, matter: Matter) -> None:
    if matter.state == State.CLOSED:
        assert not Clock.objects.filter(matter=matter, done_at=None).exists(), "what is closed is due no more"
        assert matter.outcome
    else:
        waits = HandOver.objects.filter(matter=matter, direction=Direction.OUTGOING, state=HandOverState.SENT).exists()
        untaken = matter.kind == MatterKind.HANDED_OVER and matter.state == HandOverState.RECEIVED
        assert matter.handler_id is not None or untaken, "nobody's matter"
        ways = {name for actor in walk.actors_of(matter) for name in walk.offered(matter, actor)}
        assert waits or ways - {"assign", "withdraw"}, (matter.state, ways)
    for row in Clarification.objects.filter(matter=matter).select_related("follows"):
        assert row.call == (1 if row.follows is None else row.follows.call + 1)
        assert row.follows is None or row.follows.attendance == "absent", "again is only who did not come"
    for clock in Clock.objects.filter(matter=matter):
        assert clock.started_on <= clock.due_on
        rule, due_on = walk.dues.get(clock.pk, (clock.rule, clock.due_on))
        assert due_on <= clock.due_on, "a deadline never moves back"
        assert rule == clock.rule or clock.rule == f"{rule}_extended"
        walk.dues[clock.pk] = (clock.rule, clock.due_on)


def require_hand_overs(walk: Walk) -> None:
    waiting = {row.pk for actor in (walk.cast.staff, walk.cast.province_staff) for row in waiting_for_whom(actor)}
    for row in HandOver.objects.filter(direction=Direction.OUTGOING).select_related("matter"):
        there = HandOver.objects.filter(direction=Direction.INCOMING, package_id=row.package_id).first()
        assert there is None or there.package_digest == row.package_digest
        if row.state == HandOverState.SENT:
            assert row.pk in waiting, "what nobody has answered is shown as waiting"
            if row.purpose != Purpose.FORWARDING:
                assert Clock.objects.filter(matter=row.matter, rule="hand_over.answer", done_at=None).exists()
        elif row.recorded_by_sender:
            assert RecordedAnswer.objects.filter(hand_over=row, state=RecordState.CONFIRMED).count() == 1
        else:
            assert there is not None
            assert (row.reply_digest, row.state) == (there.reply_digest, there.state)


def registers() -> Iterator[list[int]]:
    for office in Matter.objects.exclude(register_number="").values_list("organisation", flat=True).distinct():
        rows = Matter.objects.filter(organisation=office).exclude(register_year=None)
        for year in set(rows.values_list("register_year", flat=True)):
            yield sorted(rows.filter(register_year=year).values_list("register_sequence", flat=True))


def test_hundreds_of_steps_leave_nothing_illegal_unowned_or_lost(cast: Cast) -> None:
    walk, taken = Walk(cast=cast, dice=random.Random(1)), 0
    while taken < STEPS or (set(VERBS) - set(walk.done) and taken < MOST):
        taken += 1
        touched = walk.step()
        if touched is not None:
            require_sound(walk, Matter.objects.select_related("report", "organisation").get(pk=touched.pk))
    for matter in Matter.objects.select_related("report", "organisation"):
        require_sound(walk, matter)
        assert (matter.registered_on is None) == (matter.register_number == "")
    require_hand_overs(walk)
    numbers = list(registers())
    assert numbers, "nothing was registered: the walk would prove nothing"
    assert all(found == list(range(1, len(found) + 1)) for found in numbers)
    assert verify().ok
    assert RecordedAnswer.objects.filter(state=RecordState.REPLACED).exists(), "no recorded answer ever gave way"
    assert not set(VERBS) - set(walk.done), "a verb that was never taken is not walked"
    assert len(walk.refused) > 10, "hardly anything was tried in vain"
