"""Deadlines for machines: the rules there are, and one computed (contracts 5 and 10)."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.translation import get_language, gettext
from ninja import Query, Router

from sinetra.api.problems import Problem
from sinetra.apps.base.catalogue import clock
from sinetra.core.clock.counting import JointLeave
from sinetra.core.clock.deadline_rules import Rule
from sinetra.core.clock.written import day_written, moment_written

router = Router(tags=["law"])
From = Annotated[str, Query(alias="from", description="A day, or an instant: 2024-11-20, 2024-11-20T14:30+08:00")]
AsOf = Annotated[str | None, Query(description="A day: only decrees published until then are known")]
WorkWeek = Annotated[int, Query(description="5 or 6")]
Joint = Annotated[str, Query(description="Joint leave (cuti bersama): skip or count")]
Zone = Annotated[str | None, Query(description="WIB, WITA or WIT, where it is not that of the region")]
Length = Annotated[int | None, Query(description="What an institution has set, for a configurable rule")]


@router.get("/deadlines", response={200: Any}, summary="All deadline rules with their versions")
def rules(request: HttpRequest) -> Any:
    """``end``: the day is the last one in time (``latest``), an effect begins on it or lasts until its end."""
    known = clock().rules
    return {
        "rules": [_rule(version) for rule in known.ids for version in known.versions(rule)],
        "calendar_version": clock().calendars.version,
    }


@router.get("/deadlines/{rule}", response={200: Any, 422: Problem}, summary="When is something due, and why then?")
def deadline(
    request: HttpRequest,
    rule: str,
    start: From,
    region: str | None = None,
    zone: Zone = None,
    election: str | None = None,
    work_week: WorkWeek = 5,
    joint_leave: Joint = JointLeave.SKIP.value,
    as_of: AsOf = None,
    length: Length = None,
) -> Any:
    """The shape of ``sinetra deadline``. ``from`` is when the period starts; that day is not counted."""
    clock().rules.versions(rule)
    found = clock().deadline(
        rule,
        moment_written(start, field="from"),
        region=region,
        zone=zone,
        election=election,
        work_week=work_week,
        joint_leave=joint_leave,
        as_of=None if as_of is None else day_written(as_of, field="as_of"),
        length=length,
    )
    return found.to_json(gettext, "en" if get_language() == "en" else "id")


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "rule": rule.id,
        "name": rule.name.to_json(),
        "length": rule.length,
        "unit": rule.unit.value,
        "day_type": rule.day_type.value,
        "start_event": rule.start_event.to_json(),
        "end": rule.end.value,
        "backward": rule.backward,
        "configurable": rule.configurable,
        "readings": [
            {"id": item.id, "length": item.length, "day_type": item.day_type.value, "name": item.name.to_json()}
            for item in rule.readings
        ],
        "note": None if rule.note is None else rule.note.to_json(),
        "source": rule.source.as_printed,
        "norm": {"instrument": rule.source.instrument, "article": rule.source.article},
        "confidence": rule.confidence.value,
        "day_type_confidence": rule.day_type_confidence.value,
        "from": rule.valid_from.isoformat(),
        "to": None if rule.valid_to is None else rule.valid_to.isoformat(),
    }
