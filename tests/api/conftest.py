"""The middleware wants the folder of static files before the first request; `sinetra init` makes it elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache

from sinetra.apps.accounts.demo import load_cast
from sinetra.apps.cases.demo import load_reports
from sinetra.catalogue import ROOT

CAST = ROOT / "samples" / "cendana.yaml"
Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def _no_answers_of_an_earlier_test() -> None:
    cache.clear()


@pytest.fixture
def city(db: None) -> None:
    load_cast(CAST)


@pytest.fixture
def vault(city: None) -> None:
    """The reports of the invented city, and with them the vault for identities."""
    load_reports(CAST)
