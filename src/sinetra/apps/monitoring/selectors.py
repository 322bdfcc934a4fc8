"""Reads of the press register."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.monitoring.models import Article, Feed, FeedEntry, Story
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.blobs import blob_store


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


def feeds(actor: Actor) -> QuerySet[Feed]:
    return policy.visible(actor, Feed)


def feed(actor: Actor, pk: UUID) -> Feed:
    found = feeds(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Umpan ini tidak ada."))
    return found


def entries(actor: Actor, feed: Feed) -> QuerySet[FeedEntry]:
    return policy.visible(actor, FeedEntry).filter(feed=feed).select_related("article")


def capture(article: Article) -> bytes:
    """The page as it came. Errors: ``NotFound``, ``VerificationFailed`` when it is no longer what it was."""
    return blob_store(settings.SINETRA_DATA, settings.SINETRA_BLOBS_URL).get(article.capture or article.sha256)
