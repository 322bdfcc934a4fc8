"""Two administrators reset a password; the person gets a new slip."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from sinetra.apps.accounts.actions.activate import activate
from sinetra.apps.accounts.actions.confirm_reset import confirm_reset
from sinetra.apps.accounts.actions.print_slip import print_slip
from sinetra.apps.accounts.actions.request_reset import OPEN_FOR, request_reset
from sinetra.apps.accounts.models import PasswordReset, User
from sinetra.apps.base.actor import PUBLIC, SYSTEM, Role
from sinetra.apps.base.policy import visible
from sinetra.apps.registry.actions.store_person import store_person
from sinetra.core.errors import BadInput, Conflict, Forbidden
from sinetra.core.law.words import Position, SubjectStatus

PASSWORD = "kayu manis di tepi kali"


@pytest.fixture
def opened(office) -> User:
    user = office.user("dahlia", Role.BAWASLU_STAFF)
    slip = print_slip(user=user, actor=SYSTEM)
    return activate(username="dahlia", code=slip.code, password=PASSWORD)


@pytest.fixture
def admins(office):
    return [office.actor(office.user(name, Role.ADMINISTRATOR)) for name in ("admin.satu", "admin.dua")]


def test_two_administrators_stop_the_old_password_and_print_a_slip_that_sets_a_new_one(office, opened, admins) -> None:
    reset = request_reset(user=opened, reason="Lupa kata sandi", actor=admins[0])
    assert User.objects.get(pk=opened.pk).check_password(PASSWORD)
    slip = confirm_reset(reset=reset, actor=admins[1])
    stopped = User.objects.get(pk=opened.pk)
    assert not stopped.check_password(PASSWORD) and stopped.must_change_password
    activate(username="dahlia", code=slip.code, password="pohon randu di alun-alun")
    again = User.objects.get(pk=opened.pk)
    assert again.check_password("pohon randu di alun-alun") and not again.must_change_password


def test_the_administrator_who_asked_cannot_confirm(office, opened, admins) -> None:
    reset = request_reset(user=opened, reason="Lupa kata sandi", actor=admins[0])
    with pytest.raises(Forbidden, match="dua admin") as error:
        confirm_reset(reset=reset, actor=admins[0])
    assert error.value.code == "two_persons"
    assert User.objects.get(pk=opened.pk).check_password(PASSWORD)


def test_two_accounts_of_one_person_are_not_two_persons(office, opened, admins) -> None:
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
    User.objects.filter(username__in=["admin.satu", "admin.dua"]).update(person=person)
    third = office.actor(office.user("admin.tiga", Role.ADMINISTRATOR))
    reset = request_reset(user=opened, reason="Lupa", actor=admins[0])
    with pytest.raises(Forbidden, match="dua admin"):
        confirm_reset(reset=reset, actor=admins[1])
    assert confirm_reset(reset=reset, actor=third).username == "dahlia"


def test_nobody_else_asks_or_confirms(office, opened, admins) -> None:
    stranger = office.actor(office.user("admin.pemko", Role.ADMINISTRATOR, at=office.pemko))
    custodian = office.actor(office.user("kustodian", Role.CUSTODIAN))
    reset = request_reset(user=opened, reason="Lupa kata sandi", actor=admins[0])
    for actor in (PUBLIC, office.actor(opened), stranger, custodian, SYSTEM):
        with pytest.raises((Forbidden, Conflict)):
            request_reset(user=opened, reason="Lupa kata sandi", actor=actor)
        with pytest.raises(Forbidden):
            confirm_reset(reset=reset, actor=actor)
    assert not visible(custodian, PasswordReset).exists()
    assert visible(admins[1], PasswordReset).get() == reset


def test_an_administrator_has_no_part_in_their_own_reset(office, admins) -> None:
    admin = User.objects.get(pk=admins[0].user_id)
    with pytest.raises(Forbidden):
        request_reset(user=admin, reason="Lupa", actor=admins[0])
    reset = request_reset(user=admin, reason="Lupa", actor=admins[1])
    with pytest.raises(Forbidden):
        confirm_reset(reset=reset, actor=admins[0])


def test_an_expired_a_replaced_and_a_confirmed_request_are_closed(office, opened, admins) -> None:
    first = request_reset(user=opened, reason="Lupa", actor=admins[0])
    second = request_reset(user=opened, reason="Lupa lagi", actor=admins[0])
    with pytest.raises(Conflict):
        confirm_reset(reset=first, actor=admins[1])
    with pytest.raises(Conflict):
        confirm_reset(reset=second, actor=admins[1], at=timezone.now() + OPEN_FOR + timedelta(seconds=1))
    confirm_reset(reset=second, actor=admins[1])
    with pytest.raises(Conflict):
        confirm_reset(reset=second, actor=admins[1])


def test_a_request_needs_a_reason(opened, admins) -> None:
    with pytest.raises(BadInput) as error:
        request_reset(user=opened, reason="  ", actor=admins[0])
    assert error.value.field == "reason"
