"""An invitation is recorded, both advisers answer, the invited person decides, and what was done is noted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from invitation_cast import AT, NAME, NORM, TEXT, TOLD, advised, new_invitation, of

from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import SYSTEM, Actor
from sinetra.apps.base.models import OutboxTask
from sinetra.apps.invitations.actions import Recorded, decide, deliver, note_done, record
from sinetra.apps.invitations.models import Consultation, Invitation
from sinetra.apps.invitations.offices import bawaslu_above, bawaslu_for
from sinetra.apps.invitations.reading import open_questions, readings
from sinetra.apps.invitations.selectors import invitation_by_code
from sinetra.apps.invitations.told import Told
from sinetra.apps.invitations.vocabulary import Ask, Choice, Event, Source, Stance, State, Way, Whom
from sinetra.apps.registry.actions.set_rule_length import set_rule_length
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import BadInput, Conflict, NotFound

pytestmark = pytest.mark.django_db
LATER = datetime.fromisoformat("2024-10-13T08:00+07:00")


def test_both_are_asked_each_with_its_row_and_bawaslu_by_a_package(row: Invitation):
    team, sent = of(row, Way.OWN), of(row, Way.SENT)
    assert (team.organisation_id, sent.organisation_id) == (row.organisation_id, row.organisation_id)
    assert sent.counterpart_name == Organisation.objects.get(kind="bawaslu", region_id="99.71").name
    task = OutboxTask.objects.get(name="invitations.deliver")
    assert task.payload == {"consultation": str(sent.pk), "part": "package"}
    assert verify().ok


def test_the_whole_way_from_the_invitation_to_what_was_done(
    recorded: Recorded, row: Invitation, received: Consultation, member: Actor, bawaslu: Actor
):
    advised(of(row, Way.OWN), member)
    advised(received, bawaslu, stance=Stance.BETTER_NOT)
    taken = deliver(received.pk, "reply")
    assert taken is not None and not taken.repeated
    decide(invitation=row, choice=Choice.ACCEPT_WITH_LIMITS, reason="Hanya mendengarkan.", at=AT + timedelta(days=3))
    note_done(invitation=row, text="Hadir 20 menit, duduk di belakang, tidak berfoto.", at=LATER)
    view = invitation_by_code(recorded.code)
    team, other = view.advices
    assert team.advice is not None and other.advice is not None
    assert (team.advice.stance, team.advice.text, team.row.source) == (Stance.WITH_LIMITS, TEXT, Source.HERE)
    assert (other.advice.stance, other.advice.norms, other.row.source) == (Stance.BETTER_NOT, (NORM,), Source.PACKAGE)
    assert view.decision is not None and view.decision.choice is Choice.ACCEPT_WITH_LIMITS
    assert (view.name, view.done[:15], view.row.state) == (NAME, "Hadir 20 menit,", State.NOTED)
    assert view.erased_on == date(2024, 11, 13)
    assert verify().ok


def test_the_time_is_that_of_the_catalogue_until_each_office_sets_its_own_and_a_promise_stays(row: Invitation):
    """3 October 2024 is a Thursday: two working days later it is Monday the 7th."""
    assert of(row, Way.OWN).due_on == of(row, Way.SENT).due_on == date(2024, 10, 7)
    bawaslu = Organisation.objects.get(kind="bawaslu", region_id="99.71")
    for office, days in ((row.organisation, 1), (bawaslu, 3)):
        set_rule_length(
            organisation=office, rule="invitation.advice", length=days, reason="Acara sering mendadak.", actor=SYSTEM
        )
    other = invitation_by_code(record(invitation=new_invitation(), at=AT).code)
    assert [item.row.due_on for item in other.advices] == [date(2024, 10, 4), date(2024, 10, 8)]
    assert of(row, Way.OWN).due_on == date(2024, 10, 7)


@pytest.mark.parametrize(
    ("event", "due"), [(date(2024, 10, 6), date(2024, 10, 5)), (date(2024, 10, 3), date(2024, 10, 3))]
)
def test_advice_is_due_the_day_before_the_event_when_that_comes_first(city: None, event: date, due: date):
    assert record(invitation=new_invitation(event_on=event), at=AT).due_on == due


def test_late_advice_is_taken_and_known_to_be_late(recorded: Recorded, row: Invitation, member: Actor):
    advised(of(row, Way.OWN), member, at=datetime.fromisoformat("2024-10-08T09:00+07:00"))
    team, other = invitation_by_code(recorded.code).advices
    assert team.is_late and not other.is_late


def test_the_invited_person_may_decide_while_an_advice_is_missing_and_once_only(row: Invitation):
    decide(invitation=row, choice=Choice.DECLINE, reason="", at=AT)
    with pytest.raises(Conflict):
        decide(invitation=row, choice=Choice.ACCEPT, reason="", at=AT)
    # Who declined need not wait for the event.
    assert note_done(invitation=row, text="Tidak hadir.", at=AT).state == State.NOTED


def test_what_was_done_is_noted_after_the_decision_and_the_event(row: Invitation):
    with pytest.raises(Conflict):
        note_done(invitation=row, text="Hadir sebentar.", at=LATER)
    decide(invitation=row, choice=Choice.ACCEPT, reason="", at=AT)
    with pytest.raises(Conflict) as early:
        note_done(invitation=row, text="Hadir sebentar.", at=AT)
    assert early.value.code == "too_early"
    assert note_done(invitation=row, text="Hadir sebentar.", at=LATER).state == State.NOTED


def test_an_event_that_is_over_is_refused_for_then_nobody_is_asked_before(city: None):
    with pytest.raises(BadInput) as error:
        record(invitation=new_invitation(event_on=date(2024, 10, 2)), at=AT)
    assert error.value.field == "event_on"
    assert not Invitation.objects.exists()


def test_an_event_in_another_century_is_refused_and_one_of_next_spring_is_taken(city: None):
    for event in (date(9999, 12, 31), date(2025, 10, 5)):
        with pytest.raises(BadInput) as error:
            record(invitation=new_invitation(event_on=event), at=AT)
        assert error.value.field == "event_on"
    assert record(invitation=new_invitation(event_on=date(2025, 4, 1)), at=AT).due_on == date(2024, 10, 7)


def test_the_nearest_bawaslu_is_asked_and_without_one_in_the_register_an_unnamed_one(city: None):
    office = Organisation.objects.get(kind="local_government", region_id="99.71")
    assert bawaslu_for(office).name == "Bawaslu Kota Cendana (contoh)"
    office.region_id = "99.71.02"
    assert bawaslu_for(office).name == "Bawaslu Kota Cendana (contoh)"
    Organisation.objects.filter(kind="bawaslu").update(kind="other")
    assert bawaslu_for(office).name == "Bawaslu"


def test_of_a_full_register_only_the_bawaslu_around_the_office_are_read(city: None):
    office = Organisation.objects.get(kind="local_government", region_id="99.71")
    known = Organisation.objects.get(kind="bawaslu", region_id="99.71")
    for number in range(3):
        other = Organisation(kind="bawaslu", name=f"Bawaslu lain {number}", region_id="99.71.01")
        other.level = known.level
        other.save()
    nation = Organisation(kind="bawaslu", name="Bawaslu RI (contoh)", region_id=None, level="national")
    nation.save()
    read = {row.name for row in bawaslu_above(office)}
    assert {known.name, nation.name} <= read and not any(name.startswith("Bawaslu lain") for name in read)
    Organisation.objects.filter(kind="bawaslu", region_id__isnull=False).update(kind="other")
    assert bawaslu_for(office).name == nation.name


def test_the_same_key_gives_the_same_code_and_other_content_is_refused(city: None):
    first = record(invitation=new_invitation(key="k" * 24), at=AT)
    again = record(invitation=new_invitation(key="k" * 24), at=AT)
    assert (again.code, again.repeated, Invitation.objects.count()) == (first.code, True, 1)
    with pytest.raises(Conflict):
        record(invitation=new_invitation(key="k" * 24, place="Aula lain"), at=AT)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"asks": ()}, "asks"),
        ({"text": "pendek"}, "text"),
        ({"inviter": " "}, "inviter"),
        ({"place": "x" * 201}, "place"),
        ({"name": "x" * 121}, "name"),
    ],
)
def test_each_field_is_checked(changes: dict[str, object], field: str):
    with pytest.raises(BadInput) as error:
        new_invitation(**changes)
    assert error.value.field == field


def test_a_wrong_code_opens_nothing(recorded: Recorded):
    Consultation.objects.all().delete()
    Invitation.objects.all().delete()
    with pytest.raises(NotFound):
        invitation_by_code(recorded.code)


def outcomes(told: Told) -> list[str]:
    return [reading.decision.outcome.value if reading.decision else "no act" for reading in readings(told)]


def test_the_reading_changes_with_the_day_of_the_event():
    """SE Bawaslu 111/2024 of 30 October 2024 counts attending, even passively, as support."""
    listening = replace(TOLD, asks=(Ask.LISTEN,))
    assert outcomes(replace(listening, event_on=date(2024, 10, 29))) == ["permitted"]
    later = readings(replace(listening, event_on=date(2024, 10, 30)))
    assert later[0].decision is not None and later[0].decision.outcome.value == "undetermined"
    assert "bawaslu2024.attendance" in {item.norm.id for item in later[0].decision.findings}
    assert "act.on_duty" in open_questions(later)


def test_an_answered_question_is_no_longer_open_and_may_turn_the_reading():
    listening = replace(TOLD, asks=(Ask.LISTEN,), event_on=date(2024, 10, 31), status="pns")
    assert open_questions(readings(listening)) == ("act.on_duty",)
    on_duty = listening.with_details({"act": {"on_duty": True}})
    assert open_questions(readings(on_duty)) == ()
    assert outcomes(on_duty) == ["permitted"]


def test_a_unit_that_is_asked_for_its_hall_its_car_or_to_join_a_programme_gets_a_reading_of_each():
    unit = replace(TOLD, whom=Whom.UNIT, status="pns", asks=(Ask.HALL, Ask.CAR, Ask.PROGRAMME), event=Event.PARTY)
    found = readings(unit)
    assert [item.ask for item in found] == [Ask.HALL, Ask.CAR, Ask.PROGRAMME]
    assert outcomes(unit) == ["violation"] * 3


@pytest.mark.parametrize("event", list(Event))
@pytest.mark.parametrize("ask", list(Ask))
def test_every_ask_at_every_event_has_a_reading_and_survives_the_seal(event: Event, ask: Ask):
    told = replace(TOLD, event=event, asks=(ask,))
    assert len(outcomes(told)) == 1
    assert Told.of(told.plain()) == told
    assert Told.of(replace(told, partisan=True).plain()).partisan


NOBODYS = replace(TOLD, status="pns", target="none", event=Event.SOCIAL, event_on=date(2024, 11, 5))


@pytest.mark.parametrize(
    ("event", "ask", "day"),
    [
        (Event.SOCIAL, Ask.ATTEND, date(2024, 11, 5)),
        (Event.OFFICIAL, Ask.SPEAK, date(2024, 10, 10)),
        (Event.OFFICIAL, Ask.HALL, date(2024, 10, 10)),
        (Event.SOCIAL, Ask.ATTRIBUTES, date(2024, 10, 10)),
        *((event, ask, date(2024, 11, 5)) for event in (Event.OFFICIAL, Event.SOCIAL, Event.OTHER) for ask in Ask),
    ],
)
@pytest.mark.parametrize("target", ["none", ""])
def test_a_wedding_or_a_ceremony_of_nobody_in_the_election_is_read_as_no_act_of_a_campaign(
    event: Event, ask: Ask, day: date, target: str
):
    told = replace(NOBODYS, event=event, asks=(ask,), event_on=day, target=target)
    assert outcomes(told) == ["no act"]
    assert open_questions(readings(told)) == ("partisan",)
    plain = replace(told, partisan=False)
    assert (outcomes(plain), open_questions(readings(plain))) == (["no act"], ())


def test_calls_to_vote_make_a_campaign_of_a_wedding_and_a_candidate_alone_makes_none():
    wedding = replace(NOBODYS, target="candidate", asks=(Ask.ATTEND, Ask.SPEAK, Ask.LISTEN, Ask.BRING_STAFF))
    assert outcomes(wedding) == ["no act"] * 4 and open_questions(readings(wedding)) == ("partisan",)
    sided = wedding.with_details({}, partisan=True)
    assert outcomes(sided) == ["undetermined", "violation", "undetermined", "violation"]
    assert "partisan" not in open_questions(readings(sided)) and "act.on_duty" in open_questions(readings(sided))
    # What is done for a side by itself is read as before, and so is a campaign whoever invites to it.
    own = replace(wedding, asks=(Ask.PHOTO, Ask.ATTRIBUTES, Ask.HALL))
    assert outcomes(own) == ["undetermined", "violation", "violation"]
    assert outcomes(replace(NOBODYS, event=Event.CAMPAIGN, asks=(Ask.SPEAK,))) == ["violation"]


def test_advice_names_norms_in_force_on_its_day_and_comes_once(row: Invitation, member: Actor):
    team = of(row, Way.OWN)
    for wrong in ([], ["tidak.ada"]):
        with pytest.raises(BadInput) as error:
            advised(team, member, norms=wrong)
        assert error.value.field == "norms"
    advised(team, member)
    with pytest.raises(Conflict):
        advised(team, member)
