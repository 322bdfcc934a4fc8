"""``sinetra press``: one page into the press register, and questions about its reader; one module each."""

from __future__ import annotations

import argparse

from sinetra.cli import press_corrections, press_evaluate, press_fetch
from sinetra.cli.words import gettext as _
from sinetra.core.errors import gettext_noop

HELP: str = gettext_noop("Satu halaman ke register berita, dan seberapa tepat pembacanya")
_ACTIONS = {"corrections": press_corrections, "evaluate": press_evaluate, "fetch": press_fetch}


def configure(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    for name, module in _ACTIONS.items():
        module.configure(actions.add_parser(name, help=_(module.HELP)))


def run(args: argparse.Namespace) -> int:
    return int(_ACTIONS[args.action].run(args))
