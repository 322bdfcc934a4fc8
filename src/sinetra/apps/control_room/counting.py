"""Counting an office: marks of its matters, and the numbers that pages add up. Twice comes to the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.bulk import blocks
from sinetra.apps.base.sql import analyse
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.control_room.marks import Told, told_of
from sinetra.apps.control_room.models import ActMark, MatterMark, RoomCell, RoomState
from sinetra.apps.control_room.parts import STEPS, Part, age_place, open_code
from sinetra.apps.registry.models import Organisation
from sinetra.ports.clock import now, today

_BATCH = 1000
_COLUMNS = ("region_id", "reached", "is_open", "kind", "stage", "opened_on")
Key = tuple[str, str, str]


def recount(organisation_id: UUID) -> None:
    """Everything of one office. Pages see the old numbers until it is committed.

    What is read is read before the write lock is taken: a matter that changes meanwhile is right at the next count. Of
    two counts at once that of the later reading stays.
    """
    office = Organisation.objects.get(pk=organisation_id)
    day, at = today(office.region_id), now()
    sums = _Sums(day=day)
    marks: dict[UUID, tuple[object, ...]] = {}
    acts: dict[tuple[UUID, str], date] = {}
    for told in told_of(office):
        sums.add(told)
        marks[told.matter] = (told.region, told.reached, told.is_open, told.kind, told.stage, told.opened_on)
        acts |= {(told.matter, act): told.opened_on for act in told.acts}
    with unit_of_work(SYSTEM):
        Organisation.objects.select_for_update(no_key=True).get(pk=organisation_id)
        if RoomState.objects.filter(organisation_id=organisation_id, computed_at__gt=at).exists():
            return
        _keep_marks(organisation_id, marks)
        _keep_acts(organisation_id, acts)
        RoomCell.objects.filter(organisation_id=organisation_id).delete()
        RoomCell.objects.bulk_create(sums.cells(organisation_id), batch_size=_BATCH)
        RoomState.objects.update_or_create(organisation_id=organisation_id, defaults={"day": day, "computed_at": at})
    for model in (MatterMark, ActMark, RoomCell):
        analyse(model._meta.db_table)


def _keep_marks(organisation_id: UUID, marks: Mapping[UUID, tuple[object, ...]]) -> None:
    """Only what changed is written."""
    stored = MatterMark.objects.filter(organisation_id=organisation_id)
    known = {key: tuple(values) for key, *values in stored.values_list("pk", *_COLUMNS)}
    _remove(MatterMark, (key for key in known if key not in marks))
    changed = [
        MatterMark(matter_id=key, organisation_id=organisation_id, **dict(zip(_COLUMNS, values, strict=True)))
        for key, values in marks.items()
        if known.get(key) != values
    ]
    MatterMark.objects.bulk_create(
        changed,
        batch_size=_BATCH,
        update_conflicts=True,
        unique_fields=["matter"],
        update_fields=["organisation", "region", *_COLUMNS[1:]],
    )


def _keep_acts(organisation_id: UUID, acts: Mapping[tuple[UUID, str], date]) -> None:
    stored = ActMark.objects.filter(organisation_id=organisation_id).values_list("pk", "mark_id", "act", "opened_on")
    known = {(mark, act): (key, day) for key, mark, act, day in stored}
    old = [key for place, (key, day) in known.items() if acts.get(place) != day]
    _remove(ActMark, old)
    same = {place for place, (_key, day) in known.items() if acts.get(place) == day}
    new = (
        ActMark(mark_id=mark, organisation_id=organisation_id, act=act, opened_on=day)
        for (mark, act), day in acts.items()
        if (mark, act) not in same
    )
    ActMark.objects.bulk_create(new, batch_size=_BATCH)


def _remove(model: type[MatterMark | ActMark], keys: Iterable[object]) -> None:
    for part in blocks(keys, 400):
        model._default_manager.filter(pk__in=part).delete()


@dataclass(slots=True, kw_only=True)
class _Sums:
    """Numbers by scope, part and code: of a place, of everything it lies in, and of the whole office."""

    day: date
    matters: Counter[Key] = field(default_factory=Counter)
    persons: Counter[Key] = field(default_factory=Counter)
    spans: dict[Key, Counter[int]] = field(default_factory=dict)

    def add(self, told: Told) -> None:
        for scope in _scopes(told.region):
            for part, code in _places(told, self.day):
                self.matters[scope, part, code] += 1
                self.persons[scope, part, code] += len(told.positions)
            for code, days in _spans(told):
                self.spans.setdefault((scope, Part.STEP, code), Counter())[days] += 1
        # By position only of the whole office: a post and a kelurahan together are a person.
        for position, number in Counter(told.positions).items():
            self.matters["", Part.POSITION, position] += 1
            self.persons["", Part.POSITION, position] += number

    def cells(self, organisation_id: UUID) -> Iterator[RoomCell]:
        for key in sorted(self.matters.keys() | self.spans.keys()):
            scope, part, code = key
            yield RoomCell(
                organisation_id=organisation_id,
                scope=scope,
                part=part,
                code=code,
                matters=self.matters[key],
                persons=self.persons[key],
                median=median(self.spans[key]) if key in self.spans else None,
            )


def _scopes(region: str) -> list[str]:
    """
    >>> _scopes("99.71.01")
    ['', '99', '99.71', '99.71.01']
    """
    words = region.split(".")
    return ["", *(".".join(words[: place + 1]) for place in range(len(words)))]


def _places(told: Told, day: date) -> Iterator[tuple[str, str]]:
    yield Part.STEP, STEPS[told.reached]
    if told.is_open:
        yield Part.OPEN, open_code(told.reached, age_place((day - told.opened_on).days))
    yield Part.KIND, told.kind
    yield Part.STAGE, told.stage
    for act in told.acts:
        yield Part.ACT, act


def _spans(told: Told) -> Iterator[tuple[str, int]]:
    """Days from one step to the next that was taken; a step dated before the one before it took none."""
    for place in range(1, len(STEPS)):
        before, after = told.days[place - 1], told.days[place]
        if before is not None and after is not None:
            yield STEPS[place], max((after - before).days, 0)


def median(spans: Counter[int]) -> float:
    """Of days counted by their number, without a list of all of them.

    >>> median(Counter({1: 2, 4: 1})), median(Counter({1: 1, 4: 1}))
    (1.0, 2.5)
    """
    total = spans.total()
    middle = ((total - 1) // 2, total // 2)
    passed, found = 0, list[int]()
    for days in sorted(spans):
        passed += spans[days]
        found += [days] * (sum(place < passed for place in middle) - len(found))
    return sum(found) / 2
