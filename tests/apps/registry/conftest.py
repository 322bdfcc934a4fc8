"""The invented city with two offices, and somebody of every kind that the registry tells apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

import pytest

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.regions import store_regions

REGIONS = (
    ("63", "Kalimantan Selatan"),
    ("63.03", "Kabupaten Banjar"),
    ("63.72", "Kota Banjarbaru"),
    ("99", "Nusa Cendana (contoh)"),
    ("99.71", "Kota Cendana (contoh)"),
    ("99.71.01", "Cendana Utara"),
    ("99.71.01.1001", "Akar Wangi"),
)


@dataclass(frozen=True)
class City:
    bawaslu: Organisation
    pemko: Organisation
    elsewhere: Organisation
    actor: Callable[..., Actor]


@pytest.fixture
def city(db: None) -> City:
    store_regions(REGIONS, "uji")

    def office(name: str, kind: str, region: str) -> Organisation:
        made = Organisation(name=name, short_name=name, kind=kind, level="city", region_id=region)
        made.save()
        return made

    def actor(role: Role, organisation: Organisation, *regions: str) -> Actor:
        return Actor(
            kind="person",
            user_id=uuid4(),
            organisation_id=organisation.pk,
            roles=frozenset({role}),
            regions=regions,
        )

    return City(
        bawaslu=office("Bawaslu Cendana", "bawaslu", "99.71"),
        pemko=office("Pemko Cendana", "local_government", "99.71"),
        elsewhere=office("Pemkab Banjar", "local_government", "63.03"),
        actor=actor,
    )
