"""``sinetra law``: questions about the rulebook itself, one module a question."""

from __future__ import annotations

import argparse

from sinetra.cli import law_cases, law_crosswalk
from sinetra.cli.words import gettext as _
from sinetra.core.errors import gettext_noop

HELP: str = gettext_noop("Pertanyaan tentang katalog hukum sendiri: cakupan atas acuan, kasus nyata")
_ACTIONS = {"crosswalk": law_crosswalk, "cases": law_cases}


def configure(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    for name, module in _ACTIONS.items():
        module.configure(actions.add_parser(name, help=_(module.HELP)))


def run(args: argparse.Namespace) -> int:
    return int(_ACTIONS[args.action].run(args))
