"""The week that an address asks for."""

from __future__ import annotations

from datetime import date

from sinetra.apps.base.policy import visible
from sinetra.apps.monitoring.week import Week, week_of
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.web.access import StaffRequest


def office_of(request: StaffRequest) -> Organisation:
    return visible(request.actor, Organisation).get(pk=request.actor.office)


def monday(text: str, region: str | None) -> Week:
    """Errors: ``NotFound`` for what is no Monday."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise NotFound(gettext_noop("Minggu ini tidak ada. Sebutkan hari Seninnya.")) from None
    return week_of(day, region)


def asked_week(request: StaffRequest) -> Week | None:
    """``?minggu=``, or None without it."""
    text = request.GET.get("minggu", "")
    return monday(text, office_of(request).region_id) if text else None
