"""``sinetra restore``: a backup into an empty installation, verified before and after."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

DJANGO = True
HELP = "restore a backup into an empty data folder, then verify it"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path)
    parser.add_argument("--json", action="store_true", help="print the result of the verification as JSON")


def run(args: argparse.Namespace) -> int:
    """0 when the restored installation holds, 3 when not."""
    from sinetra.apps.audit.verify import verify
    from sinetra.apps.base.backup.read import restore_backup

    manifest = restore_backup(args.file)
    found = verify()
    if args.json:
        print(json.dumps(found.as_json() | {"made_at": manifest.made_at, "release": manifest.release}))
    else:
        print(f"backup of {manifest.made_at}, release {manifest.release}")
        print(f"{found.entries} entries, {found.rows} rows, {found.checkpoints} checkpoints")
    for key, public in manifest.signing_keys.items():
        print(f"trusted signing key {key}: {public}", file=sys.stderr)
    print("ok" if found.ok else "NOT OK: run sinetra verify-audit", file=sys.stderr)
    return 0 if found.ok else 3
