"""What the tests of the account pages share: reading a page, accounts in each state."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.test import Client
from django.urls import reverse

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import tree

from sinetra.apps.accounts.actions.activate import activate
from sinetra.apps.accounts.actions.create_user import create_user
from sinetra.apps.accounts.actions.print_slip import print_slip
from sinetra.apps.accounts.models import PasswordReset, RoleGrant, User
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.ports.clock import today

PASSWORD, OTHER = "kayu manis di tepi kali", "pohon randu di alun-alun"
ADMINISTRATORS = {"admin", "admin.kedua"}
NOT_ADMINISTRATORS = ["staf.bawaslu", "pleno", "kustodian", "auditor.bkn", "petugas.bkpsdm", "pemeriksa.jejak"]
OF_ONE = ["account", "give_role", "print_slip", "request_reset", "hand_over", "close_account"]
LAST = today() + timedelta(days=300)

SignIn = Callable[[str], Client]


def who(username: str = "staf.bawaslu") -> User:
    return User.objects.select_related("organisation").get(username=username)


def page(name: str, *args: Any) -> str:
    return reverse(name, args=args)


def shown_code(answer: Any) -> str:
    return "-".join(tree(answer).xpath("//p[@id='slip-code']/span/text()"))


def newcomer(username: str = "melati.contohsari", office: str = "staf.bawaslu") -> User:
    return create_user(username=username, name="Melati Contohsari", organisation=who(office).organisation, actor=SYSTEM)


def opened(user: User, password: str = PASSWORD) -> User:
    slip = print_slip(user=user, actor=SYSTEM)
    return activate(username=user.username, code=slip.code, password=password)


def role(**more: str) -> dict[str, str]:
    given = {"role": "bawaslu_staff", "region": "", "starts_on": today().isoformat(), "ends_on": LAST.isoformat()}
    return given | more


def ending(user: User, days: int) -> RoleGrant:
    """The role of ``user`` now ends so many days from today."""
    grant = RoleGrant.objects.get(user=user)
    with unit_of_work(SYSTEM) as work:
        work.change(grant, ends_on=today() + timedelta(days=days))
        work.record("accounts.end_role", grant)
    return grant


def asked(client: Client, user: User) -> PasswordReset:
    assert client.post(page("request_reset", user.pk), {"reason": "Lupa kata sandi"}).status_code == 302
    return PasswordReset.objects.filter(user=user, cancelled_at__isnull=True).latest("created_at")
