"""Units and people of a country from files, twice, and the audit trail over them with one row changed unseen.

Each step is a process of its own, so that its memory is that of one import. PostgreSQL.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench import people_file
from bench.cluster import postgres
from bench.site import environment, fill

UNITS, PEOPLE = 80_000, 5_600_000
OFFICE = "Pemko Cendana"
TABLES = ("registry_person", "audit_sealedrow", "audit_auditentry")
# people|units FILE OFFICE, or verify: prints what was done, with seconds and the peak of memory.
MEASURED = """
import json, pathlib, resource, sys, time
import django; django.setup()
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.registry.imports import people, units
from sinetra.cli.import_ import organisation_named
kind, *given = sys.argv[1:]
start = time.perf_counter()
if kind == "verify":
    told = {"found": [problem.kind for problem in verify().problems]}
else:
    verb = {"people": people.import_people, "units": units.import_units}[kind]
    done = verb(path=pathlib.Path(given[0]), organisation=organisation_named(given[1]), actor=SYSTEM)
    told = {"read": done.read, "created": done.created, "changed": done.changed}
seconds, used = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps(told | {"seconds": round(seconds, 1), "processor_seconds": round(used.ru_utime + used.ru_stime, 1),
    "megabytes": used.ru_maxrss // 1024}))
"""


def measure(*, units: int, people: int) -> dict[str, Any]:
    with postgres() as is_there, tempfile.TemporaryDirectory(prefix="sinetra-bench-") as folder:
        if not is_there:
            raise SystemExit("people: PostgreSQL is not installed")
        return {"units": units, "people": people} | _measure(Path(folder), units, people)


def _measure(folder: Path, units: int, people: int) -> dict[str, Any]:
    data = folder / "data"
    data.mkdir()
    fill(data)
    entries = _ask("SELECT count(*) FROM audit_auditentry")
    files = dict(zip(("units", "people"), people_file.write(folder, units, people), strict=True))
    # What else runs on the machine takes part of its cores.
    figures: dict[str, Any] = {"load_average_before": round(os.getloadavg()[0], 1), "cores": os.cpu_count()}
    for turn in ("first", "second"):
        for kind, path in files.items():
            figures[f"{turn}_import_of_{kind}"] = _step(data, kind, str(path), OFFICE)
    _ask("UPDATE registry_person SET name = 'x' WHERE id = (SELECT max(id::text)::uuid FROM registry_person)")
    figures["verify_audit_with_one_row_changed_unseen"] = _step(data, "verify")
    figures["audit_entries"] = _ask("SELECT count(*) FROM audit_auditentry") - entries
    sizes = {table: _ask(f"SELECT pg_total_relation_size('{table}')") for table in TABLES}
    return figures | {"megabytes": {table: round(size / 1e6, 1) for table, size in sizes.items()}}


def _step(data: Path, *given: str) -> dict[str, Any]:
    command = [sys.executable, "-c", MEASURED, *given]
    settings = environment(data, DJANGO_SETTINGS_MODULE="sinetra.settings.main")
    done = subprocess.run(command, env=settings, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    print(" ".join(given[:1]), figures, flush=True)
    return figures


def _ask(statement: str) -> int:
    """The number that a statement answers, 0 for none; past all verbs, committed."""
    import psycopg

    with psycopg.connect(os.environ["SINETRA_DATABASE_URL"], autocommit=True) as connection:
        cursor = connection.execute(statement.encode())
        row = cursor.fetchone() if cursor.description else None
        return int(row[0]) if row else 0
