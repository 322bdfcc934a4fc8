"""``sinetra backup``: one file with the database and the evidence, made while the installation works."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path

from sinetra.core.errors import BadInput, gettext_noop

DJANGO = True
HELP = "write a backup (database and files, never keys)"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=Path, help="default: backups/sinetra-DATE.tar in the data folder")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def run(args: argparse.Namespace) -> int:
    from django.conf import settings

    from sinetra.apps.audit.checkpoints import make_checkpoint
    from sinetra.apps.base.backup.write import write_backup

    path = args.file or settings.SINETRA_DATA / "backups" / f"sinetra-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.tar"
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    make_checkpoint()
    try:
        written = write_backup(path)
    except OSError as error:
        message = gettext_noop("%(field)s: %(path)s tidak dapat ditulis: %(reason)s")
        reason = error.strerror or type(error).__name__
        raise BadInput(message, field="FILE", path=str(path), reason=reason) from error
    if args.json:
        content = {"file": str(path), "bytes": written.size, "blobs": written.blobs, "sha256": written.sha256}
        print(json.dumps(content))
    else:
        print(f"{path}: {written.size} bytes, {written.blobs} files\nsha256 {written.sha256}")
    return 0
