from __future__ import annotations

from collections.abc import Callable

import pytest

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import Actor
from sinetra.apps.index.gather import units
from sinetra.ports.clock import legal_clock


@pytest.fixture
def person(city: None) -> Callable[[str], Actor]:
    def find(username: str) -> Actor:
        return actor_of(User.objects.get(username=username), legal_clock().today())

    return find


@pytest.fixture
def nothing_published(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what the installation knows itself."""
    monkeypatch.setattr(units, "published_units", lambda day: ())
