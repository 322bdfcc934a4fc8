"""One administrator alone never reaches a report; two administrators who each do their part can staff an office."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from sinetra.apps.accounts.actions.activate import activate
from sinetra.apps.accounts.actions.confirm_reset import confirm_reset, may_confirm_reset
from sinetra.apps.accounts.actions.create_user import create_user
from sinetra.apps.accounts.actions.end_role import end_role
from sinetra.apps.accounts.actions.grant_role import grant_role
from sinetra.apps.accounts.actions.print_slip import VALID_FOR, held_back, may_print, print_slip
from sinetra.apps.accounts.actions.request_reset import request_reset
from sinetra.apps.accounts.actions.set_up import new_administrator
from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.accounts.selectors import actor_of, second_persons
from sinetra.apps.accounts.two_persons import POWERFUL, Bar
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import SYSTEM, Actor, Role
from sinetra.apps.base.policy import may, visible
from sinetra.apps.registry.actions.store_person import store_person
from sinetra.apps.reports.models import Report
from sinetra.core.errors import Conflict
from sinetra.core.law.words import Position, SubjectStatus
from sinetra.ports.clock import today

PASSWORD, OTHER = "kayu manis di tepi kali", "pohon randu di alun-alun"
AT_BAWASLU = sorted(POWERFUL - {Role.BKN_OFFICER})


@pytest.fixture
def admins(office) -> list[Actor]:
    """Appointed by the installation, as ``sinetra setup`` does; both have opened their accounts."""
    found = []
    for name in ("admin.satu", "admin.dua"):
        slip = new_administrator(
            username=name, name=name.title(), organisation=office.bawaslu, first=today(), last=days(300)
        )
        found.append(actor_of(activate(username=name, code=slip.code, password=PASSWORD), today()))
    return found


def days(number: int):
    return today() + timedelta(days=number)


def made(office, actor: Actor, username: str = "melati") -> User:
    return create_user(username=username, name="Melati", organisation=office.bawaslu, actor=actor)


def grant(user: User, actor: Actor, role: Role = Role.BAWASLU_STAFF, **more) -> RoleGrant:
    return grant_role(**{"user": user, "role": role, "starts_on": today(), "ends_on": days(90), "actor": actor} | more)


def refused(act, *args, **more) -> None:
    before = (RoleGrant.objects.count(), AuditEntry.objects.count())
    with pytest.raises(Conflict) as error:
        act(*args, **more)
    assert error.value.code == "two_persons"
    assert (RoleGrant.objects.count(), AuditEntry.objects.count()) == before


def one_person(office, *users: User) -> None:
    person = store_person(
        organisation=office.bawaslu,
        name="Ficus",
        status=SubjectStatus.NON_ASN,
        number="",
        unit=None,
        position=Position.OTHER,
        position_title="",
        actor=SYSTEM,
    )
    User.objects.filter(pk__in=[user.pk for user in users]).update(person=person)
    for user in users:
        user.refresh_from_db()


def test_one_administrator_alone_never_reaches_a_report_in_whatever_order(office, admins) -> None:
    alone = admins[0]
    puppet = made(office, alone)
    for role in AT_BAWASLU:
        refused(grant, puppet, alone, role)
    slip = print_slip(user=puppet, actor=alone)
    refused(grant, puppet, alone)
    activate(username=puppet.username, code=slip.code, password=PASSWORD)
    for role in AT_BAWASLU:
        refused(grant, puppet, alone, role)
    puppet.refresh_from_db()
    assert actor_of(puppet, today()).roles == frozenset()
    assert not may(actor_of(puppet, today()), "report.read") and not visible(actor_of(puppet, today()), Report).exists()


def test_the_role_of_a_bkn_officer_takes_two_as_well(office, admins) -> None:
    User.objects.filter(pk=admins[0].user_id).update(organisation=office.pemko)
    RoleGrant.objects.filter(user_id=admins[0].user_id).update(organisation=office.pemko)
    office.pemko.kind = "bkn"
    office.pemko.save()
    there = actor_of(User.objects.get(pk=admins[0].user_id), today())
    puppet = create_user(username="petugas", name="Petugas", organisation=office.pemko, actor=there)
    refused(grant, puppet, there, Role.BKN_OFFICER)


@pytest.mark.parametrize("role", AT_BAWASLU)
def test_two_administrators_make_an_account_of_every_role_that_its_holder_opens(office, admins, role) -> None:
    first, second = admins
    user = made(office, first)
    assert user.created_by_id == first.user_id
    slip = print_slip(user=user, actor=first)
    assert grant(user, second, role).granted_by_id == second.user_id
    opened = activate(username="melati", code=slip.code, password=PASSWORD)
    assert actor_of(opened, today()).has(role)


def test_who_gave_the_role_prints_no_slip_and_the_other_one_does(office, admins) -> None:
    first, second = admins
    user = made(office, first)
    grant(user, second, starts_on=days(10))
    refused(print_slip, user=user, actor=second)
    assert held_back(user, second) is Bar.GRANTED and not may_print(user, second)
    assert may_print(user, first) and held_back(user, first) is None
    assert print_slip(user=user, actor=first).code


def test_after_the_role_has_ended_who_gave_it_may_print_again(office, admins) -> None:
    first, second = admins
    user = made(office, first)
    given = grant(user, second, starts_on=days(-9))
    end_role(grant=given, last_day=days(-1), reason="Keliru", actor=second)
    assert print_slip(user=user, actor=second).code
    refused(grant, user, second)


def test_a_role_that_reads_no_report_is_given_by_who_made_the_account(office, admins) -> None:
    user = made(office, admins[0])
    grant(user, admins[0], Role.PRESS_OFFICER)
    assert print_slip(user=user, actor=admins[0]).code
    refused(grant, user, admins[0])


def test_a_slip_counts_while_it_works_and_for_good_once_it_was_used(office, admins) -> None:
    first, second = admins
    user = made(office, SYSTEM)
    print_slip(user=user, actor=first)
    refused(grant, user, first)
    late = timezone.now() + VALID_FOR + timedelta(seconds=1)
    grant(user, first, at=late)
    other = made(office, SYSTEM, "kenanga")
    print_slip(user=other, actor=first)
    newer = print_slip(user=other, actor=second)
    grant(other, first)
    activate(username="kenanga", code=newer.code, password=PASSWORD)
    refused(grant, other, second, Role.CUSTODIAN, at=late)


def test_two_accounts_of_one_person_are_one_person(office, admins) -> None:
    first, second = admins
    user = made(office, first)
    one_person(office, *User.objects.filter(pk__in=[first.user_id, second.user_id]))
    refused(grant, user, second)
    by_third = made(office, SYSTEM, "kenanga")
    print_slip(user=by_third, actor=first)
    refused(grant, by_third, second)
    granted = made(office, SYSTEM, "cempaka")
    grant(granted, first)
    refused(print_slip, user=granted, actor=second)


def test_nobody_raises_or_opens_another_account_of_their_own(office, admins) -> None:
    first, second = admins
    user = made(office, second)
    one_person(office, user, User.objects.get(pk=first.user_id))
    refused(grant, user, first)
    grant(user, SYSTEM)
    refused(print_slip, user=user, actor=first)


def test_the_first_administrator_does_not_open_the_account_of_the_second(office, admins) -> None:
    new_administrator(username="admin.tiga", name="Tiga", organisation=office.bawaslu, first=today(), last=days(9))
    third = User.objects.get(username="admin.tiga")
    refused(print_slip, user=third, actor=admins[0])
    assert held_back(third, admins[0]) is Bar.FIRST
    reset = request_reset(user=third, reason="Lembar hilang", actor=admins[0])
    assert confirm_reset(reset=reset, actor=admins[1]).username == "admin.tiga"


def test_who_gave_the_role_does_not_confirm_a_reset_but_may_ask_for_one(office, admins) -> None:
    first, second = admins
    user = made(office, first)
    slip = print_slip(user=user, actor=first)
    grant(user, second)
    user = activate(username="melati", code=slip.code, password=PASSWORD)
    reset = request_reset(user=user, reason="Lupa", actor=first)
    assert not may_confirm_reset(reset, second)
    refused(confirm_reset, reset=reset, actor=second)
    assert User.objects.get(pk=user.pk).check_password(PASSWORD)
    reset = request_reset(user=user, reason="Lupa", actor=second)
    assert may_confirm_reset(reset, first)
    lost = confirm_reset(reset=reset, actor=first)
    user.refresh_from_db()
    again = print_slip(user=user, actor=first)
    assert lost.code != again.code
    assert activate(username="melati", code=again.code, password=OTHER).check_password(OTHER)


def test_who_can_do_it_instead_is_named(office, admins) -> None:
    first, second = admins
    user = made(office, first)
    able = second_persons(first, user, today(), timezone.now())
    assert [row.pk for row in able.grants] == [second.user_id] == [row.pk for row in able.prints]
    grant(user, second)
    able = second_persons(first, user, today(), timezone.now())
    assert [row.pk for row in able.grants] == [second.user_id] and able.prints == ()
    assert second_persons(second, user, today(), timezone.now()).grants == ()


def test_the_installation_itself_needs_no_second_person(office) -> None:
    user = made(office, SYSTEM)
    assert user.created_by is None and "created_by_id" not in user.columns()
    print_slip(user=user, actor=SYSTEM)
    grant(user, SYSTEM)
    assert print_slip(user=user, actor=SYSTEM).code
