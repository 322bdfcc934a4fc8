"""Reads of the press register."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.monitoring.models import Article, Story
from sinetra.core.errors import NotFound, gettext_noop


def articles(actor: Actor) -> QuerySet[Article]:
    return policy.visible(actor, Article).select_related("story__region").defer("text")


def article(actor: Actor, pk: UUID) -> Article:
    found = policy.visible(actor, Article).select_related("story__region").filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Artikel ini tidak ada."))
    return found


def stories(actor: Actor) -> QuerySet[Story]:
    return policy.visible(actor, Story).select_related("region")


def story(actor: Actor, pk: UUID) -> Story:
    found = stories(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Peristiwa ini tidak ada."))
    return found


def other_steps(actor: Actor, event: Story) -> QuerySet[Story]:
    """Events of the same affair (report, clarification, recommendation, sanction), the first day first."""
    same = stories(actor).filter(organisation_id=event.organisation_id, affair_key=event.affair_key)
    rows = same if event.affair_key else same.none()
    return rows.exclude(pk=event.pk).order_by("event_date", "id")


def samples(actor: Actor) -> list[Article]:
    """The sample articles of the demo, oldest first."""
    rows = policy.visible(actor, Article).filter(is_sample=True)
    return list(rows.select_related("story__region").order_by("source")[:20])
