"""``sinetra verify-audit``: is everything as it was written?"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sinetra.cli.words import gettext as _
from sinetra.core.errors import gettext_noop

if TYPE_CHECKING:
    from sinetra.apps.audit.problems import Verification

DJANGO = True
HELP: str = gettext_noop("Memeriksa rantai jejak, baris yang tercatat, dan titik periksa")


def configure(parser: argparse.ArgumentParser) -> None:
    kept = _("titik periksa yang disimpan di tempat lain")
    parser.add_argument("--checkpoint", metavar="FILE", type=Path, action="append", default=[], help=kept)
    parser.add_argument("--json", action="store_true", help=_("cetak hasilnya sebagai JSON"))


def run(args: argparse.Namespace) -> int:
    """0 when all holds, 3 when not."""
    from sinetra.apps.audit.checkpoint_file import load
    from sinetra.apps.audit.checkpoints import kept_files
    from sinetra.apps.audit.verify import verify

    files = dict.fromkeys([*args.checkpoint, *kept_files()])
    found = verify([load(path) for path in files])
    if args.json:
        print(json.dumps(found.as_json()))
    else:
        print(counted(found))
    for problem in found.problems:
        places = "-".join(str(place) for place in (problem.seq, problem.through) if place is not None)
        where = {"organisation": problem.organisation, "entry": places, "object": problem.object or "-"}
        line = _("instansi %(organisation)s, catatan %(entry)s, %(object)s") % where
        print(f"{problem.kind}: {line}", file=sys.stderr)
    broken = _("TIDAK UTUH: %(count)s masalah") % {"count": len(found.problems) + found.more}
    print(_("utuh") if found.ok else broken, file=sys.stderr)
    return 0 if found.ok else 3


def counted(found: Verification) -> str:
    """What was looked at, in one line."""
    counts = {"entries": found.entries, "rows": found.rows, "checkpoints": found.checkpoints}
    return _("%(entries)s catatan, %(rows)s baris, %(checkpoints)s titik periksa") % counts
