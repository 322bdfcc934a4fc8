"""Two offices of the invented city and the people who run their accounts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from sinetra.apps.accounts.actions.create_user import create_user
from sinetra.apps.accounts.actions.grant_role import grant_role
from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import SYSTEM, Actor, Role
from sinetra.apps.registry.models import Organisation, Region

TODAY = date(2024, 11, 22)
PASSWORD = "kayu manis di tepi kali"


@dataclass(frozen=True)
class Office:
    bawaslu: Organisation
    pemko: Organisation
    city: Region
    user: Callable[..., User]

    def actor(self, user: User, day: date = TODAY) -> Actor:
        return actor_of(user, day)


@pytest.fixture
def office(db: None) -> Office:
    Region.objects.create(code="99", name="Contoh", search_name="contoh", level="province", edition="uji")
    city = Region.objects.create(
        code="99.71",
        name="Kota Cendana (contoh)",
        search_name="cendana (contoh)",
        level="city",
        parent_id="99",
        edition="uji",
    )
    Region.objects.create(
        code="99.71.01", name="Utara", search_name="utara", level="district", parent_id="99.71", edition="uji"
    )
    bawaslu = Organisation(name="Bawaslu Cendana", short_name="Bawaslu", kind="bawaslu", level="city", region=city)
    pemko = Organisation(
        name="Pemko Cendana", short_name="Pemko", kind="local_government", level="city", region=city, is_demo=True
    )
    bawaslu.save()
    pemko.save()

    def user(username: str, *roles: Role, at: Organisation = bawaslu) -> User:
        account = create_user(username=username, name=username.title(), organisation=at, actor=SYSTEM)
        for role in roles:
            grant_role(user=account, role=role, starts_on=date(2024, 1, 1), ends_on=date(2024, 12, 31), actor=SYSTEM)
        return account

    return Office(bawaslu=bawaslu, pemko=pemko, city=city, user=user)
