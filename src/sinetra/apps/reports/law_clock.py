"""Deadlines of reports and matters: which election's rules hold, what is due when, kept in a form that translates."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sinetra.apps.base.catalogue import clock
from sinetra.apps.registry.counting import USUAL, Counting
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.deadline_rules import CounterHours
from sinetra.core.clock.deadlines import Deadline
from sinetra.core.clock.lines import Line, iso_text
from sinetra.core.clock.stages import Coverage, StageCode
from sinetra.core.errors import BadInput

# The parameters of a line that are dates or instants.
_DATED = {"day", "as_of", "published", "moment"}
_QUIET = {StageCode.BEFORE_WINDOW, StageCode.AFTER_INAUGURATION}


class Regime(StrEnum):
    """Whose handling rules hold: Pemilihan counts calendar days, Pemilu working days. ``none``: outside the stages."""

    PILKADA = "pilkada"
    PEMILU = "pemilu"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A computed deadline as it is kept: ``lines`` are message ids with parameters, texts in both languages.

    The last four say, with ``rule`` and ``started``, what it was computed from.
    """

    rule: str
    name: Mapping[str, str]
    started: str
    due: date
    due_at: datetime
    day_type: str
    lines: Sequence[Mapping[str, Any]]
    source: str
    confidence: str
    calendar_version: str
    region: str = ""
    election: str = ""
    work_week: int = 5
    own_length: int | None = None

    def explanation(
        self,
        translate: Callable[[str], str] = str,
        language: str = "id",
        day_text: Callable[[date], str] = iso_text,
    ) -> tuple[str, ...]:
        return tuple(thaw(line).render(translate, language, day_text) for line in self.lines)

    def kept(self) -> dict[str, Any]:
        """As JSON for a column; ``Due.of`` is the way back."""
        return {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in ((name, getattr(self, name)) for name in self.__slots__)
        }

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Due:
        dates = {"due": date.fromisoformat(kept["due"]), "due_at": datetime.fromisoformat(kept["due_at"])}
        return cls(**(dict(kept) | dates))


def election_on(day: date, region: str) -> str:
    """The id of the timetable that runs in the region, or empty outside the stages. Of several, the one in the
    middle of its stages, then the later one."""
    running = [stage for stage in clock().timetables.stages(day, region) if stage.election is not None]
    running.sort(key=lambda stage: (stage.coverage is Coverage.YES, stage.code not in _QUIET))
    return str(running[-1].election) if running else ""


def regime_of(election: str) -> Regime:
    """A re-vote follows the rules of the election that it completes."""
    while election:
        timetable = clock().timetables.get(election)
        if timetable.kind == "pemilu":
            return Regime.PEMILU
        if timetable.kind in {"pilkada", "pilkada_ulang"}:
            return Regime.PILKADA
        election = timetable.parent or ""
    return Regime.NONE


def due(
    rule: str, start: date | datetime, *, region: str | None, election: str = "", counting: Counting = USUAL
) -> Due | None:
    """``counting``: that of the office that acts. An instant is needed for a rule in hours.

    None when the catalogue holds no such rule for that day: no clock is better than a made-up one.
    """
    now = clock()
    try:
        found = now.deadline(rule, start, region=region, election=election or None, **counting.choices(rule))
    except BadInput:
        return None
    if isinstance(start, datetime):
        start = start.astimezone(found.due_at.tzinfo) if start.tzinfo else start.replace(tzinfo=found.due_at.tzinfo)
    name = now.rules.on(rule, start.date() if isinstance(start, datetime) else start).name
    return _keep(
        found,
        start,
        name,
        region=region or "",
        election=election,
        work_week=counting.work_week,
        own_length=counting.lengths.get(rule),
    )


