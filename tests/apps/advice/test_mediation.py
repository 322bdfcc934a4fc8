"""Mediation is safe: no name, no case, sealed, both agree, anybody stops, and nothing is left thirty days later."""

from __future__ import annotations

import argparse
import json
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from advice_cast import ASKED_AT, DAY
from django.db import connection

from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.advice.actions import (
    agree_to_mediation,
    close_mediation,
    hold_mediation,
    leave_mediation,
    offer_mediation,
    request_mediation,
    turn_away_mediation,
    write_in_mediation,
)
from sinetra.apps.advice.actions.request_mediation import Requested
from sinetra.apps.advice.demo import load_advice
from sinetra.apps.advice.mediation_intake import NotFriction, read_mediation
from sinetra.apps.advice.mediation_selectors import mediation_by_code, mediation_view, mediations
from sinetra.apps.advice.mediation_talk import MOST_MESSAGES, Offer
from sinetra.apps.advice.mediation_ties import involved, is_tied, marks_of_person
from sinetra.apps.advice.models import Mediation
from sinetra.apps.advice.vocabulary import ENDED, MediationOutcome, MediationState, Side
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import PUBLIC, SYSTEM, Actor, Role
from sinetra.apps.base.policy import may, visible
from sinetra.apps.base.reseal import reseal_all
from sinetra.apps.base.tasks import find_handlers
from sinetra.apps.cases.models import Matter
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.models import Report
from sinetra.catalogue import ROOT
from sinetra.cli import retention
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound
from sinetra.ports.keyring import Purpose, keyring

pytestmark = pytest.mark.django_db
WORDS = "Kami saling menyindir di grup kantor, lalu tidak lagi bertegur sapa."
OFFER = Offer(
    mediator="Aren Contohwan",
    unit="Dinas Komunikasi dan Informatika",
    day=date(2099, 1, 5),
    time="15.30",
    place="Perpustakaan kota",
)
OTHERS = (
    *("petugas.bkpsdm", "ppk", "inspektorat", "admin", "admin.kedua", "pemeriksa.jejak", "orang.luar", "humas"),
    *("staf.bawaslu", "pleno", "kustodian", "auditor.bkn"),
)


def asked(**changes: Any) -> Requested:
    given: dict[str, Any] = {
        "danger": False,
        "text": WORDS,
        "units": "Dinas Sosial",
        "names": "Halia Contohwati",
        "contact": "Lewat pesan saja",
        "idempotency_key": secrets.token_urlsafe(24),
    }
    return request_mediation(request=read_mediation(**(given | changes)), at=ASKED_AT)


@pytest.fixture
def sent(city: None) -> Requested:
    return asked()


@pytest.fixture
def row(sent: Requested) -> Mediation:
    return mediation_by_code(sent.code).row


def offered(row: Mediation, member: Actor) -> Mediation:
    return offer_mediation(mediation=row, offer=OFFER, is_free=True, actor=member)


def agreed(row: Mediation, member: Actor) -> Mediation:
    offered(row, member)
    for side in Side:
        agree_to_mediation(mediation=row, side=side, version=row.version)
    return row


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, int]:
    parser = argparse.ArgumentParser()
    retention.configure(parser)
    assert retention.run(parser.parse_args(["run", *arguments, "--json"])) == 0
    return {rule["name"]: rule["removed"] for rule in json.loads(capsys.readouterr().out)["rules"]}


def test_a_request_opens_no_report_and_no_matter(row: Mediation):
    assert not Report.objects.exists() and not Matter.objects.exists()
    assert row.asked_on == date(2024, 11, 20)


def test_the_trace_does_not_tell_a_mediation_from_a_question(row: Mediation, member: Actor):
    agreed(row, member)
    write_in_mediation(mediation=row, side=Side.INVITED, text="Saya datang.")
    hold_mediation(mediation=row, actor=member)
    close_mediation(mediation=row, outcome=MediationOutcome.AGREEMENT, actor=member)
    entries = AuditEntry.objects.filter(object_type="advice.mediation")
    assert {entry.action for entry in entries} == {"question.ask", "question.answer"}
    assert all(entry.data == {} and entry.detail is None for entry in entries)
    assert not AuditEntry.objects.filter(action__contains="mediation").exists()
    assert verify().ok


def test_nothing_that_was_written_stands_readable_in_the_table(row: Mediation, member: Actor):
    offered(row, member)
    write_in_mediation(mediation=row, side=Side.ASKER, text="Selasa sore saya bisa.")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {Mediation._meta.db_table}")
        stored = b" ".join(
            bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()
            for found in cursor.fetchall()
            for cell in found
        )
    for word in (WORDS, "Sosial", "Halia", "Lewat pesan", "Perpustakaan", "Aren", "Selasa"):
        assert word.encode() not in stored
    view = mediation_view(member, row.pk)
    assert (view.request.text, view.offer) == (WORDS, OFFER)


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


