"""From a report to the acknowledgement of another institution, and what the reporter reads of it."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest
from report_cast import NAME, REPORTER, SUMMARY, WORDS, Cast, filed, formal

from casework_rows import decided, held, registered
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import Role
from sinetra.apps.base.models import OutboxTask
from sinetra.apps.base.reseal import reseal_all
from sinetra.apps.base.tasks import find_handlers
from sinetra.apps.cases.actions import (
    acknowledge,
    close,
    forward,
    open_matter,
    register,
    return_package,
    start_study,
)
from sinetra.apps.cases.models import Clock, HandOver, Matter
from sinetra.apps.cases.selectors import (
    due_today,
    inbox,
    matter_view,
    matters,
    package_file,
    unopened_until,
    waiting_for_whom,
)
from sinetra.apps.cases.vocabulary import Direction, HandOverState, MatterKind, Outcome, State
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.selectors import follow
from sinetra.core.casework.plenary import Decision
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound
from sinetra.jobs.worker import drain
from sinetra.ports.keyring import Purpose, keyring

pytestmark = pytest.mark.django_db


def run_the_outbox() -> int:
    """The worker does all that was promised; how many packages went out."""
    promised = OutboxTask.objects.filter(name="packages.deliver", state=OutboxTask.State.WAITING).count()
    drain()
    assert not OutboxTask.objects.exclude(state=OutboxTask.State.DONE).exists()
    return promised


def test_a_report_is_opened_forwarded_acknowledged_and_the_reporter_reads_each_step(cast: Cast) -> None:
    answer = filed(formal())

    def read() -> list[str]:
        return [step.code for step in follow(answer.code.upper().replace(" ", "-")).steps]

    assert read() == ["filed"]
    report = inbox(cast.staff).reports.items[0]
    assert report.pk == answer.report_id

    matter = open_matter(report=report, actor=cast.staff)
    assert (matter.number, matter.kind, matter.state) == ("001/2024", MatterKind.REPORT, State.REPORT_RECEIVED)
    assert not inbox(cast.staff).reports
    clocks = follow(answer.code).clocks
    assert [clock.due.rule for clock in clocks] == ["pilkada.initial_study", "pilkada.study"]
    assert clocks[1].due.due == date(2024, 11, 25)
    assert clocks[1].due.explanation()
    assert [clock.rule for clock in due_today(cast.staff, date(2024, 11, 24))] == ["pilkada.initial_study"]
    assert not due_today(cast.staff, date(2024, 11, 23))

    registered(matter, cast.staff)
    decided(matter, cast.commissioner, reason="Dugaan cukup kuat untuk diteruskan.")
    assert not due_today(cast.staff, date(2030, 1, 1))
    forward(matter=matter, to=cast.bkn, summary=SUMMARY, actor=cast.staff)
    assert [row.counterpart_name for row in waiting_for_whom(cast.staff)] == ["BKN (contoh)"]
    assert read() == [
        "filed",
        "opened",
        "study_started",
        "found_complete",
        "registered",
        "study_written",
        "plenary",
        "track_opened",
        "forwarded",
    ]

    assert run_the_outbox() == 1
    arrived = inbox(cast.bkn_officer).hand_overs.items[0]
    assert (arrived.matter.number, arrived.matter.organisation_id) == ("001/2024", cast.bkn.pk)
    assert waiting_for_whom(cast.staff), "received is not acknowledged"
    view = matter_view(cast.bkn_officer, arrived.matter_id)
    assert (view.sender_number, view.summary, view.reported[0]["name"]) == (matter.number, SUMMARY, NAME)
    assert [clock.due.rule for clock in view.clocks] == ["hand_over.answer", "sbt.verification"]
    assert view.acts == ("acknowledge", "return")

    acknowledge(hand_over=arrived, actor=cast.bkn_officer)
    assert run_the_outbox() == 1
    assert not waiting_for_whom(cast.staff)
    matter.refresh_from_db()
    assert matter.state == State.ACKNOWLEDGED
    assert read()[-2:] == ["forwarded", "acknowledged"]
    assert "BKN (contoh)" in follow(answer.code).steps[-1].text()
    both = HandOver.objects.all()
    assert len({row.package_digest for row in both}) == len({row.reply_digest for row in both}) == 1


def test_a_report_that_nobody_opens_is_shown_when_its_first_deadline_is_near(cast: Cast) -> None:
    filed(formal())
    filed(formal(channel="initial_information", reporter=None))
    days = [report.due_on for report in unopened_until(cast.staff, date(2024, 11, 30))]
    assert days == [date(2024, 11, 24), date(2024, 11, 29)]
    assert not unopened_until(cast.staff, date(2024, 11, 23))
    open_matter(report=inbox(cast.staff).reports.items[0], actor=cast.staff)
    assert len(unopened_until(cast.staff, date(2024, 11, 30))) == 1


def test_a_rotation_of_the_data_key_seals_everything_anew(cast: Cast) -> None:
    arrived = cast.arrived()
    keyring().rotate(Purpose.DATA)
    # Three texts of the report and the seed of its news, the study, the facts and both copies of the package.
    assert find_handlers()
    assert reseal_all() == 8
    assert reseal_all() == 0
    assert keyring().is_current(Purpose.DATA, bytes(Matter.objects.get(pk=arrived.matter_id).facts_sealed or b""))
    assert matter_view(cast.bkn_officer, arrived.matter_id).summary == SUMMARY
    sent = HandOver.objects.get(direction=Direction.OUTGOING)
    assert matter_view(cast.staff, sent.matter_id).report.what == WORDS  # type: ignore[union-attr]
    assert package_file(cast.staff, sent.pk)[1]


def test_the_package_holds_neither_the_reporter_nor_the_reporters_words(cast: Cast) -> None:
    sent = cast.sent()
    name, raw = package_file(cast.staff, sent.pk)
    assert name == f"sinetra-{sent.package_id}.json"
    document = json.loads(raw)
    assert document["content"]["reported"] == [{"role": "lurah", "name": NAME, "unit": "Kelurahan Contoh"}]
    for secret in (WORDS, *REPORTER.values(), "Lapangan Contoh"):
        assert secret not in raw.decode()
    assert SUMMARY in raw.decode()


def test_a_matter_that_is_not_proven_ends_and_the_name_leaves_the_page(cast: Cast) -> None:
    answer = filed(formal())
    matter = open_matter(report=Report.objects.get(pk=answer.report_id), actor=cast.staff)
    assert matter_view(cast.staff, matter.pk).reported[0]["name"] == NAME
    registered(matter, cast.staff)
    decided(matter, cast.commissioner, decision=Decision.NOT_PROVEN)
    close(matter=matter, outcome=Outcome.NOT_PROVEN, actor=cast.commissioner, reason="Tidak ada bukti keberpihakan.")
    last = follow(answer.code).steps[-1]
    assert (last.code, last.text()) == ("closed", "Ditutup: tidak terbukti.")
    assert matter_view(cast.staff, matter.pk).reported == ()
    assert not matters(cast.staff)


def test_a_returned_matter_comes_back_with_the_reason_and_can_go_again(cast: Cast) -> None:
    arrived = cast.arrived()
    return_package(hand_over=arrived, reason="Bukan kewenangan kami.", actor=cast.bkn_officer)
    run_the_outbox()
    sent = HandOver.objects.get(direction=Direction.OUTGOING)
    assert (sent.state, sent.matter.state) == (HandOverState.RETURNED, State.RETURNED)
    assert "Bukan kewenangan kami." in package_file(cast.staff, sent.pk, "reply")[1].decode()
    assert matter_view(cast.bkn_officer, arrived.matter_id).matter.state == State.CLOSED
    forward(matter=sent.matter, to=cast.bkn, summary=SUMMARY, actor=cast.commissioner)
    run_the_outbox()
    assert len(inbox(cast.bkn_officer).hand_overs) == 1


def test_initial_information_is_traced_and_may_be_closed_by_the_plenary(cast: Cast) -> None:
    matter = cast.matter(channel="initial_information", reporter=None)
    assert (matter.kind, matter.state) == (MatterKind.INITIAL_INFORMATION, State.INITIAL_INFORMATION)
    assert list(Clock.objects.values_list("rule", flat=True)) == ["pilkada.tracing"]
    start_study(matter=matter, actor=cast.staff)
    assert matter.state == State.TRACING
    with pytest.raises(Forbidden):
        close(matter=matter, outcome=Outcome.NOT_PROVEN, actor=cast.staff)
    close(matter=matter, outcome=Outcome.NOT_PROVEN, actor=cast.commissioner)
    assert matter.state == State.CLOSED


@pytest.mark.parametrize("verb", [register, held])
def test_a_step_out_of_order_is_a_conflict_that_names_what_is_possible(cast: Cast, verb: object) -> None:
    matter = cast.matter()
    with pytest.raises(Conflict) as caught:
        verb(matter=matter, actor=cast.commissioner)  # type: ignore[operator]
    assert caught.value.code == "illegal_transition"
    assert "begin_initial_study" in str(caught.value.params["possible"])


def test_a_report_is_opened_once(cast: Cast) -> None:
    report = cast.report()
    stale = Report.objects.select_related("organisation").get(pk=report.pk)
    open_matter(report=report, actor=cast.staff)
    for again in (report, stale):
        with pytest.raises(Conflict):
            open_matter(report=again, actor=cast.commissioner)
    assert Matter.objects.count() == 1


def test_two_who_forward_at_once_send_one_package(cast: Cast) -> None:
    matter = cast.in_plenary()
    stale = Matter.objects.select_related("report", "organisation").get(pk=matter.pk)
    forward(matter=matter, to=cast.bkn, summary=SUMMARY, actor=cast.staff)
    with pytest.raises(Conflict):
        forward(matter=stale, to=cast.bkn, summary=SUMMARY, actor=cast.commissioner)
    assert HandOver.objects.count() == 1


def test_forwarding_needs_a_summary_and_another_institution(cast: Cast) -> None:
    matter = cast.in_plenary()
    for to, summary, field in ((cast.bkn, " ", "summary"), (cast.bawaslu, SUMMARY, "to")):
        with pytest.raises(BadInput) as caught:
            forward(matter=matter, to=to, summary=summary, actor=cast.staff)
        assert caught.value.field == field


def test_who_is_named_as_reported_steps_aside(cast: Cast) -> None:
    from report_cast import person

    matter = cast.matter()
    named = person(cast.bawaslu, Role.BAWASLU_STAFF, name=f" {NAME.upper()} ")
    with pytest.raises(Conflict) as caught:
        start_study(matter=matter, actor=named)
    assert caught.value.code == "conflict_of_interest"


def test_the_reporter_reads_the_same_whether_others_reported_or_not(cast: Cast) -> None:
    def seen(code: str) -> str:
        shown = follow(code).to_json()
        return json.dumps(shown)

    alone = filed(formal())
    before = seen(alone.code)
    others = [filed(formal()) for _ in range(3)]
    for other in others:
        open_matter(report=Report.objects.get(pk=other.report_id), actor=cast.staff)
    assert seen(alone.code) == before


def test_backdated_steps_keep_their_day_and_the_trail_keeps_the_real_time(cast: Cast) -> None:
    at = datetime.fromisoformat("2024-11-23T00:30+07:00")
    matter = open_matter(report=cast.report(), actor=cast.staff, at=at)
    assert matter.opened_on == date(2024, 11, 23)
    assert AuditEntry.objects.get(action="matter.open").at.year >= 2026


def test_a_matter_is_closed_at_the_receiver_after_its_answer_only(cast: Cast) -> None:
    arrived = cast.arrived()
    with pytest.raises(Conflict):
        close(matter=arrived.matter, outcome=Outcome.FOLLOWED_UP, actor=cast.bkn_officer)
    acknowledge(hand_over=arrived, actor=cast.bkn_officer)
    matter = Matter.objects.select_related("organisation").get(pk=arrived.matter_id)
    close(matter=matter, outcome=Outcome.FOLLOWED_UP, actor=cast.bkn_officer)
    assert not Clock.objects.filter(matter=matter, done_at=None).exists()


def test_nobody_sees_into_another_office(cast: Cast) -> None:
    arrived = cast.arrived()
    sent = HandOver.objects.get(direction=Direction.OUTGOING)
    pairs = (
        (cast.bkn_officer, sent.matter_id),
        (cast.staff, arrived.matter_id),
        (cast.province_staff, sent.matter_id),
        (cast.district_staff, sent.matter_id),
    )
    for actor, key in pairs:
        with pytest.raises(NotFound):
            matter_view(actor, key)
    # A personnel office receives matters as well, and has none of its own here.
    personnel = [actor for actor in cast.outsiders if actor.has(Role.BKPSDM_OFFICER)]
    assert personnel
    for actor in personnel:
        assert [*inbox(actor).hand_overs, *inbox(actor).reports, *matters(actor), *waiting_for_whom(actor)] == []
        for key in (sent.matter_id, arrived.matter_id):
            with pytest.raises(NotFound):
                matter_view(actor, key)
        with pytest.raises(NotFound):
            package_file(actor, sent.pk)
    for actor in set(cast.outsiders) - set(personnel):
        for read in (inbox, matters, waiting_for_whom):
            with pytest.raises(Forbidden):
                read(actor)
        with pytest.raises(Forbidden):
            matter_view(actor, sent.matter_id)
        with pytest.raises(Forbidden):
            package_file(actor, sent.pk)
    with pytest.raises(NotFound):
        package_file(cast.bkn_officer, sent.pk)
