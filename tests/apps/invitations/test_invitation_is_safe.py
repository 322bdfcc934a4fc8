"""Asking about an invitation is safe: sealed, seen by the two who advise, gone thirty days after it ended."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from invitation_cast import AT, LETTER, NAME, OTHERS, TEXT, TOLD, advised, new_invitation, of

from sinetra.apps.accounts.models import User
from sinetra.apps.advice.errors import NoTeamHere
from sinetra.apps.audit.access_log import told_as
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import PUBLIC, SYSTEM, Actor, Role
from sinetra.apps.base.policy import may, visible
from sinetra.apps.cases.models import HandOver, Matter
from sinetra.apps.invitations.actions import Recorded, decide, deliver, note_done, record, record_letter
from sinetra.apps.invitations.models import Consultation, Invitation
from sinetra.apps.invitations.selectors import consultation_view, consultations, invitation_by_code, package_file
from sinetra.apps.invitations.vocabulary import Choice, Way
from sinetra.apps.registry.models import Organisation, Person
from sinetra.apps.reports.models import Report
from sinetra.cli import retention
from sinetra.core.errors import Forbidden, NotFound

pytestmark = pytest.mark.django_db


def stored(*models: type) -> bytes:
    found = []
    with connection.cursor() as cursor:
        for model in models:
            cursor.execute(f"SELECT * FROM {model._meta.db_table}")
            found += [cell for row in cursor.fetchall() for cell in row]
    return b" ".join(bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode() for cell in found)


def test_nothing_that_was_written_stands_readable_in_the_tables(
    row: Invitation, received: Consultation, member: Actor, bawaslu: Actor
):
    advised(of(row, Way.OWN), member)
    advised(received, bawaslu)
    decide(invitation=row, choice=Choice.DECLINE, reason="Takut disalahpahami.", at=AT)
    note_done(invitation=row, text="Tidak hadir sama sekali.", at=AT)
    found = stored(Invitation, Consultation)
    for word in (NAME, TOLD.inviter, TOLD.place, TOLD.text, TOLD.status, TEXT, "Takut", "sama sekali", "decline"):
        assert word.encode() not in found, word
    assert consultation_view(bawaslu, received.pk).told == TOLD


def test_the_name_for_the_proof_is_shown_to_no_adviser_and_travels_in_no_package(
    row: Invitation, received: Consultation, member: Actor, bawaslu: Actor
):
    sent = package_file(member, of(row, Way.SENT).pk)
    assert TOLD.place.encode() in sent and NAME.encode() not in sent
    for reader, pk in ((member, of(row, Way.OWN).pk), (bawaslu, received.pk)):
        assert NAME not in str(consultation_view(reader, pk))


def test_asking_opens_no_report_no_matter_and_no_hand_over_and_the_trace_reads_as_of_a_question(
    row: Invitation, received: Consultation, member: Actor
):
    advised(of(row, Way.OWN), member)
    assert not (Report.objects.exists() or Matter.objects.exists() or HandOver.objects.exists())
    entries = AuditEntry.objects.filter(object_type__startswith="invitations.")
    assert {entry.action for entry in entries} == {"question.ask", "question.answer"}
    assert all(entry.data == {} and entry.detail is None for entry in entries)
    assert told_as("invitations.invitation", "invitation") == told_as("advice.question", "question")


@pytest.mark.parametrize("username", OTHERS)
def test_who_decides_about_careers_who_runs_the_machine_and_everybody_else_sees_and_does_nothing(
    row: Invitation, received: Consultation, actor: Callable[[str], Actor], username: str
):
    other = actor(username)
    assert not visible(other, Invitation).exists() and not visible(other, Consultation).exists()
    for attempt in (
        lambda: consultations(other),
        lambda: consultation_view(other, received.pk),
        lambda: package_file(other, of(row, Way.SENT).pk),
        lambda: advised(of(row, Way.OWN), other),
        lambda: advised(received, other),
        lambda: decide(invitation=row, choice=Choice.DECLINE, reason="", actor=other),
        lambda: note_done(invitation=row, text="Tidak hadir.", actor=other),
        lambda: record(invitation=new_invitation(), actor=other, at=AT),
        lambda: record_letter(consultation=of(row, Way.SENT), actor=other, **LETTER),
    ):
        with pytest.raises(Forbidden):
            attempt()


def test_each_adviser_sees_its_own_side_only_and_decides_for_nobody(
    row: Invitation, received: Consultation, member: Actor, bawaslu: Actor
):
    assert {item.way for item in visible(member, Consultation)} == {Way.OWN, Way.SENT}
    assert {item.way for item in visible(bawaslu, Consultation)} == {Way.RECEIVED}
    assert not visible(bawaslu, Invitation).exists()
    with pytest.raises(NotFound):
        consultation_view(bawaslu, of(row, Way.OWN).pk)
    with pytest.raises(NotFound):
        consultation_view(member, received.pk)
    for adviser, foreign in ((member, received), (bawaslu, of(row, Way.OWN)), (member, of(row, Way.SENT))):
        with pytest.raises(Forbidden):
            advised(foreign, adviser)
        with pytest.raises(Forbidden):
            decide(invitation=row, choice=Choice.DECLINE, reason="", actor=adviser)


@pytest.mark.parametrize("role", [Role.BKPSDM_OFFICER, Role.PPK, Role.INSPECTORATE, Role.ADMINISTRATOR, Role.AUDITOR])
def test_an_adviser_with_power_over_careers_or_the_machine_sees_nothing(
    row: Invitation, received: Consultation, member: Actor, bawaslu: Actor, role: Role
):
    for adviser in (member, bawaslu):
        assert visible(adviser, Consultation).exists()
        both = replace(adviser, roles=adviser.roles | {role})
        assert not visible(both, Consultation).exists()
        assert not may(both, "invitation.read")


@pytest.mark.parametrize("other", ["admin", "pemeriksa.jejak", "ppk"])
def test_an_adviser_who_has_power_in_another_account_sees_nothing_either(
    row: Invitation, received: Consultation, member: Actor, bawaslu: Actor, other: str
):
    for adviser, own in ((member, of(row, Way.OWN)), (bawaslu, received)):
        assert may(adviser, "invitation.read", own)
        User.objects.filter(pk=adviser.user_id).update(person=None)
        person = User.objects.get(username=other).person or Person.objects.filter(organisation=own.organisation).first()
        assert person is not None
        User.objects.filter(username=other).update(person=person)
        assert may(adviser, "invitation.read", own), "of two people"
        User.objects.filter(pk=adviser.user_id).update(person=person)
        assert not visible(adviser, Consultation).exists()
        assert not may(adviser, "invitation.read") and not may(adviser, "invitation.advise", own)


def test_bawaslu_of_one_district_or_of_another_office_and_the_public_see_nothing(
    row: Invitation, received: Consultation, bawaslu: Actor
):
    assert not visible(replace(bawaslu, regions=("99.71.01",)), Consultation).exists()
    other = replace(bawaslu, organisation_id=Organisation.objects.get(kind="bkn").pk)
    assert not visible(other, Consultation).exists() and not may(other, "invitation.advise", received)
    assert not visible(PUBLIC, Consultation).exists() and not visible(PUBLIC, Invitation).exists()
    assert visible(SYSTEM, Invitation).count() == 1


def test_no_team_no_consult_and_never_in_an_installation_of_bawaslu(city: None, settings: object):
    settings.SINETRA_PROFILE = "bawaslu"  # type: ignore[attr-defined]
    with pytest.raises(NoTeamHere):
        record(invitation=new_invitation(), at=AT)
    assert not Invitation.objects.exists()


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    retention.configure(parser)
    return retention.run(parser.parse_args(["run", *arguments]))


def ended(row: Invitation, days: int) -> None:
    at = datetime.now(UTC) - timedelta(days=days)
    decide(invitation=row, choice=Choice.DECLINE, reason="", at=at)
    note_done(invitation=row, text="Tidak hadir.", at=at)


def test_an_ended_consult_is_gone_after_thirty_days_with_all_its_rows_and_one_of_twenty_nine_stays(
    recorded: Recorded, row: Invitation
):
    other = invitation_by_code(record(invitation=new_invitation(), at=AT).code).row
    ended(row, 31)
    ended(other, 29)
    assert run("--dry-run") == 0 and Invitation.objects.count() == 2
    assert run() == 0
    assert list(Invitation.objects.values_list("pk", flat=True)) == [other.pk]
    assert set(Consultation.objects.values_list("invitation", flat=True)) == {other.pk}
    with pytest.raises(NotFound):
        invitation_by_code(recorded.code)
    assert verify().ok


def test_an_open_one_is_kept_until_ninety_days_after_its_event(row: Invitation):
    now = datetime.now(UTC)
    Invitation.objects.update(quiet_from=now - timedelta(days=89))
    run()
    assert Invitation.objects.exists()
    Invitation.objects.update(quiet_from=now - timedelta(days=91))
    run()
    assert not Invitation.objects.exists() and not Consultation.objects.exists()


def test_the_copy_of_bawaslu_is_gone_thirty_days_after_its_advice_or_ninety_after_it_came(
    row: Invitation, received: Consultation, bawaslu: Actor
):
    now = datetime.now(UTC)
    Invitation.objects.update(quiet_from=now)
    Consultation.objects.filter(pk=received.pk).update(created_at=now - timedelta(days=89))
    run()
    advised(received, bawaslu, at=now - timedelta(days=29))
    run()
    assert Consultation.objects.filter(way=Way.RECEIVED).exists()
    Consultation.objects.filter(pk=received.pk).update(advised_at=now - timedelta(days=31))
    run()
    assert {item.way for item in Consultation.objects.all()} == {Way.OWN, Way.SENT}
    second = deliver(of(row, Way.SENT).pk, "package", at=AT)
    assert second is not None
    Consultation.objects.filter(pk=second.row.pk).update(created_at=now - timedelta(days=91))
    run()
    assert not Consultation.objects.filter(way=Way.RECEIVED).exists()
