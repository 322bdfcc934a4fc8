"""Who may sign in, what the chain keeps of it, and the one-click accounts of the demonstration."""

from __future__ import annotations

import pytest
from django.contrib.auth import authenticate

from sinetra.apps.accounts.actions.activate import activate
from sinetra.apps.accounts.actions.close_user import close_user
from sinetra.apps.accounts.actions.note_sign_in import note_sign_in
from sinetra.apps.accounts.actions.print_slip import print_slip
from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.sign_in import check_sign_in, demo_account, demo_accounts
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import SYSTEM, Role
from sinetra.core.errors import Forbidden, NotFound

PASSWORD = "kayu manis di tepi kali"


def test_an_account_is_used_after_its_slip_and_until_it_is_closed(office, rf) -> None:
    user = office.user("dahlia", Role.BAWASLU_STAFF)
    with pytest.raises(Forbidden, match="lembar aktivasi"):
        check_sign_in(user)
    opened = activate(username="dahlia", code=print_slip(user=user, actor=SYSTEM).code, password=PASSWORD)
    note_sign_in(user=opened)
    entry = AuditEntry.objects.get(action="accounts.sign_in")
    assert (entry.actor, entry.data) == (f"person:{user.pk}", {"how": "password"})
    request = rf.post("/kerja/masuk/")
    assert authenticate(request, username="dahlia", password=PASSWORD) == opened
    close_user(user=opened, reason="Pensiun", actor=SYSTEM)
    with pytest.raises(Forbidden, match="ditutup"):
        note_sign_in(user=User.objects.get(pk=user.pk))
    assert authenticate(request, username="dahlia", password=PASSWORD) is None


def test_one_click_accounts_exist_in_the_demonstration_for_invented_offices_only(office, settings) -> None:
    office.user("nyata")
    office.user("contoh.satu", at=office.pemko)
    office.user("contoh.dua", at=office.pemko)
    assert [user.username for user in demo_accounts()] == ["contoh.satu", "contoh.dua"]
    assert demo_account("contoh.satu").username == "contoh.satu"
    with pytest.raises(NotFound):
        demo_account("nyata")
    for profile in ("bawaslu", "pemda"):
        settings.SINETRA_PROFILE = profile
        assert not demo_accounts().exists()
        with pytest.raises(NotFound):
            demo_account("contoh.satu")
