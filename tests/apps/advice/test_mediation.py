"""Mediation from the request to its end: both agree, anybody stops, and nothing is left thirty days later."""

from __future__ import annotations

import argparse
import json
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from advice_cast import DAY
from mediation_cast import OFFER, WORDS, agreed, asked, offered

from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.advice.actions import (
    agree_to_mediation,
    close_mediation,
    hold_mediation,
    leave_mediation,
    offer_mediation,
    turn_away_mediation,
    write_in_mediation,
)
from sinetra.apps.advice.actions.request_mediation import Requested
from sinetra.apps.advice.actions.write_in_mediation import MOST_MESSAGES
from sinetra.apps.advice.demo import load_advice
from sinetra.apps.advice.mediation_intake import NotFriction
from sinetra.apps.advice.mediation_selectors import mediation_by_code, mediation_view, mediations
from sinetra.apps.advice.models import Mediation
from sinetra.apps.advice.vocabulary import ENDED, MediationOutcome, MediationState, Side
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.reseal import reseal_all
from sinetra.apps.base.tasks import find_handlers
from sinetra.apps.cases.models import Matter
from sinetra.apps.reports.models import Report
from sinetra.catalogue import ROOT
from sinetra.cli import retention
from sinetra.core.errors import BadInput, Conflict, NotFound
from sinetra.ports.keyring import Purpose, keyring

pytestmark = pytest.mark.django_db


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, int]:
    parser = argparse.ArgumentParser()
    retention.configure(parser)
    assert retention.run(parser.parse_args(["run", *arguments, "--json"])) == 0
    return {rule["name"]: rule["removed"] for rule in json.loads(capsys.readouterr().out)["rules"]}


def test_a_request_opens_no_report_and_no_matter(row: Mediation):
    assert not Report.objects.exists() and not Matter.objects.exists()
    assert row.asked_on == date(2024, 11, 20)


def test_each_side_has_a_code_of_its_own_and_reads_only_its_own_messages(sent: Requested, member: Actor):
    row = mediation_by_code(sent.code).row
    assert sent.code != sent.invited_code
    write_in_mediation(mediation=row, side=Side.ASKER, text="Dari yang meminta.")
    write_in_mediation(mediation=row, side=Side.INVITED, text="Kepada rekannya.", actor=member)
    asker, invited = mediation_by_code(sent.code), mediation_by_code(sent.invited_code)
    assert (asker.side, invited.side) == (Side.ASKER, Side.INVITED)
    assert [item.text for item in asker.messages] == ["Dari yang meminta."]
    assert [(item.text, item.by_mediator) for item in invited.messages] == [("Kepada rekannya.", True)]
    assert WORDS not in str(invited)


def test_the_same_sending_twice_is_one_request_with_the_same_codes(city: None):
    key = secrets.token_urlsafe(24)
    first, again = asked(idempotency_key=key), asked(idempotency_key=key)
    assert (first.code, first.invited_code) == (again.code, again.invited_code)
    assert again.repeated and Mediation.objects.count() == 1
    with pytest.raises(Conflict) as conflict:
        asked(idempotency_key=key, text=f"{WORDS} Dan lagi.")
    assert conflict.value.code == "other_content"


