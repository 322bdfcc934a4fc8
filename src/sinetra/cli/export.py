"""People or units of an office out of the registry, as a file that ``sinetra import`` reads."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from sinetra.cli.words import gettext as _
from sinetra.core.errors import BadInput, gettext_noop

HELP: str = gettext_noop("Menulis pegawai atau unit sebuah instansi ke CSV, dengan kolom yang sama seperti import")
DJANGO = True
KINDS = ("people", "units")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("file", type=Path, metavar="FILE", help=_("berkas baru; - menulis ke keluaran baku"))
    parser.add_argument("--organisation", metavar="NAME", help=_("milik siapa; perlu bila ada beberapa instansi"))


def run(args: argparse.Namespace) -> int:
    from sinetra.apps.base.actor import SYSTEM
    from sinetra.apps.registry.exports import export_people, export_units
    from sinetra.cli.import_ import organisation_named

    if str(args.file) != "-":
        _check_place(args.file)
    organisation = organisation_named(args.organisation)
    export = export_people if args.kind == "people" else export_units
    done = export(organisation=organisation, actor=SYSTEM)
    if str(args.file) == "-":
        sys.stdout.buffer.write(done.content)
        return 0
    _write(args.file, done.content)
    print(_("%(rows)s baris ditulis ke %(file)s") % {"rows": done.rows, "file": args.file}, file=sys.stderr)
    return 0


def _check_place(path: Path) -> None:
    if path.exists():
        raise BadInput(gettext_noop("%(value)s sudah ada; sebutkan berkas baru"), field="FILE", value=str(path))
    if not path.parent.is_dir():
        raise BadInput(gettext_noop("%(value)s bukan map."), field="FILE", value=str(path.parent))


def _write(path: Path, content: bytes) -> None:
    """For its owner alone: it holds personal data."""
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
    except OSError as error:
        raise BadInput(
            gettext_noop("%(value)s tidak dapat ditulis: %(reason)s"),
            field="FILE",
            value=str(path),
            reason=error.strerror,
        ) from error
