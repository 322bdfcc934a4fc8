"""``sinetra deadline``: when is it due, and which days were not counted?"""

from __future__ import annotations

import argparse
import json

from sinetra.cli.words import gettext as _
from sinetra.cli.words import language
from sinetra.core.clock.deadlines import Deadline
from sinetra.core.errors import gettext_noop

HELP: str = gettext_noop("Menghitung tenggat, dengan tiap hari yang dilewati dan ketetapannya")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "rule", metavar="RULE", help=_("misalnya pilkada.filing; nama yang keliru menampilkan semuanya")
    )
    parser.add_argument(
        "--from", dest="start", required=True, metavar="DATE|DATETIME", help=_("peristiwa yang memulainya")
    )
    parser.add_argument("--region", metavar="CODE", help=_("kode wilayah; menentukan zona waktu (tanpa kode: WIB)"))
    parser.add_argument("--zone", metavar="WIB|WITA|WIT", help=_("zona waktu, bila bukan menurut wilayah"))
    parser.add_argument("--election", metavar="ID", help=_("jadwal tahapan, misalnya pilkada_2024"))
    parser.add_argument("--work-week", default="5", metavar="5|6", help=_("hari kerja dalam seminggu"))
    parser.add_argument(
        "--joint-leave", default="skip", metavar="skip|count", help=_("cuti bersama: libur, atau hari kerja")
    )
    parser.add_argument("--as-of", metavar="DATE", help=_("hitung dengan ketetapan yang terbit sampai tanggal itu"))
    parser.add_argument("--length", type=int, metavar="N", help=_("lama dari instansi, hanya untuk ppk.follow_up"))
    parser.add_argument("--json", action="store_true", help=_("cetak hasilnya sebagai JSON"))


def run(args: argparse.Namespace) -> int:
    """0; wrong values raise BadInput (exit 2)."""
    from sinetra.catalogue import ROOT
    from sinetra.cli.installation import own_folder
    from sinetra.core.clock.clock import load_clock
    from sinetra.core.clock.written import day_written, moment_written

    clock = load_clock(ROOT, own_folder())
    clock.rules.versions(args.rule)
    deadline = clock.deadline(
        args.rule,
        moment_written(args.start, field="from"),
        region=args.region,
        zone=args.zone,
        election=args.election,
        work_week=int(args.work_week) if args.work_week.isdecimal() else 0,
        joint_leave=args.joint_leave,
        as_of=None if args.as_of is None else day_written(args.as_of, field="as_of"),
        length=args.length,
    )
    print(json.dumps(deadline.to_json(_, language()), ensure_ascii=False) if args.json else as_text(deadline))
    return 0


def as_text(deadline: Deadline) -> str:
    lines = [f"{deadline.due.isoformat()}  {deadline.rule}  ({deadline.confidence.value})"]
    return "\n".join([*lines, *(f"  {line}" for line in deadline.explain(_, language()))])
