"""Circulars as an actor may see them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from sinetra.apps.base import policy
from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.base.policy import require
from sinetra.apps.prevention.circular_law import law_news
from sinetra.apps.prevention.models import Circular, CircularAnnex
from sinetra.core.errors import NotFound, gettext_noop

# So many are looked at when the workspace is opened; of the others the daily job takes care.
LOOKED_AT = 20


def circulars(actor: Actor) -> QuerySet[Circular]:
    return policy.visible(actor, Circular).select_related("region")


def circular(actor: Actor, pk: UUID) -> Circular:
    """Errors: ``NotFound``, also for a draft that is not for the actor."""
    rows = circulars(actor).select_related(
        "organisation", "supersedes", "written_by", "checked_by", "ended_by", "confirmed_by", "story"
    )
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Surat edaran ini tidak ada."))
    return found


def annex(actor: Actor, circular_pk: UUID, place: int) -> CircularAnnex:
    """Errors: ``NotFound``."""
    rows = policy.visible(actor, CircularAnnex).select_related("circular")
    found = rows.filter(circular_id=circular_pk, place=place).first()
    if found is None:
        raise NotFound(gettext_noop("Lampiran ini tidak ada."))
    return found


def successor(row: Circular) -> Circular | None:
    """The published one that took its place; a draft that is to take it is nobody's business yet."""
    return successors([row]).get(row.pk)


def successors(rows: Iterable[Circular]) -> dict[UUID, Circular]:
    """By the key of the one that was replaced; in one query."""
    found = Circular.objects.filter(supersedes__in=rows).exclude(state=Circular.State.DRAFT)
    return {row.supersedes_id: row for row in found.order_by("published_on", "id") if row.supersedes_id}


def published(*, in_force: bool = False) -> QuerySet[Circular]:
    """For everybody. To be paged by ``-published_on``."""
    rows = policy.visible(PUBLIC, Circular).select_related("organisation")
    return rows.filter(state=Circular.State.PUBLISHED) if in_force else rows


def to_do(actor: Actor, day: date) -> list[tuple[Circular, str]]:
    """What the officer looks at: ``draft`` to be checked, ``law`` that changed, ``receipts`` that are missing.

    Errors: ``Forbidden``.
    """
    require(actor, "circular.publish")
    own = policy.visible(actor, Circular)
    found = [(row, "draft") for row in own.filter(state=Circular.State.DRAFT).order_by("-id")[:LOOKED_AT]]
    flagged = own.filter(state=Circular.State.PUBLISHED).order_by("-published_on", "-id")
    for row in flagged[:LOOKED_AT]:
        if row.law_changed_on or law_news(row, day):
            found.append((row, "law"))
    older = flagged.filter(Q(law_changed_on__isnull=False)).exclude(pk__in=[row.pk for row, _why in found])
    found += [(row, "law") for row in older[:LOOKED_AT]]
    late = flagged.filter(escalated_on__isnull=False)[:LOOKED_AT]
    return [*found, *((row, "receipts") for row in late)]
