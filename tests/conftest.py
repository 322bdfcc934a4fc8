"""What all tests share: a key ring, tables with their triggers, cheap passphrases, two organisations."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from hypothesis import HealthCheck
from hypothesis import settings as drawn

from sinetra.apps.accounts.demo import load_cast
from sinetra.apps.audit import access_triggers, triggers
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports import vault
from sinetra.catalogue import ROOT
from sinetra.ports import limits
from sinetra.ports.keyring import Keyring

sys.path.insert(0, str(Path(__file__).resolve().parent))

from once import Once

# No test is a matter of time: a busy machine draws slowly, too.
drawn.register_profile("sinetra", deadline=None, suppress_health_check=[HealthCheck.too_slow])
drawn.load_profile("sinetra")


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Programs that a test starts stand beside it and are no tests, though doctests are looked for everywhere."""
    name = collection_path.name
    return True if name.endswith(".py") and not name.startswith(("test_", "conftest")) else None


@pytest.fixture(scope="session", autouse=True)
def _ring() -> None:
    Keyring(settings.SINETRA_KEYS).create()


@pytest.fixture(autouse=True)
def _nobody_has_sent_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limits of public sending are kept in memory, and all tests come from one address."""
    monkeypatch.setattr(limits, "_limits", limits.Limits())


@pytest.fixture(scope="session")
def django_db_use_migrations() -> bool:
    """Tables come from the models, in a tenth of the time: tests/apps/base/test_migrations.py compares the two."""
    return False


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for sets in (triggers.CREATE, triggers.CREATE_SEALED, access_triggers.CREATE):
            for statement in sets[connection.vendor]:
                cursor.execute(statement)


@pytest.fixture(scope="session", autouse=True)
def _cheap_passphrases() -> Iterator[None]:
    """Guessing costs nothing here; tests/apps/reports/test_vault_cost.py asserts what it costs elsewhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vault, "MEMORY", 8192)
        patch.setattr(vault, "ROUNDS", 1)
        yield


@pytest.fixture(scope="session", autouse=True)
def _flush_lifts_the_triggers() -> Iterator[None]:
    """Tests with ``transaction=True`` empty all tables afterwards, which the audit triggers forbid."""
    operations = type(connection.ops)
    original: Callable[..., Any] = operations.execute_sql_flush

    def execute_sql_flush(self: Any, sql_list: list[str]) -> None:
        vendor = self.connection.vendor
        original(
            self,
            [
                *access_triggers.DROP[vendor],
                *triggers.DROP_SEALED[vendor],
                *triggers.DROP[vendor],
                *sql_list,
                *triggers.CREATE[vendor],
                *triggers.CREATE_SEALED[vendor],
                *access_triggers.CREATE[vendor],
            ],
        )

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(operations, "execute_sql_flush", execute_sql_flush)
        yield


def make_organisation(name: str, kind: str, level: str = "city") -> Organisation:
    with unit_of_work(SYSTEM) as work:
        organisation = work.create(Organisation(name=name, short_name=name, kind=kind, level=level))
        work.record("organisation.create", organisation)
    return organisation


@pytest.fixture
def bawaslu(db: None) -> Organisation:
    return make_organisation("Bawaslu Kota Cendana (contoh)", "bawaslu")


@pytest.fixture
def pemda(db: None) -> Organisation:
    return make_organisation("Pemerintah Kota Cendana (contoh)", "local_government")


@pytest.fixture
def once(db: None) -> Once:
    """Loaders of sample data, each run once a process: see ``once.py``."""
    return Once()


@pytest.fixture
def city(once: Once) -> None:
    """Offices, accounts and regions of the invented city."""
    once("city", lambda: load_cast(ROOT / "samples" / "cendana.yaml"))
