"""Articles of a folder into the press register, as the press officer of the demo would bring them in."""

from __future__ import annotations

from pathlib import Path

from sinetra.apps.accounts.models import RoleGrant
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.monitoring.actions.decide_story import confirm_story
from sinetra.apps.monitoring.actions.ingest_articles import Capture, ingest_articles
from sinetra.apps.monitoring.models import Story
from sinetra.core.press import ACCEPTED
from sinetra.ports.clock import legal_clock


def press_officer() -> Actor:
    """The first person of the demo who may bring articles in."""
    grant = RoleGrant.objects.filter(role=Role.PRESS_OFFICER).select_related("user").order_by("id")[0]
    return actor_of(grant.user, legal_clock().today())


def load_articles(folder: Path, *, is_sample: bool) -> None:
    """Reads every article file of ``folder``; the sample events are confirmed, so that the registers hold them."""
    captures = [
        Capture(name=path.name, data=path.read_bytes())
        for path in sorted(folder.iterdir())
        if path.is_file() and path.name.lower().endswith(ACCEPTED)
    ]
    actor = press_officer()
    ingested = ingest_articles(captures=captures, actor=actor, is_sample=is_sample)
    if is_sample:
        stories = Story.objects.filter(articles__in=ingested.articles, state=Story.State.PROPOSED).distinct()
        for story in stories.order_by("id"):
            confirm_story(story=story, actor=actor)
