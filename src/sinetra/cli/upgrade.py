"""``sinetra upgrade``: the tables of this release, after a backup of what was there."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime

from sinetra.cli.words import gettext as _
from sinetra.core.errors import gettext_noop

DJANGO = True
HELP: str = gettext_noop("Membawa map data ke rilis ini (cadangan dibuat dahulu)")


def configure(parser: argparse.ArgumentParser) -> None:
    other = _("hanya bila cadangan dibuat dengan cara lain")
    parser.add_argument("--no-backup", action="store_true", help=other)


def run(args: argparse.Namespace) -> int:
    """3 when the audit chain does not hold afterwards."""
    from django.conf import settings
    from django.core.management import call_command

    from sinetra.apps.audit.verify import verify
    from sinetra.apps.base.backup.manifest import release
    from sinetra.apps.base.backup.write import write_backup
    from sinetra.apps.cases.actions.recompute_clocks import promise_recount
    from sinetra.cli.verify_audit import counted

    pending = pending_migrations()
    if pending and not args.no_backup and has_tables():
        path = settings.SINETRA_DATA / "backups" / f"before-{release()}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.tar"
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        print(_("cadangan: %(path)s") % {"path": write_backup(path).path}, file=sys.stderr)
    for name in pending:
        print(f"  {name}")
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    promise_recount()
    found = verify()
    print(_("%(count)s perubahan tabel") % {"count": len(pending)})
    print(counted(found))
    if not found.ok:
        print(_("TIDAK UTUH: jalankan sinetra verify-audit"), file=sys.stderr)
    return 0 if found.ok else 3


def pending_migrations() -> list[str]:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _backwards in plan]


def has_tables() -> bool:
    from django.db import connection

    return bool(connection.introspection.table_names())
