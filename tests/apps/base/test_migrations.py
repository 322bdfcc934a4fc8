"""Other tests take their tables from the models: here the migrations make the same ones, triggers included."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

_MIGRATE = """
import sys, django
django.setup()
from django.core.management import call_command
from django.db import connection
connection.settings_dict["NAME"] = sys.argv[1]
call_command("migrate", verbosity=0)
"""


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "sinetra.settings.test"}
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_no_model_is_ahead_of_its_migrations() -> None:
    done = python("-m", "django", "makemigrations", "--check", "--dry-run")
    assert done.returncode == 0, done.stdout + done.stderr


def shape(cursor: Any) -> dict[str, Any]:
    """Each table with its columns, each index with its table and columns, each trigger with its words."""
    cursor.execute("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
    found: dict[str, Any] = {}
    for kind, name, table, sql in cursor.fetchall():
        if kind == "table":
            cursor.execute(f'PRAGMA table_info("{name}")')
            found[f"table {name}"] = sorted((row[1], row[2], row[3], row[5]) for row in cursor.fetchall())
        elif kind == "index":
            cursor.execute(f'PRAGMA index_xinfo("{name}")')
            found[f"index {name}"] = (table, [row[2:4] for row in cursor.fetchall()], "UNIQUE" in sql)
        else:
            found[f"{kind} {name}"] = " ".join(sql.split())
    return found


@pytest.mark.django_db
def test_migrations_make_the_tables_of_the_models(tmp_path: Path) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("one database shows it: the statements come from the same models")
    path = tmp_path / "migrated.sqlite3"
    done = python("-c", _MIGRATE, str(path))
    assert done.returncode == 0, done.stderr
    with sqlite3.connect(path) as other:
        migrated = shape(other.cursor())
    with connection.cursor() as cursor:
        synchronised = shape(cursor)
    del migrated["table django_migrations"]
    assert "trigger audit_entry_kept" in migrated
    assert migrated == synchronised
