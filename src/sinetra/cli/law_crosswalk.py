"""``sinetra law crosswalk``: is every entry of the reference on the law in the catalogue?"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from sinetra.cli.words import gettext as _
from sinetra.core.errors import gettext_noop
from sinetra.core.law import load_rulebook
from sinetra.core.law.crosswalk import FILE, Coverage, catalogue_names, coverage, read_crosswalk, reference_ids

HELP: str = gettext_noop("Memeriksa apakah tiap butir acuan hukum ada di katalog, atau ada alasannya")


def configure(parser: argparse.ArgumentParser) -> None:
    reference = _("acuan hukum (YAML); tanpa ini hanya sasaran di katalog yang diperiksa")
    parser.add_argument("--against", metavar="LAW_YAML", type=Path, help=reference)
    parser.add_argument("--json", action="store_true", help=_("cetak JSON"))


def run(args: argparse.Namespace) -> int:
    """0, or 3 when an id is not mapped, gone from the reference, or mapped to what the catalogue lacks."""
    from sinetra.catalogue import ROOT

    names = catalogue_names(load_rulebook(ROOT), ROOT)
    reference = None if args.against is None else reference_ids(args.against)
    found = coverage(read_crosswalk(ROOT / FILE), names, reference)
    print(json.dumps(found.to_json(), ensure_ascii=False) if args.json else "\n".join(_counted(found)))
    for line in _problems(found):
        print(line, file=sys.stderr)
    return 0 if found.ok else 3


def _counted(found: Coverage) -> Iterator[str]:
    yield _("%(count)s butir acuan") % {"count": found.ids}
    yield _part(_("ada di katalog"), found.mapped, found.ids)
    for kind, count in found.kinds.items():
        yield f"  {_part(kind.value, count, found.ids)}"
    yield _part(_("dengan alasan tertulis"), found.reasons, found.ids)
    yield _part(_("belum dipetakan"), len(found.unmapped), found.ids)


def _part(name: str, count: int, whole: int) -> str:
    share = f"{100 * count / whole:.1f}"
    figures = {"name": name, "count": count, "whole": whole, "share": share}
    return _("%(name)s: %(count)s dari %(whole)s (%(share)s %%)") % figures


def _problems(found: Coverage) -> Iterator[str]:
    for name in found.unmapped:
        yield _("belum dipetakan: %(name)s") % {"name": name}
    for name in found.gone:
        yield _("tidak ada lagi dalam acuan: %(name)s") % {"name": name}
    for name, target in found.dangling:
        yield _("%(name)s: %(target)s tidak ada di katalog") % {"name": name, "target": str(target)}
