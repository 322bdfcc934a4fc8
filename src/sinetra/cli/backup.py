"""``sinetra backup``: one file with the database and the evidence, made while the installation works."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path

from sinetra.cli.words import gettext as _
from sinetra.core.errors import BadInput, gettext_noop

DJANGO = True
HELP: str = gettext_noop("Menulis cadangan: basis data dan berkas, tidak pernah kunci")


def configure(parser: argparse.ArgumentParser) -> None:
    place = _("bila tidak disebut: backups/sinetra-WAKTU.tar dalam map data")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help=place)
    parser.add_argument("--json", action="store_true", help=_("cetak hasilnya sebagai JSON"))


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
        counts = {"path": path, "bytes": written.size, "files": written.blobs}
        print(_("%(path)s: %(bytes)s bita, %(files)s berkas") % counts)
        print(f"sha256 {written.sha256}")
    return 0
