"""Events that wait for a person, and all others, narrowed by what one looks for; a page of them at any number.

Newest first is the order of every index that serves it: what is narrowed is read in that order until the page is full.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.monitoring.models import Article, Story
from sinetra.apps.monitoring.selectors import stories
from sinetra.apps.registry.models import Region


def inbox(actor: Actor) -> QuerySet[Story]:
    """Events with what a list of them shows: outlets, and whether a day is inherited; no text of an article."""
    told = Article.objects.annotate(inherited=F("facts__event_date__inherited")).only(
        "id", "story_id", "outlet", "source"
    )
    return stories(actor).prefetch_related(Prefetch("articles", queryset=told.order_by("id")))


def narrowed(
    actor: Actor,
    rows: QuerySet[Story],
    *,
    state: str = "",
    event_type: str = "",
    region: str = "",
    outlet: str = "",
    since: date | None = None,
    until: date | None = None,
) -> QuerySet[Story]:
    """``region``: a code, with all below it, or a part of its name. ``since``, ``until``: the day of the event."""
    if state:
        rows = rows.filter(state=state)
    if event_type:
        rows = rows.filter(event_type=event_type)
    if region:
        below = Q(pk=region) | Q(pk__startswith=f"{region}.")
        named = Region.objects.filter(below if region[0].isdigit() else Q(name__icontains=region))
        rows = rows.filter(_in_regions(actor, named))
    if outlet:
        # One look at the outlets of the office instead of one for each event.
        told = policy.visible(actor, Article).filter(outlet__icontains=outlet)
        rows = rows.filter(pk__in=told.values("story"))
    if since:
        rows = rows.filter(event_date__gte=since)
    return rows.filter(event_date__lte=until) if until else rows


def _in_regions(actor: Actor, named: QuerySet[Region]) -> Q:
    """One region with events is found by its index; events of several are met among the newest of all."""
    here = policy.visible(actor, Story).filter(region=OuterRef("pk"))
    codes = list(named.filter(Exists(here)).values_list("pk", flat=True)[:2])
    return Q(region__in=named.values("pk")) if len(codes) > 1 else Q(region__in=codes)
