"""``sinetra retention run``: removes what the law lets go. The worker does the same once a day."""

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
    from sinetra.ports.clock import now

    outcomes = run_retention(now(), dry_run=args.dry_run)
    if args.json:
        print(json.dumps({"dry_run": args.dry_run, "rules": [asdict(outcome) for outcome in outcomes]}))
        return 0
    for outcome in outcomes:
        print(f"{outcome.removed:>8}  {outcome.name}  ({outcome.source})")
    return 0
