"""Nothing was proven: everybody who had been told is told so, and nobody is named any more."""

from __future__ import annotations

import pytest
from letter_cast import issued
from report_cast import NAME, Cast

from casework_rows import decided
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.actions.set_letter_house import House
from sinetra.apps.cases.corrections import correction_file, corrections_of, is_settled, to_tell_again, waiting
from sinetra.apps.cases.letters.house import letters
from sinetra.apps.cases.letters.proposed import proposed
from sinetra.apps.cases.letters.reads import document
from sinetra.apps.cases.models import Correction, HandOver, Matter, Step, Track
from sinetra.apps.cases.selectors import matter_view, package_file
from sinetra.apps.cases.told import told
from sinetra.apps.cases.vocabulary import CorrectionState, Direction, Outcome, State, ToldBy, TrackOutcome
from sinetra.apps.registry.models import Organisation
from sinetra.core.casework.plenary import Decision
from sinetra.core.errors import BadInput, Conflict, NotFound, VerificationFailed
from sinetra.ports import clock

pytestmark = pytest.mark.django_db
AGAIN = {"ground": "new_evidence", "document": "BA 1/2024", "reason": "Rekaman baru."}


def fresh(key: object) -> Correction:
    return Correction.objects.select_related("matter__report", "organisation", "about").get(pk=key)


def of(office: Organisation) -> Matter:
    return Matter.objects.select_related("report", "organisation").get(organisation=office)


def acknowledged(cast: Cast) -> Matter:
    """BKN has said that it has the matter."""
    arrived = cast.arrived()
    act.acknowledge(hand_over=arrived, actor=cast.bkn_officer)
    act.deliver(arrived.pk, "reply")
    return of(cast.bawaslu)


def not_proven_there(cast: Cast, matter: Matter) -> Matter:
    """BKN has written so, and its track has ended."""
    track = Track.objects.select_related("matter__report", "organisation").get(matter=matter)
    act.end_track(track=track, outcome=TrackOutcome.NOT_PROVEN, letter="B/1/2024", actor=cast.staff)
    return of(cast.bawaslu)


def not_proven(cast: Cast) -> Matter:
    """So its plenary has decided."""
    return decided(cast.registered(), cast.commissioner, decision=Decision.NOT_PROVEN)


def stopped(cast: Cast) -> Correction:
    """And then nothing was proven."""
    act.close(matter=not_proven_there(cast, acknowledged(cast)), outcome=Outcome.NOT_PROVEN, actor=cast.commissioner)
    return fresh(Correction.objects.get().pk)


def arrived(cast: Cast) -> Correction:
    sent = act.send_correction_package(correction=stopped(cast), actor=cast.staff)
    act.deliver_correction(sent.pk, "package")
    return fresh(Correction.objects.get(direction=Direction.INCOMING).pk)


def today(cast: Cast) -> object:
    return clock.today(cast.bawaslu.region_id)


def test_a_matter_that_went_to_nobody_has_told_nobody(cast: Cast) -> None:
    matter = not_proven(cast)
    assert told(matter) == ()
    act.close(matter=matter, outcome=Outcome.NOT_PROVEN, actor=cast.commissioner)
    assert not Correction.objects.exists()
    assert is_settled(matter)


def test_hand_overs_letters_and_copies_tell_and_each_body_stands_once(cast: Cast, house: House) -> None:
    matter = cast.registered()
    issued(cast, matter, "summons", giver="witness", giver_name="Saksi Contoh")
    decided(matter, cast.commissioner)
    issued(cast, matter, "forwarding", addressee="Inspektorat Contoh")
    act.forward(matter=matter, to=cast.bkn, summary="x", actor=cast.staff)
    issued(cast, matter, "forwarding", addressee="BKN (contoh)")
    found = {(item.name, item.by) for item in told(matter)}
    # The copy "Arsip" is for the files, and a witness is no body.
    assert found == {("Inspektorat Contoh", ToldBy.LETTER), ("BKN (contoh)", ToldBy.HAND_OVER)}


def test_another_ending_corrects_nothing(cast: Cast) -> None:
    act.close(matter=acknowledged(cast), outcome=Outcome.FOLLOWED_UP, actor=cast.staff)
    assert not Correction.objects.exists()


