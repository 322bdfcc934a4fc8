"""The middleware wants the folder of static files before the first request; `sinetra init` makes it elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.reports.actions import new_custodian_key
from sinetra.catalogue import ROOT
from sinetra.ports.clock import legal_clock

CAST = ROOT / "samples" / "cendana.yaml"
Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def _no_answers_of_an_earlier_test() -> None:
    cache.clear()


@pytest.fixture
def vault(city: None) -> None:
    """Where the names of reporters are sealed: without it a report with a name is not taken."""
    custodian = User.objects.select_related("organisation").get(username="kustodian")
    acting = actor_of(custodian, legal_clock().today())
    new_custodian_key(organisation=custodian.organisation, passphrase="kayu manis di tepi kali", actor=acting)
