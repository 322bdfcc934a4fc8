"""*Serah terima*. Open requests of a reset stand for the work that waits for a person."""

from __future__ import annotations

from datetime import date

import pytest

from sinetra.apps.accounts import open_work
from sinetra.apps.accounts.actions.close_user import close_user
from sinetra.apps.accounts.actions.hand_over import hand_over
from sinetra.apps.accounts.actions.request_reset import request_reset
from sinetra.apps.accounts.models import PasswordReset, User
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import PUBLIC, SYSTEM, Role
from sinetra.core.errors import BadInput, Conflict, Forbidden

TODAY = date(2024, 11, 22)


def waiting(user: User):
    return PasswordReset.objects.filter(requested_by=user, confirmed_at__isnull=True, cancelled_at__isnull=True)


@pytest.fixture
def work(office, monkeypatch):
    monkeypatch.setattr(open_work, "_providers", {})
    open_work.register_open_work("Setel ulang", waiting, "requested_by", roles=frozenset({Role.ADMINISTRATOR}))
    old = office.user("admin.lama", Role.ADMINISTRATOR)
    for name in ("satu", "dua", "tiga"):
        request_reset(user=office.user(name), reason="Lupa", actor=office.actor(old))
    return old


def test_all_open_work_moves_in_one_step_and_every_row_says_so_in_the_chain(office, work) -> None:
    new = office.user("admin.baru", Role.ADMINISTRATOR)
    done = hand_over(leaving=work, successor=new, reason="Pindah tugas", today=TODAY, actor=office.actor(work))
    assert done.moved == (("Setel ulang", 3),) and done.total == 3
    assert not waiting(work).exists() and waiting(new).count() == 3
    assert AuditEntry.objects.filter(action="accounts.take_over").count() == 3
    assert AuditEntry.objects.get(action="accounts.hand_over").data["moved"] == {"Setel ulang": 3}


def test_a_successor_without_the_role_gets_nothing_and_nothing_moves(office, work) -> None:
    new = office.user("staf", Role.BAWASLU_STAFF)
    with pytest.raises(Conflict, match="administrator"):
        hand_over(leaving=work, successor=new, reason="Pindah", today=TODAY, actor=office.actor(work))
    assert waiting(work).count() == 3


def test_nothing_moves_when_one_row_cannot(office, work, monkeypatch) -> None:
    new = office.user("admin.baru", Role.ADMINISTRATOR)

    def stale(user: User):
        rows = list(waiting(user))
        if rows:
            rows[-1].version += 1
        return rows

    open_work.register_open_work("Setel ulang", stale, "requested_by")
    with pytest.raises(Conflict):
        hand_over(leaving=work, successor=new, reason="Pindah", today=TODAY, actor=office.actor(work))
    assert waiting(work).count() == 3 and not AuditEntry.objects.filter(action="accounts.take_over").exists()


def test_the_successor_is_another_active_account_of_the_same_office(office, work) -> None:
    stranger = office.user("admin.pemko", Role.ADMINISTRATOR, at=office.pemko)
    closed = office.user("tutup", Role.ADMINISTRATOR)
    close_user(user=closed, reason="Pensiun", actor=SYSTEM)
    for successor in (work, stranger, closed):
        with pytest.raises(BadInput) as error:
            hand_over(leaving=work, successor=successor, reason="Pindah", today=TODAY, actor=office.actor(work))
        assert error.value.field == "successor"


def test_a_colleague_and_an_administrator_of_another_office_may_not(office, work) -> None:
    new = office.user("admin.baru", Role.ADMINISTRATOR)
    staff = office.user("staf", Role.BAWASLU_STAFF)
    stranger = office.user("admin.pemko", Role.ADMINISTRATOR, at=office.pemko)
    for actor in (PUBLIC, office.actor(staff), office.actor(stranger)):
        with pytest.raises(Forbidden):
            hand_over(leaving=work, successor=new, reason="Pindah", today=TODAY, actor=actor)
        with pytest.raises(Forbidden):
            close_user(user=work, reason="Pindah", actor=actor)
    hand_over(leaving=work, successor=new, reason="Pindah", today=TODAY, actor=office.actor(new))
    assert waiting(new).count() == 3


def test_an_account_is_closed_only_when_nothing_waits_for_it(office, work) -> None:
    new = office.user("admin.baru", Role.ADMINISTRATOR)
    with pytest.raises(Conflict, match="serah terima"):
        close_user(user=work, reason="Pensiun", actor=office.actor(new))
    hand_over(leaving=work, successor=new, reason="Pensiun", today=TODAY, actor=office.actor(new))
    close_user(user=User.objects.get(pk=work.pk), reason="Pensiun", actor=office.actor(new))
    assert not User.objects.get(pk=work.pk).is_active