def test_a_letter_of_correction_is_sent_acknowledged_and_the_matter_is_clear(cast: Cast, house: House) -> None:
    row = stopped(cast)
    matter = row.matter
    assert (row.body_name, row.told_by, row.state) == ("BKN (contoh)", ToldBy.HAND_OVER, CorrectionState.OPEN)
    assert not is_settled(matter)
    assert [line.pk for line in waiting(cast.staff)] == [row.pk]
    assert proposed(matter, letters().get("correction")).entries == {"addressee": "BKN (contoh)"}
    letter = issued(cast, matter, "correction")
    with pytest.raises(BadInput):
        act.send_correction(correction=row, number=" ", sent_on=today(cast), actor=cast.staff)
    act.send_correction(correction=row, number=letter.number, sent_on=today(cast), actor=cast.staff)
    with pytest.raises(BadInput):
        act.note_correction(correction=row, acknowledged_on=today(cast), how="", actor=cast.staff)
    act.note_correction(correction=row, acknowledged_on=today(cast), how="Agenda 12", actor=cast.staff)
    assert is_settled(of(cast.bawaslu))
    assert not waiting(cast.staff)
    codes = list(
        Step.objects.filter(matter=matter, public_text=False).order_by("at", "place").values_list("code", flat=True)
    )
    assert codes[-1] == "cleared"
    with pytest.raises(Conflict):
        act.note_correction(correction=fresh(row.pk), acknowledged_on=today(cast), how="x", actor=cast.staff)


def test_who_cannot_be_told_is_left_with_a_reason(cast: Cast) -> None:
    row = stopped(cast)
    with pytest.raises(BadInput):
        act.give_up_correction(correction=row, reason="", actor=cast.commissioner)
    act.give_up_correction(correction=row, reason="Lembaganya bubar.", actor=cast.commissioner)
    assert is_settled(of(cast.bawaslu))


def test_who_was_told_on_another_way_is_added_once(cast: Cast) -> None:
    matter = stopped(cast).matter
    given = {"body": "Camat Contoh", "told_on": today(cast), "how": "Rapat.", "actor": cast.staff}
    act.add_correction(matter=matter, **given)  # type: ignore[arg-type]
    with pytest.raises(Conflict):
        act.add_correction(matter=matter, **given | {"body": "camat  contoh"})  # type: ignore[arg-type]
    with pytest.raises(Conflict):
        act.add_correction(matter=cast.matter(), **given)  # type: ignore[arg-type]
    assert {row.body_name for row in corrections_of(cast.staff, matter)} == {"BKN (contoh)", "Camat Contoh"}


def test_a_package_hides_the_name_at_the_receiver_at_once_and_its_answer_clears_the_sender(cast: Cast) -> None:
    act.acknowledge(hand_over=cast.arrived(), actor=cast.bkn_officer)
    assert matter_view(cast.bkn_officer, of(cast.bkn).pk).reported[0]["name"] == NAME, "until then it is there"
    act.deliver(HandOver.objects.get(direction=Direction.INCOMING).pk, "reply")
    matter = not_proven_there(cast, of(cast.bawaslu))
    act.close(matter=matter, outcome=Outcome.NOT_PROVEN, actor=cast.commissioner)
    sent = act.send_correction_package(correction=fresh(Correction.objects.get().pk), actor=cast.staff)
    assert NAME not in correction_file(cast.staff, sent.pk)[1].decode()
    act.deliver_correction(sent.pk, "package")
    there = matter_view(cast.bkn_officer, of(cast.bkn).pk)
    assert (there.reported, there.summary, there.report) == ((), "", None)
    with pytest.raises(NotFound):
        package_file(cast.bkn_officer, there.hand_overs[0].pk)
    row = fresh(Correction.objects.get(direction=Direction.INCOMING).pk)
    assert [line.pk for line in waiting(cast.bkn_officer)] == [row.pk], "somebody is to look at it"
    act.accept_correction(correction=row, actor=cast.bkn_officer)
    assert (of(cast.bkn).state, of(cast.bkn).outcome) == (State.CLOSED, Outcome.NOT_PROVEN)
    assert not is_settled(of(cast.bawaslu)), "the answer is on its way"
    act.deliver_correction(row.pk, "reply")
    assert is_settled(of(cast.bawaslu))
    assert fresh(sent.pk).acknowledged_on is not None
    assert Correction.objects.count() == 2, "who said so itself is not told back"


