"""The list behind a number of views 5 and 6: as many rows as the number said when it was counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.vocabulary import Outcome
from sinetra.apps.control_room.models import ActMark, MatterMark
from sinetra.apps.control_room.parts import opened_between


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """``reached``: places of the steps; ``age``: place in ``AGES`` of open ones on ``day``; ``is_open``: of any age.
    One of ``kind``, ``stage`` and ``act`` at most is asked for."""

    first: int = 0
    last: int = 4
    age: int | None = None
    is_open: bool = False
    kind: str = ""
    stage: str = ""
    act: str = ""


Rows = QuerySet[MatterMark] | QuerySet[ActMark]


def behind(actor: Actor, asked: Behind, day: date) -> Rows:
    """To be paged by ``order``; ``day`` is that of the count. Errors: ``Forbidden``.

    Who was cleared since the count is in no list any more, so a list may be shorter than its number, never longer.
    """
    require(actor, "matter.read")
    if asked.act:
        # Along its own index: the matters of a rare act lie far apart.
        acts = visible(actor, ActMark).filter(act=asked.act, mark__matter__corrected_at=None)
        acts = acts.exclude(mark__matter__outcome=Outcome.NOT_PROVEN)
        related = ("mark__matter__region", "mark__matter__handler")
        return acts.select_related(*related).defer("mark__matter__facts_sealed")
    rows = visible(actor, MatterMark).exclude(matter__outcome=Outcome.NOT_PROVEN).filter(matter__corrected_at=None)
    if asked.first == asked.last:
        rows = rows.filter(reached=asked.first)
    elif (asked.first, asked.last) != (0, 4):
        rows = rows.filter(reached__gte=asked.first, reached__lte=asked.last)
    if asked.is_open or asked.age is not None:
        # Written so that SQLite, too, goes along the index of open ones: closed ones grow without end.
        rows = rows.filter(is_open__in=(True,))
    if asked.age is not None:
        since, until = opened_between(asked.age, day)
        rows = rows.filter(opened_on__gte=since) if since else rows
        rows = rows.filter(opened_on__lte=until) if until else rows
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.stage:
        rows = rows.filter(stage=asked.stage)
    return rows.select_related("matter__region", "matter__handler").defer("matter__facts_sealed")


def matter_of(row: MatterMark | ActMark) -> Matter:
    return row.mark.matter if isinstance(row, ActMark) else row.matter


def order(asked: Behind) -> tuple[str, ...]:
    """Along an index of what is asked for: the longest open first, within a step where several are asked for."""
    if asked.act:
        return ("opened_on", "mark")
    one_of = asked.kind or asked.stage or asked.first == asked.last
    return ("opened_on", "pk") if one_of else ("reached", "opened_on", "pk")
