"""One's own account: roles with their end, and a new password."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

sys.path.insert(0, str(Path(__file__).resolve().parent))

from account_pages import (
    ADMINISTRATORS,
    NOT_ADMINISTRATORS,
    OTHER,
    PASSWORD,
    SignIn,
    newcomer,
    opened,
    page,
    who,
)
from reading import faults, main_text, tree

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city")]


@pytest.mark.parametrize("username", [*NOT_ADMINISTRATORS, *sorted(ADMINISTRATORS)])
def test_everybody_sees_their_own_roles_and_their_end(signed_in: SignIn, username: str):
    own = signed_in(username).get(page("own_account"))
    assert username in main_text(own) and "31 Desember 2028" in main_text(own)
    assert page("own_account") in signed_in(username).get(page("workspace")).content.decode()
    assert not tree(own).xpath("//a[contains(@href, '/akhiri/')]")


def test_who_has_no_role_is_told_whom_to_ask(signed_in: SignIn):
    user = newcomer()
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    said = main_text(client.get(page("own_account")))
    assert "tidak punya peran" in said and who("admin").name in said and who("admin.kedua").name in said
    alone = main_text(signed_in("orang.luar").get(page("own_account")))
    assert "tidak punya peran" in alone and "sinetra admin create" in alone
    assert "belum punya peran" in main_text(client.get(page("workspace")))


@pytest.fixture
def staff() -> Client:
    opened(who())
    client = Client()
    assert client.post(reverse("sign_in"), {"username": "staf.bawaslu", "password": PASSWORD}).status_code == 302
    return client


def test_a_changed_password_keeps_this_session_and_ends_the_others(staff: Client):
    other = Client()
    other.post(reverse("sign_in"), {"username": "staf.bawaslu", "password": PASSWORD})
    changed = staff.post(page("change_password"), {"old": PASSWORD, "password": OTHER}, follow=True)
    assert "Kata sandi diganti" in main_text(changed) and who().check_password(OTHER)
    assert staff.get(page("workspace")).status_code == 200
    assert other.get(page("workspace")).status_code == 302


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [("salah sekali ini", OTHER, "tidak cocok"), (PASSWORD, "xqzv", "belum cukup kuat"), ("", OTHER, "sekarang")],
)
def test_a_wrong_or_weak_password_changes_nothing_and_is_not_sent_back(staff: Client, old: str, new: str, says: str):
    answer = staff.post(page("change_password"), {"old": old, "password": new})
    assert any(says in fault for fault in faults(answer)), faults(answer)
    assert who().check_password(PASSWORD)
    assert new not in answer.content.decode() and (not old or old not in answer.content.decode())
