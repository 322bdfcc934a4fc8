"""What the tests of an activity measured. No reading here, or elsewhere, knows a score of a person."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.prevention.models import (
    Activity,
    ActivitySession,
    KnowledgeTest,
    Programme,
    TestItem,
    TestOpening,
    TestResult,
)
from sinetra.apps.prevention.selectors import activities, programmes


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A session with what its tests say; ``result`` is there once it is closed."""

    session: ActivitySession
    result: TestResult | None
    after_is_open: bool


def forms_of(actor: Actor, activity: Activity) -> KnowledgeTest | None:
    """Errors: ``Forbidden``."""
    require(actor, "understanding.read")
    return visible(actor, KnowledgeTest).filter(activity=activity).first()


def sittings(actor: Actor, activity: Activity) -> list[Sitting]:
    """Errors: ``Forbidden``."""
    require(actor, "understanding.read")
    rows = list(visible(actor, ActivitySession).filter(activity=activity).select_related("activity").order_by("place"))
    results = {
        row.session_id: row for row in visible(actor, TestResult).filter(session__in=rows).select_related("session")
    }
    opened = set(visible(actor, TestOpening).filter(session__in=rows).values_list("session_id", flat=True))
    return [Sitting(session=row, result=results.get(row.pk), after_is_open=row.pk in opened) for row in rows]


def session(actor: Actor, pk: UUID) -> ActivitySession:
    """Errors: ``Forbidden``; ``NotFound``."""
    require(actor, "understanding.read")
    return activities.session(actor, pk)


def items(actor: Actor, activity: Activity) -> list[TestItem]:
    """Of every closed session of the activity, session by session. Errors: ``Forbidden``."""
    require(actor, "understanding.read")
    rows = visible(actor, TestItem).filter(result__session__activity=activity)
    return list(rows.select_related("question", "result__session").order_by("result__session__place", "question_id"))


def programme(actor: Actor, pk: UUID) -> Programme:
    """Errors: ``Forbidden``; ``NotFound``."""
    require(actor, "understanding.read")
    return programmes.programme(actor, pk)


def results_of_programme(actor: Actor, row: Programme) -> QuerySet[TestResult]:
    """To be paged by the newest. Errors: ``Forbidden``."""
    require(actor, "understanding.read")
    rows = visible(actor, TestResult).filter(session__activity__programme=row)
    return rows.select_related("session__activity")
