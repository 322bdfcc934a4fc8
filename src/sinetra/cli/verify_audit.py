"""``sinetra verify-audit``: is everything as it was written?"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import datetime
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
    trusted = _("kunci publik yang sudah dibandingkan dengan kertas di lemari besi (boleh diulang)")
    parser.add_argument("--trust", metavar="PUBLIC_KEY", action="append", default=[], help=trusted)
    parser.add_argument("--json", action="store_true", help=_("cetak hasilnya sebagai JSON"))


def run(args: argparse.Namespace) -> int:
    """0 when all holds, 3 when not."""
    from django.utils import timezone

    from sinetra.apps.audit.checkpoint_file import load
    from sinetra.apps.audit.checkpoint_keys import confirm
    from sinetra.apps.audit.checkpoints import kept_checkpoints
    from sinetra.apps.audit.uncovered import uncovered_since
    from sinetra.apps.audit.verify import verify
    from sinetra.ports.keyring import keyring

    for public_key in args.trust:
        confirm(keyring(), public_key)
    kept, unreadable = kept_checkpoints()
    found = verify([*(load(path) for path in dict.fromkeys(args.checkpoint)), *kept])
    for problem in unreadable:
        found.add(problem)
    since = uncovered_since(timezone.now())
    if args.json:
        print(json.dumps(found.as_json() | {"uncovered_since": since.isoformat() if since else None}))
    else:
        print(counted(found))
    tell_unverified(found)
    if since is not None:
        print(uncovered(since), file=sys.stderr)
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


def tell_unverified(found: Verification) -> None:
    """On stderr, one line a key: what a person compares with the paper."""
    from sinetra.apps.audit.checkpoint_keys import unconfirmed
    from sinetra.ports.keyring import keyring

    public = unconfirmed(keyring())
    for key_id, count in sorted(found.unverified.items()):
        signed = {"count": count, "key": key_id, "public": public[key_id].hex()}
        line = _(
            "BELUM TERBUKTI: %(count)s titik periksa ditandatangani kunci %(key)s, yang hanya disebut oleh cadangan. "
            "Bandingkan dengan kertas di lemari besi; bila sama: sinetra verify-audit --trust %(public)s"
        )
        print(line % signed, file=sys.stderr)


def uncovered(since: datetime) -> str:
    """The warning that the hourly work stands still."""
    line = _("catatan sejak %(since)s belum tercakup titik periksa: apakah pekerja (serve, worker, sweep) berjalan?")
    return line % {"since": since.isoformat(timespec="seconds")}
