"""Promising, inside the unit of work of a verb, that coverage is counted again after it."""

from __future__ import annotations

from uuid import UUID

from sinetra.apps.base.work import Work

REFRESH = "prevention.refresh_coverage"


def ask_coverage(
    work: Work, organisation_id: UUID, *, activity_id: UUID | None = None, person_id: UUID | None = None
) -> None:
    """After a session, a signature; without either after a list of people: everything is counted.

    Who asks several times in one unit of work is promised it once.
    """
    payload = {"organisation": str(organisation_id)}
    if activity_id is not None:
        payload["activity"] = str(activity_id)
    elif person_id is not None:
        payload["person"] = str(person_id)
    what = activity_id or person_id or organisation_id
    work.enqueue(REFRESH, payload, key=f"coverage:{what}:{work.group}")
