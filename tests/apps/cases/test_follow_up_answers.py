"""What the sender hears of the examination of a matter that was handed over, and by how many hands it goes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from examination_cast import LATER, START, STEPS, Office, acts, at, decision, for_the_ppk
from report_cast import NAME, SUMMARY, Cast, person

from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import SYSTEM, Role
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.actions.deliver import deliver_answer
from sinetra.apps.cases.examinations import actions as exam
from sinetra.apps.cases.examinations.selectors import persons
from sinetra.apps.cases.models import (
    Clock,
    FollowUpAnswer,
    HandOver,
    IssuedDocument,
    Matter,
    Recommendation,
    Step,
)
from sinetra.apps.cases.offers import possible_acts, possible_outcomes
from sinetra.apps.cases.parcels import unsealed
from sinetra.apps.cases.selectors import hand_overs, matter_view
from sinetra.apps.cases.vocabulary import Answer, Direction, LetterState, Outcome, State, Verdict
from sinetra.apps.insight.selectors import public_figures
from sinetra.core import packages
from sinetra.core.casework.examination import Stage
from sinetra.core.errors import Conflict, SinetraError
from sinetra.ports import keyring

pytestmark = pytest.mark.django_db


def answered(here: Office) -> FollowUpAnswer:
    here.matter.refresh_from_db()
    sent = act.answer_sender(matter=here.matter, actor=here.officer, at=LATER)
    deliver_answer(sent.pk, at=LATER)
    return sent


def test_the_sender_hears_of_the_examination_then_of_the_decision_without_a_name(here: Office) -> None:
    row = here.reach("decided")
    assert acts(here)[0] == "answer_sender"
    sent = answered(here)
    assert sent.answer == Answer.EXAMINING
    assert "answer_sender" not in acts(here), "there is nothing new to tell"
    with pytest.raises(Conflict):
        act.answer_sender(matter=here.matter, actor=here.officer, at=LATER)
    for name, on in (("deliver", date(2025, 3, 3)), ("execute", date(2025, 3, 10)), ("record", date(2025, 4, 1))):
        STEPS[name](row, on, {})
    final = answered(here)
    heard = FollowUpAnswer.objects.filter(direction=Direction.INCOMING).order_by("at", "id").last()
    assert heard is not None
    assert (heard.answer, heard.decided_on, heard.letter) == (Answer.SANCTIONED, date(2025, 2, 24), "800/12/2025")
    raw = unsealed(final.package_sealed, final.pk, "package").decode()
    assert NAME not in raw
    assert "medium_promotion" not in raw
    public = Step.objects.filter(matter=here.sent.matter, code="follow_up_answered", public_text=True)
    assert [step.params["answer"] for step in public.order_by("at", "id")] == ["examining", "sanctioned"]
    assert not Clock.objects.filter(matter=here.matter, done_at=None).exists()
    assert possible_outcomes(here.officer, here.matter) == (Outcome.FOLLOWED_UP,)
    act.close(matter=here.matter, outcome=Outcome.FOLLOWED_UP, actor=here.officer, at=LATER)
    assert verify().ok


def test_not_proven_is_told_and_is_the_only_way_to_close(here: Office) -> None:
    row = here.reach("examined")
    decided = decision(START + timedelta(days=21), verdict=Verdict.NOT_PROVEN, penalty="medium_rank")
    exam.decide(examination=row, decided=decided, actor=SYSTEM, at=LATER)
    assert (row.stage, row.penalty) == (Stage.CLEARED, "")
    assert answered(here).answer == Answer.NOT_PROVEN
    with pytest.raises(Conflict):
        act.close(matter=here.matter, outcome=Outcome.FOLLOWED_UP, actor=here.officer, at=LATER)
    act.close(matter=here.matter, outcome=Outcome.NOT_PROVEN, actor=here.officer, at=LATER)
    assert not matter_view(here.officer, here.matter.pk).reported
    assert persons(here.officer, here.matter)[0].person["name"] is None, "nor in the section of the examination"


def test_an_annulled_decision_is_told_as_not_proven_with_the_letter_that_annulled(here: Office) -> None:
    here.reach("annulled")
    sent = answered(here)
    assert (sent.answer, sent.letter) == (Answer.NOT_PROVEN, "settle/1")


def test_the_same_answer_twice_changes_nothing_and_another_content_is_refused(here: Office) -> None:
    here.reach("decided")
    sent = answered(here)
    before = FollowUpAnswer.objects.count()
    deliver_answer(sent.pk, at=LATER)
    assert FollowUpAnswer.objects.count() == before
    raw = unsealed(sent.package_sealed, sent.pk, "package")
    package = packages.verify(raw, check=lambda *_: True, addressed_here=lambda _: True)
    values = {name: getattr(package, name) for name in packages.Package.__slots__}
    forged = packages.Package(**values | {"content": dict(package.content) | {"answer": "refused"}})
    with pytest.raises(SinetraError):
        act.receive_package(packages.write(forged, keyring.sign))
    assert FollowUpAnswer.objects.count() == before


def test_an_answer_before_the_acknowledgement_waits(cast: Cast) -> None:
    sent = act.forward(matter=for_the_ppk(cast), to=cast.pemko, summary=SUMMARY, actor=SYSTEM, at=at(START, 7))
    arrived = act.deliver(sent.pk, "package", at=at(START, 7))
    assert arrived is not None
    act.acknowledge(hand_over=arrived, actor=SYSTEM, at=at(START, 8))
    matter = Matter.objects.select_related("organisation", "report").get(pk=arrived.matter_id)
    here = Office(cast=cast, officer=person(cast.pemko, Role.BKPSDM_OFFICER), sent=sent, matter=matter)
    here.opened()
    told = act.answer_sender(matter=matter, actor=SYSTEM, at=at(START, 10))
    with pytest.raises(Conflict) as caught:
        deliver_answer(told.pk, at=at(START, 10))
    assert caught.value.code == "not_answered"
    act.deliver(arrived.pk, "reply", at=at(START, 11))
    assert deliver_answer(told.pk, at=at(START, 11)) is not None


def test_a_recommendation_whose_letter_went_with_the_matter_is_answered_and_another_is_not(here: Office) -> None:
    letter = IssuedDocument(
        organisation=here.cast.bawaslu,
        matter=here.sent.matter,
        kind="forwarding",
        state=LetterState.ISSUED,
        content_sealed=b"x",
        number="12/PM/2025",
        dated_on=START,
    )
    rows = [
        Recommendation(organisation=here.cast.bawaslu, number=number, dated_on=START, addressee="PPK")
        for number in ("12/PM/2025", "13/PM/2025")
    ]
    with unit_of_work(SYSTEM) as work:
        for made in (letter, *rows):
            work.create(made)
            work.record("test.made", made)
    here.reach("recorded")
    answered(here)
    for made in rows:
        made.refresh_from_db()
    assert [made.answer for made in rows] == [Answer.SANCTIONED, Answer.NONE]
    assert (rows[0].decided_on, rows[0].answer_letter) == (date(2025, 2, 24), "800/12/2025")
    assert rows[1].decided_on is None


def bkn_matter(cast: Cast) -> Matter:
    sent = act.forward(matter=cast.in_plenary(), to=cast.bkn, summary=SUMMARY, actor=SYSTEM, at=at(START, 6))
    arrived = act.deliver(sent.pk, "package", at=at(START, 6))
    assert arrived is not None
    act.acknowledge(hand_over=arrived, actor=cast.bkn_officer, at=at(START, 6))
    act.deliver(arrived.pk, "reply", at=at(START, 6))
    return Matter.objects.select_related("organisation", "report").get(pk=arrived.matter_id)


def test_from_bkn_to_the_ppk_and_the_answer_all_the_way_back(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    matter = bkn_matter(cast)
    trail = hand_overs(cast.bkn_officer, matter)
    assert possible_acts(cast.bkn_officer, matter, trail)[0] == "pass_on"
    sent = act.pass_on(matter=matter, to=cast.pemko, summary=SUMMARY, actor=cast.bkn_officer, at=at(START, 7))
    assert matter.state == State.FORWARDED
    with pytest.raises(Conflict):
        act.pass_on(matter=matter, to=cast.pemko, summary=SUMMARY, actor=cast.bkn_officer, at=at(START, 7))
    arrived = act.deliver(sent.pk, "package", at=at(START, 7))
    assert arrived is not None
    act.acknowledge(hand_over=arrived, actor=SYSTEM, at=at(START, 8))
    act.deliver(arrived.pk, "reply", at=at(START, 8))
    matter.refresh_from_db()
    assert matter.state == State.ACKNOWLEDGED
    assert Clock.objects.filter(matter=matter, rule="ppk.follow_up", done_at=None).exists(), "BKN watches the PPK"
    assert "open_examination" not in possible_acts(cast.bkn_officer, matter, hand_overs(cast.bkn_officer, matter))
    received = Matter.objects.select_related("organisation", "report").get(pk=arrived.matter_id)
    here = Office(cast=cast, officer=person(cast.pemko, Role.BKPSDM_OFFICER), sent=sent, matter=received)
    here.reach("recorded")
    answered(here)
    monkeypatch.setattr("sinetra.apps.insight.suppress.SMALLEST", 1)
    assert public_figures(LATER.date()).table("received").total == 1, "it counts where it was taken on last"
    relayed = act.answer_sender(matter=matter, actor=cast.bkn_officer, at=LATER)
    deliver_answer(relayed.pk, at=LATER)
    assert relayed.answer == Answer.SANCTIONED
    assert not Clock.objects.filter(matter=matter, rule="ppk.follow_up", done_at=None).exists()
    first = HandOver.objects.get(organisation=cast.bawaslu, direction=Direction.OUTGOING)
    assert FollowUpAnswer.objects.get(hand_over=first).letter == "800/12/2025"


def test_what_the_ppk_returned_is_bkns_own_work_again(cast: Cast) -> None:
    matter = bkn_matter(cast)
    sent = act.pass_on(matter=matter, to=cast.pemko, summary=SUMMARY, actor=SYSTEM, at=at(START, 7))
    arrived = act.deliver(sent.pk, "package", at=at(START, 7))
    assert arrived is not None
    act.return_package(hand_over=arrived, reason="Bukan pegawai kami.", actor=SYSTEM, at=at(START, 8))
    act.deliver(arrived.pk, "reply", at=at(START, 8))
    matter.refresh_from_db()
    assert matter.state == State.ACKNOWLEDGED
    assert "pass_on" in possible_acts(cast.bkn_officer, matter, hand_overs(cast.bkn_officer, matter))
