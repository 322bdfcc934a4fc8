"""``sinetra stats freeze|list|recompute``: freezes open statistics, and makes frozen ones again to the byte."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from sinetra.cli.words import gettext as _
from sinetra.core.errors import BadInput, NotFound, gettext_noop

if TYPE_CHECKING:
    from sinetra.apps.insight.models import Snapshot
    from sinetra.apps.insight.statistics.recompute import Recomputed

DJANGO = True
HELP: str = gettext_noop("Membekukan statistik terbuka, dan menghitung ulang yang sudah beku sampai bita yang sama")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=["freeze", "list", "recompute"])
    which = _("edisi (tanggal keadaannya) yang dihitung ulang; bila tidak disebut: yang terakhir")
    parser.add_argument("edition", nargs="?", metavar="SNAPSHOT", help=which)
    parser.add_argument("--all", action="store_true", help=_("hitung ulang semua edisi"))
    end = _("keadaan per akhir tanggal ini; bila tidak disebut: akhir bulan lalu")
    parser.add_argument("--as-of", metavar="DATE", help=end)
    parser.add_argument("--json", action="store_true", help=_("cetak hasilnya sebagai JSON"))


def run(args: argparse.Namespace) -> int:
    """0 when it is done and everything is reproduced and balanced, 3 when not."""
    if args.action == "freeze":
        return _freeze(args)
    return _list(args) if args.action == "list" else _recompute(args)


def _freeze(args: argparse.Namespace) -> int:
    from sinetra.apps.base.actor import SYSTEM
    from sinetra.apps.insight.actions.freeze import freeze
    from sinetra.apps.insight.faults import faults_of
    from sinetra.apps.insight.handlers import end_of_last_month
    from sinetra.core.statistics.edition import edition_of
    from sinetra.ports.clock import today

    as_of = _day(args.as_of) if args.as_of else end_of_last_month(today())
    row = freeze(as_of=as_of, actor=SYSTEM)
    edition, faults = edition_of(bytes(row.content)), faults_of(row)
    if args.json:
        print(json.dumps(_told(row) | {"refused": [asdict(found) for found in faults]}))
    else:
        print(f"{row.edition}  {row.sha256}")
        for table in edition.tables:
            counts = {"table": table.name, "rows": len(table.rows), "withheld": table.withheld}
            print("  " + _("%(table)s: %(rows)s sel, %(withheld)s ditahan") % counts)
    for found in faults:
        print(
            _("TIDAK SEIMBANG, tidak diterbitkan: %(unit)s (%(where)s): jumlah %(summed)s, seluruhnya %(total)s")
            % asdict(found),
            file=sys.stderr,
        )
    return 3 if faults else 0


def _list(args: argparse.Namespace) -> int:
    from sinetra.apps.insight.editions import snapshots

    rows = snapshots()
    if args.json:
        print(json.dumps({"snapshots": [_told(row) for row in rows]}))
    else:
        for row in rows:
            print(f"{row.edition}  {row.sha256}")
    return 0


def _told(row: Snapshot) -> dict[str, Any]:
    told = {name: getattr(row, name) for name in ("edition", "sha256", "query", "code_digest")}
    return told | {"version": row.query_version, "frozen_at": row.frozen_at.isoformat()}


def _recompute(args: argparse.Namespace) -> int:
    from sinetra.apps.insight.models import Snapshot
    from sinetra.apps.insight.statistics.recompute import recompute

    rows = Snapshot.objects.select_related("previous").order_by("as_of")
    if args.edition and args.all:
        raise BadInput(gettext_noop("%(field)s: sebut satu edisi atau --all, bukan keduanya"), field="SNAPSHOT")
    if args.edition:
        rows = rows.filter(edition=args.edition)
        if not rows:
            raise BadInput(
                gettext_noop("%(field)s: edisi itu tidak ada; yang ada: %(accepted)s"),
                field="SNAPSHOT",
                accepted=list(Snapshot.objects.order_by("as_of").values_list("edition", flat=True)) or ["-"],
            )
    elif not args.all:
        rows = rows.reverse()[:1]
    found = [recompute(row) for row in rows]
    if not found:
        raise NotFound(gettext_noop("Belum ada edisi yang dibekukan."), code="snapshot")
    ok = all(one.ok for one in found)
    if args.json:
        print(json.dumps({"ok": ok, "snapshots": [asdict(one) | {"ok": one.ok} for one in found]}))
    for one in found:
        _tell(one, to_stdout=not args.json)
    return 0 if ok else 3


def _tell(one: Recomputed, *, to_stdout: bool) -> None:
    if to_stdout:
        word = _("sama sampai bita") if one.reproduced else _("TIDAK SAMA")
        print(f"{one.edition}  {one.sha256}  {word}")
    if not one.signed:
        print(_("%(edition)s: tanda tangannya tidak cocok") % {"edition": one.edition}, file=sys.stderr)
    if one.problem:
        print(f"{one.edition}: {one.problem}", file=sys.stderr)
    for name in one.changed:
        print(
            _("%(edition)s: berubah sesudah dibekukan: %(row)s") % {"edition": one.edition, "row": name},
            file=sys.stderr,
        )
    if one.more:
        print(_("%(edition)s: dan %(more)s baris lain") % {"edition": one.edition, "more": one.more}, file=sys.stderr)
    if one.code_changed and not one.reproduced:
        line = _("%(edition)s: program penghitungnya juga sudah lain daripada waktu dibekukan")
        print(line % {"edition": one.edition}, file=sys.stderr)
    if one.kept:
        line = _("%(edition)s: %(kept)s perkara sudah dihapus isinya; jumlah orangnya diambil dari edisi itu sendiri")
        print(line % {"edition": one.edition, "kept": one.kept}, file=sys.stderr)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(gettext_noop("%(field)s: tanggal seperti 2024-11-30"), field="--as-of") from None
