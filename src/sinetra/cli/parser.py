"""The argument parser of every command: one line for a wrong call, headings in the language of the reader."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from sinetra.cli.words import gettext as _


class _Help(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        # No prefix at all is asked for where a command names its own subcommands.
        super().add_usage(usage, actions, groups, _("pemakaian: ") if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A wrong call is told in one line, like every other bad input."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"formatter_class": _Help, **options, "add_help": False})
        self._positionals.title = _("argumen")
        self._optionals.title = _("pilihan")
        self.add_argument("-h", "--help", action="help", help=_("tampilkan bantuan ini"))

    def error(self, message: str) -> NoReturn:
        print(f"{self.prog}: {' '.join(message.split())} ({self.prog} --help)", file=sys.stderr)
        raise SystemExit(2)
