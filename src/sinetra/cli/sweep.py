"""``sinetra sweep``: for a timer of the system where no worker runs. May be called at any time, any number of times."""

from __future__ import annotations

import argparse
import json

from sinetra.cli.words import gettext as _
from sinetra.core.errors import gettext_noop

DJANGO = True
HELP: str = gettext_noop("Mengerjakan sekali semua yang sudah jatuh waktunya")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("cetak hasilnya sebagai JSON"))


def run(args: argparse.Namespace) -> int:
    from sinetra.jobs.sweep import sweep
    from sinetra.jobs.worker import drain

    swept = sweep()
    done = drain()
    if args.json:
        print(json.dumps({"reaped": swept.reaped, "promised": swept.promised, "tasks": done}))
    else:
        counts = {"reaped": swept.reaped, "promised": swept.promised, "done": done}
        print(_("%(reaped)s diambil kembali, %(promised)s jatuh waktu, %(done)s tugas dicoba") % counts)
    return 0
