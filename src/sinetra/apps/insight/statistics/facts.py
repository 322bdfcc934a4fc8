"""The dated facts of each matter that a statistic rests on, read once; nothing that a later step can change."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sinetra.apps.cases.models import HandOver, Matter, Step
from sinetra.apps.cases.vocabulary import Direction, Purpose, StepCode
from sinetra.apps.insight.statistics.course import TOLD, Line
from sinetra.apps.insight.statistics.cut_off import CutOff, known
from sinetra.apps.insight.statistics.people import Reported
from sinetra.apps.insight.statistics.vocabulary import Came
from sinetra.core.canonical import canonical

#: What of the parameters of a line says where a case stands.
_PARAMS = ("track", "ended", "outcome")
CHUNK = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterFacts:
    """``persons``: how many what opened it names or describes; ``kept``: that number is the one of an earlier count,
    for the text is erased. ``digest``: over all of it, to tell later which matter was changed."""

    key: UUID
    region: str
    opened_on: date
    came: Came
    moved_here: bool
    acts: tuple[str, ...]
    persons: int
    kept: bool
    lines: tuple[Line, ...]
    digest: str


def matters_at(cut_off: CutOff, reported: Reported) -> list[MatterFacts]:
    """In the order of their ids."""
    lines = _lines(cut_off)
    moved = _moved_here(cut_off)
    found = []
    for rows in known(Matter, cut_off):
        opened = rows.filter(opened_on__lte=cut_off.as_of).select_related("report")
        for row in opened.defer("report__what_sealed", "report__where_sealed").iterator(CHUNK):
            found.append(_facts(row, lines.get(row.pk, ()), reported, moved_here=row.pk in moved))
    return sorted(found, key=lambda facts: facts.key)


def _facts(row: Matter, steps: Sequence[tuple[Any, ...]], reported: Reported, *, moved_here: bool) -> MatterFacts:
    persons, kept = reported.of(row)
    came = Came.TRANSFERRED if moved_here else Came(row.report.channel) if row.report is not None else Came.OWN
    told = [
        [key, code, on, {name: params[name] for name in _PARAMS if name in params}] for key, code, params, on in steps
    ]
    acts = tuple(sorted(set(row.acts)))
    content = [row.region_id, row.opened_on, came, moved_here, acts, persons, told]
    return MatterFacts(
        key=row.pk,
        region=row.region_id,
        opened_on=row.opened_on,
        came=came,
        moved_here=moved_here,
        acts=acts,
        persons=persons,
        kept=kept,
        lines=tuple(Line(code=StepCode(code), params=params) for _key, code, params, _on in steps),
        digest=hashlib.sha256(canonical(content)).hexdigest(),
    )


def _lines(cut_off: CutOff) -> Mapping[UUID, list[tuple[Any, ...]]]:
    """By matter, in the order of the timeline."""
    found: dict[UUID, list[tuple[Any, ...]]] = defaultdict(list)
    codes = [code.value for code in TOLD]
    for rows in known(Step, cut_off):
        wanted = rows.filter(matter__isnull=False, code__in=codes, on__lte=cut_off.as_of)
        ordered = wanted.order_by("at", "place", "pk").values_list("matter_id", "pk", "code", "params", "on")
        for matter, *line in ordered.iterator(CHUNK):
            found[matter].append(tuple(line))
    return found


def _moved_here(cut_off: CutOff) -> set[UUID]:
    """Matters that another office of Bawaslu transferred here, or that were taken over from it."""
    found: set[UUID] = set()
    for rows in known(HandOver, cut_off):
        inside = rows.filter(direction=Direction.INCOMING).exclude(purpose=Purpose.FORWARDING)
        found.update(inside.values_list("matter_id", flat=True))
    return found
