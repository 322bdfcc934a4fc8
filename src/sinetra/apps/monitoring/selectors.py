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
    found = policy.visible(actor, Article).select_related("story__region").prefetch_related("corrections").filter(pk=pk).first()
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


def samples(actor: Actor) -> list[Article]:
    """The sample articles of the demo, oldest first."""
    rows = policy.visible(actor, Article).filter(is_sample=True)
    return list(rows.select_related("story__region").prefetch_related("corrections").order_by("source")[:20])
