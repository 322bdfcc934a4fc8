"""Calendars, deadline rules, timetables and zones of one catalogue, together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sinetra.core.clock.calendar import Calendars
from sinetra.core.clock.counting import JointLeave
from sinetra.core.clock.deadline_rules import Rules, load_rules
from sinetra.core.clock.deadlines import Deadline, compute
from sinetra.core.clock.own_calendar import load_with_own
from sinetra.core.clock.timetables import Timetables, load_timetables
from sinetra.core.clock.zones import Zones, load_zones
from sinetra.core.errors import BadInput, gettext_noop


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    calendars: Calendars
    rules: Rules
    timetables: Timetables
    zones: Zones

    def zone_of(self, region: str | None) -> str:
        """The IANA name of the region's zone; WIB without a region."""
        return self.zones.zone_of(region)

    def deadline(
        self,
        rule_id: str,
        start: date | datetime,
        *,
        region: str | None = None,
        zone: str | None = None,
        election: str | None = None,
        work_week: int = 5,
        joint_leave: str = JointLeave.SKIP,
        as_of: date | None = None,
        length: int | None = None,
    ) -> Deadline:
        """:func:`sinetra.core.clock.deadlines.compute` in the stage and the zone of the region, or in
        ``zone`` (WIB, WITA, WIT) where the office that acts keeps another one."""
        if election is not None:
            self.timetables.get(election)
        place = self.zone_of(region) if zone is None else self.zones.named(zone).name
        try:
            return compute(
                self.rules,
                self.calendars,
                rule_id,
                start,
                zone=place,
                work_week=work_week,
                joint_leave=joint_leave,
                as_of=as_of,
                election=election,
                region=region,
                timetables=self.timetables,
                length=length,
            )
        except OverflowError:  # beyond the last day of the year 9999
            raise BadInput(
                gettext_noop("%(field)s: %(value)s bukan tanggal; contoh yang diterima: %(accepted)s"),
                field="from",
                accepted=("2024-11-20",),
                value=start.isoformat(),
            ) from None


def load_clock(catalogue: Path, own: Path | None = None) -> Clock:
    """Reads the clock of a catalogue folder, with the timetables and holidays that ``own``, the folder of one
    installation, adds (:func:`load_timetables`, :func:`load_with_own`).

    Errors: BadInput naming file, line and field.
    """
    return Clock(
        calendars=load_with_own(catalogue, own),
        rules=load_rules(catalogue),
        timetables=load_timetables(catalogue, own),
        zones=load_zones(catalogue),
    )
