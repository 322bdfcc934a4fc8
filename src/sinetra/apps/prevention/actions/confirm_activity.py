"""The organiser confirms an activity that was known from the press only, and corrects what the press had wrong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.coverage.ask import ask_coverage
from sinetra.apps.prevention.models import Activity, Programme
from sinetra.core.errors import BadInput, Conflict, NotFound, gettext_noop

# What may be corrected. The press's own words stay in ``facts_from``.
CORRECTABLE = (
    *("title", "starts_on", "duration_days", "organiser", "opened_by", "theme", "participants"),
    *("participants_approximate", "covers_non_asn"),
)


def confirm_activity(
    *,
    activity: Activity,
    corrections: Mapping[str, Any],
    reason: str,
    actor: Actor,
    programme: Programme | None = None,
) -> Activity:
    """From now on it counts in coverage. ``reason`` is needed where something is corrected, and kept with it.

    Errors: ``Forbidden``; ``BadInput`` on ``reason`` or ``title``; ``Conflict`` when it was confirmed already.
    """
    policy.require(actor, "activity.confirm", activity)
    if not activity.known_from_press_only:
        raise Conflict(gettext_noop("Kegiatan ini sudah dikonfirmasi."))
    if programme is not None and programme.organisation_id != activity.organisation_id:
        raise NotFound(gettext_noop("Program ini tidak ada."))
    changed = {
        name: corrections[name]
        for name in CORRECTABLE
        if name in corrections and corrections[name] != getattr(activity, name)
    }
    if not str(changed.get("title", activity.title)).strip():
        raise BadInput(gettext_noop("Tulis nama kegiatannya."), field="title")
    if changed and not reason.strip():
        raise BadInput(gettext_noop("Tuliskan mengapa isinya dibetulkan."), field="reason")
    kept = [{"field": name, "was": _text(getattr(activity, name)), "now": _text(now)} for name, now in changed.items()]
    with unit_of_work(actor) as work:
        work.change(
            activity,
            **changed,
            programme=programme or activity.programme,
            corrections=[*activity.corrections, *kept],
            confirmation_note=reason.strip(),
            confirmed_by_id=actor.user_id,
            confirmed_at=timezone.now(),
        )
        work.record("activity.confirm", activity, data={"corrected": sorted(changed)}, reason=reason.strip())
        ask_coverage(work, activity.organisation_id, activity_id=activity.pk)
    return activity


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