def test_a_correction_that_comes_twice_is_one(cast: Cast) -> None:
    row = arrived(cast)
    sent = Correction.objects.get(direction=Direction.OUTGOING)
    again = act.deliver_correction(sent.pk, "package")
    assert again is not None
    assert again.repeated
    act.accept_correction(correction=row, actor=cast.bkn_officer)
    first, second = act.deliver_correction(row.pk, "reply"), act.deliver_correction(row.pk, "reply")
    assert first is not None
    assert second is not None
    assert (first.repeated, second.repeated) == (False, True)
    with pytest.raises(Conflict):
        act.accept_correction(correction=fresh(row.pk), actor=cast.bkn_officer)


def test_a_correction_of_something_else_is_refused_and_hides_nothing(cast: Cast) -> None:
    row = stopped(cast)
    about = row.about
    assert about is not None
    HandOver.objects.filter(pk=about.pk).update(package_digest="0" * 64)
    sent = act.send_correction_package(correction=fresh(row.pk), actor=cast.staff)
    with pytest.raises(VerificationFailed) as caught:
        act.deliver_correction(sent.pk, "package")
    assert caught.value.code == "reply_to_other_content"
    assert not of(cast.bkn).is_cleared


def test_what_the_receiver_finds_not_proven_goes_back_and_on_to_the_others(cast: Cast, house: House) -> None:
    matter = cast.in_plenary()
    issued(cast, matter, "forwarding", addressee="Inspektorat Contoh")
    act.forward(matter=matter, to=cast.bkn, summary="x", actor=cast.staff)
    came = act.deliver(HandOver.objects.get().pk, "package")
    assert came is not None
    act.acknowledge(hand_over=came, actor=cast.bkn_officer)
    act.deliver(came.pk, "reply")
    act.close(matter=of(cast.bkn), outcome=Outcome.NOT_PROVEN, actor=cast.bkn_officer)
    back = fresh(Correction.objects.get().pk)
    assert back.body_name == "Bawaslu Cendana"
    act.send_correction_package(correction=back, actor=cast.bkn_officer)
    act.deliver_correction(back.pk, "package")
    assert matter_view(cast.staff, of(cast.bawaslu).pk).reported, "one's own allegation waits for one's own decision"
    row = fresh(Correction.objects.get(direction=Direction.INCOMING).pk)
    act.accept_correction(correction=row, actor=cast.commissioner)
    assert of(cast.bawaslu).outcome == Outcome.NOT_PROVEN
    open_ones = Correction.objects.filter(matter=of(cast.bawaslu), direction=Direction.OUTGOING)
    assert [line.body_name for line in open_ones] == ["Inspektorat Contoh"]


def test_letters_that_name_people_are_sealed_and_those_of_clearing_are_not(cast: Cast, house: House) -> None:
    matter = not_proven(cast)
    minutes = issued(cast, matter, "plenary_minutes")
    assert document(cast.staff, minutes.pk)
    act.close(matter=matter, outcome=Outcome.NOT_PROVEN, actor=cast.commissioner)
    with pytest.raises(NotFound):
        document(cast.staff, minutes.pk)
    assert document(cast.staff, issued(cast, matter, "clearance").pk)
    act.reopen(matter=matter, actor=cast.commissioner, **AGAIN)
    assert document(cast.staff, minutes.pk), "the matter is handled again, and so are its papers"


def test_a_reopened_matter_tells_nobody_until_it_is_decided_and_then_only_who_got_something_new(cast: Cast) -> None:
    row = stopped(cast)
    act.add_correction(
        matter=row.matter,
        body="Camat Contoh",
        told_on=today(cast),  # type: ignore[arg-type]
        how="Rapat.",
        actor=cast.staff,
    )
    act.send_correction(correction=row, number="1", sent_on=today(cast), actor=cast.staff)  # type: ignore[arg-type]
    matter = of(cast.bawaslu)
    act.reopen(matter=matter, actor=cast.commissioner, **AGAIN)
    assert Correction.objects.get(body_name="Camat Contoh").state == CorrectionState.REOPENED
    assert to_tell_again(matter) == ("BKN (contoh)",)
    decided(matter, cast.commissioner, decision=Decision.NOT_PROVEN)
    act.close(matter=matter, outcome=Outcome.NOT_PROVEN, actor=cast.commissioner)
    assert Correction.objects.filter(round=1).count() == 0, "BKN knows already and got nothing since"
    assert to_tell_again(matter) == ()
