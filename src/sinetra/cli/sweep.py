"""``sinetra sweep``: for a timer of the system where no worker runs. May be called at any time, any number of times."""

from __future__ import annotations

import argparse
import json

DJANGO = True
HELP = "do everything that is due by the clock, once"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def run(args: argparse.Namespace) -> int:
    from sinetra.jobs.sweep import sweep
    from sinetra.jobs.worker import drain

    swept = sweep()
    done = drain()
    if args.json:
        print(json.dumps({"reaped": swept.reaped, "promised": swept.promised, "tasks": done}))
    else:
        print(f"{swept.reaped} taken back, {swept.promised} due by the clock, {done} tasks tried")
    return 0
