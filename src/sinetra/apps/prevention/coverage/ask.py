"""Promising, inside the unit of work of a verb, that coverage is counted again after it."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sinetra.apps.base.work import Work

REFRESH = "prevention.refresh_coverage"


def ask_coverage(
    work: Work, organisation_id: UUID, *, activity_id: UUID | None = None, people: Collection[UUID] = ()
) -> None:
    """After a session, or the signatures of ``people``; without either after a list of people: everything is counted.

    Who asks several times in one unit of work is promised it once; all people of it are said at once.
    """
    payload: dict[str, str | list[str]] = {"organisation": str(organisation_id)}
    if activity_id is not None:
        payload["activity"] = str(activity_id)
    elif people:
        payload["people"] = sorted(str(pk) for pk in people)
    what = activity_id or min(people, default=organisation_id)
    work.enqueue(REFRESH, payload, key=f"coverage:{what}:{work.group}")
