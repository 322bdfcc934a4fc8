"""Other tests take their tables from the models: here the migrations make the same ones, triggers included."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import pytest
from django.db import connection

_MIGRATE = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
"""
# Of PostgreSQL: what tables, indexes and triggers are, in its own words.
_POSTGRESQL = (
    "SELECT 'column', table_name, column_name, data_type, is_nullable FROM information_schema.columns"
    " WHERE table_schema = 'public'",
    "SELECT 'index', tablename, indexname, indexdef, '' FROM pg_indexes WHERE schemaname = 'public'",
    "SELECT 'trigger', tgrelid::regclass::text, tgname, pg_get_triggerdef(oid), '' FROM pg_trigger"
    " WHERE NOT tgisinternal",
)


def python(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "sinetra.settings.test"} | more
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_no_model_is_ahead_of_its_migrations() -> None:
    done = python("-m", "django", "makemigrations", "--check", "--dry-run")
    assert done.returncode == 0, done.stdout + done.stderr


def of_sqlite(cursor: Any) -> dict[str, Any]:
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
    return {name: value for name, value in found.items() if "django_migrations" not in name}


def of_postgresql(cursor: Any) -> dict[str, Any]:
    found = {}
    for asked in _POSTGRESQL:
        cursor.execute(asked)
        # A key of Django's own table of groups is wider after Django's own migrations.
        rows = [row for row in cursor.fetchall() if row[1] not in {"auth_group_permissions", "django_migrations"}]
        found |= {f"{kind} {table} {name}": rest for kind, table, name, *rest in rows}
    return found


def migrated_on_sqlite(folder: Path) -> dict[str, Any]:
    path = folder / "migrated.sqlite3"
    name = f"from django.db import connection; connection.settings_dict['NAME'] = {str(path)!r}\n"
    done = python("-c", _MIGRATE.replace("call_command(", f"{name}call_command("))
    assert done.returncode == 0, done.stderr
    with sqlite3.connect(path) as other:
        return of_sqlite(other.cursor())


def migrated_on_postgresql() -> dict[str, Any]:
    import psycopg

    server, name = os.environ["SINETRA_DATABASE_URL"], f"migrated_{uuid4().hex[:12]}"
    url = urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}".encode())
        try:
            done = python("-c", _MIGRATE, SINETRA_DATABASE_URL=url)
            assert done.returncode == 0, done.stderr
            with psycopg.connect(url) as other:
                return of_postgresql(other.cursor())
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.mark.django_db
def test_migrations_make_the_tables_indexes_and_triggers_of_the_models(tmp_path: Path) -> None:
    is_sqlite = connection.vendor == "sqlite"
    migrated = migrated_on_sqlite(tmp_path) if is_sqlite else migrated_on_postgresql()
    with connection.cursor() as cursor:
        synchronised = of_sqlite(cursor) if is_sqlite else of_postgresql(cursor)
    assert any(name.startswith("trigger") and "audit_entry_kept" in name for name in migrated)
    assert migrated == synchronised
