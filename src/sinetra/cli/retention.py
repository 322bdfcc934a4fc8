"""``sinetra retention run``: removes what the law lets go. The worker does the same once a day.

With ``--dry-run`` it names, besides, each matter and report that would go: numbers only.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from sinetra.cli.words import gettext as _
from sinetra.core.errors import gettext_noop

DJANGO = True
HELP: str = gettext_noop("Menghapus yang sudah lewat masa simpannya")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=["run"])
    parser.add_argument("--dry-run", action="store_true", help=_("hanya menghitung"))
    parser.add_argument("--json", action="store_true", help=_("cetak hasilnya sebagai JSON"))


def run(args: argparse.Namespace) -> int:
    from sinetra.apps.base.retention import run_retention
    from sinetra.apps.cases.erasure.reads import due_names
    from sinetra.ports.clock import now

    at = now()
    outcomes = run_retention(at, dry_run=args.dry_run)
    if args.json:
        told: dict[str, object] = {"dry_run": args.dry_run, "rules": [asdict(outcome) for outcome in outcomes]}
        if args.dry_run:
            told["due"] = [{"rule": rule, "record": name} for rule, name in due_names(at)]
        print(json.dumps(told))
        return 0
    for outcome in outcomes:
        print(f"{outcome.removed:>8}  {outcome.name}  ({outcome.source})")
    for rule, name in due_names(at) if args.dry_run else ():
        print(f"{'':>8}  {rule}  {name}")
    return 0
