"""Reads of watch lists and of what they found."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Prefetch, QuerySet

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.monitoring.models import Article, WatchHit, WatchList
from sinetra.core.errors import NotFound, gettext_noop


def watch_lists(actor: Actor) -> QuerySet[WatchList]:
    return policy.visible(actor, WatchList)


def watch_list(actor: Actor, pk: UUID) -> WatchList:
    found = watch_lists(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Daftar pantau ini tidak ada."))
    return found


def hits(actor: Actor, row: WatchList) -> QuerySet[WatchHit]:
    rows = policy.visible(actor, WatchHit).filter(watch_list=row)
    rows = rows.select_related("article__story__region", "organisation", "seen_by").defer("article__text")
    # What the name of an event needs, without the facts of its articles.
    told = Article.objects.only("id", "story_id", "source", "title", "text")
    return rows.prefetch_related(Prefetch("article__story__articles", queryset=told))


def hit(actor: Actor, pk: UUID) -> WatchHit:
    found = policy.visible(actor, WatchHit).filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Temuan ini tidak ada."))
    return found


def some_unseen(row: WatchList) -> bool:
    """Of a list that was read through ``watch_lists``."""
    return row.hits.filter(seen_at__isnull=True).exists()