def test_a_threat_violence_or_an_order_is_never_stored(city: None):
    with pytest.raises(NotFriction):
        asked(danger=True)
    assert not Mediation.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"text": "pendek"}, "text"),
        ({"units": "x" * 301}, "units"),
        ({"idempotency_key": "x"}, "idempotency_key"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_stored(city: None, changes: dict[str, str], field: str):
    with pytest.raises(BadInput) as error:
        asked(**changes)
    assert error.value.field == field
    assert not Mediation.objects.exists()


def test_it_begins_when_both_agree_and_not_before(row: Mediation, member: Actor):
    offered(row, member)
    agree_to_mediation(mediation=row, side=Side.ASKER, version=row.version)
    assert row.state == MediationState.OFFERED
    with pytest.raises(Conflict):
        hold_mediation(mediation=row, actor=member)
    agree_to_mediation(mediation=row, side=Side.INVITED, version=row.version)
    assert row.state == MediationState.AGREED
    hold_mediation(mediation=row, actor=member)
    close_mediation(mediation=row, outcome=MediationOutcome.PARTLY, actor=member)
    assert (row.state, row.outcome) == ("closed", "partly")


def test_a_new_offer_asks_both_again_and_nobody_agrees_to_one_not_read(row: Mediation, member: Actor):
    agreed(row, member)
    read = row.version
    offer_mediation(mediation=row, offer=replace(OFFER, time="09.00"), is_free=True, actor=member)
    assert (row.state, row.asker_agreed_on, row.invited_agreed_on) == ("offered", None, None)
    with pytest.raises(Conflict) as conflict:
        agree_to_mediation(mediation=row, side=Side.ASKER, version=read)
    assert conflict.value.code == "changed"


def test_without_an_offer_there_is_nothing_to_agree_to(row: Mediation):
    with pytest.raises(Conflict):
        agree_to_mediation(mediation=row, side=Side.ASKER, version=row.version)


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("steps", range(4))
def test_either_side_stops_at_any_time(row: Mediation, member: Actor, side: Side, steps: int):
    if steps >= 1:
        offered(row, member)
    if steps >= 2:
        for each in Side:
            agree_to_mediation(mediation=row, side=each, version=row.version)
    if steps >= 3:
        hold_mediation(mediation=row, actor=member)
    leave_mediation(mediation=row, side=side)
    assert row.state in ENDED and row.ended_at is not None
    before = row.version
    leave_mediation(mediation=row, side=side)
    assert row.version == before
    for attempt in (
        lambda: offered(row, member),
        lambda: hold_mediation(mediation=row, actor=member),
        lambda: write_in_mediation(mediation=row, side=side, text="lagi"),
        lambda: turn_away_mediation(mediation=row, text="lagi", actor=member),
    ):
        with pytest.raises(Conflict):
            attempt()


def test_what_is_no_friction_after_all_is_turned_away_with_a_way_out(sent: Requested, row: Mediation, member: Actor):
    turn_away_mediation(mediation=row, text="Ini ancaman. Sampaikan kepada Bawaslu.", actor=member)
    assert mediation_by_code(sent.code).messages[-1].text.startswith("Ini ancaman")
    assert not mediation_by_code(sent.invited_code).messages
    assert row.state == MediationState.DECLINED


def test_a_conversation_does_not_grow_without_end_and_who_fills_it_silences_nobody_else(
    sent: Requested, row: Mediation, member: Actor
):
    for number in range(MOST_MESSAGES):
        write_in_mediation(mediation=row, side=Side.ASKER, text=f"Pesan {number}")
    with pytest.raises(Conflict) as refused:
        write_in_mediation(mediation=row, side=Side.ASKER, text="Satu lagi")
    assert refused.value.code == "full"
    write_in_mediation(mediation=row, side=Side.INVITED, text="Saya pun menulis.")
    for number in range(MOST_MESSAGES):
        write_in_mediation(mediation=row, side=Side.ASKER, text=f"Jawaban {number}", actor=member)
    with pytest.raises(Conflict):
        write_in_mediation(mediation=row, side=Side.ASKER, text="Satu lagi", actor=member)
    turn_away_mediation(mediation=row, text="Kami tidak dapat membantu.", actor=member)
    assert mediation_by_code(sent.code).messages[-1].text == "Kami tidak dapat membantu."


def test_what_ended_31_days_ago_is_erased_with_proof_and_29_days_ago_stays(
    city: None, member: Actor, capsys: pytest.CaptureFixture[str]
):
    now = datetime.now(UTC)
    codes = {days: asked().code for days in (31, 29)}
    for days, code in codes.items():
        leave_mediation(mediation=mediation_by_code(code).row, side=Side.ASKER, at=now - timedelta(days=days))
    assert run(capsys, "--dry-run")["advice.mediations"] == 1
    assert Mediation.objects.count() == 2
    assert run(capsys)["advice.mediations"] == 1
    assert run(capsys)["advice.mediations"] == 0
    with pytest.raises(NotFound):
        mediation_by_code(codes[31])
    assert mediation_by_code(codes[29])
    assert AuditEntry.objects.filter(action="question.erase", actor="system").count() == 1
    assert verify().ok


def test_what_nobody_moved_for_91_days_is_erased_and_89_days_stays(city: None, capsys: pytest.CaptureFixture[str]):
    codes = {days: asked().code for days in (91, 89)}
    for days, code in codes.items():
        pk = mediation_by_code(code).row.pk
        Mediation.objects.filter(pk=pk).update(moved_at=datetime.now(UTC) - timedelta(days=days))
    assert run(capsys)["advice.mediations_silent"] == 1
    with pytest.raises(NotFound):
        mediation_by_code(codes[91])
    assert mediation_by_code(codes[89])


def test_sealed_columns_are_sealed_anew_after_a_rotation(row: Mediation, member: Actor):
    find_handlers()
    offered(row, member)
    write_in_mediation(mediation=row, side=Side.ASKER, text="Tetap terbaca.")
    reseal_all()
    keyring().rotate(Purpose.DATA)
    keyring().rotate(Purpose.BLIND)
    assert reseal_all() == 3
    view = mediation_view(member, row.pk)
    assert (view.request.text, view.offer, view.messages[0].text) == (WORDS, OFFER, "Tetap terbaca.")
    # Who is tied stays tied under a new key.
    person = User.objects.select_related("person").get(pk=member.user_id).person
    assert person is not None
    type(person).objects.filter(pk=person.pk).update(name="Halia Contohwati")
    assert not mediations(member).exists()


def test_without_a_team_nothing_is_taken(city: None):
    from sinetra.apps.advice.errors import NoTeamHere

    RoleGrant.objects.filter(role="neutrality_team").update(ends_on=date(2024, 2, 1))
    with pytest.raises(NoTeamHere):
        asked()


def test_the_demonstration_has_one_with_an_offer_and_loads_once(city: None, actor: Callable[[str], Actor]):
    for _time in range(2):
        load_advice(ROOT / "samples" / "cendana.yaml")
    [row] = Mediation.objects.all()
    assert row.state == MediationState.OFFERED
    assert row.asked_on <= DAY
    assert row.organisation.region_id == "99.71"
