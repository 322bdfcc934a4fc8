"""``sinetra worker``: does the work that committed changes have promised."""

from __future__ import annotations

import argparse
import signal
import threading

from sinetra.cli.words import gettext as _
from sinetra.core.errors import gettext_noop

DJANGO = True
HELP: str = gettext_noop("Mengerjakan tugas yang menunggu (serve punya pekerja sendiri)")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help=_("kerjakan yang jatuh waktunya sekarang, lalu selesai"))


def run(args: argparse.Namespace) -> int:
    from sinetra.jobs.sweep import sweep
    from sinetra.jobs.worker import drain, final_checkpoint, work_until

    if args.once:
        sweep()
        print(_("%(count)s tugas") % {"count": drain()})
        return 0
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    work_until(stop)
    final_checkpoint()
    return 0
