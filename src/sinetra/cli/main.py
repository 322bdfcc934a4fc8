"""The command ``sinetra``: one module a command, imported only when it is called.

Exit 0 success, 2 bad input (one line naming the field and the accepted values), 3 a verification failed, 1 internal.
"""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from importlib import import_module
from types import ModuleType

from sinetra.cli.words import gettext
from sinetra.core.errors import BadInput, SinetraError, VerificationFailed

COMMANDS = {
    "decide": "decide",
    "deadline": "deadline",
    "ingest": "ingest",
    "init": "init",
    "serve": "serve",
    "worker": "worker",
    "demo": "demo",
    "check": "check",
    "upgrade": "upgrade",
    "keys": "keys",
    "import": "import_",
    "backup": "backup",
    "restore": "restore",
    "sweep": "sweep",
    "verify-audit": "verify_audit",
    "admin": "admin",
}


def _module(command: str) -> ModuleType:
    return import_module(f"sinetra.cli.{COMMANDS[command]}")


def _usage() -> str:
    lines = ["usage: sinetra COMMAND [options]; sinetra COMMAND --help", ""]
    lines += [f"  {name:<14}{gettext(_module(name).HELP)}" for name in COMMANDS]
    return "\n".join(lines)


def _in_words(error: SinetraError) -> str:
    text = gettext(error.message)
    text = text % error.params if error.params else text
    if isinstance(error, BadInput) and error.field not in text:
        text = f"{error.field}: {text}"
    if isinstance(error, BadInput) and error.accepted and error.accepted[0] not in text:
        text = f"{text} ({', '.join(error.accepted)})"
    return " ".join(text.split())


def main(arguments: list[str] | None = None) -> int:
    arguments = sys.argv[1:] if arguments is None else arguments
    if not arguments or arguments[0] in {"-h", "--help"}:
        print(_usage())
        return 0 if arguments else 2
    command, *rest = arguments
    if command not in COMMANDS:
        print(f"command: {command!r}; accepted values: {', '.join(COMMANDS)}", file=sys.stderr)
        return 2
    module = _module(command)
    parser = argparse.ArgumentParser(prog=f"sinetra {command}", description=gettext(module.HELP))
    module.configure(parser)
    parsed = parser.parse_args(rest)
    try:
        if getattr(module, "DJANGO", False):
            set_up_django()
        return int(module.run(parsed))
    except SinetraError as error:
        return report(error)
    except BrokenPipeError:
        # The reader of our output has gone (``| head``).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def report(error: Exception) -> int:
    """One line on stderr for an error that a person can mend, a trace for one of ours; the exit code."""
    if isinstance(error, SinetraError):
        print(_in_words(error), file=sys.stderr)
        return 3 if isinstance(error, VerificationFailed) else 2
    traceback.print_exception(error)
    return 1


def set_up_django() -> None:
    import django

    from sinetra.settings.env import BadSettings

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sinetra.settings.main")
    try:
        django.setup()
    except BadSettings as error:
        raise BadInput("%(problems)s", field="SINETRA", problems="; ".join(error.problems)) from error


if __name__ == "__main__":
    sys.exit(main())
