"""``sinetra worker``: does the work that committed changes have promised."""

from __future__ import annotations

import argparse
import signal
import threading

DJANGO = True
HELP = "do the work of the outbox (serve has a worker of its own)"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="do what is due now, then end")


def run(args: argparse.Namespace) -> int:
    from sinetra.jobs.sweep import sweep
    from sinetra.jobs.worker import drain, final_checkpoint, work_until

    if args.once:
        sweep()
        print(f"{drain()} tasks")
        return 0
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    work_until(stop)
    final_checkpoint()
    return 0
