"""The explanation of a deadline in plain words, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sinetra.core.clock.calendar import DayKind, DayOff
from sinetra.core.clock.citing import cited
from sinetra.core.clock.counting import Count, JointLeave, Week
from sinetra.core.clock.deadline_rules import CounterHours, DayType, End, Rule, Unit
from sinetra.core.clock.lines import Line
from sinetra.core.clock.stages import StageCode
from sinetra.core.errors import gettext_noop

_LENGTH = {
    (Unit.DAY, DayType.CALENDAR): gettext_noop("lama %(length)s hari kalender (%(source)s)"),
    (Unit.DAY, DayType.WORKING): gettext_noop("lama %(length)s hari kerja (%(source)s)"),
    (Unit.HOUR, DayType.CALENDAR): gettext_noop("lama %(length)s jam (%(source)s)"),
    (Unit.MONTH, DayType.CALENDAR): gettext_noop("lama %(length)s bulan (%(source)s)"),
}
# The length is the institution's, so it is not said to stand in the source.
_OWN_LENGTH = {
    DayType.CALENDAR: gettext_noop("lama %(length)s hari kalender, ditetapkan instansi"),
    DayType.WORKING: gettext_noop("lama %(length)s hari kerja, ditetapkan instansi"),
}
_SKIPPED = {
    DayKind.NATIONAL: gettext_noop("dilewati %(day)s: hari libur (%(decree)s), %(name)s"),
    DayKind.ELECTION: gettext_noop("dilewati %(day)s: hari libur (%(decree)s), %(name)s"),
    DayKind.LOCAL: gettext_noop("dilewati %(day)s: hari libur daerah (%(decree)s), %(name)s"),
    DayKind.JOINT_LEAVE: gettext_noop("dilewati %(day)s: cuti bersama (%(decree)s), %(name)s"),
}

_ENDS = {
    End.LATEST: gettext_noop("jatuh tempo %(day)s, sampai akhir hari"),
    End.BEGINS: gettext_noop("berlaku sejak %(day)s"),
    End.LASTS: gettext_noop("berlaku sampai akhir hari %(day)s"),
}


def explain(
    rule: Rule,
    start: date | datetime,
    count: Count,
    due_at: datetime,
    *,
    week: Week,
    provisional: tuple[int, ...],
    counter: CounterHours | None,
    stage: StageCode | None,
    own_length: bool = False,
) -> tuple[Line, ...]:
    """All lines, in the order in which a person would count. ``own_length``: an institution set how long it is."""
    return (
        *_start(rule, start),
        _length(rule, own_length=own_length),
        *_week(rule, week),
        *(_skipped(day, off) for day, off in count.skipped),
        *_not_yet_decreed(rule, start, count.due, week),
        _due(rule, count.due, due_at),
        *_counter(counter, count.due, stage),
        *_doubts(rule, provisional),
    )


def _start(rule: Rule, start: date | datetime) -> Iterator[Line]:
    event: dict[str, object] = {"day": start, "event": rule.start_event}
    if rule.backward:
        yield Line(gettext_noop("mulai %(day)s: %(event)s; dihitung mundur"), event)
    elif rule.unit is not Unit.DAY:
        yield Line(gettext_noop("mulai %(day)s: %(event)s"), event)
    elif rule.include_first_day:
        yield Line(gettext_noop("mulai %(day)s: %(event)s; hari itu ikut dihitung"), event)
    else:
        yield Line(gettext_noop("mulai %(day)s: %(event)s; hari itu tidak dihitung"), event)


def _length(rule: Rule, *, own_length: bool) -> Line:
    parts = " + ".join(str(part) for part in rule.parts)
    length = f"{parts} = {rule.length}" if parts else str(rule.length)
    if own_length:
        return Line(_OWN_LENGTH[rule.day_type], {"length": length})
    return Line(_LENGTH[rule.unit, rule.day_type], {"length": length, "source": cited(rule.source.as_printed)})


def _week(rule: Rule, week: Week) -> Iterator[Line]:
    if week.work_week == 6 and rule.unit is Unit.DAY and rule.day_type is DayType.WORKING:
        yield Line(gettext_noop("pekan kerja enam hari: Sabtu dihitung"))


def _skipped(day: date, off: DayOff | None) -> Line:
    if off is None:
        return Line(gettext_noop("dilewati %(day)s: akhir pekan"), {"day": day})
    return Line(_SKIPPED[off.kind], {"day": day, "decree": off.decree.as_printed, "name": off.name})


def _not_yet_decreed(rule: Rule, start: date, due: date, week: Week) -> Iterator[Line]:
    """A decree that came too late to be known: the count is right as of that day, and would differ today."""
    if week.as_of is None or rule.day_type is not DayType.WORKING:
        return
    first = start.date() if isinstance(start, datetime) else start
    for step in range(1, (due - first).days + 1):
        day = first + timedelta(days=step)
        if not week.works(day):
            continue
        for off in week.calendars.days_off(day, region=week.region):
            counted_anyway = off.kind is DayKind.JOINT_LEAVE and week.joint_leave is JointLeave.COUNT
            if off.decree.published > week.as_of and off.withdrawn is None and not counted_anyway:
                yield Line(
                    gettext_noop("per %(as_of)s tetap dihitung %(day)s: %(decree)s baru terbit %(published)s"),
                    {
                        "as_of": week.as_of,
                        "day": day,
                        "decree": off.decree.as_printed,
                        "published": off.decree.published,
                    },
                )


def _due(rule: Rule, due: date, due_at: datetime) -> Line:
    if rule.unit is Unit.HOUR:
        return Line(gettext_noop("jatuh tempo %(moment)s"), {"moment": due_at})
    return Line(_ENDS[rule.end], {"day": due})


def _counter(counter: CounterHours | None, due: date, stage: StageCode | None) -> Iterator[Line]:
    if counter is None:
        return
    hours = counter.weekly[due.weekday()]
    params: dict[str, object] = {"day": due, "source": cited(counter.source), "confidence": counter.confidence.value}
    if stage is not None and stage in counter.all_day_stages:
        yield Line(gettext_noop("loket %(day)s buka 24 jam (%(source)s; %(confidence)s)"), params)
    elif hours is None:
        yield Line(
            gettext_noop(
                "loket %(day)s mungkin tutup (akhir pekan); sampaikan lebih awal (%(source)s; %(confidence)s)"
            ),
            params,
        )
    else:
        times = {"opens": f"{hours[0]:%H.%M}", "closes": f"{hours[1]:%H.%M}"}
        yield Line(
            gettext_noop("loket %(day)s buka %(opens)s sampai %(closes)s (%(source)s; %(confidence)s)"), params | times
        )


def _doubts(rule: Rule, provisional: tuple[int, ...]) -> Iterator[Line]:
    if rule.note is not None:
        yield Line(gettext_noop("catatan: %(note)s"), {"note": rule.note})
    for reading in rule.readings:
        yield Line(gettext_noop("bacaan lain: %(reading)s"), {"reading": reading.name})
    for year in provisional:
        yield Line(
            gettext_noop("kalender %(year)s sementara: SKB hari libur tahun itu belum diketahui, hitung ulang kelak"),
            {"year": year},
        )
