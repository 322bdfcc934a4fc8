"""``sinetra deadline``: when is it due, and which days were not counted?"""

from __future__ import annotations

import argparse
import json
from datetime import date, datetime

from sinetra.cli.words import gettext, language
from sinetra.core.clock.deadlines import Deadline
from sinetra.core.errors import BadInput, gettext_noop

HELP = "compute a deadline, with every skipped day and its decree"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rule", metavar="RULE", help="for example pilkada.filing; a wrong name lists all")
    parser.add_argument("--from", dest="start", required=True, metavar="DATE|DATETIME", help="the event that starts it")
    parser.add_argument("--region", metavar="CODE", help="region code; decides the time zone (WIB by default)")
    parser.add_argument("--election", metavar="ID", help="timetable, for example pilkada_2024")
    parser.add_argument("--work-week", default="5", metavar="5|6", help="working days in a week")
    parser.add_argument(
        "--joint-leave", default="skip", metavar="skip|count", help="cuti bersama: off, or a working day"
    )
    parser.add_argument("--as-of", metavar="DATE", help="count with the decrees published by this day")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


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
    print(json.dumps(deadline.to_json(gettext, language()), ensure_ascii=False) if args.json else as_text(deadline))
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
    return "\n".join([*lines, *(f"  {line}" for line in deadline.explain(gettext, language()))])
