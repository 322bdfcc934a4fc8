"""``sinetra deadline``: when is it due, and which days were not counted?"""

from __future__ import annotations

import argparse
import json
from datetime import date, datetime

from sinetra.cli.words import gettext as _
from sinetra.cli.words import language
from sinetra.core.clock.deadlines import Deadline
from sinetra.core.errors import BadInput, gettext_noop

HELP: str = gettext_noop("Menghitung tenggat, dengan tiap hari yang dilewati dan ketetapannya")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "rule", metavar="RULE", help=_("misalnya pilkada.filing; nama yang keliru menampilkan semuanya")
    )
    parser.add_argument(
        "--from", dest="start", required=True, metavar="DATE|DATETIME", help=_("peristiwa yang memulainya")
    )
    parser.add_argument("--region", metavar="CODE", help=_("kode wilayah; menentukan zona waktu (tanpa kode: WIB)"))
    parser.add_argument("--election", metavar="ID", help=_("jadwal tahapan, misalnya pilkada_2024"))
    parser.add_argument("--work-week", default="5", metavar="5|6", help=_("hari kerja dalam seminggu"))
    parser.add_argument(
        "--joint-leave", default="skip", metavar="skip|count", help=_("cuti bersama: libur, atau hari kerja")
    )
    parser.add_argument("--as-of", metavar="DATE", help=_("hitung dengan ketetapan yang terbit sampai tanggal itu"))
    parser.add_argument("--json", action="store_true", help=_("cetak hasilnya sebagai JSON"))


def run(args: argparse.Namespace) -> int:
    """0; wrong values raise BadInput (exit 2)."""
    from sinetra.catalogue import ROOT
    from sinetra.cli.installation import own_folder
    from sinetra.core.clock.clock import load_clock

    clock = load_clock(ROOT, own_folder())
    clock.rules.versions(args.rule)
    deadline = clock.deadline(
        args.rule,
        moment(args.start, field="from"),
        region=args.region,
        election=args.election,
        work_week=int(args.work_week) if args.work_week.isdecimal() else 0,
        joint_leave=args.joint_leave,
        as_of=None if args.as_of is None else day(args.as_of, field="as_of"),
    )
    print(json.dumps(deadline.to_json(_, language()), ensure_ascii=False) if args.json else as_text(deadline))
    return 0


def day(text: str, *, field: str) -> date:
    """Errors: BadInput naming ``field``."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _not_a_date(text, field, ("2024-11-20",)) from None


def moment(text: str, *, field: str) -> date | datetime:
    """A date, or an instant when there is a time of day. Errors: BadInput naming ``field``."""
    try:
        return date.fromisoformat(text) if len(text) <= len("2024-11-20") else datetime.fromisoformat(text)
    except ValueError:
        raise _not_a_date(text, field, ("2024-11-20", "2024-11-20T14:30", "2024-11-20T14:30+08:00")) from None


def _not_a_date(text: str, field: str, accepted: tuple[str, ...]) -> BadInput:
    return BadInput(
        gettext_noop("%(field)s: %(value)s bukan tanggal; contoh yang diterima: %(accepted)s"),
        field=field,
        accepted=accepted,
        value=repr(text),
    )


def as_text(deadline: Deadline) -> str:
    lines = [f"{deadline.due.isoformat()}  {deadline.rule}  ({deadline.confidence.value})"]
    return "\n".join([*lines, *(f"  {line}" for line in deadline.explain(_, language()))])
