"""Whether the index foresaw anything: the run of a cycle ago against what was decided since, beside its two rivals.

Regions of one level only, that of which there are most: a city holds its kecamatan, and offices have no history.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import Count

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.vocabulary import MatterKind
from sinetra.apps.index.gather.matters import inside
from sinetra.apps.index.models import IndexRun
from sinetra.apps.index.stored import unit_of
from sinetra.core.index.configuration import Configuration
from sinetra.core.index.inputs import Kind, Unit
from sinetra.core.index.levels import level
from sinetra.core.index.validation import Validation, validate


def foresight(units: Sequence[Unit], method: Configuration, day: date) -> Validation:
    """``units``: what is known on ``day``. Without a run of a cycle ago there is nothing to compare."""
    before = _years_before(day, method.limits.cycle_years)
    run = visible(SYSTEM, IndexRun).filter(day__lte=before).order_by("-day", "-id").first()
    if run is None:
        return validate({}, {}, {}, {})
    rows = run.places.filter(kind=Kind.REGION.value, score__isnull=False).values_list("score", "given")
    then = {given["code"]: (score, unit_of(given)) for score, given in rows if score is not None}
    levels = Counter(level(unit) for _, unit in then.values())
    most = levels.most_common(1)[0][0] if levels else None
    same = {code: unit for code, (_, unit) in then.items() if level(unit) is most}
    start = _years_before(run.day, method.limits.cycle_years)
    found = _reported(start, run.day, received=False), _reported(start, run.day, received=True)
    return validate(
        {code: then[code][0] for code in same},
        _rates([unit for unit in units if unit.code in same], run.day, day),
        _rates(list(same.values()), start, run.day),
        {
            code: 1000 * max(inside(counts, code) for counts in found) / unit.staff
            for code, unit in same.items()
            if unit.staff
        },
    )


def _rates(units: Sequence[Unit], after: date, until: date) -> Mapping[str, float]:
    """Final decisions in 1,000 civil servants, of those units of which the record and the staff are known."""
    return {
        unit.code: 1000 * sum(after < event.on <= until for event in unit.events) / unit.staff
        for unit in units
        if unit.events is not None and unit.staff
    }


def _reported(after: date, until: date, *, received: bool) -> Mapping[str, int]:
    """Matters by region as they came in, whatever became of them: where they were found, or where received."""
    came = Matter._base_manager.filter(opened_on__gt=after, opened_on__lte=until, region__isnull=False)
    handed = {"kind": MatterKind.HANDED_OVER}
    chosen = came.filter(**handed) if received else came.exclude(**handed)
    return dict(chosen.order_by().values_list("region_id").annotate(Count("pk")))


def _years_before(day: date, years: int) -> date:
    """
    >>> _years_before(date(2024, 2, 29), 5)
    datetime.date(2019, 2, 28)
    """
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
