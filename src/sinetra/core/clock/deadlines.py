"""When something is due, and why: every day that was passed over is told with its decree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sinetra.core.clock.calendar import Calendars
from sinetra.core.clock.confidence import Confidence, weakest
from sinetra.core.clock.counting import Count, JointLeave, Week, count_calendar, count_working, next_working
from sinetra.core.clock.deadline_lines import explain
from sinetra.core.clock.deadline_rules import DayType, Rule, Rules, Source, Unit
from sinetra.core.clock.lines import Line
from sinetra.core.clock.months import shift
from sinetra.core.clock.timetables import Timetables
from sinetra.core.errors import BadInput, gettext_noop

DEFAULT_ZONE = "Asia/Jakarta"
END_OF_DAY = time(23, 59, 59)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """``due`` is the last day in time, ``due_at`` its last second in the zone of the office that acts.

    ``readings`` always holds ``joint_leave_skipped`` and ``joint_leave_counted``, and every other reading of the
    rule that can be defended. ``lines`` is the explanation in a form that can be translated.
    """

    rule: str
    due: date
    due_at: datetime
    day_type: DayType
    readings: Mapping[str, date]
    lines: tuple[Line, ...]
    source: str
    norm: Source
    confidence: Confidence
    calendar_version: str

    @property
    def explanation(self) -> tuple[str, ...]:
        return tuple(line.render() for line in self.lines)

    def explain(self, translate: Callable[[str], str], language: str) -> tuple[str, ...]:
        """The explanation in another language; ``translate`` is the shell's gettext."""
        return tuple(line.render(translate, language) for line in self.lines)

    def to_json(self, translate: Callable[[str], str] = str, language: str = "id") -> dict[str, object]:
        """The shape of ``sinetra deadline`` (contract 5); other programs rely on it."""
        return {
            "rule": self.rule,
            "due": self.due.isoformat(),
            "due_at": self.due_at.isoformat(),
            "readings": {name: due.isoformat() for name, due in self.readings.items()},
            "day_type": self.day_type.value,
            "explanation": list(self.explain(translate, language)),
            "source": self.source,
            "norm": {"instrument": self.norm.instrument, "article": self.norm.article},
            "confidence": self.confidence.value,
            "calendar_version": self.calendar_version,
        }


def compute(
    rules: Rules,
    calendars: Calendars,
    rule_id: str,
    start: date | datetime,
    *,
    zone: str = DEFAULT_ZONE,
    work_week: int = 5,
    joint_leave: str = JointLeave.SKIP,
    as_of: date | None = None,
    election: str | None = None,
    region: str | None = None,
    timetables: Timetables | None = None,
    length: int | None = None,
) -> Deadline:
    """The deadline of ``rule_id`` for an event at ``start``.

    start      a date, or an instant: aware ones are turned to ``zone``, naive ones are local time there
    zone       IANA name; the zone of the region
    as_of      only decrees published by this day are known; ``None``: all
    election   with ``timetables`` decides about the hours of the counter on the due date
    length     only for a configurable rule: the length an institution has set

    Errors: BadInput for an unknown rule, zone or value, a rule not in force at the start, a year without calendar.
    """
    moment = _local(start, zone)
    day = moment.date() if moment is not None else start if not isinstance(start, datetime) else start.date()
    rule = _with_length(rules.on(rule_id, day), length)
    week = Week(
        calendars=calendars,
        work_week=work_week,
        joint_leave=_joint_leave(joint_leave),
        as_of=as_of,
        region=region,
    )
    count = _count(rule, day, week)
    due_at = _due_at(rule, moment, count.due, zone)
    if rule.unit is Unit.HOUR:
        count = Count(due=due_at.date(), skipped=())
    stage = None
    if timetables is not None and election is not None:
        stage = timetables.stage(count.due, election, region).code
    provisional = _provisional_years(rule, day, count.due, week)
    return Deadline(
        rule=rule.id,
        due=count.due,
        due_at=due_at,
        day_type=rule.day_type,
        readings=_readings(rule, day, week, count.due),
        lines=explain(
            rule,
            moment if rule.unit is Unit.HOUR and moment is not None else day,
            count,
            due_at,
            week=week,
            provisional=provisional,
            counter=rules.counter(rule.counter, count.due),
            stage=stage,
            own_length=length is not None,
        ),
        source=rule.source.as_printed,
        norm=rule.source,
        confidence=_confidence(rule, count, unsure=bool(provisional)),
        calendar_version=calendars.version,
    )


