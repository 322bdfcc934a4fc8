"""Who may see and do what with the press register."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import allow, own_organisation, roles, rows_of
from sinetra.apps.monitoring.models import Article, Story, WatchHit, WatchList, WeeklyDigest


@rows_of(Article)
def _articles(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """The public sees the samples of the demo: published facts, retold."""
    return rows.filter(is_sample=True) if actor.kind == "public" else own_organisation(actor, rows)


@rows_of(Story)
def _stories(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    if actor.kind == "public":
        return rows.filter(Exists(Article.objects.filter(story=OuterRef("pk"), is_sample=True)))
    return own_organisation(actor, rows)


@rows_of(WatchList)
@rows_of(WatchHit)
@rows_of(WeeklyDigest)
def _own(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return own_organisation(actor, rows)


_PRESS = (Role.PRESS_OFFICER, Role.BAWASLU_STAFF, Role.BAWASLU_COMMISSIONER, Role.BKPSDM_OFFICER)
allow("article.read", roles(*_PRESS, Role.NEUTRALITY_TEAM))
allow("article.ingest", roles(*_PRESS))
allow("story.decide", roles(*_PRESS))
allow("watch_list.read", roles(*_PRESS, Role.NEUTRALITY_TEAM))
allow("watch_list.write", roles(*_PRESS))
allow("watch_hit.see", roles(*_PRESS))
