"""``sinetra verify-audit``: is everything as it was written?"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

DJANGO = True
HELP = "verify the audit chains, the audited rows and the checkpoints"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--checkpoint", metavar="FILE", type=Path, action="append", default=[], help="a checkpoint kept elsewhere"
    )
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def run(args: argparse.Namespace) -> int:
    """0 when all holds, 3 when not."""
    from sinetra.apps.audit.checkpoint_file import load
    from sinetra.apps.audit.checkpoints import latest_file
    from sinetra.apps.audit.verify import verify

    files = list(args.checkpoint)
    kept = latest_file()
    if kept is not None and kept not in files:
        files.append(kept)
    found = verify([load(path) for path in files])
    if args.json:
        print(json.dumps(found.as_json()))
    else:
        print(f"{found.entries} entries, {found.rows} rows, {found.checkpoints} checkpoints")
    for problem in found.problems:
        places = "-".join(str(place) for place in (problem.seq, problem.through) if place is not None)
        line = f"{problem.kind}: organisation {problem.organisation}, entry {places}, {problem.object or ''}"
        print(line, file=sys.stderr)
    print("ok" if found.ok else f"NOT OK: {len(found.problems) + found.more} problems", file=sys.stderr)
    return 0 if found.ok else 3
