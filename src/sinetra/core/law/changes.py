"""What changed in the law between two days: norms that began, ended or changed, with the event and the lines.

A norm is taken as it stands on the day of the act (versions, exceptions, citations) and, for who receives and decides,
on the day the matter is handled. Each day on which one of these differs from the day before is one change; a change
that was undone before the last day is therefore shown, too. A sanction carries no dates in the catalogue: where the
sanction changed, the catalogue has two norms, of which one ends and the other begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law.decision import route_json
from sinetra.core.law.instruments import Instrument
from sinetra.core.law.model import Citation, Condition, Exemption, Norm, Period, Route, Version
from sinetra.core.law.rulebook import Rulebook

ONE_DAY = timedelta(days=1)


class ChangeKind(StrEnum):
    BEGAN = "began"
    ENDED = "ended"
    CHANGED = "changed"


class Part(StrEnum):
    CONDITION = "condition"
    EXCEPTION = "exception"
    CITATION = "citation"
    ROUTE = "route"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line that differs: ``before`` is None for what is new, ``after`` for what is gone."""

    part: Part
    before: Condition | Exemption | Citation | Route | None
    after: Condition | Exemption | Citation | Route | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """``day`` is the first day of the new state. ``event``: what the catalogue names as its source, if it does."""

    day: date
    kind: ChangeKind
    norm: Norm
    event: str | None
    lines: tuple[Line, ...]

    def to_json(self) -> dict[str, object]:
        return {
            "day": self.day.isoformat(),
            "kind": self.kind.value,
            "rule": self.norm.id,
            "track": self.norm.track.value,
            "title": self.norm.title.to_json(),
            "event": self.event,
            "lines": [
                {
                    "part": line.part.value,
                    "before": _line_json(line.before, self.day - ONE_DAY),
                    "after": _line_json(line.after, self.day),
                }
                for line in self.lines
            ],
        }


def changes(book: Rulebook, since: date, until: date) -> tuple[Change, ...]:
    """The changes after ``since`` up to and on ``until``, by day, then track and id.

    Errors: ``BadInput`` when ``until`` is before ``since``.
    """
    if until < since:
        message = gettext_noop("Tanggal kedua (%(until)s) mendahului tanggal pertama (%(since)s).")
        raise BadInput(message, field="to", accepted=[f">= {since}"], until=until, since=since)
    found = [change for norm in book.norms for change in _of_norm(norm, book.instruments, since, until)]
    return tuple(sorted(found, key=lambda item: (item.day, item.norm.track, item.norm.id)))


def opened_by(version: Version) -> str:
    """The event with which the version began."""
    return version.source_event


def closed_by(norm: Norm, version: Version, instruments: Mapping[str, Instrument]) -> str | None:
    """The event that closed the version: that of the next version, else the instrument that repealed its source.

    None while it is in force, and where the catalogue names no event.
    """
    end = version.period.end
    if end is None:
        return None
    for other in norm.versions:
        if other.period.start == end + ONE_DAY:
            return other.source_event
    for item in norm.citations:
        source = instruments[item.instrument]
        if source.ends is not None and source.ends.latest == end and source.repealed_by is not None:
            return instruments[source.repealed_by].cited_as
    return None


# An exception, and what makes it the same on two days.
Named = tuple[Exemption, object]


def _of_norm(norm: Norm, instruments: Mapping[str, Instrument], since: date, until: date) -> Iterator[Change]:
    for day in sorted(day for day in _edges(norm) if since < day <= until):
        old, new = norm.version_on(day - ONE_DAY), norm.version_on(day)
        if old is None and new is None:
            continue
        if old is None and new is not None:
            yield Change(day=day, kind=ChangeKind.BEGAN, norm=norm, event=opened_by(new), lines=())
        elif new is None and old is not None:
            event = closed_by(norm, old, instruments)
            yield Change(day=day, kind=ChangeKind.ENDED, norm=norm, event=event, lines=())
        elif old is not None and new is not None:
            lines = tuple(_lines(norm, old, new, day))
            if lines or new is not old:
                event = opened_by(new) if new is not old else None
                yield Change(day=day, kind=ChangeKind.CHANGED, norm=norm, event=event, lines=lines)


