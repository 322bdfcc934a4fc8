"""Reads of the press register."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.monitoring.models import Article, ArticlePage, Correction, Feed, FeedEntry, PublishedFigure, Story
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.blobs import blob_store


def articles(actor: Actor) -> QuerySet[Article]:
    return policy.visible(actor, Article).select_related("story__region").defer("text")


def article(actor: Actor, pk: UUID) -> Article:
    found = (
        policy.visible(actor, Article)
        .select_related("story__region")
        .prefetch_related("corrections")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotFound(gettext_noop("Artikel ini tidak ada."))
    return found


def pages(actor: Actor, article: Article) -> QuerySet[ArticlePage]:
    """Those that came besides the first one, in their order."""
    return policy.visible(actor, ArticlePage).filter(article=article).order_by("number", "id")


def pages_apart(actor: Actor, article: Article) -> QuerySet[Article]:
    """Articles here that are pages of the same one and could not be joined to it."""
    same = articles(actor).filter(organisation_id=article.organisation_id, belongs=article.belongs)
    return (same if article.belongs else same.none()).exclude(pk=article.pk).order_by("id")


def article_page(actor: Actor, article: Article, number: int) -> ArticlePage:
    found = pages(actor, article).filter(number=number).first()
    if found is None:
        raise NotFound(gettext_noop("Halaman ini tidak ada."))
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
    return list(rows.select_related("story__region").prefetch_related("corrections").order_by("source")[:20])


def correction(actor: Actor, pk: UUID) -> Correction:
    found = policy.visible(actor, Correction).select_related("article__story").filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Pembetulan ini tidak ada."))
    return found


def corrections_of(actor: Actor, article: Article) -> list[Correction]:
    """Those that hold, oldest first, with who made them."""
    rows = policy.visible(actor, Correction).filter(article=article, taken_back_at=None)
    return list(rows.select_related("by").order_by("id"))


def figures(actor: Actor) -> QuerySet[PublishedFigure]:
    return policy.visible(actor, PublishedFigure).select_related("article", "region").defer("article__text")


def figure(actor: Actor, pk: UUID) -> PublishedFigure:
    found = figures(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Angka ini tidak ada."))
    return found


def feeds(actor: Actor) -> QuerySet[Feed]:
    return policy.visible(actor, Feed)


def feed(actor: Actor, pk: UUID) -> Feed:
    found = feeds(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Umpan ini tidak ada."))
    return found


def entries(actor: Actor, feed: Feed) -> QuerySet[FeedEntry]:
    return policy.visible(actor, FeedEntry).filter(feed=feed).select_related("article")


def capture(article: Article | ArticlePage) -> bytes:
    """The page as it came. Errors: ``NotFound``, ``VerificationFailed`` when it is no longer what it was."""
    return blob_store(settings.SINETRA_DATA, settings.SINETRA_BLOBS_URL).get(article.capture or article.sha256)