def first_deadlines(
    regime: Regime, filed_on: date, *, region: str, election: str, counting: Counting = USUAL
) -> tuple[Due, ...]:
    """What the office owes a report from the day on which it was filed.

    Pemilihan: initial study, and the decision by UU 8/2015 art. 134(5), counted from receipt. Pemilu counts the
    decision from registration (UU 7/2017 art. 454(7)), so at filing only the initial study is known.
    """
    rules = {
        Regime.PILKADA: ("pilkada.initial_study", "pilkada.study"),
        Regime.PEMILU: ("pemilu.initial_study",),
        Regime.NONE: (),
    }[regime]
    place: dict[str, Any] = {"region": region, "election": election, "counting": counting}
    found = (due(rule, filed_on, **place) for rule in rules)
    return tuple(item for item in found if item is not None)


def office_due(
    regime: Regime, filed_on: date, *, formal: bool, region: str, election: str, counting: Counting = USUAL
) -> date | None:
    """By when the office must first have acted on a filing that nobody has opened yet."""
    place: dict[str, Any] = {"region": region, "election": election, "counting": counting}
    if formal:
        return earliest(first_deadlines(regime, filed_on, **place))
    return tracing_due(regime, filed_on, **place)


def earliest(deadlines: Sequence[Due]) -> date | None:
    return min((item.due for item in deadlines), default=None)


def tracing_due(
    regime: Regime, filed_on: date, *, region: str, election: str, counting: Counting = USUAL
) -> date | None:
    """By when initial information must have been traced."""
    place: dict[str, Any] = {"region": region, "election": election, "counting": counting}
    tracing = None if regime is Regime.NONE else due(f"{regime}.tracing", filed_on, **place)
    return tracing.due if tracing is not None else None


def filing_limit(regime: Regime, known_on: date | None, *, region: str, election: str) -> Due | None:
    """The time limit for filing, counted from the day on which the event became known.

    Five days a week whatever the office keeps: a six-day week would shut out a citizen earlier than the law.
    """
    if known_on is None or regime is Regime.NONE:
        return None
    return due(f"{regime}.filing", known_on, region=region, election=election)


def signing_due(regime: Regime, limit: Due | None, filed_on: date, *, region: str, election: str) -> Due | None:
    """The last day for the signed form of a report: ``limit``, that of filing, and never less than the days of a
    repair, since the page of filing names what is missing (no read text says which of the two; the later is kinder).

    None outside the stages, where no time limit is known.
    """
    if limit is None:
        return None
    repair = due(f"{regime}.repair", filed_on, region=region, election=election)
    return repair if repair is not None and repair.due > limit.due else limit


def counter_hours(regime: Regime, day: date) -> CounterHours | None:
    """When the counter takes reports; None where the catalogue does not say."""
    if regime is Regime.NONE:
        return None
    rules = clock().rules
    return rules.counter(rules.on(f"{regime}.filing", day).counter, day)


def thaw(line: Mapping[str, Any]) -> Line:
    return Line(line["message"], {name: _thawed(name, value) for name, value in line["params"].items()})


def _thawed(name: str, value: Any) -> object:
    if isinstance(value, Mapping):
        return Bilingual(**value)
    if name not in _DATED:
        return value
    return date.fromisoformat(value) if len(value) == len("2024-11-20") else datetime.fromisoformat(value)


def _keep(found: Deadline, start: date | datetime, name: Bilingual, **counted_from: Any) -> Due:
    return Due(
        rule=found.rule,
        name={"id": name.id, "en": name.en},
        started=start.isoformat(),
        due=found.due,
        due_at=found.due_at,
        day_type=found.day_type.value,
        lines=[{"message": line.message, "params": _freeze(line.params)} for line in found.lines],
        source=found.source,
        confidence=found.confidence.value,
        calendar_version=found.calendar_version,
        **counted_from,
    )


def _freeze(params: Mapping[str, object]) -> dict[str, object]:
    kept: dict[str, object] = {}
    for name, value in params.items():
        if isinstance(value, Bilingual):
            kept[name] = {"id": value.id, "en": value.en}
        elif isinstance(value, date):
            kept[name] = iso_text(value)
        else:
            kept[name] = value
    return kept
