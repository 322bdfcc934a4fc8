"""Files of offices and of KPU into the registry: checked first, then all of it or nothing."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sinetra.cli.words import gettext as _
from sinetra.cli.words import language
from sinetra.core.errors import BadInput, gettext_noop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinetra.apps.registry.imports.columns import Column, Imported
    from sinetra.apps.registry.models import Organisation

HELP: str = gettext_noop(
    "Membaca pegawai, unit, wilayah, jadwal, hari libur, rekomendasi lama, atau jawaban SBT dari CSV atau XLSX, dan "
    "batas wilayah dari GeoJSON (--columns mencetak isinya)"
)
DJANGO = True
KINDS = ("people", "units", "regions", "timetable", "calendar", "recommendations", "sbt", "boundaries")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar="FILE",
        help=_("XLSX, atau CSV: UTF-8 atau Windows-1252, koma atau titik koma; boundaries: GeoJSON"),
    )
    parser.add_argument("--columns", action="store_true", help=_("cetak kolom dan nilai yang diterima"))
    parser.add_argument("--organisation", metavar="NAME", help=_("milik siapa; perlu bila ada beberapa instansi"))
    parser.add_argument("--edition", metavar="NAME", help=_("edisi daftar wilayah, misalnya nomor keputusan"))
    parser.add_argument(
        "--complete", action="store_true", help=_("calendar: berkas ini memuat semua hari libur tahunnya")
    )
    parser.add_argument("--source", metavar="TEXT", help=_("boundaries: sumber dan izin, dicetak pada setiap peta"))
    parser.add_argument("--property", metavar="NAME", help=_("boundaries: sifat yang memuat kode wilayah (kode)"))
    parser.add_argument("--json", action="store_true", help=_("cetak hasilnya sebagai JSON"))


def run(args: argparse.Namespace) -> int:
    from django.utils import translation

    with translation.override(language()):
        if args.columns:
            _print_columns(_columns(args.kind), as_json=args.json)
        elif args.file is None:
            raise BadInput(gettext_noop("Sebutkan berkas CSV atau XLSX, atau --columns"), field="FILE")
        elif args.kind == "boundaries":
            _boundaries(args)
        else:
            _print_done(args.kind, _import(args), as_json=args.json)
    return 0


def _columns(kind: str) -> Sequence[Column]:
    from sinetra.apps.cases.recommendation_file import COLUMNS as RECOMMENDATIONS
    from sinetra.apps.cases.sbt_file import COLUMNS as SBT
    from sinetra.apps.registry import regions
    from sinetra.apps.registry.imports import calendar, columns, people, timetable, units

    if kind == "boundaries":
        from sinetra.apps.registry.imports.boundaries import CODE_PROPERTY

        return (
            columns.Column(name=CODE_PROPERTY, required=True, accepted=("63", "63.72", "63.72.02", "63.72.02.1003")),
        )
    if kind == "regions":
        return tuple(columns.Column(name=name, required=True) for name in regions.COLUMNS)
    return {
        "people": people.COLUMNS,
        "units": units.COLUMNS,
        "timetable": timetable.COLUMNS,
        "calendar": calendar.COLUMNS,
        "recommendations": RECOMMENDATIONS,
        "sbt": SBT,
    }[kind]


def _import(args: argparse.Namespace) -> Imported:
    from sinetra.apps.base.actor import SYSTEM
    from sinetra.apps.cases.actions.import_recommendations import import_recommendations
    from sinetra.apps.cases.actions.import_sbt import import_sbt
    from sinetra.apps.registry import regions
    from sinetra.apps.registry.imports.columns import Imported
    from sinetra.apps.registry.imports.people import import_people
    from sinetra.apps.registry.imports.timetable import import_timetable
    from sinetra.apps.registry.imports.units import import_units
    from sinetra.ports.clock import today

    if args.kind == "regions":
        done = regions.import_regions(args.file, args.edition or regions.EDITION)
        return Imported(read=done.read, created=done.created, changed=done.changed)
    if args.kind == "timetable":
        return import_timetable(args.file)
    if args.kind == "calendar":
        return _calendar(args.file, complete=args.complete)
    organisation = organisation_named(args.organisation)
    if args.kind == "units":
        return import_units(args.file, organisation=organisation, actor=SYSTEM)
    legal_date = today(organisation.region_id)
    if args.kind == "recommendations":
        return import_recommendations(args.file, organisation=organisation, today=legal_date, actor=SYSTEM)
    if args.kind == "sbt":
        return import_sbt(args.file, organisation=organisation, today=legal_date, actor=SYSTEM)
    return import_people(args.file, organisation=organisation, actor=SYSTEM, today=legal_date)


def _boundaries(args: argparse.Namespace) -> None:
    from sinetra.apps.registry.imports.boundaries import CODE_PROPERTY, import_boundaries
    from sinetra.ports.clock import now

    done = import_boundaries(
        args.file, source=args.source or "", now=now(), code_property=args.property or CODE_PROPERTY
    )
    if args.json:
        held = {"kind": args.kind, "read": done.read, "created": done.created, "changed": done.changed}
        print(json.dumps({**held, "level": done.level, "without": list(done.without), "sha256": done.digest}))
        return
    print(_("%(read)s wilayah digambar dari berkas ini; sumbernya tercantum pada peta") % {"read": done.read})
    if done.without:
        print(_("Belum ada batasnya: %(codes)s") % {"codes": ", ".join(done.without)}, file=sys.stderr)


def _calendar(path: Path, *, complete: bool) -> Imported:
    """Clocks that run are counted again by the worker, soon; ``sinetra clocks recompute`` does it now."""
    from sinetra.apps.cases.actions.recompute_clocks import promise_recount
    from sinetra.apps.registry.imports.calendar import import_calendar

    done = import_calendar(path, complete=complete)
    promise_recount()
    return done


def organisation_named(name: str | None) -> Organisation:
    """By name or short name; the only one when ``name`` is None. Errors: ``BadInput`` with those there are."""
    from sinetra.apps.registry.models import Organisation

    rows = list(Organisation.objects.order_by("name"))
    found = [row for row in rows if name is None or name in (row.name, row.short_name)]
    if len(found) == 1:
        return found[0]
    if not rows:
        message = gettext_noop("Belum ada instansi; buat dahulu dengan sinetra admin create")
        raise BadInput(message, field="--organisation")
    raise BadInput(
        gettext_noop("Instansi %(value)s tidak tunggal atau tidak dikenal; yang diterima: %(accepted)s"),
        field="--organisation",
        accepted=tuple(row.name for row in rows[:20]),
        value=repr(name or ""),
    )


def _print_columns(columns: Sequence[Column], *, as_json: bool) -> None:
    if as_json:
        shown = [{"name": c.name, "required": c.required, "accepted": list(c.accepted)} for c in columns]
        print(json.dumps({"columns": shown}, ensure_ascii=False))
        return

    for column in columns:
        needed = _("wajib") if column.required else _("boleh kosong")
        print("\t".join([column.name, needed, " ".join(column.accepted)]).rstrip())


def _print_done(kind: str, done: Imported, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"kind": kind, "read": done.read, "created": done.created, "changed": done.changed}))
        return

    print(
        _("%(read)s baris dibaca, %(created)s baru, %(changed)s berubah")
        % {"read": done.read, "created": done.created, "changed": done.changed}
    )
