"""The command ``sinetra``: one module a command, imported only when it is called.

Exit 0 success, 2 bad input (one line naming the field and the accepted values), 3 a verification failed, 1 internal.
"""

from __future__ import annotations

import os
import sys
import traceback
from importlib import import_module
from types import ModuleType

from sinetra.cli.parser import Parser
from sinetra.cli.words import gettext
from sinetra.core.errors import BadInput, SinetraError, VerificationFailed

COMMANDS = {
    "decide": "decide",
    "screen": "screen",
    "deadline": "deadline",
    "transfer-check": "transfer_check",
    "law": "law",
    "ingest": "ingest",
    "press": "press",
    "init": "init",
    "setup": "setup",
    "serve": "serve",
    "worker": "worker",
    "demo": "demo",
    "check": "check",
    "upgrade": "upgrade",
    "keys": "keys",
    "import": "import_",
    "export": "export",
    "backup": "backup",
    "restore": "restore",
    "sweep": "sweep",
    "retention": "retention",
    "coverage": "coverage",
    "index": "index",
    "clocks": "clocks",
    "evidence": "evidence",
    "verify-audit": "verify_audit",
    "verify-document": "verify_document",
    "admin": "admin",
}


def _module(command: str) -> ModuleType:
    return import_module(f"sinetra.cli.{COMMANDS[command]}")


def _usage() -> str:
    lines = [gettext("pemakaian: sinetra PERINTAH [pilihan]; sinetra PERINTAH --help"), ""]
    lines += [f"  {name:<16}{gettext(_module(name).HELP)}" for name in COMMANDS]
    return "\n".join(lines)


def _translated(value: object) -> object:
    """Parts of a message may be messages themselves: a reason, or a whole error."""
    if isinstance(value, SinetraError):
        return _filled(value)
    return gettext(value) if isinstance(value, str) else value


def _filled(error: SinetraError) -> str:
    text = gettext(error.message)
    return text % {name: _translated(value) for name, value in error.params.items()} if error.params else text


def in_words(error: SinetraError) -> str:
    """An error as one line in the language of the reader."""
    text = _filled(error)
    if isinstance(error, BadInput) and error.field not in text:
        text = f"{error.field}: {text}"
    if isinstance(error, BadInput) and error.accepted and error.accepted[0] not in text:
        text = f"{text} ({', '.join(error.accepted)})"
    return " ".join(text.split())


def main(arguments: list[str] | None = None) -> int:
    arguments = sys.argv[1:] if arguments is None else arguments
    if not arguments or arguments[0] in {"-h", "--help"}:
        print(_usage(), file=sys.stdout if arguments else sys.stderr)
        return 0 if arguments else 2
    command, *rest = arguments
    if command not in COMMANDS:
        named = {"command": repr(command), "accepted": ", ".join(COMMANDS)}
        print(gettext("perintah: %(command)s; yang diterima: %(accepted)s") % named, file=sys.stderr)
        return 2
    module = _module(command)
    parser = Parser(prog=f"sinetra {command}", description=gettext(module.HELP))
    module.configure(parser)
    parsed = parser.parse_args(rest)
    try:
        if getattr(module, "DJANGO", False):
            set_up_django()
        return int(module.run(parsed))
    except BrokenPipeError:
        # The reader of our output has gone (``| head``).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return report(error)


def report(error: Exception) -> int:
    """One line on stderr for an error that a person can mend, a trace for one of ours; the exit code."""
    if isinstance(error, SinetraError):
        # One line, also when what was given has line breaks in it.
        print(*in_words(error).splitlines(), file=sys.stderr)
        return 3 if isinstance(error, VerificationFailed) else 2
    if _has_no_tables(error):
        print(gettext("Pemasangan ini belum disiapkan. Jalankan dahulu: sinetra init"), file=sys.stderr)
        return 2
    traceback.print_exception(error)
    return 1


def _has_no_tables(error: Exception) -> bool:
    """By name, so that commands without a database need not import Django."""
    text = str(error)
    known = type(error).__name__ in {"OperationalError", "ProgrammingError"}
    return known and ("no such table" in text or "unable to open database" in text or "does not exist" in text)


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
