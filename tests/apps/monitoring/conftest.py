from __future__ import annotations

import pytest

from once import Once
from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import Actor
from sinetra.apps.registry.regions import EDITION, store_regions
from sinetra.ports.clock import legal_clock

PLACES = [
    *(("15", "Jambi"), ("15.71", "Kota Jambi"), ("32", "Jawa Barat"), ("32.79", "Kota Banjar")),
    *(("63", "Kalimantan Selatan"), ("63.71", "Kota Banjarmasin"), ("63.72", "Kota Banjarbaru")),
]


def person(username: str) -> Actor:
    return actor_of(User.objects.get(username=username), legal_clock().today())


@pytest.fixture
def press(city: None, once: Once) -> Actor:
    """Who brings articles in and decides; with the real places that the samples name."""
    once("places", lambda: store_regions(PLACES, EDITION))
    return person("humas")


@pytest.fixture
def elsewhere(press: Actor) -> Actor:
    """Somebody with the same rights in another organisation."""
    return person("staf.bawaslu")


@pytest.fixture
def team(press: Actor) -> Actor:
    """Reads the press register and changes nothing in it."""
    return person("tim.netralitas")
