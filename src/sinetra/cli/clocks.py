"""``sinetra clocks recompute``: counts running deadlines again by the calendar that holds now. The worker does the same
once a day, and after ``sinetra import calendar``."""

from __future__ import annotations

import argparse
import json

from sinetra.cli.words import gettext as _
from sinetra.core.errors import gettext_noop

DJANGO = True
HELP: str = gettext_noop("Menghitung ulang tenggat yang berjalan menurut kalender hari libur sekarang")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=["recompute"])
    parser.add_argument("--json", action="store_true", help=_("cetak hasilnya sebagai JSON"))


def run(args: argparse.Namespace) -> int:
    from sinetra.apps.base.actor import SYSTEM
    from sinetra.apps.base.catalogue import clock
    from sinetra.apps.cases.actions import recompute_clocks
    from sinetra.apps.cases.actions.recount_recommendations import recount_recommendations
    from sinetra.apps.reports.actions import recount_due

    moved = recompute_clocks(actor=SYSTEM)
    filings = recount_due(actor=SYSTEM)
    answers = recount_recommendations(actor=SYSTEM)
    version = clock().calendars.version
    if args.json:
        told = {"clocks_moved": len(moved), "filings_moved": len(filings), "answers_moved": len(answers)}
        print(json.dumps(told | {"calendar_version": version}))
    else:
        counts = {"clocks": len(moved), "filings": len(filings), "answers": len(answers), "version": version}
        text = _(
            "%(clocks)s tenggat perkara, %(filings)s tenggat laporan, %(answers)s tenggat jawaban pindah; "
            "kalender %(version)s"
        )
        print(text % counts)
    return 0
