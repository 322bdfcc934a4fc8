"""An installation of its own in a folder, worked by real processes, on the kind of database that the run is for."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

SCALE = float(os.environ.get("SINETRA_SCALE", "0.05"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """``database_url`` is empty for SQLite."""

    folder: Path
    database_url: str
    profile: str = "bawaslu"

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {
            "DJANGO_SETTINGS_MODULE": "sinetra.settings.main",
            "SINETRA_DATA": str(self.data),
            "SINETRA_KEYS": str(self.folder / "keys"),
            "SINETRA_CHECKPOINTS": str(self.folder / "checkpoints"),
            "SINETRA_DATABASE_URL": self.database_url,
            "SINETRA_PROFILE": self.profile,
        }

    def start(self, *command: str | Path, **environment: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, *map(str, command)],
            env=self.environment | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def python(self, *command: str | Path) -> str:
        process = self.start(*command)
        out, err = process.communicate(timeout=300)
        assert process.returncode == 0, f"{command}: {process.returncode}\n{out}\n{err}"
        return out

    def sinetra(self, *command: str | Path) -> tuple[int, str, str]:
        process = self.start("-m", "sinetra.cli.main", *command)
        out, err = process.communicate(timeout=300)
        return process.returncode, out, err

    def verify(self, *options: str) -> dict[str, Any]:
        code, out, err = self.sinetra("verify-audit", "--json", *options)
        assert code in {0, 3}, err
        result: dict[str, Any] = json.loads(out)
        assert result["ok"] is (code == 0)
        return result

    def sql(self, statement: str) -> list[tuple[Any, ...]]:
        """One statement past all verbs, committed."""
        if self.database_url:
            import psycopg

            with psycopg.connect(self.database_url, autocommit=True) as connection:
                cursor = connection.execute(statement.encode())
                return cursor.fetchall() if cursor.description else []
        other = sqlite3.connect(self.data / "sinetra.sqlite3", timeout=60, isolation_level=None)
        try:
            return other.execute(statement).fetchall()
        finally:
            other.close()

    def shell(self, code: str) -> str:
        return self.python("-c", f"import django; django.setup()\n{code}")


SET_UP = """
from django.core.management import call_command
from sinetra.ports.keyring import keyring
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation, Unit
keyring().create()
call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
with unit_of_work(SYSTEM) as work:
    for name, kind in (("Bawaslu", "bawaslu"), ("Pemda", "local_government")):
        organisation = work.create(Organisation(name=name, short_name=name, kind=kind, level="city"))
        work.record("organisation.create", organisation)
        for number in range(20):
            unit = work.create(Unit(organisation=organisation, code=str(number), name=str(number), kind="dinas"))
            work.record("unit.create", unit)
"""
SET_UP_ENTRIES = 42
PASSPHRASE = "kayu manis di tepi kali"
OFFICE = f"""
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation, Region
from sinetra.apps.reports.actions import new_custodian_key
Region.objects.create(code="99", name="Contoh", search_name="contoh", level="province", edition="uji")
Region.objects.create(code="99.71", name="Kota", search_name="kota", level="city", parent_id="99", edition="uji")
office = Organisation.objects.get(kind="bawaslu")
with unit_of_work(SYSTEM) as work:
    work.change(office, region_id="99.71")
    work.record("organisation.region", office)
new_custodian_key(organisation=office, passphrase="{PASSPHRASE}", actor=SYSTEM)
"""


def _server() -> str:
    """The PostgreSQL server of the run; empty for SQLite."""
    url = os.environ.get("SINETRA_DATABASE_URL", "")
    return url if url.startswith("postgres") else ""


@contextmanager
def _installation(folder: Path, template: str = "") -> Iterator[Installation]:
    """On PostgreSQL in a database of its own, like ``template`` where one is named."""
    folder.mkdir(parents=True, exist_ok=True)
    server = _server()
    if not server:
        yield Installation(folder=folder, database_url="")
        return
    import psycopg

    name = f"faults_{uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} {f'TEMPLATE {template}' if template else ''}".encode())
        try:
            yield Installation(folder=folder, database_url=urlunsplit(urlsplit(server)._replace(path=f"/{name}")))
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@contextmanager
def empty_installation(folder: Path) -> Iterator[Installation]:
    """No table, no key."""
    with _installation(folder) as made:
        yield made


@contextmanager
def new_installation(folder: Path) -> Iterator[Installation]:
    """Two organisations of twenty units, with keys that nobody else has."""
    with _installation(folder) as made:
        made.data.mkdir(parents=True)
        made.shell(SET_UP)
        yield made


@cache
def _set_up() -> Installation:
    """Made once a process."""
    kept = ExitStack()
    folder = Path(kept.enter_context(tempfile.TemporaryDirectory(prefix="sinetra-set-up-")))
    atexit.register(kept.close)
    return kept.enter_context(new_installation(folder))


@contextmanager
def installation(folder: Path) -> Iterator[Installation]:
    """Like a new one, in a hundredth of the time: a copy of one of the same process, with the same keys."""
    like = _set_up()
    with _installation(folder, urlsplit(like.database_url).path.removeprefix("/")) as made:
        shutil.copytree(like.folder, folder, dirs_exist_ok=True)
        yield made