def _edges(norm: Norm) -> set[date]:
    """The first days on which something of the norm may differ from the day before."""
    periods = [item.period for item in norm.versions]
    periods += [item.period for item in norm.citations]
    periods += [item.period for item in norm.routes]
    for version in norm.versions:
        periods += _exemption_periods(version.unless)
    starts = {item.start for item in periods if item.start is not None}
    return starts | {item.end + ONE_DAY for item in periods if item.end is not None}


def _exemption_periods(items: Iterable[Exemption]) -> Iterator[Period]:
    for item in items:
        yield item.period
        yield from (cited.period for cited in item.citations)
        yield from _exemption_periods(item.unless)


def _lines(norm: Norm, old: Version, new: Version, day: date) -> Iterator[Line]:
    before = day - ONE_DAY
    if new is not old:
        first, second = ({item.field: item for item in version.when} for version in (old, new))
        for field in dict.fromkeys((*first, *second)):
            one, two = first.get(field), second.get(field)
            if one is None or two is None or one.values != two.values:
                yield Line(part=Part.CONDITION, before=one, after=two)
    yield from _exceptions(_exemptions(old, before), _exemptions(new, day))
    yield from _differing(Part.CITATION, _citations(norm, before), _citations(norm, day))
    yield from _routes(norm, before, day)


def _differing(part: Part, old: Mapping[object, Citation], new: Mapping[object, Citation]) -> Iterator[Line]:
    for key, item in old.items():
        if key not in new:
            yield Line(part=part, before=item, after=None)
    for key, item in new.items():
        if key not in old:
            yield Line(part=part, before=None, after=item)


def _exceptions(old: Mapping[str, Named], new: Mapping[str, Named]) -> Iterator[Line]:
    """One line for an exception of the same name of which the conditions, the articles or what is inside differ."""
    for name in dict.fromkeys((*old, *new)):
        first, second = old.get(name), new.get(name)
        if first is None or second is None or first[1] != second[1]:
            yield Line(
                part=Part.EXCEPTION,
                before=None if first is None else first[0],
                after=None if second is None else second[0],
            )


def _exemptions(version: Version, day: date) -> Mapping[str, Named]:
    return {item.id: (item, _exemption_key(item, day)) for item in version.unless if item.period.holds(day)}


def _exemption_key(item: Exemption, day: date) -> object:
    """What makes an exception the same on two days: its name, conditions, articles and what takes it back."""
    return (
        item.id,
        frozenset((condition.field, condition.values) for condition in item.when),
        frozenset((cited.instrument, cited.article) for cited in item.citations if cited.period.holds(day)),
        frozenset(_exemption_key(inner, day) for inner in item.unless if inner.period.holds(day)),
    )


def _citations(norm: Norm, day: date) -> Mapping[object, Citation]:
    return {(item.instrument, item.article, item.statuses): item for item in norm.citations if item.period.holds(day)}


def _routes(norm: Norm, before: date, day: date) -> Iterator[Line]:
    old = norm.route_on(before)
    new = norm.route_on(day)
    if (None if old is None else route_json(old)) != (None if new is None else route_json(new)):
        yield Line(part=Part.ROUTE, before=old, after=new)


def _line_json(item: Condition | Exemption | Citation | Route | None, day: date) -> object:
    match item:
        case None:
            return None
        case Condition():
            return item.text
        case Exemption():
            return {
                "id": item.id,
                "title": item.title.to_json(),
                "conditions": [condition.text for condition in item.when],
                "citations": [_line_json(cited, day) for cited in item.citations if cited.period.holds(day)],
                "exceptions": [_line_json(inner, day) for inner in item.unless if inner.period.holds(day)],
            }
        case Citation():
            return {"instrument": item.instrument, "article": item.article, "confidence": item.confidence.value}
        case Route():
            return route_json(item)
