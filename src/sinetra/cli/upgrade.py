"""``sinetra upgrade``: the tables of this release, after a backup of what was there."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime

DJANGO = True
HELP = "bring the data folder to this release (backup first)"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-backup", action="store_true", help="only when a backup was made by other means")


def run(args: argparse.Namespace) -> int:
    """3 when the audit chain does not hold afterwards."""
    from django.conf import settings
    from django.core.management import call_command

    from sinetra.apps.audit.verify import verify
    from sinetra.apps.base.backup.manifest import release
    from sinetra.apps.base.backup.write import write_backup

    pending = pending_migrations()
    if pending and not args.no_backup and has_tables():
        path = settings.SINETRA_DATA / "backups" / f"before-{release()}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.tar"
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        print(f"backup: {write_backup(path).path}", file=sys.stderr)
    for name in pending:
        print(f"  {name}")
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    found = verify()
    print(f"{len(pending)} migrations; {found.entries} entries, {found.rows} rows verified")
    if not found.ok:
        print("NOT OK: run sinetra verify-audit", file=sys.stderr)
    return 0 if found.ok else 3


def pending_migrations() -> list[str]:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def has_tables() -> bool:
    from django.db import connection

    return bool(connection.introspection.table_names())
