"""Reads of published standings."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.monitoring.standing_models import PublishedStanding
from sinetra.core.errors import NotFound, gettext_noop


def standings(actor: Actor) -> QuerySet[PublishedStanding]:
    """To be paged by ``-as_of``. Errors: ``Forbidden``."""
    policy.require(actor, "article.read")
    return policy.visible(actor, PublishedStanding)


def standing(actor: Actor, key: UUID) -> PublishedStanding:
    """Errors: ``Forbidden``, ``NotFound``."""
    found = standings(actor).filter(pk=key).first()
    if found is None:
        raise NotFound(gettext_noop("Tabel ini tidak ada."))
    return found


def of_the_same_day(row: PublishedStanding) -> list[PublishedStanding]:
    """What the same body published of that day, unit by unit."""
    rows = PublishedStanding.objects.filter(organisation_id=row.organisation_id, body=row.body, as_of=row.as_of)
    return sorted(rows, key=lambda other: ("case", "person", "act").index(other.unit))
