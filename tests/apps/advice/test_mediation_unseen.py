"""Who learns of a mediation: its two sides and an untied member of the team; nobody else can tell that it exists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from mediation_cast import OFFER, OTHERS, WORDS, agreed, asked, offered

from sinetra.apps.accounts.models import RoleGrant
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
from sinetra.apps.advice.mediation_selectors import mediation_by_code, mediation_view, mediations
from sinetra.apps.advice.mediation_ties import involved, is_tied, marks_of_person
from sinetra.apps.advice.models import Mediation
from sinetra.apps.advice.vocabulary import MediationOutcome, MediationState, Side
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import PUBLIC, SYSTEM, Actor, Role
from sinetra.apps.base.policy import may, visible
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound
from sinetra.core.ids import uuid7

pytestmark = pytest.mark.django_db


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


def test_a_code_of_a_question_or_nobody_opens_no_mediation(sent: Requested):
    with pytest.raises(BadInput):
        mediation_by_code("bukan kode")
    Mediation.objects.all().delete()
    with pytest.raises(NotFound):
        mediation_by_code(sent.code)


def test_a_member_who_is_kept_away_by_another_office_is_not_free(city: None):
    grant = RoleGrant.objects.get(role="neutrality_team", user__name="Aren Contohwan")
    grant.pk, grant.role, grant._state.adding = uuid7(), "ppk", True
    grant.save()
    with pytest.raises(Conflict) as conflict:
        asked(names="Rotan Contohwan")
    assert conflict.value.code == "nobody_free"
    assert not Mediation.objects.exists()
    grant.delete()
    assert asked(names="Rotan Contohwan").code
