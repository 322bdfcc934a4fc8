"""Several reports of one event in one matter: counted once, and no reporter learns of another."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from joined_cast import NEXT_DAY, OTHER, got, joined, second
from report_cast import FILED_AT, NAME, Cast, formal, hold, person

from casework_rows import checked, decided, registered
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.viewing import viewing
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.conflicts import StepAside
from sinetra.apps.cases.erasure.erase import erase_matter
from sinetra.apps.cases.erasure.holds import hold_on
from sinetra.apps.cases.joined import sources_of
from sinetra.apps.cases.models import Clock, Matter, Step
from sinetra.apps.cases.selectors import matter_view, unopened_until
from sinetra.apps.cases.vocabulary import Ground, Outcome
from sinetra.apps.insight.selectors import public_figures
from sinetra.apps.reports.actions import open_identity
from sinetra.apps.reports.models import Identity, Report
from sinetra.apps.reports.replies import nearest_due
from sinetra.apps.reports.selectors import FollowView, follow, report_view
from sinetra.apps.reports.vocabulary import Aside, Kept, OpeningGround, ReportState
from sinetra.apps.reports.withdrawal import Effect, withdrawal_of
from sinetra.core.casework.plenary import Decision
from sinetra.core.errors import BadInput, Conflict, Forbidden, VerificationFailed

pytestmark = pytest.mark.django_db


def told(view: FollowView) -> list[str]:
    return [step.code for step in view.steps]


def test_a_second_report_becomes_part_of_the_matter_and_takes_no_number(cast: Cast) -> None:
    matter = cast.matter()
    _code, report = second()
    joined(cast, report, matter)
    report.refresh_from_db()
    assert (report.state, report.in_matter) == (ReportState.JOINED, matter)
    assert Matter.objects.count() == 1
    found = sources_of(cast.staff, Matter.objects.get())
    assert (found.independent, found.copies) == (2, 0)
    assert not verify().problems
    assert set(AuditEntry.objects.filter(action__contains="join").values_list("action", flat=True)) >= {
        "report.join",
        "matter.join_report",
    }


def test_a_copy_from_the_same_source_does_not_corroborate(cast: Cast) -> None:
    matter = cast.matter()
    joined(cast, second()[1], matter, is_copy=True)
    joined(cast, second()[1], matter)
    found = sources_of(cast.staff, Matter.objects.get())
    assert (found.independent, found.copies) == (2, 1)


def test_each_reporter_reads_the_own_timeline_and_nothing_of_the_other(cast: Cast) -> None:
    first_code, first = got(formal(), FILED_AT)
    matter = act.open_matter(report=first, actor=cast.staff, at=FILED_AT)
    before = told(follow(first_code))
    second_code, report = second()
    alone = told(follow(got(formal(reporter=OTHER))[0]))
    joined(cast, report, matter)
    assert told(follow(first_code)) == before, "who came first learns nothing of a second"
    assert told(follow(second_code)) == [*alone, "opened"], "as if it had been opened alone"
    matter.refresh_from_db()
    act.start_study(matter=matter, actor=cast.staff)
    assert told(follow(first_code))[-1] == told(follow(second_code))[-1] == "study_started"


def test_a_joined_reporter_reads_no_step_of_the_time_before_and_no_clock_of_another_filing(cast: Cast) -> None:
    matter = act.start_study(matter=cast.matter(), actor=cast.staff)
    code, report = second()
    own = [clock.due for clock in follow(code).clocks]
    joined(cast, report, matter)
    view = follow(code)
    assert "study_started" not in told(view)
    assert [clock.due for clock in view.clocks] == own, "the deadlines that were told at filing, no others"
    assert all(clock.done_on is None for clock in view.clocks)


def test_a_deadline_of_a_joined_report_ends_with_that_of_the_matter(cast: Cast) -> None:
    matter = act.start_study(matter=cast.matter(), actor=cast.staff)
    code, report = second()
    joined(cast, report, matter)
    matter.refresh_from_db()
    act.find_complete(matter=checked(matter, cast.staff), actor=cast.staff)
    rule = report.due[0]["rule"]
    own = Clock.objects.get(matter=matter, rule=rule)
    shown = {clock.due.rule: clock.done_on for clock in follow(code).clocks}
    assert own.done_on is not None
    assert shown[rule] == max(own.done_on, NEXT_DAY.date())


def test_a_reporter_never_asked_reads_no_request_for_repair(cast: Cast) -> None:
    first_code, first = got(formal(), FILED_AT)
    matter = act.start_study(matter=act.open_matter(report=first, actor=cast.staff), actor=cast.staff)
    second_code, report = second()
    joined(cast, report, matter)
    matter.refresh_from_db()
    act.ask_repair(matter=checked(matter, cast.staff, but=("evidence",)), actor=cast.staff)
    assert "repair_asked" in told(follow(first_code))
    assert any(clock.due.rule.endswith(".repair") for clock in follow(first_code).clocks)
    assert follow(first_code).talk.standing == "repair"
    asked_of = nearest_due(Report.objects.get(pk=first.pk))
    assert asked_of is not None
    assert asked_of.rule.endswith(".repair")
    assert "repair_asked" not in told(follow(second_code))
    assert not any(clock.due.rule.endswith(".repair") for clock in follow(second_code).clocks)
    assert follow(second_code).talk.standing == "initial_study"
    own = nearest_due(Report.objects.get(pk=report.pk))
    assert own is not None
    assert not own.rule.endswith(".repair"), "no day that only the other was given is put in a message"


def test_statistics_count_the_matter_once(cast: Cast) -> None:
    matter = cast.matter()
    day = date(2026, 12, 31)
    before = {table.name: table.total for table in public_figures(day).tables}
    joined(cast, second()[1], matter)
    after = {table.name: table.total for table in public_figures(day).tables}
    assert after["matters"] == before["matters"]
    assert Matter.objects.count() == 1


def test_a_separated_report_waits_in_the_inbox_again_and_its_reporter_goes_on_alone(cast: Cast) -> None:
    matter = cast.matter()
    code, report = second()
    joined(cast, report, matter)
    report.refresh_from_db()
    with pytest.raises(BadInput):
        act.separate_report(report=report, reason=" ", actor=cast.staff)
    act.separate_report(report=report, reason="Lain peristiwa.", actor=cast.staff)
    report.refresh_from_db()
    assert (report.state, report.joined_to) == (ReportState.NEW, None)
    matter.refresh_from_db()
    act.start_study(matter=matter, actor=cast.staff)
    assert told(follow(code))[-1] == "looked_at_again", "no step of a matter that is not its own any more"
    assert AuditEntry.objects.get(action="report.separate").detail["reason"] == "Lain peristiwa."
    assert act.open_matter(report=report, actor=cast.staff).number != matter.number


@pytest.mark.parametrize("aside", [False, True])
def test_information_that_nobody_took_on_before_it_was_joined_is_kept_again_and_overdue_nowhere(
    cast: Cast, aside: bool
) -> None:
    matter = cast.matter()
    code, report = got(formal(channel="initial_information", reporter=None))
    act.keep_report(report=report, why=Kept.NO_LEAD, actor=cast.staff)
    if aside:
        act.set_aside_report(report=report, ground=Aside.OPINION, reason="x", actor=cast.commissioner)
    joined(cast, report, matter)
    report.refresh_from_db()
    act.separate_report(report=report, reason="Lain peristiwa.", actor=cast.staff)
    report.refresh_from_db()
    assert (report.state, report.joined_to) == (ReportState.KEPT, None)
    assert told(follow(code))[-1] == ("looked_at_again" if aside else "kept_for_later")
    assert not list(unopened_until(cast.staff, date(2030, 1, 1)))


def test_a_report_of_law_goes_only_where_it_is_handled_as_one(cast: Cast) -> None:
    information = cast.matter(channel="initial_information", reporter=None)
    with pytest.raises(Conflict) as caught:
        joined(cast, second()[1], information)
    assert caught.value.code == "formal_report"
    _code, other = got(formal(channel="initial_information", reporter=None))
    joined(cast, other, information)
    assert Report.objects.filter(joined_to=information).count() == 1, "the twin: information may"


def test_a_report_that_came_first_keeps_its_nearer_deadline(cast: Cast) -> None:
    _code, early = got(formal(), FILED_AT)
    later = act.open_matter(report=second()[1], actor=cast.staff)
    with pytest.raises(Conflict) as caught:
        joined(cast, early, later)
    assert caught.value.code == "older_report"


def test_what_the_plenary_has_decided_takes_no_further_report(cast: Cast) -> None:
    matter = decided(cast.registered(), cast.commissioner)
    with pytest.raises(Conflict) as caught:
        joined(cast, second()[1], matter)
    assert caught.value.code == "not_joinable"


def test_no_report_of_others_ends_by_what_one_reporter_did(cast: Cast) -> None:
    matter = act.start_study(matter=cast.matter(), actor=cast.staff)
    _code, report = second()
    joined(cast, report, matter)
    matter.refresh_from_db()
    checked(matter, cast.staff, but=("filed_in_time", "evidence"))
    for ends in (
        lambda: act.withdraw(matter=matter, reason="x", actor=cast.staff),
        lambda: act.refuse_registration(matter=matter, ground=Ground.LATE, reason="x", actor=cast.commissioner),
    ):
        with pytest.raises(Conflict) as caught:
            ends()
        assert caught.value.code == "has_other_reports"
    report.refresh_from_db()
    act.separate_report(report=report, reason="x", actor=cast.staff)
    matter.refresh_from_db()
    act.withdraw(matter=matter, reason="x", actor=cast.staff)


def test_who_takes_back_a_joined_report_is_read_by_that_reporter_alone_and_the_matter_goes_on(cast: Cast) -> None:
    first_code, first = got(formal(), FILED_AT)
    matter = act.open_matter(report=first, actor=cast.staff, at=FILED_AT)
    second_code, report = second()
    third_code, other = second()
    for one in (report, other):
        joined(cast, one, matter)
    matter = registered(Matter.objects.get(pk=matter.pk), cast.staff)
    before = (told(follow(first_code)), told(follow(third_code)))
    act.withdraw(matter=matter, report=report, reason="Surat pelapor.", actor=cast.staff)
    assert told(follow(second_code))[-1] == "withdrawal_noted"
    assert (told(follow(first_code)), told(follow(third_code))) == before, "nothing of the other"
    assert (withdrawn(report), withdrawn(first), withdrawn(other)) == (None, Effect.GOES_ON, Effect.GOES_ON)
    with pytest.raises(Conflict) as caught:
        act.withdraw(matter=matter, report=report, reason="Lagi.", actor=cast.staff)
    assert caught.value.code == "noted"
    act.withdraw(matter=matter, reason="Surat pelapor pertama.", actor=cast.staff)
    assert told(follow(first_code))[-1] == "withdrawal_noted"
    assert "withdraw" in matter_view(cast.staff, matter.pk).acts, "one is left"
    act.withdraw(matter=matter, report=other, reason="Surat.", actor=cast.staff)
    assert "withdraw" not in matter_view(cast.staff, matter.pk).acts
    assert AuditEntry.objects.filter(action="report.withdraw").count() == 2
    assert not verify().problems


def test_before_registration_a_joined_report_is_taken_back_without_ending_the_others(cast: Cast) -> None:
    first_code, first = got(formal(), FILED_AT)
    matter = act.start_study(matter=act.open_matter(report=first, actor=cast.staff), actor=cast.staff)
    code, report = second()
    joined(cast, report, matter)
    matter.refresh_from_db()
    before = (matter.state, Clock.objects.filter(matter=matter, done_at=None).count(), told(follow(first_code)))
    assert withdrawn(report) is Effect.GOES_ON
    act.withdraw(matter=matter, report=report, reason="Lewat kode.", actor=cast.staff)
    matter.refresh_from_db()
    running = Clock.objects.filter(matter=matter, done_at=None).count()
    assert (matter.state, running, told(follow(first_code))) == before
    assert (withdrawn(report), withdrawn(first)) == (None, Effect.ENDS)
    assert "registrasi" not in follow(code).steps[-1].text(), "nothing was registered"


def test_only_a_report_of_this_very_matter_is_taken_back_in_it(cast: Cast) -> None:
    matter = act.start_study(matter=cast.matter(), actor=cast.staff)
    _code, strange = second()
    _code, information = got(formal(channel="initial_information", reporter=None))
    joined(cast, information, matter)
    assert withdrawn(information) is None, "as for initial information that stands alone"
    for report, code in ((strange, "not_joined"), (matter.report, "not_joined"), (information, "not_to_be_withdrawn")):
        with pytest.raises(Conflict) as caught:
            act.withdraw(matter=Matter.objects.get(pk=matter.pk), report=report, reason="x", actor=cast.staff)
        assert caught.value.code == code
    with pytest.raises(Forbidden):
        act.withdraw(matter=matter, report=information, reason="x", actor=cast.outsiders[0])


def withdrawn(report: Report) -> Effect | None:
    return withdrawal_of(Report.objects.get(pk=report.pk)).effect


def test_who_is_named_only_in_the_second_report_steps_aside_from_the_matter(cast: Cast) -> None:
    named = person(cast.bawaslu, Role.BAWASLU_STAFF, name="Kenanga Contohwati")
    matter = cast.matter()
    matter_view(named, matter.pk)
    people = [{"role": "camat", "name": "Kenanga Contohwati", "unit": None}]
    report_view(named, matter.report_id)
    report = joined(cast, second(reported=people)[1], matter)
    with pytest.raises(StepAside):
        matter_view(named, matter.pk)
    with pytest.raises(StepAside):
        report_view(named, matter.report_id)
    other = person(cast.bawaslu, Role.BAWASLU_STAFF, name=NAME)
    with pytest.raises(StepAside):
        report_view(other, report.pk)


def test_the_custodian_who_handled_the_matter_opens_no_identity_of_a_joined_report(cast: Cast) -> None:
    for one in (cast.custodian, cast.staff, cast.commissioner):
        hold(one)
    matter = cast.matter()
    _code, report = second()
    joined(cast, report, matter)
    identity = Identity.objects.select_related("report").get(report=report)
    with pytest.raises(VerificationFailed, match="Frasa"):
        act_open(identity, cast.custodian)
    Matter.objects.filter(pk=matter.pk).update(handler_id=cast.custodian.user_id)
    with pytest.raises(Forbidden):
        act_open(Identity.objects.select_related("report").get(report=report), cast.custodian)


def act_open(identity: Identity, actor: Actor) -> None:
    ground = OpeningGround.CLARIFICATION
    open_identity(identity=identity, secret="bukan frasanya", ground=ground, reason="Perlu dihubungi.", actor=actor)


def test_erasing_the_matter_erases_every_report_in_it(cast: Cast) -> None:
    from sinetra.apps.base.actor import SYSTEM
    from sinetra.apps.base.work import unit_of_work

    matter = registered(cast.matter(), cast.staff)
    _code, report = second()
    hold = act.set_hold(of=report, authority="Kejaksaan Contoh", reason=f"Surat {NAME}.", actor=cast.commissioner)
    joined(cast, report, matter)
    act.lift_hold(of=report, reason=f"{NAME} selesai.", actor=cast.commissioner)
    matter.refresh_from_db()
    decided(matter, cast.commissioner, decision=Decision.NOT_PROVEN)
    matter.refresh_from_db()
    act.close(matter=matter, outcome=Outcome.NOT_PROVEN, actor=cast.commissioner)
    assert report_view(cast.staff, report.pk).is_cleared, "nothing of who was cleared is shown in any report"
    with unit_of_work(SYSTEM) as work:
        erase_matter(work, Matter.objects.get(pk=matter.pk), at=FILED_AT)
    report.refresh_from_db()
    assert not bytes(report.what_sealed or b"")
    assert not Identity.objects.filter(report=report).exists()
    hold.refresh_from_db()
    assert not bytes(hold.reason_sealed), "what was said of it before it was joined goes too"
    said = AuditEntry.objects.filter(object_id=hold.pk)
    assert {entry.action for entry in said} >= {"retention.hold", "matter.lift_hold"}
    assert all(entry.detail is None for entry in said)


def test_a_hold_on_a_report_holds_the_matter_and_is_lifted_there(cast: Cast) -> None:
    matter = cast.matter()
    _code, report = second()
    held = act.set_hold(of=report, authority="Kejaksaan Contoh", reason="Penyidikan.", actor=cast.commissioner)
    assert hold_on(matter) is None
    joined(cast, report, matter)
    matter.refresh_from_db()
    assert hold_on(matter) == held
    with pytest.raises(Conflict) as caught:
        act.set_hold(of=matter, authority="Pengadilan Contoh", reason="Sidang.", actor=cast.commissioner)
    assert caught.value.code == "held"
    matter.refresh_from_db()
    act.lift_hold(of=matter, reason="Selesai.", actor=cast.commissioner)
    assert hold_on(matter) is None
    assert act.set_hold(of=matter, authority="Pengadilan Contoh", reason="Sidang.", actor=cast.commissioner)


def test_one_query_count_for_a_matter_with_two_reports_and_with_twelve(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    matter = cast.matter()
    for _ in range(2):
        joined(cast, second()[1], matter)
    with viewing(cast.staff, page="matter", target=matter.pk):
        matter_view(cast.staff, matter.pk)
    with django_assert_max_num_queries(200) as few:
        matter_view(cast.staff, matter.pk)
    for _ in range(8):
        joined(cast, second()[1], matter)
    with django_assert_max_num_queries(len(few)):
        matter_view(cast.staff, matter.pk)


def test_no_step_of_the_office_about_joining_reaches_a_reporter(cast: Cast) -> None:
    matter = cast.matter()
    joined(cast, second()[1], matter)
    assert not Step.objects.get(code="report_joined").public_text
    assert NAME not in str(list(Step.objects.values_list("params", flat=True)))
