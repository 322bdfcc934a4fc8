"""What an installation adds to the calendars: a decree that came after the catalogue, a holiday of its region."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sinetra.core.clock.calendar import Calendars, DayOff, YearCalendar, YearStatus, read_calendars, read_year


def load_with_own(catalogue: Path, own: Path | None) -> Calendars:
    """``calendars/<year>.yaml`` of the catalogue and of ``own``, the folder of one installation, in the same form.

    Where both name a day, the catalogue's stands, unless the other takes the day off back or completes a year of
    which the catalogue knew no decree. Errors: BadInput naming file, line and field.
    """
    years = {item.year: item for item in read_calendars(catalogue)}
    for path in sorted((own / "calendars").glob("[0-9]*.yaml")) if own is not None else ():
        added = read_year(path)
        years[added.year] = merged(years[added.year], added) if added.year in years else added
    return Calendars(years.values())


def merged(given: YearCalendar, added: YearCalendar) -> YearCalendar:
    completes = given.status is YearStatus.PROVISIONAL and added.status is YearStatus.DECREED
    days = {_key(off): off for off in given.days}
    for off in added.days:
        known = days.get(_key(off))
        takes_back = known is not None and known.withdrawn is None and off.withdrawn is not None
        if known is None or takes_back or completes:
            days[_key(off)] = off
    return replace(
        given,
        status=added.status if completes else given.status,
        published=added.published if completes else given.published,
        days=tuple(sorted(days.values(), key=_key)),
        notes=(*given.notes, *added.notes),
    )


def _key(off: DayOff) -> tuple[str, str, tuple[str, ...]]:
    return off.day.isoformat(), off.kind.value, off.regions
