"""Who may see and do what with the press register."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import allow, own_organisation, roles, rows_of
from sinetra.apps.monitoring.models import (
    Article,
    ArticlePage,
    Correction,
    Feed,
    FeedEntry,
    PressLead,
    PublishedFigure,
    PublishedStanding,
    Story,
    WatchHit,
    WatchList,
    WeeklyDigest,
)


def _own(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """The worker looks at feeds for one organisation at a time."""
    if actor.kind == "system" and actor.organisation_id is not None:
        return rows.filter(organisation_id=actor.organisation_id)
    return own_organisation(actor, rows)


@rows_of(Article)
def _articles(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """The public sees the samples of the demo: published facts, retold."""
    return rows.filter(is_sample=True) if actor.kind == "public" else _own(actor, rows)


@rows_of(Story)
def _stories(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    if actor.kind == "public":
        return rows.filter(Exists(Article.objects.filter(story=OuterRef("pk"), is_sample=True)))
    return _own(actor, rows)


for _model in (ArticlePage, Feed, FeedEntry, PublishedStanding, WatchList, WatchHit, WeeklyDigest):
    rows_of(_model)(_own)


@rows_of(Correction)
def _corrections(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return own_organisation(actor, rows)


@rows_of(PublishedFigure)
def _figures(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return own_organisation(actor, rows)


@rows_of(PressLead)
def _leads(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """To those who may see the report that came of it."""
    return own_organisation(actor, rows) if actor.has(*_HANDLERS) else rows.none()


_HANDLERS = (Role.BAWASLU_STAFF, Role.BAWASLU_COMMISSIONER)
_PRESS = (Role.PRESS_OFFICER, Role.BAWASLU_STAFF, Role.BAWASLU_COMMISSIONER, Role.BKPSDM_OFFICER)
allow("article.read", roles(*_PRESS, Role.NEUTRALITY_TEAM))
allow("article.ingest", roles(*_PRESS))
allow("story.decide", roles(*_PRESS))
allow("watch_list.read", roles(*_PRESS, Role.NEUTRALITY_TEAM))
allow("watch_list.write", roles(*_PRESS))
allow("watch_hit.see", roles(*_PRESS))
# What a site sent, as it came: for who works with it.
allow("article.capture", roles(*_PRESS))
allow("feed.read", roles(*_PRESS))
allow("feed.change", roles(*_PRESS))
allow("story.arrange", roles(*_PRESS))
allow("article.correct", roles(*_PRESS))
allow("figure.take", roles(*_PRESS))
allow("article.take_lead", roles(*_HANDLERS))
