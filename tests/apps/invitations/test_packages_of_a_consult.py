"""The advice of Bawaslu comes from its own installation by a signed package, or on paper."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from invitation_cast import AT, LETTER, TOLD, advised, new_invitation, of

from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.partners import party_of
from sinetra.apps.invitations.actions import Recorded, decide, deliver, receive, record, record_letter, take
from sinetra.apps.invitations.models import Consultation, Invitation
from sinetra.apps.invitations.receiving import is_consult
from sinetra.apps.invitations.selectors import (
    consultation_view,
    invitation_by_code,
    invitation_view,
    package_file,
    packages_to_take,
)
from sinetra.apps.invitations.vocabulary import Choice, Source, Stance, Way
from sinetra.apps.registry.models import Organisation
from sinetra.core import packages
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound, VerificationFailed
from sinetra.core.ids import uuid7
from sinetra.ports import keyring

pytestmark = pytest.mark.django_db
LETTER_AT = datetime.fromisoformat("2024-10-05T09:00+07:00")


def told_again(row: Consultation, part: str, *, created_at: datetime = AT, **changes: Any) -> bytes:
    """A package of this installation with other content, truly signed."""
    office = Organisation.objects.get(kind="bawaslu", region_id="99.71")
    city = Organisation.objects.get(kind="local_government", region_id="99.71")
    kind = packages.Kind.CONSULTATION if part == "package" else packages.Kind.ADVICE
    sender, to = (city, office) if part == "package" else (office, city)
    content = {**content_of(row, part), **changes}
    package = packages.Package(
        kind=kind, id=uuid7(), sender=party_of(sender), recipient=party_of(to), created_at=created_at, content=content
    )
    return packages.write(package, keyring.sign)


def content_of(row: Consultation, part: str) -> dict[str, Any]:
    from sinetra.apps.reports.sealing import open_value

    sealed = row.package_sealed if part == "package" else row.reply_sealed
    assert sealed is not None
    found: dict[str, Any] = json.loads(open_value(sealed, row.pk, part))["content"]
    return found


def test_the_same_package_twice_gives_one_row_and_the_same_advice_twice_one_advice(
    row: Invitation, received: Consultation, bawaslu: Actor
):
    again = deliver(of(row, Way.SENT).pk, "package")
    assert again is not None and again.repeated and again.row == received
    advised(received, bawaslu)
    first, second = deliver(received.pk, "reply"), deliver(received.pk, "reply")
    assert first is not None and second is not None
    assert (first.repeated, second.repeated) == (False, True)


def test_a_package_of_which_nothing_is_left_is_no_error(row: Invitation):
    assert deliver(uuid7(), "package") is None


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"told": {}}, "told"),
        ({"told": None}, "told"),
        ({"told": TOLD.plain() | {"region": "Atlantis"}}, "told"),
        ({"told": TOLD.plain() | {"details": {"act": {"code": 1}, "subject": []}}}, "told"),
        ({"told": TOLD.plain() | {"asks": ["dance"]}}, "told"),
        ({"told": TOLD.plain() | {"text": 7}}, "told"),
        ({"told": TOLD.plain() | {"partisan": "ya"}}, "told"),
        ({"days": 0}, "days"),
        ({"days": True}, "days"),
        ({"work_week": 7}, "work_week"),
        ({"work_week": True}, "work_week"),
        ({"zone": "Asia/Atlantis"}, "zone"),
        ({"zone": None}, "zone"),
        ({"zone": "../etc"}, "zone"),
        ({"due_on": "besok"}, "due_on"),
    ],
)
def test_a_true_signature_makes_no_field_well_formed(row: Invitation, changes: dict[str, Any], field: str):
    with pytest.raises(VerificationFailed) as error:
        receive(told_again(of(row, Way.SENT), "package", **changes))
    assert (error.value.code, error.value.params["field"]) == ("package_content", field)
    assert not Consultation.objects.filter(way=Way.RECEIVED).exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"asked_on": "2024-10-08"}, "due_on"),
        ({"due_on": "2024-10-13"}, "due_on"),
        ({"asked_on": "2024-10-05", "due_on": "2024-10-07"}, "asked_on"),
        ({"told": TOLD.plain() | {"event_on": "2025-12-01"}}, "event_on"),
        ({"told": TOLD.plain() | {"event_on": "9999-12-31"}, "due_on": "9999-12-30"}, "event_on"),
    ],
)
def test_days_that_contradict_each_other_are_refused_at_arrival(row: Invitation, changes: dict[str, Any], field: str):
    at = datetime.fromisoformat("2024-10-07T09:10+07:00") if field == "due_on" else AT
    with pytest.raises(VerificationFailed) as error:
        receive(told_again(of(row, Way.SENT), "package", **changes), at=at)
    assert (error.value.code, error.value.params["field"]) == ("package_content", field)
    assert not Consultation.objects.filter(way=Way.RECEIVED).exists()


def test_a_year_without_a_calendar_is_refused_at_arrival_and_not_at_opening(row: Invitation):
    told, at = TOLD.plain() | {"event_on": "2099-10-12"}, datetime.fromisoformat("2099-10-03T09:10+07:00")
    days = {"asked_on": "2099-10-03", "due_on": "2099-10-07"}
    with pytest.raises(VerificationFailed) as error:
        receive(told_again(of(row, Way.SENT), "package", created_at=at, told=told, **days), at=at)
    assert (error.value.code, error.value.params["field"]) == ("package_content", "asked_on")


def test_a_package_does_not_come_again_after_its_erasure_nor_after_its_event(row: Invitation, received: Consultation):
    raw = told_again(of(row, Way.SENT), "package", told=TOLD.plain() | {"event_on": "2024-12-20"})
    assert not receive(raw, at=AT + timedelta(days=29)).repeated
    Consultation.objects.filter(way=Way.RECEIVED).delete()
    for late, code in ((raw, "package_too_old"), (told_again(of(row, Way.SENT), "package"), "package_event_over")):
        with pytest.raises(VerificationFailed) as error:
            receive(late, at=AT + timedelta(days=31))
        assert error.value.code == code
    assert not Consultation.objects.filter(way=Way.RECEIVED).exists()


def test_an_advice_to_nothing_to_other_content_or_out_of_form_is_refused(
    row: Invitation, received: Consultation, bawaslu: Actor
):
    advised(received, bawaslu)
    for changes, code in (
        ({"package": str(uuid7())}, "reply_to_nothing"),
        ({"package": "x"}, "reply_to_nothing"),
        ({"digest": "0" * 64}, "reply_to_other_content"),
        ({"advice": {"stance": "yes"}}, "package_content"),
    ):
        with pytest.raises(VerificationFailed) as error:
            receive(told_again(received, "reply", **changes))
        assert error.value.code == code
    assert of(row, Way.SENT).advised_at is None
    receive(told_again(received, "reply"))
    with pytest.raises(Conflict):
        receive(told_again(received, "reply"))


def test_an_altered_package_is_known(row: Invitation, member: Actor):
    raw = package_file(member, of(row, Way.SENT).pk)
    assert is_consult(raw)
    with pytest.raises(VerificationFailed):
        receive(raw.replace(b"Lapangan", b"Halaman "))
    assert not is_consult(b"{}") and not is_consult(b"\xff")


@pytest.fixture
def away(settings: Any, city: None) -> None:
    """Bawaslu is elsewhere, as for every local government that runs its own installation."""
    settings.SINETRA_PROFILE = "pemda"


def test_the_package_waits_to_be_taken_where_bawaslu_lives_elsewhere(away: None, member: Actor, settings: Any):
    row = invitation_by_code(record(invitation=new_invitation(), at=AT).code).row
    sent = of(row, Way.SENT)
    assert deliver(sent.pk, "package") is None
    assert not consultation_view(member, sent.pk).answers_here
    raw = package_file(member, sent.pk)
    # The other installation, which knows the key of the city.
    city = Organisation.objects.get(kind="local_government", region_id="99.71")
    Organisation.objects.filter(pk=city.pk).update(public_key=next(iter(keyring.keyring().public_keys().values())))
    settings.SINETRA_PROFILE = "bawaslu"
    taken = receive(raw, at=AT)
    assert (taken.row.way, taken.row.counterpart_name) == (Way.RECEIVED, city.name)


def test_a_letter_of_a_bawaslu_without_sinetra_is_recorded_with_number_and_date(away: None, member: Actor):
    recorded = record(invitation=new_invitation(), at=AT)
    sent = of(invitation_by_code(recorded.code).row, Way.SENT)
    for changes, field in (
        ({"letter": " "}, "letter"),
        ({"letter_on": date(2024, 10, 2)}, "letter_on"),
        ({"letter_on": date(2024, 10, 6)}, "letter_on"),
        ({"text": "ya"}, "text"),
    ):
        with pytest.raises(BadInput) as error:
            record_letter(consultation=sent, actor=member, at=LETTER_AT, **(LETTER | changes))
        assert error.value.field == field
    record_letter(consultation=sent, actor=member, at=LETTER_AT, **LETTER)
    advice = invitation_by_code(recorded.code).advices[1]
    assert advice.advice is not None
    assert (advice.row.source, advice.advice.letter, advice.advice.letter_on) == (
        Source.LETTER,
        LETTER["letter"],
        LETTER["letter_on"],
    )
    with pytest.raises(Conflict):
        record_letter(consultation=sent, actor=member, at=LETTER_AT, **LETTER)


def test_no_letter_is_recorded_for_a_bawaslu_that_answers_here_nor_for_the_team(row: Invitation, member: Actor):
    with pytest.raises(Conflict) as error:
        record_letter(consultation=of(row, Way.SENT), actor=member, at=LETTER_AT, **LETTER)
    assert error.value.code == "answers"
    with pytest.raises(Forbidden):
        record_letter(consultation=of(row, Way.OWN), actor=member, at=LETTER_AT, **LETTER)


def test_the_word_of_bawaslu_itself_takes_the_place_of_the_recorded_letter(
    row: Invitation, received: Consultation, bawaslu: Actor
):
    advised(received, bawaslu)
    Consultation.objects.filter(pk=of(row, Way.SENT).pk).update(
        source=Source.LETTER, advised_at=AT, advised_on=AT.date()
    )
    taken = deliver(received.pk, "reply")
    assert taken is not None and taken.row.source == Source.PACKAGE
    assert len(invitation_view(row).advices) == 2


def test_only_the_team_takes_the_package_and_only_where_bawaslu_lives_elsewhere_it_waits_for_that(
    row: Invitation, received: Consultation, member: Actor, bawaslu: Actor, settings: Any
):
    assert not packages_to_take(member).exists() and not packages_to_take(bawaslu).exists()
    settings.SINETRA_PROFILE = "pemda"
    sent = of(row, Way.SENT)
    assert list(packages_to_take(member)) == [sent]
    for actor, consultation in ((bawaslu, sent), (bawaslu, received), (member, of(row, Way.OWN))):
        with pytest.raises(Forbidden):
            take(consultation=consultation, actor=actor)
    assert is_consult(take(consultation=sent, actor=member, at=LETTER_AT))
    assert (of(row, Way.SENT).taken_on, packages_to_take(member).exists()) == (date(2024, 10, 5), False)


def test_an_advice_that_was_dated_back_counts_from_its_arrival(
    recorded: Recorded, row: Invitation, received: Consultation, bawaslu: Actor
):
    advised(received, bawaslu, at=datetime.fromisoformat("2024-10-04T14:00+07:00"))
    deliver(received.pk, "reply", at=datetime.fromisoformat("2024-10-09T08:00+07:00"))
    advice = invitation_by_code(recorded.code).advices[1]
    assert advice.row.advised_on == date(2024, 10, 4)
    assert (advice.row.arrived_on, advice.is_late) == (date(2024, 10, 9), True)


@pytest.mark.parametrize(("said", "kept"), [("2024-10-01", date(2024, 10, 3)), ("2030-01-01", date(2024, 10, 5))])
def test_the_day_that_a_sender_names_counts_between_asking_and_arrival(
    row: Invitation, received: Consultation, bawaslu: Actor, said: str, kept: date
):
    advised(received, bawaslu)
    receive(told_again(received, "reply", advised_on=said), at=LETTER_AT)
    sent = of(row, Way.SENT)
    assert (sent.advised_on, sent.arrived_on, sent.arrived_at) == (kept, date(2024, 10, 5), LETTER_AT)
    assert row.recorded_at <= sent.advised_at <= LETTER_AT


def test_a_letter_that_stood_at_the_decision_stays_beside_the_word_that_came_after_it(
    away: None, member: Actor, bawaslu: Actor, settings: Any
):
    code = record(invitation=new_invitation(), at=AT).code
    row = invitation_by_code(code).row
    record_letter(consultation=of(row, Way.SENT), actor=member, at=LETTER_AT, **LETTER)
    decide(invitation=row, choice=Choice.DECLINE, reason="", at=LETTER_AT)
    settings.SINETRA_PROFILE = "demo"
    taken = deliver(of(row, Way.SENT).pk, "package", at=AT)
    assert taken is not None
    advised(taken.row, bawaslu, stance=Stance.NO_OBJECTION)
    deliver(taken.row.pk, "reply", at=datetime.fromisoformat("2024-10-06T08:00+07:00"))
    _team, letter, word = invitation_by_code(code).advices
    assert letter.advice is not None and word.advice is not None
    assert (letter.row.source, letter.advice.letter, letter.came_after) == (Source.LETTER, LETTER["letter"], False)
    assert (letter.row.arrived_on, letter.advice.stance) == (date(2024, 10, 5), Stance.BETTER_NOT)
    assert (word.row.source, word.advice.stance, word.came_after) == (Source.PACKAGE, Stance.NO_OBJECTION, True)
    # An adviser does not learn that it was decided.
    assert not consultation_view(member, word.row.pk).came_after


def test_only_a_local_government_asks_and_only_bawaslu_is_asked(row: Invitation, settings: Any):
    raw = told_again(of(row, Way.SENT), "package")
    swapped = json.loads(raw)
    assert (swapped["from"]["kind"], swapped["to"]["kind"]) == ("local_government", "bawaslu")
    bkn = Organisation.objects.get(kind="bkn")
    package = packages.Package(
        kind=packages.Kind.CONSULTATION,
        id=uuid7(),
        sender=party_of(row.organisation),
        recipient=party_of(bkn),
        created_at=AT,
        content=content_of(of(row, Way.SENT), "package"),
    )
    with pytest.raises(VerificationFailed):
        receive(packages.write(package, keyring.sign))


def test_no_file_stands_for_what_the_team_answers_itself_or_bawaslu_has_not_answered(
    row: Invitation, received: Consultation, member: Actor, bawaslu: Actor
):
    for reader, pk in ((member, of(row, Way.OWN).pk), (bawaslu, received.pk)):
        with pytest.raises(NotFound):
            package_file(reader, pk)
    advised(received, bawaslu)
    assert is_consult(package_file(bawaslu, received.pk))
    assert replace(consultation_view(bawaslu, received.pk)).answers_here