@pytest.mark.parametrize("username", OTHERS)
def test_superior_ppk_personnel_inspectorate_administrator_and_others_see_and_do_nothing(
    row: Mediation, actor: Callable[[str], Actor], username: str
):
    other = actor(username)
    assert not visible(other, Mediation).exists()
    for attempt in (
        lambda: mediations(other),
        lambda: mediation_view(other, row.pk),
        lambda: offered(row, other),
        lambda: hold_mediation(mediation=row, actor=other),
        lambda: close_mediation(mediation=row, outcome=MediationOutcome.AGREEMENT, actor=other),
        lambda: turn_away_mediation(mediation=row, text="Tidak.", actor=other),
        lambda: write_in_mediation(mediation=row, side=Side.ASKER, text="Halo", actor=other),
        lambda: leave_mediation(mediation=row, side=Side.ASKER, actor=other),
        lambda: agree_to_mediation(mediation=row, side=Side.ASKER, version=row.version, actor=other),
    ):
        with pytest.raises(Forbidden):
            attempt()


@pytest.mark.parametrize("role", [Role.BKPSDM_OFFICER, Role.PPK, Role.INSPECTORATE, Role.ADMINISTRATOR, Role.AUDITOR])
def test_a_member_with_power_over_careers_or_the_machine_sees_nothing(row: Mediation, member: Actor, role: Role):
    both = replace(member, roles=member.roles | {role})
    assert visible(member, Mediation).count() == 1
    assert not visible(both, Mediation).exists()
    assert not may(both, "mediation.offer", row)


def test_a_member_of_another_office_and_the_public_see_nothing(row: Mediation, member: Actor):
    other = replace(member, organisation_id=Organisation.objects.get(kind="bkn").pk)
    assert not visible(other, Mediation).exists()
    assert not may(other, "mediation.offer", row)
    assert not visible(PUBLIC, Mediation).exists()
    assert visible(SYSTEM, Mediation).count() == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"units": "KESBANGPOL", "names": ""},
        {"units": "lain sekali; kesbangpol", "names": ""},
        {"units": "", "names": "Drs. ROTAN contohwan, M.Si."},
    ],
)
def test_a_member_whose_name_or_unit_is_named_does_not_learn_that_it_exists(
    city: None, member: Actor, second: Actor, changes: dict[str, str]
):
    """``tim.netralitas`` is Rotan Contohwan of Kesbangpol."""
    row = mediation_by_code(asked(**changes).code).row
    assert not mediations(member).exists()
    with pytest.raises(NotFound):
        mediation_view(member, row.pk)
    with pytest.raises(Forbidden):
        offered(row, member)
    assert mediations(second).count() == 1


def test_who_leads_the_unit_above_and_who_works_below_steps_aside_and_a_neighbour_does_not(city: None):
    office = Organisation.objects.get(short_name="Pemko Cendana").pk
    ties = involved(office, "Kelurahan Akar Wangi", "")
    assert is_tied(ties, marks_of_person(office, "Jambu Contohwan", "KEC-UTARA"))
    assert is_tied(ties, marks_of_person(office, "Kelapa Contohputra", ""))
    assert not is_tied(ties, marks_of_person(office, "Lontar Contohsari", "Kelurahan Bunga Rampai"))
    above = involved(office, "KEC-UTARA", "")
    assert is_tied(above, marks_of_person(office, "Kelapa Contohputra", "Kelurahan Akar Wangi"))


def test_the_mediator_declares_and_one_who_is_named_is_refused(row: Mediation, second: Actor):
    for offer, is_free, field in (
        (OFFER, False, "is_free"),
        (replace(OFFER, mediator="Halia Contohwati"), True, "mediator"),
        (replace(OFFER, mediator="Orang Lain", unit="dinas sosial"), True, "mediator"),
        (replace(OFFER, day=date(2020, 1, 1)), True, "day"),
        (replace(OFFER, place=""), True, "place"),
    ):
        with pytest.raises(BadInput) as error:
            offer_mediation(mediation=row, offer=offer, is_free=is_free, actor=second)
        assert error.value.field == field
    assert row.state == MediationState.NEW
    # Somebody of another unit, without an account.
    offer_mediation(
        mediation=row, offer=replace(OFFER, mediator="Waru Contohsari", unit="PKM-DAMAR"), is_free=True, actor=second
    )
    assert row.state == MediationState.OFFERED


def test_when_every_member_is_tied_the_asker_is_told_and_nothing_is_stored(city: None):
    with pytest.raises(Conflict) as conflict:
        asked(names="Rotan Contohwan, Aren Contohwan")
    assert conflict.value.code == "nobody_free"
    assert not Mediation.objects.exists()


def test_a_conversation_does_not_grow_without_end(row: Mediation):
    for number in range(MOST_MESSAGES):
        write_in_mediation(mediation=row, side=Side.ASKER, text=f"Pesan {number}")
    with pytest.raises(Conflict):
        write_in_mediation(mediation=row, side=Side.ASKER, text="Satu lagi")


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


def test_a_code_of_a_question_or_nobody_opens_no_mediation(sent: Requested):
    with pytest.raises(BadInput):
        mediation_by_code("bukan kode")
    Mediation.objects.all().delete()
    with pytest.raises(NotFound):
        mediation_by_code(sent.code)


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
