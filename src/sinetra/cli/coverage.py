"""``sinetra coverage recompute``: counts coverage from the facts again. The worker does the same once a day."""

from __future__ import annotations

import argparse
import json
import time

from sinetra.cli.words import gettext as _
from sinetra.core.errors import gettext_noop

DJANGO = True
HELP: str = gettext_noop("Menghitung ulang cakupan pencegahan dari kehadiran, ikrar dan daftar pegawai")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=["recompute"])
    parser.add_argument("--json", action="store_true", help=_("cetak hasilnya sebagai JSON"))


def run(args: argparse.Namespace) -> int:
    from sinetra.apps.prevention.coverage.refresh import recompute
    from sinetra.apps.prevention.coverage_handlers import offices_with_units

    start = time.perf_counter()
    offices = offices_with_units()
    for organisation in offices:
        recompute(organisation)
    seconds = round(time.perf_counter() - start, 1)
    if args.json:
        print(json.dumps({"organisations": len(offices), "seconds": seconds}))
    else:
        print(
            _("%(number)s instansi dihitung ulang dalam %(seconds)s s") % {"number": len(offices), "seconds": seconds}
        )
    return 0
