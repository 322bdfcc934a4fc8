"""Why a due date moved: the decree that made a day off or a working day again, or how the office counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sinetra.apps.base.catalogue import clock
from sinetra.apps.reports.law_clock import Due
from sinetra.core.errors import gettext_noop

_MOVED = gettext_noop("Tenggat “%(name)s” dihitung ulang: dari %(before)s menjadi %(due)s, karena %(because)s.")
_NOW_OFF = gettext_noop("%(day)s menjadi hari libur (%(decree)s)")
_NOW_WORKING = gettext_noop("%(day)s menjadi hari kerja lagi (%(decree)s)")
_OTHERWISE = gettext_noop("cara menghitungnya berubah: kalender, aturan, atau pengaturan kantor")


def what_moved(before: Due, after: Due) -> dict[str, Any]:
    """The parameters of the line in the timeline: day and decree of each day that is counted otherwise now."""
    old, new = _skipped(before), _skipped(after)
    # Days beyond the earlier due date were never reached, so they moved nothing.
    off = {day: new[day] for day in new.keys() - old.keys() if day <= before.due}
    working = {day: _withdrawn(day, old[day]) for day in old.keys() - new.keys() if day <= after.due}
    return {
        "name": dict(after.name),
        "before": before.due.isoformat(),
        "due": after.due.isoformat(),
        "off": [[day.isoformat(), off[day]] for day in sorted(off)],
        "working": [[day.isoformat(), working[day]] for day in sorted(working)],
    }


def moved_text(params: Mapping[str, Any], translate: Callable[[str], str], language: str) -> str:
    because = [translate(_NOW_OFF) % {"day": day, "decree": decree} for day, decree in params["off"]]
    because += [translate(_NOW_WORKING) % {"day": day, "decree": decree} for day, decree in params["working"]]
    said = {
        "name": params["name"][language],
        "before": params["before"],
        "due": params["due"],
        "because": "; ".join(because) or translate(_OTHERWISE),
    }
    return translate(_MOVED) % said


def _skipped(due: Due) -> dict[date, str]:
    """Days that a decree took out of the count, with the decree."""
    named = (line["params"] for line in due.lines if "decree" in line["params"] and "published" not in line["params"])
    return {date.fromisoformat(params["day"]): params["decree"] for params in named}


def _withdrawn(day: date, decree: str) -> str:
    """The decree that took the day off back; the one that gave it where a calendar no longer knows of it."""
    gone = (off.withdrawn for off in clock().calendars.days_off(day) if off.withdrawn is not None)
    found = next(gone, None)
    return found.as_printed if found is not None else decree
