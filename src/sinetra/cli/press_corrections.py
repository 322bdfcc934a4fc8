"""``sinetra press corrections``: what people said of single facts, as cases that a later reader must pass."""

from __future__ import annotations

import argparse
import json

from sinetra.cli.words import gettext as _
from sinetra.core.errors import gettext_noop

HELP: str = gettext_noop("Pembetulan fakta oleh orang, sebagai kasus uji bagi pembaca")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("cetak JSON"))


def run(args: argparse.Namespace) -> int:
    """0. No text of an article is printed: a case names it by its hash."""
    from sinetra.cli.main import set_up_django

    set_up_django()
    from sinetra.apps.monitoring.regression import cases

    if args.json:
        print("[")
        comma = ""
        for case in cases():
            print(f"{comma}{json.dumps(case, ensure_ascii=False, sort_keys=True)}", end="")
            comma = ",\n"
        print("\n]")
        return 0
    for case in cases():
        print(f"{case['text_sha256'][:12]}  {case['field']:<22}{case['verdict']:<10}{case['expected']!s}")
    return 0
