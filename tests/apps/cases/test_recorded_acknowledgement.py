"""When the other side cannot answer, the sender records its answer with proof, and a second person looks at it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from nacl.signing import SigningKey
from report_cast import FILED_AT, NAME, SUMMARY, Cast, person

from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import SYSTEM, Role
from sinetra.apps.base.policy import visible
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions import (
    acknowledge,
    close,
    confirm_acknowledgement,
    deliver,
    forward,
    receive_package,
    record_acknowledgement,
    return_package,
    transfer,
)
from sinetra.apps.cases.actions.record_acknowledgement import SCAN, Proof
from sinetra.apps.cases.models import Clock, HandOver, Matter, RecordedAnswer, Step
from sinetra.apps.cases.selectors import state_name
from sinetra.apps.cases.sending import ANSWER, day_sent
from sinetra.apps.cases.vocabulary import HandOverState, Outcome, ProofKind, RecordState, State
from sinetra.apps.prevention import kept_files
from sinetra.core.errors import BadInput, Conflict, Forbidden
from sinetra.ports import clock

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def proof(sent: HandOver, **changes: Any) -> Proof:
    given: dict[str, Any] = {
        "answer": HandOverState.ACKNOWLEDGED,
        "kind": ProofKind.STAMPED_RECEIPT,
        "dated_on": day_sent(sent),
        "scan": PDF,
    }
    return Proof(**given | changes)


def recorded(cast: Cast, sent: HandOver, **changes: Any) -> RecordedAnswer:
    return record_acknowledgement(hand_over=sent, proof=proof(sent, **changes), actor=cast.staff)


def confirmed(cast: Cast, sent: HandOver, **changes: Any) -> RecordedAnswer:
    row = recorded(cast, sent, **changes)
    return confirm_acknowledgement(record=row, accept=True, actor=cast.commissioner)


def codes(sent: HandOver) -> list[str]:
    return list(Step.objects.filter(matter=sent.matter).order_by("at", "place", "id").values_list("code", flat=True))


def test_it_waits_for_a_second_person_and_then_counts_with_its_mark(cast: Cast) -> None:
    sent = cast.sent()
    row = recorded(cast, sent)
    sent.refresh_from_db()
    assert (sent.state, sent.matter.state) == (HandOverState.SENT, State.FORWARDED), "nothing counts yet"
    assert Clock.objects.get(matter=sent.matter, rule=ANSWER).done_on is None
    confirm_acknowledgement(record=row, accept=True, actor=cast.commissioner)
    sent, matter = HandOver.objects.get(pk=sent.pk), Matter.objects.get(pk=sent.matter_id)
    assert (sent.state, sent.recorded_by_sender) == (HandOverState.ACKNOWLEDGED, True)
    assert sent.reply_sealed is None, "the other side has signed nothing"
    assert (matter.state, matter.answer_recorded) == (State.ACKNOWLEDGED, True)
    assert "dicatat pengirim" in state_name(matter).id
    assert Clock.objects.get(matter=matter, rule=ANSWER).done_on == row.dated_on
    assert (row.recorded_by_id, row.decided_by_id) == (cast.staff.user_id, cast.commissioner.user_id)
    assert codes(sent)[-2:] == ["answer_noted", "acknowledgement_recorded"]
    assert verify().problems == []


def test_the_proof_is_kept_sealed_and_read_only_in_the_office(cast: Cast) -> None:
    row = recorded(cast, cast.sent(), note="Diterima di loket.")
    assert kept_files.opened(row.scan, SCAN) == PDF
    assert row.note_sealed is not None
    assert b"loket" not in bytes(row.note_sealed)
    assert list(visible(cast.staff, RecordedAnswer)) == [row]
    for other in (*cast.outsiders, cast.custodian, cast.bkn_officer, cast.province_staff, cast.district_staff):
        assert not visible(other, RecordedAnswer).exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"scan": b""}, "proof"),
        ({"scan": b"MZ program"}, "proof"),
        ({"scan": PDF.replace(b"endobj", b"/JavaScript")}, "proof"),
        ({"kind": ProofKind.SRIKANDI, "scan": b""}, "number"),
        ({"kind": ProofKind.SBT, "number": " "}, "number"),
        ({"kind": ProofKind.LETTER, "number": "1/B", "scan": b""}, "proof"),
        ({"dated_on": date(2020, 1, 1)}, "dated_on"),
        ({"dated_on": date(2999, 1, 1)}, "dated_on"),
        ({"number": "9" * 121}, "number"),
        ({"note": "x" * 501}, "note"),
    ],
)
def test_a_proof_that_proves_nothing_is_refused_at_its_field(cast: Cast, changes: dict[str, Any], field: str) -> None:
    sent = cast.sent()
    with pytest.raises(BadInput) as caught:
        recorded(cast, sent, **changes)
    assert caught.value.field == field
    assert not RecordedAnswer.objects.exists()
    assert recorded(cast, sent, kind=ProofKind.SBT, number="SBT-1", scan=b"").scan == "", "a number can be looked up"


def test_the_second_person_is_another_person_of_the_office_with_the_right(cast: Cast) -> None:
    row = recorded(cast, cast.sent())
    with pytest.raises(Conflict) as caught:
        confirm_acknowledgement(record=row, accept=True, actor=cast.staff)
    assert caught.value.code == "two_persons"
    with pytest.raises(Conflict):
        confirm_acknowledgement(record=row, accept=False, reason="Bukan.", actor=cast.staff)
    for other in (*cast.outsiders, cast.custodian, cast.bkn_officer, cast.province_staff, cast.district_staff):
        with pytest.raises(Forbidden):
            confirm_acknowledgement(record=row, accept=True, actor=other)
    row.refresh_from_db()
    assert row.state == RecordState.WAITING
    confirm_acknowledgement(record=row, accept=True, actor=person(cast.bawaslu, Role.BAWASLU_STAFF))


def test_a_second_account_of_the_same_person_is_no_second_person(cast: Cast) -> None:
    from sinetra.apps.accounts.models import User
    from sinetra.apps.registry.models import Person

    row, other = recorded(cast, cast.sent()), person(cast.bawaslu, Role.BAWASLU_STAFF)
    with unit_of_work(SYSTEM) as work:
        made = work.create(Person(organisation=cast.bawaslu, name="Sama", status="pns", nip="1" * 18))
        work.record("registry.store_person", made)
        for key in (cast.staff.user_id, other.user_id):
            user = User.objects.get(pk=key)
            work.change(user, person_id=made.pk)
            work.record("accounts.change", user)
    with pytest.raises(Conflict) as caught:
        confirm_acknowledgement(record=row, accept=True, actor=other)
    assert caught.value.code == "two_persons"


def test_who_is_named_as_reported_is_no_second_person(cast: Cast) -> None:
    row = recorded(cast, cast.sent())
    with pytest.raises(Conflict) as caught:
        confirm_acknowledgement(record=row, accept=True, actor=person(cast.bawaslu, Role.BAWASLU_STAFF, name=NAME))
    assert caught.value.code == "conflict_of_interest"


def test_a_rejected_record_says_why_and_the_hand_over_waits_as_before(cast: Cast) -> None:
    sent = cast.sent()
    row = recorded(cast, sent)
    with pytest.raises(BadInput):
        confirm_acknowledgement(record=row, accept=False, reason=" ", actor=cast.commissioner)
    confirm_acknowledgement(record=row, accept=False, reason="Capnya milik kantor lain.", actor=cast.commissioner)
    sent.refresh_from_db()
    assert (row.state, sent.state, sent.recorded_by_sender) == (RecordState.REJECTED, HandOverState.SENT, False)
    assert Clock.objects.get(matter=sent.matter, rule=ANSWER).done_on is None
    entry = AuditEntry.objects.get(action="hand_over.reject_record")
    assert entry.detail == {"reason": "Capnya milik kantor lain."}
    assert confirmed(cast, sent).state == RecordState.CONFIRMED, "another proof may follow"


def test_one_record_waits_at_a_time_and_nothing_is_recorded_on_what_is_answered(cast: Cast) -> None:
    sent = cast.sent()
    row = recorded(cast, sent)
    with pytest.raises(Conflict) as caught:
        recorded(cast, HandOver.objects.get(pk=sent.pk))
    assert caught.value.code == "waits"
    confirm_acknowledgement(record=row, accept=True, actor=cast.commissioner)
    with pytest.raises(Conflict) as caught:
        recorded(cast, HandOver.objects.get(pk=sent.pk))
    assert caught.value.code == "answered"
    with pytest.raises(Conflict) as caught:
        confirm_acknowledgement(record=row, accept=True, actor=cast.commissioner)
    assert caught.value.code == "decided"


def test_of_two_second_persons_at_once_one_wins_and_the_other_is_told(cast: Cast) -> None:
    row = recorded(cast, cast.sent())
    late = RecordedAnswer.objects.select_related("hand_over__matter").get(pk=row.pk)
    confirm_acknowledgement(record=row, accept=True, actor=cast.commissioner)
    with pytest.raises(Conflict):
        confirm_acknowledgement(record=late, accept=False, reason="x", actor=person(cast.bawaslu, Role.BAWASLU_STAFF))
    row.refresh_from_db()
    assert row.state == RecordState.CONFIRMED


def test_only_the_sender_records_never_the_receiver(cast: Cast) -> None:
    arrived = cast.arrived()
    with pytest.raises(Conflict) as caught:
        record_acknowledgement(hand_over=arrived, proof=proof(arrived), actor=cast.bkn_officer)
    assert caught.value.code == "incoming"


def answered(cast: Cast, arrived: HandOver, *, returned: bool = False) -> None:
    """The other side signs, and its answer is brought back."""
    row = HandOver.objects.select_related("matter", "organisation").get(pk=arrived.pk)
    if returned:
        return_package(hand_over=row, reason="Bukan kewenangan kami.", actor=cast.bkn_officer)
    else:
        acknowledge(hand_over=row, actor=cast.bkn_officer)
    assert deliver(row.pk, "reply") is not None


def test_a_signed_acknowledgement_that_comes_later_takes_the_mark_away_and_both_stay_in_the_trail(cast: Cast) -> None:
    arrived = cast.arrived()
    sent = HandOver.objects.select_related("matter").get(direction="outgoing")
    row = confirmed(cast, sent)
    answered(cast, arrived)
    sent, matter = HandOver.objects.get(pk=sent.pk), Matter.objects.get(pk=sent.matter_id)
    assert (sent.state, sent.recorded_by_sender) == (HandOverState.ACKNOWLEDGED, False)
    assert sent.reply_sealed is not None
    assert (matter.state, matter.answer_recorded) == (State.ACKNOWLEDGED, False)
    assert "dicatat pengirim" not in state_name(matter).id
    row.refresh_from_db()
    assert row.state == RecordState.REPLACED
    assert row.decided_by_id == cast.commissioner.user_id
    assert codes(sent)[-3:] == ["answer_noted", "acknowledgement_recorded", "acknowledged"]
    assert deliver(arrived.pk, "reply") is not None, "the same answer again changes nothing"
    assert codes(sent)[-1:] == ["acknowledged"]
    assert verify().problems == []


def test_a_signed_answer_comes_before_the_second_person_and_leaves_nothing_to_confirm(cast: Cast) -> None:
    arrived = cast.arrived()
    sent = HandOver.objects.select_related("matter").get(direction="outgoing")
    row = recorded(cast, sent)
    late = RecordedAnswer.objects.select_related("hand_over__matter").get(pk=row.pk)
    answered(cast, arrived)
    with pytest.raises(Conflict):
        confirm_acknowledgement(record=late, accept=True, actor=cast.commissioner)
    row.refresh_from_db()
    assert (row.state, row.decided_at) == (RecordState.REPLACED, None)


@pytest.mark.parametrize("first", [HandOverState.ACKNOWLEDGED, HandOverState.RETURNED])
@pytest.mark.parametrize("returned", [False, True])
def test_whatever_was_recorded_the_signed_answer_holds(cast: Cast, first: HandOverState, returned: bool) -> None:
    arrived = cast.arrived()
    sent = HandOver.objects.select_related("matter").get(direction="outgoing")
    confirmed(cast, sent, answer=first)
    assert Matter.objects.get(pk=sent.matter_id).state == first.value
    answered(cast, arrived, returned=returned)
    sent, matter = HandOver.objects.get(pk=sent.pk), Matter.objects.get(pk=sent.matter_id)
    goal = HandOverState.RETURNED if returned else HandOverState.ACKNOWLEDGED
    assert (sent.state, sent.recorded_by_sender, matter.state, matter.answer_recorded) == (goal, False, goal, False)
    assert (sent.returned_at is None, sent.acknowledged_at is None) == (not returned, returned)


def test_a_signed_return_after_the_matter_was_closed_is_told_and_does_not_reopen_it(cast: Cast) -> None:
    arrived = cast.arrived()
    sent = HandOver.objects.select_related("matter").get(direction="outgoing")
    confirmed(cast, sent)
    close(matter=Matter.objects.get(pk=sent.matter_id), outcome=Outcome.HANDED_OVER, actor=cast.commissioner)
    answered(cast, arrived, returned=True)
    sent, matter = HandOver.objects.get(pk=sent.pk), Matter.objects.get(pk=sent.matter_id)
    assert (matter.state, sent.state) == (State.CLOSED, HandOverState.RETURNED)
    assert codes(sent)[-1] == "returned"


def test_a_recorded_return_lets_the_office_forward_again(cast: Cast) -> None:
    sent = cast.sent()
    confirmed(cast, sent, answer=HandOverState.RETURNED)
    matter = Matter.objects.get(pk=sent.matter_id)
    assert (matter.state, matter.answer_recorded) == (State.RETURNED, True)
    assert codes(sent)[-1] == "return_recorded"
    again = forward(matter=matter, to=cast.bkn, summary=SUMMARY, actor=cast.staff)
    assert (again.state, Clock.objects.filter(matter=matter, rule=ANSWER, done_on=None).count()) == ("sent", 1)


def test_a_recorded_return_of_a_transfer_brings_the_study_back(cast: Cast) -> None:
    from casework_rows import checked
    from sinetra.apps.cases.actions import start_study

    matter = checked(start_study(matter=cast.matter(), actor=cast.staff, at=FILED_AT), cast.staff, but=("evidence",))
    sent = transfer(matter=matter, to=cast.province, summary=SUMMARY, actor=cast.commissioner, at=FILED_AT)
    later = FILED_AT + timedelta(days=1)
    row = record_acknowledgement(
        hand_over=sent,
        proof=proof(sent, answer=HandOverState.RETURNED, dated_on=later.date()),
        actor=cast.staff,
        at=later,
    )
    confirm_acknowledgement(record=row, accept=True, actor=cast.commissioner, at=later)
    matter = Matter.objects.get(pk=matter.pk)
    assert matter.state == State.INITIAL_STUDY
    assert Clock.objects.filter(matter=matter, done_on=None, rule__endswith=".initial_study").count() == 1


def test_a_hand_over_is_not_answered_before_the_proof_says_so(cast: Cast, settings: LazySettings) -> None:
    """The other installation's own word is bounded the same way: between sending and arrival."""
    from test_packages_between_offices import KEY, answer_of_bkn, elsewhere

    sent = cast.sent()
    elsewhere(settings, cast, KEY)
    row = confirmed(cast, sent)
    sent.refresh_from_db()
    assert sent.acknowledged_at is not None
    assert sent.sent_at <= sent.acknowledged_at <= clock.now()
    other = SigningKey(b"x" * 32)
    assert other != KEY
    receive_package(answer_of_bkn(cast, sent, KEY, claimed=datetime.fromisoformat("2999-01-01T00:00+00:00")))
    sent.refresh_from_db()
    assert sent.acknowledged_at <= clock.now()
    assert (RecordedAnswer.objects.get(pk=row.pk).state, sent.recorded_by_sender) == (RecordState.REPLACED, False)


def test_the_reporter_reads_who_said_so_and_nobodys_name(cast: Cast) -> None:
    from sinetra.apps.reports.selectors import follow_report

    sent = cast.sent()
    confirmed(cast, sent, note="Diterima Bapak Melati.")
    view = follow_report(sent.matter.report_id)
    texts = [step.text() for step in view.steps]
    assert any("dicatat pengirim" in text for text in texts)
    assert not any("menyatakan telah menerima" in text for text in texts)
    assert not any("answer_noted" in step.code or "Melati" in step.text() for step in view.steps)
