"""Each verb of casework: what it acts on, and how somebody takes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import gettempdir
from typing import Any

from clarification_cast import invited, missed, session
from prepared import AGAIN, EXAMINED, OLD, ORDER, TODAY, Prepared, proof_of
from report_cast import FILED_AT, NAME, SUMMARY, Cast, content, person

from casework_rows import all_met, checked, completed, held, studied
from sinetra.apps.accounts.actions.grant_role import grant_role
from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import SYSTEM, Actor, Role
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.actions.record_answer import Answered
from sinetra.apps.cases.actions.take_rung import RungLetter
from sinetra.apps.cases.models import (
    Matter,
)
from sinetra.apps.cases.sbt_file import COLUMNS
from sinetra.apps.cases.vocabulary import (
    Answer,
    Ground,
    Outcome,
    Period,
    TrackOutcome,
)
from sinetra.apps.reports.intake import read_report
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import Aside, Kept
from sinetra.ports import clock


def _unanswered() -> Path:
    """A file of SBT in which nothing is answered yet."""
    file = Path(gettempdir()) / "sinetra-sbt-kosong.csv"
    file.write_text(",".join(column.name for column in COLUMNS) + "\n")
    return file


Act = Callable[[Any, Actor], object]
_LATER = {"at": FILED_AT}


def _on(prepare: Callable[[Prepared], Any], run: Callable[[Cast, Any, Actor], object]) -> Any:
    return prepare, run


VERBS: dict[str, Any] = {
    "record_information": _on(
        lambda p: None,
        lambda c, row, who: act.record_information(
            organisation=c.bawaslu, seen=read_report(content(region="99.71.01")), actor=who, **_LATER
        ),
    ),
    "join_report": _on(
        lambda p: (p.matter(), p.cast.report())[1],
        lambda c, row, who: act.join_report(report=row, matter=_matter(c), actor=who),
    ),
    "separate_report": _on(Prepared.joined, lambda c, row, who: act.separate_report(report=row, reason="x", actor=who)),
    "tell_apart": _on(
        lambda p: (p.matter(), p.cast.report())[1],
        lambda c, row, who: act.tell_apart(report=row, other=_first(c), actor=who),
    ),
    "keep_report": _on(
        lambda p: p.cast.report(channel="initial_information", reporter=None),
        lambda c, row, who: act.keep_report(report=row, why=Kept.NO_LEAD, actor=who),
    ),
    "set_aside_report": _on(
        lambda p: p.cast.report(channel="initial_information", reporter=None),
        lambda c, row, who: act.set_aside_report(report=row, ground=Aside.OPINION, reason="x", actor=who),
    ),
    "take": _on(Prepared.matter, lambda c, row, who: act.take(matter=row, actor=who)),
    "open_matter": _on(lambda p: p.cast.report(), lambda c, row, who: act.open_matter(report=row, actor=who)),
    "start_study": _on(Prepared.matter, lambda c, row, who: act.start_study(matter=row, actor=who)),
    "start_tracing": _on(
        lambda p: p.matter(channel="initial_information", reporter=None),
        lambda c, row, who: act.start_study(matter=row, actor=who),
    ),
    "check_requirements": _on(
        Prepared.matter,
        lambda c, row, who: act.check_requirements(matter=row, answers=all_met(row), actor=who),
    ),
    "find_complete": _on(Prepared.studied, lambda c, row, who: act.find_complete(matter=row, actor=who)),
    "ask_repair": _on(lambda p: p.studied("evidence"), lambda c, row, who: act.ask_repair(matter=row, actor=who)),
    "accept_repair": _on(
        lambda p: checked(p.asked(), SYSTEM), lambda c, row, who: act.accept_repair(matter=row, actor=who, **_LATER)
    ),
    "refuse_registration": _on(
        lambda p: p.studied("filed_in_time", "evidence"),
        lambda c, row, who: act.refuse_registration(matter=row, ground=Ground.LATE, reason="x", actor=who),
    ),
    "keep_as_information": _on(
        lambda p: p.studied("reporter_entitled"),
        lambda c, row, who: act.keep_as_information(matter=row, reason="x", actor=who),
    ),
    "withdraw": _on(Prepared.matter, lambda c, row, who: act.withdraw(matter=row, reason="x", actor=who)),
    "withdraw_registered": _on(
        Prepared.registered, lambda c, row, who: act.withdraw(matter=row, reason="x", actor=who)
    ),
    "report_tracing": _on(
        Prepared.traced, lambda c, row, who: act.report_tracing(matter=row, text="x", found_on=None, actor=who)
    ),
    "set_hold": _on(
        Prepared.matter, lambda c, row, who: act.set_hold(of=row, authority="PN Contoh", reason="x", actor=who)
    ),
    "lift_hold": _on(Prepared.on_hold, lambda c, row, who: act.lift_hold(of=row, reason="x", actor=who)),
    "set_finding": _on(Prepared.reported, lambda c, row, who: act.set_finding(matter=row, actor=who)),
    "transfer": _on(
        Prepared.studied, lambda c, row, who: act.transfer(matter=row, to=c.province, summary=SUMMARY, actor=who)
    ),
    "take_over": _on(
        Prepared.studied, lambda c, row, who: act.take_over(matter=row, by=c.province, actor=who, **_LATER, **ORDER)
    ),
    "register": _on(lambda p: completed(p.studied(), SYSTEM), lambda c, row, who: act.register(matter=row, actor=who)),
    "summon": _on(
        Prepared.registered,
        lambda c, row, who: act.summon(matter=row, invited=invited(), session=session(), actor=who),
    ),
    "record_clarification": _on(
        Prepared.invited, lambda c, row, who: act.record_clarification(clarification=row, outcome=missed(), actor=who)
    ),
    "extend_study": _on(Prepared.registered, lambda c, row, who: act.extend_study(matter=row, reason="x", actor=who)),
    "write_study": _on(Prepared.registered, lambda c, row, who: studied(row, who)),
    "hold_plenary": _on(lambda p: studied(p.registered(), SYSTEM), lambda c, row, who: held(row, who)),
    "forward": _on(Prepared.decided, lambda c, row, who: act.forward(matter=row, to=c.bkn, summary=SUMMARY, actor=who)),
    "forward_track": _on(
        lambda p: p.tracks()[0],
        lambda c, row, who: act.forward_track(track=row, to=c.bkn, summary=SUMMARY, actor=who),
    ),
    "end_track": _on(
        Prepared.acknowledged_track,
        lambda c, row, who: act.end_track(track=row, outcome=TrackOutcome.FOLLOWED_UP, actor=who),
    ),
    "reconsider_track": _on(
        Prepared.returned_track, lambda c, row, who: act.reconsider_track(track=row, reason="x", actor=who)
    ),
    "give_up_track": _on(
        lambda p: p.tracks()[0], lambda c, row, who: act.give_up_track(track=row, reason="x", actor=who)
    ),
    "refuse_complete": _on(
        Prepared.studied,
        lambda c, row, who: act.refuse_registration(matter=row, ground=Ground.OUT_OF_COMPETENCE, reason="x", actor=who),
    ),
    "close_not_proven": _on(
        Prepared.stopped, lambda c, row, who: act.close(matter=row, outcome=Outcome.NOT_PROVEN, actor=who)
    ),
    "close_not_registered": _on(
        Prepared.refused, lambda c, row, who: act.close(matter=row, outcome=Outcome.NOT_REGISTERED, actor=who)
    ),
    "assign": _on(Prepared.matter, lambda c, row, who: act.assign(matter=row, handler=_colleague(c), actor=who)),
    "acknowledge": _on(Prepared.arrived, lambda c, row, who: act.acknowledge(hand_over=row, actor=who)),
    "return": _on(Prepared.arrived, lambda c, row, who: act.return_package(hand_over=row, reason="x", actor=who)),
    "acknowledge_transfer": _on(
        lambda p: p.arrived(transferred=True), lambda c, row, who: act.acknowledge(hand_over=row, actor=who)
    ),
    "return_transfer": _on(
        lambda p: p.arrived(transferred=True),
        lambda c, row, who: act.return_package(hand_over=row, reason="x", actor=who),
    ),
    "open_examination": _on(
        Prepared.received, lambda c, row, who: act.open_examination(matter=row, actor=who, **EXAMINED)
    ),
    "pass_on": _on(
        Prepared.received, lambda c, row, who: act.pass_on(matter=row, to=c.pemko, summary=SUMMARY, actor=who)
    ),
    "answer_sender": _on(Prepared.examining, lambda c, row, who: act.answer_sender(matter=row, actor=who)),
    "reopen": _on(Prepared.ended, lambda c, row, who: act.reopen(matter=row, actor=who, **AGAIN)),
    "reopen_refused": _on(Prepared.refused, lambda c, row, who: act.reopen(matter=row, actor=who, **AGAIN)),
    "clear_namesake": _on(
        Prepared.matter, lambda c, row, who: act.clear_namesake(matter=row, user=_namesake(c), reason="x", actor=who)
    ),
    "add_correction": _on(
        Prepared.ended,
        lambda c, row, who: act.add_correction(
            matter=row, body="Camat Contoh", told_on=clock.today("99.71.01"), how="Rapat.", actor=who
        ),
    ),
    "send_correction": _on(
        Prepared.uncorrected,
        lambda c, row, who: act.send_correction(
            correction=row, number="1/PB", sent_on=clock.today("99.71.01"), actor=who
        ),
    ),
    "send_correction_package": _on(
        Prepared.uncorrected, lambda c, row, who: act.send_correction_package(correction=row, actor=who)
    ),
    "note_correction": _on(
        Prepared.corrected,
        lambda c, row, who: act.note_correction(
            correction=row, acknowledged_on=clock.today("99.71.01"), how="Agenda 1", actor=who
        ),
    ),
    "give_up_correction": _on(
        Prepared.uncorrected, lambda c, row, who: act.give_up_correction(correction=row, reason="x", actor=who)
    ),
    "accept_correction": _on(
        Prepared.correction_that_came, lambda c, row, who: act.accept_correction(correction=row, actor=who)
    ),
    "record_acknowledgement": _on(
        Prepared.sent, lambda c, row, who: act.record_acknowledgement(hand_over=row, proof=proof_of(row), actor=who)
    ),
    "confirm_acknowledgement": _on(
        Prepared.recorded, lambda c, row, who: act.confirm_acknowledgement(record=row, accept=True, actor=who)
    ),
    "export_sbt": _on(Prepared.sent, lambda c, row, who: act.export_sbt(hand_overs=[row], actor=who)),
    # Which rows of it are of one's own region: test_sbt_file.py.
    "import_sbt": _on(
        lambda p: None,
        lambda c, row, who: act.import_sbt(_unanswered(), organisation=c.bawaslu, today=TODAY, actor=who),
    ),
    "set_number_pattern": _on(
        lambda p: None,
        lambda c, row, who: act.set_number_pattern(
            organisation=c.bawaslu, year=2024, pattern="{sequence}/{year}", actor=who
        ),
    ),
    "set_register_pattern": _on(
        lambda p: None,
        lambda c, row, who: act.set_register_pattern(
            organisation=c.bawaslu, year=2024, pattern="{sequence}/{year}", actor=who
        ),
    ),
    "file_nil_report": _on(
        lambda p: None,
        lambda c, row, who: act.file_nil_report(
            organisation=c.bawaslu, period=Period.WEEK, day=date(2024, 10, 2), actor=who
        ),
    ),
    "import_recommendations": _on(
        lambda p: None,
        lambda c, row, who: act.import_recommendations(OLD, organisation=c.bawaslu, today=TODAY, actor=who),
    ),
    "record_answer": _on(
        Prepared.recommended,
        lambda c, row, who: act.record_answer(
            recommendation=row, answered=Answered(answer=Answer.RECEIVED, on=TODAY), today=TODAY, actor=who
        ),
    ),
    "take_rung": _on(
        Prepared.recommended,
        lambda c, row, who: act.take_rung(
            recommendations=[row],
            letter=RungLetter(rung="reminder", letter="1/B", dated_on=TODAY, recipient=row.addressee),
            today=TODAY,
            actor=who,
        ),
    ),
    "recount_recommendations": _on(Prepared.recommended, lambda c, row, who: act.recount_recommendations(actor=who)),
    "recompute_clocks": _on(Prepared.matter, lambda c, row, who: act.recompute_clocks(actor=who)),
}


def _matter(cast: Cast) -> Matter:
    return Matter.objects.select_related("report", "organisation").get(organisation=cast.bawaslu)


def _first(cast: Cast) -> Report:
    report = _matter(cast).report
    assert report is not None
    return report


def _namesake(cast: Cast) -> User:
    return User.objects.get(pk=person(cast.bawaslu, Role.BAWASLU_STAFF, name=NAME).user_id)


def _colleague(cast: Cast) -> User:
    user = User.objects.get(pk=person(cast.bawaslu).user_id)
    grant_role(
        user=user,
        role=Role.BAWASLU_STAFF,
        starts_on=date(2024, 1, 1),
        ends_on=date(2028, 12, 31),
        actor=SYSTEM,
    )
    return user
