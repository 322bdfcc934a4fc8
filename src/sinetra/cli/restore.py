"""``sinetra restore``: a backup into an empty installation, verified before and after."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from sinetra.cli.words import gettext as _
from sinetra.core.errors import gettext_noop

DJANGO = True
HELP: str = gettext_noop("Memulihkan cadangan ke map data yang kosong, lalu memeriksanya")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=_("cadangan yang ditulis sinetra backup"))
    trusted = _("kunci publik yang sudah dibandingkan dengan kertas di lemari besi (boleh diulang)")
    parser.add_argument("--trust", metavar="PUBLIC_KEY", action="append", default=[], help=trusted)
    parser.add_argument("--json", action="store_true", help=_("cetak hasil pemeriksaan sebagai JSON"))


def run(args: argparse.Namespace) -> int:
    """0 when the restored installation holds, 3 when not. Checkpoints by keys that nobody confirmed are named, they
    do not fail: where no ring is, only a person with the paper can tell."""
    from sinetra.apps.audit.verify import verify
    from sinetra.apps.base.backup.read import restore_backup
    from sinetra.cli.verify_audit import counted, tell_unverified

    manifest = restore_backup(args.file, trust=args.trust)
    found = verify()
    if args.json:
        print(json.dumps(found.as_json() | {"made_at": manifest.made_at, "release": manifest.release}))
    else:
        made = {"made_at": manifest.made_at, "release": manifest.release}
        print(_("cadangan dari %(made_at)s, rilis %(release)s") % made)
        print(counted(found))
    tell_unverified(found)
    print(_("utuh") if found.ok else _("TIDAK UTUH: jalankan sinetra verify-audit"), file=sys.stderr)
    return 0 if found.ok else 3
