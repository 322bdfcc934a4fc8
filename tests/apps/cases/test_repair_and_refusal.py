"""A report that lacks something: asked for, completed in time, refused, kept, or withdrawn. Nothing is thrown away."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from report_cast import FILED_AT, Cast, filed, formal

from casework_rows import checked, completed, registered
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.cases.actions import (
    accept_repair,
    ask_repair,
    check_requirements,
    close,
    keep_as_information,
    open_matter,
    refuse_registration,
    register,
    start_study,
    withdraw,
)
from sinetra.apps.cases.actions.check_requirements import Given
from sinetra.apps.cases.models import Clock, Matter, RepairRequest, Step
from sinetra.apps.cases.repair_letter import letter_of
from sinetra.apps.cases.selectors import matter_view, possible_grounds, possible_outcomes
from sinetra.apps.cases.vocabulary import Ground, MatterKind, Outcome, State
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.selectors import follow
from sinetra.core.casework.checklist import Answer
from sinetra.core.documents.repair_notice import repair_notice_pdf
from sinetra.core.errors import BadInput, Conflict, Forbidden

pytestmark = pytest.mark.django_db
LATER = {"at": datetime.fromisoformat("2024-11-24T09:00+07:00")}
TOO_LATE = {"at": datetime.fromisoformat("2024-11-25T09:00+07:00")}


def studied(cast: Cast, *but: str, **changes: object) -> Matter:
    """In its initial study, with these requirements not met."""
    matter = open_matter(report=cast.report(**changes), actor=cast.staff, at=FILED_AT)
    start_study(matter=matter, actor=cast.staff, at=FILED_AT)
    return checked(matter, cast.staff, but=but)


def waiting(cast: Cast, *but: str) -> Matter:
    """Asked for on 22 November: until the 24th (two calendar days)."""
    matter = studied(cast, *(but or ("evidence",)))
    ask_repair(matter=matter, actor=cast.staff, at=FILED_AT)
    return matter


def test_the_reporter_reads_what_is_missing_and_the_clock_of_the_repair_runs(cast: Cast) -> None:
    answer = filed(formal())
    matter = open_matter(report=Report.objects.get(pk=answer.report_id), actor=cast.staff, at=FILED_AT)
    start_study(matter=matter, actor=cast.staff, at=FILED_AT)
    checked(matter, cast.staff, but=("signature", "evidence"))
    asked = ask_repair(matter=matter, actor=cast.staff, at=FILED_AT)
    assert (matter.state, asked.gaps, asked.due_on) == (State.REPAIR, ["signature", "evidence"], date(2024, 11, 24))
    last = follow(answer.code).steps[-1]
    assert last.text() == "Perlu dilengkapi: tanda tangan sesuai kartu identitas, bukti."
    assert last.text(str, "en") == "Perlu dilengkapi: signature that matches the identity card, evidence."
    running = {clock.rule: clock.due_on for clock in Clock.objects.filter(matter=matter, done_at=None)}
    assert running["pilkada.repair"] == date(2024, 11, 24)
    assert "pilkada.initial_study" not in running
    assert next(clock.due.rule for clock in follow(answer.code).clocks if clock.done_on is None) == "pilkada.repair"


def test_the_letter_lists_the_gaps_with_the_notes_and_is_the_same_every_time(cast: Cast) -> None:
    matter = waiting(cast, "signature", "evidence")
    letter = letter_of(cast.staff, RepairRequest.objects.get())
    assert [gap.title for gap in letter.gaps] == ["Tanda tangan sesuai kartu identitas", "Bukti"]
    assert {gap.note for gap in letter.gaps} == {"Belum ada pada berkasnya."}
    assert letter.gaps[0].unchecked, "what nobody has read says so on paper as well"
    assert (letter.number, letter.due) == (matter.number, "Minggu, 24 November 2024")
    first, again = repair_notice_pdf(letter), repair_notice_pdf(letter)
    assert first.startswith(b"%PDF")
    assert first == again
    with pytest.raises(Forbidden):
        letter_of(cast.province_staff, RepairRequest.objects.get())


def test_a_repair_is_asked_for_once_everything_was_looked_at_and_can_be_mended(cast: Cast) -> None:
    matter = open_matter(report=cast.report(), actor=cast.staff, at=FILED_AT)
    start_study(matter=matter, actor=cast.staff, at=FILED_AT)
    with pytest.raises(Conflict) as caught:
        ask_repair(matter=matter, actor=cast.staff)
    assert caught.value.code == "not_repairable"
    for but in ((), ("filed_in_time",), ("reporter_entitled", "evidence")):
        with pytest.raises(Conflict):
            ask_repair(matter=checked(matter, cast.staff, but=but), actor=cast.staff)
    assert not RepairRequest.objects.exists()


def test_a_repair_in_time_completes_the_report_and_one_day_later_it_does_not(cast: Cast) -> None:
    matter = checked(waiting(cast), cast.staff)
    with pytest.raises(Conflict) as caught:
        accept_repair(matter=matter, actor=cast.staff, **TOO_LATE)
    assert caught.value.code == "late_repair"
    accept_repair(matter=matter, received_on=date(2024, 11, 24), actor=cast.staff, **TOO_LATE)
    assert matter.state == State.COMPLETE
    clock = Clock.objects.get(matter=matter, rule="pilkada.repair")
    assert clock.done_on == date(2024, 11, 24), "what was written down later came in time"
    register(matter=matter, actor=cast.staff, **TOO_LATE)


@pytest.mark.parametrize("day", [date(2024, 11, 21), date(2024, 11, 25)])
def test_a_repair_comes_neither_before_it_was_asked_for_nor_tomorrow(cast: Cast, day: date) -> None:
    matter = checked(waiting(cast), cast.staff)
    with pytest.raises(BadInput) as caught:
        accept_repair(matter=matter, received_on=day, actor=cast.staff, **LATER)
    assert caught.value.field == "received_on"


def test_an_insufficient_repair_is_not_accepted(cast: Cast) -> None:
    with pytest.raises(Conflict) as caught:
        accept_repair(matter=waiting(cast), actor=cast.staff, **LATER)
    assert caught.value.code == "not_complete"


def test_what_is_not_completed_by_its_day_is_refused_with_ground_and_reason(cast: Cast) -> None:
    matter = waiting(cast)
    refuse = {"matter": matter, "ground": Ground.NOT_REPAIRED, "actor": cast.staff}
    with pytest.raises(BadInput):
        refuse_registration(reason=" ", **refuse, **TOO_LATE)
    with pytest.raises(Conflict) as caught:
        refuse_registration(reason="Belum.", **refuse, **LATER)
    assert caught.value.code == "ground", "on the last day it may still come"
    refuse_registration(reason="Tidak datang.", **refuse, **TOO_LATE)
    assert matter.state == State.NOT_REGISTERED
    assert not Clock.objects.filter(matter=matter, done_at=None).exists()
    step = Step.objects.get(matter=matter, code="not_registered")
    assert (step.public_text, step.params) == (True, {"ground": "not_repaired"})
    assert AuditEntry.objects.get(action="matter.refuse_registration").detail == {"reason": "Tidak datang."}
    assert possible_outcomes(cast.staff, matter) == (Outcome.NOT_REGISTERED, Outcome.OUT_OF_COMPETENCE)
    close(matter=matter, outcome=Outcome.NOT_REGISTERED, actor=cast.staff)
    assert matter.register_number == ""


def test_a_late_report_is_refused_at_once_and_a_complete_one_never_for_its_form(cast: Cast) -> None:
    late = studied(cast, "filed_in_time", "evidence")
    assert possible_grounds(cast.staff, late) == (Ground.LATE, Ground.OUT_OF_COMPETENCE)
    refuse_registration(matter=late, ground=Ground.LATE, reason="Lewat waktu.", actor=cast.staff)
    whole = studied(cast)
    assert possible_grounds(cast.staff, whole) == ()
    for ground in set(Ground) - {Ground.OUT_OF_COMPETENCE}:
        with pytest.raises(Conflict):
            refuse_registration(matter=whole, ground=ground, reason="x", actor=cast.staff)


def test_who_has_the_substance_but_not_the_form_is_never_thrown_away(cast: Cast) -> None:
    matter = waiting(cast, "signature")
    with pytest.raises(Conflict) as caught:
        refuse_registration(matter=matter, ground=Ground.NOT_REPAIRED, reason="x", actor=cast.staff, **TOO_LATE)
    assert caught.value.code == "keep_instead"
    with pytest.raises(Forbidden):
        keep_as_information(matter=matter, reason="Bukti kuat.", actor=cast.staff)
    keep_as_information(matter=matter, reason="Bukti kuat.", actor=cast.commissioner, **TOO_LATE)
    assert (matter.state, matter.kind) == (State.INITIAL_INFORMATION, MatterKind.REPORT)
    (clock,) = Clock.objects.filter(matter=matter, done_at=None)
    assert (clock.rule, clock.started_on) == ("pilkada.tracing", date(2024, 11, 25))
    start_study(matter=matter, actor=cast.staff, **TOO_LATE)
    assert matter.state == State.TRACING


def test_without_substance_or_with_its_form_in_order_nothing_is_kept_that_way(cast: Cast) -> None:
    for but in ((), ("evidence",), ("evidence", "signature")):
        matter = studied(cast, *but)
        with pytest.raises(Conflict) as caught:
            keep_as_information(matter=matter, reason="x", actor=cast.commissioner)
        assert caught.value.code == "not_to_be_kept"


def test_before_registration_a_withdrawal_ends_the_report_and_its_substance_may_stay(cast: Cast) -> None:
    matter = completed(studied(cast), cast.staff)
    with pytest.raises(BadInput):
        withdraw(matter=matter, reason="", actor=cast.staff)
    withdraw(matter=matter, reason="Surat pelapor.", actor=cast.staff)
    assert matter.state == State.WITHDRAWN
    assert not Clock.objects.filter(matter=matter, done_at=None).exists()
    with pytest.raises(Conflict):
        register(matter=matter, actor=cast.staff)
    keep_as_information(matter=matter, reason="Ada dugaan pelanggaran.", actor=cast.commissioner)
    assert matter.state == State.INITIAL_INFORMATION
    other = cast.matter()
    withdraw(matter=other, reason="Lewat telepon.", actor=cast.staff)
    assert possible_outcomes(cast.staff, other) == (Outcome.WITHDRAWN,)
    close(matter=other, outcome=Outcome.WITHDRAWN, actor=cast.staff)


def test_after_registration_a_withdrawal_is_noted_once_and_handling_goes_on(cast: Cast) -> None:
    matter = registered(cast.matter(), cast.staff)
    before = (matter.state, Clock.objects.filter(matter=matter, done_at=None).count())
    withdraw(matter=matter, reason="Surat pelapor.", actor=cast.staff)
    assert (matter.state, Clock.objects.filter(matter=matter, done_at=None).count()) == before
    step = Step.objects.get(matter=matter, code="withdrawal_noted")
    assert step.public_text
    assert "withdraw" not in matter_view(cast.staff, matter.pk).acts
    assert "hold_plenary" in matter_view(cast.commissioner, matter.pk).acts
    with pytest.raises(Conflict):
        withdraw(matter=matter, reason="Lagi.", actor=cast.staff)


def test_outside_the_stages_no_rule_sets_a_day_and_the_verbs_work_all_the_same(cast: Cast) -> None:
    matter = studied(cast, "evidence")
    Matter.objects.filter(pk=matter.pk).update(regime="none", election="")
    matter = Matter.objects.select_related("report", "organisation").get(pk=matter.pk)
    asked = ask_repair(matter=matter, actor=cast.staff, at=FILED_AT)
    assert asked.due_on is None
    assert letter_of(cast.staff, asked).due == ""
    with pytest.raises(Conflict):
        refuse_registration(matter=matter, ground=Ground.NOT_REPAIRED, reason="x", actor=cast.staff, at=FILED_AT)
    accept_repair(matter=checked(matter, cast.staff), actor=cast.staff, **TOO_LATE)
    register(matter=matter, actor=cast.staff, **TOO_LATE)
    assert not Clock.objects.filter(matter=matter, done_at=None, rule__startswith="none").exists()


def test_in_a_general_election_the_repair_has_two_working_days(cast: Cast) -> None:
    matter = studied(cast, "evidence")
    Matter.objects.filter(pk=matter.pk).update(regime="pemilu", election="pemilu_2024")
    matter = Matter.objects.select_related("report", "organisation").get(pk=matter.pk)
    checked(matter, cast.staff, but=("evidence",))
    # Friday, 19 January 2024: Monday and Tuesday count.
    friday = datetime.fromisoformat("2024-01-19T09:00+07:00")
    assert ask_repair(matter=matter, actor=cast.staff, at=friday).due_on == date(2024, 1, 23)


def test_a_matter_is_not_closed_past_the_verbs_that_decide(cast: Cast) -> None:
    matter = studied(cast, "evidence")
    for outcome in Outcome:
        with pytest.raises(Conflict):
            close(matter=matter, outcome=outcome, actor=cast.commissioner)
    assert matter.state == State.INITIAL_STUDY


def test_a_repair_is_not_judged_before_its_time_is_over(cast: Cast) -> None:
    matter = waiting(cast)
    with pytest.raises(Conflict):
        refuse_registration(matter=matter, ground=Ground.NOT_ENOUGH, reason="x", actor=cast.staff, at=FILED_AT)


def test_while_nobody_looked_at_the_substance_nothing_is_refused_as_late(cast: Cast) -> None:
    matter = open_matter(report=cast.report(), actor=cast.staff, at=FILED_AT)
    start_study(matter=matter, actor=cast.staff, at=FILED_AT)
    late = {"filed_in_time": Given(answer=Answer.NOT_MET, note="Lewat.")}
    check_requirements(matter=matter, answers=late, actor=cast.staff)
    with pytest.raises(Conflict):
        refuse_registration(matter=matter, ground=Ground.LATE, reason="x", actor=cast.staff, at=FILED_AT)