def _local(start: date | datetime, zone: str) -> datetime | None:
    try:
        info = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadInput(
            gettext_noop("Zona waktu %(value)s tidak dikenal; contoh yang diterima: %(accepted)s"),
            field="zone",
            accepted=("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"),
            value=repr(zone),
        ) from None
    if not isinstance(start, datetime):
        return None
    return start.replace(tzinfo=info) if start.tzinfo is None else start.astimezone(info)


def _joint_leave(value: str) -> JointLeave:
    try:
        return JointLeave(value)
    except ValueError:
        raise BadInput(
            gettext_noop("Cuti bersama: %(value)s tidak diterima; yang diterima: %(accepted)s"),
            field="joint_leave",
            accepted=tuple(JointLeave),
            value=repr(value),
        ) from None


def _with_length(rule: Rule, length: int | None) -> Rule:
    if length is None:
        return rule
    if not rule.configurable or length < 1:
        raise BadInput(
            gettext_noop("Lama tenggat %(rule)s tidak dapat diatur menjadi %(value)s; yang diterima: %(accepted)s"),
            field="length",
            accepted=(">= 1",) if rule.configurable else (str(rule.length),),
            rule=rule.id,
            value=str(length),
        )
    return replace(rule, length=length, parts=())


def _count(rule: Rule, day: date, week: Week) -> Count:
    if rule.unit is Unit.HOUR:
        return Count(due=day, skipped=())
    if rule.unit is Unit.MONTH:
        return Count(due=shift(day, -rule.length if rule.backward else rule.length), skipped=())
    if rule.day_type is DayType.WORKING:
        return count_working(day, rule.length, week, include_first_day=rule.include_first_day)
    count = count_calendar(day, rule.length, include_first_day=rule.include_first_day)
    return next_working(count.due, week) if rule.move_to_working_day else count


def _due_at(rule: Rule, moment: datetime | None, due: date, zone: str) -> datetime:
    info = ZoneInfo(zone)
    if rule.unit is not Unit.HOUR:
        return datetime.combine(due, END_OF_DAY, info)
    if moment is None:
        raise BadInput(
            gettext_noop("Aturan %(rule)s dihitung dalam jam: %(field)s harus memuat jam; contoh: %(accepted)s"),
            field="from",
            accepted=("2024-11-20T14:30",),
            rule=rule.id,
        )
    return (moment.astimezone(UTC) + timedelta(hours=rule.length)).astimezone(info)


def _readings(rule: Rule, day: date, week: Week, due: date) -> dict[str, date]:
    found = {}
    for name, choice in (("joint_leave_skipped", JointLeave.SKIP), ("joint_leave_counted", JointLeave.COUNT)):
        found[name] = due if rule.unit is Unit.HOUR else _count(rule, day, replace(week, joint_leave=choice)).due
    for reading in rule.readings:
        other = replace(rule, length=reading.length, day_type=reading.day_type)
        found[reading.id] = _count(other, day, week).due
    return found


def _provisional_years(rule: Rule, start: date, due: date, week: Week) -> tuple[int, ...]:
    if rule.unit is not Unit.DAY or not (rule.day_type is DayType.WORKING or rule.move_to_working_day):
        return ()
    years = range(start.year, due.year + 1)
    return tuple(year for year in years if week.calendars.year(year).provisional(week.as_of))


def _confidence(rule: Rule, count: Count, *, unsure: bool) -> Confidence:
    values = [rule.confidence, rule.day_type_confidence]
    values += [off.confidence for _, off in count.skipped if off is not None]
    return weakest(*values, *([Confidence.UNCHECKED] if unsure else []))
