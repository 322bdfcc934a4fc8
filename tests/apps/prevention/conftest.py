from __future__ import annotations

from collections.abc import Callable

import pytest

from once import Once
from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import Actor
from sinetra.apps.monitoring.demo import load_articles
from sinetra.catalogue import ROOT
from sinetra.ports.clock import legal_clock


@pytest.fixture
def person(city: None, once: Once) -> Callable[[str], Actor]:
    """People of the invented city; the registers of its government hold the sample events."""
    once("articles", lambda: load_articles(ROOT / "samples" / "articles", is_sample=True))

    def find(username: str) -> Actor:
        return actor_of(User.objects.get(username=username), legal_clock().today())

    return find
