"""``sinetra press``: questions about the reader of articles, one module a question."""

from __future__ import annotations

import argparse

from sinetra.cli import press_corrections, press_evaluate
from sinetra.cli.words import gettext as _
from sinetra.core.errors import gettext_noop

HELP: str = gettext_noop("Pertanyaan tentang pembaca berita: seberapa tepat bacaannya")
_ACTIONS = {"corrections": press_corrections, "evaluate": press_evaluate}


def configure(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    for name, module in _ACTIONS.items():
        module.configure(actions.add_parser(name, help=_(module.HELP)))


def run(args: argparse.Namespace) -> int:
    return int(_ACTIONS[args.action].run(args))
