"""A person says which articles tell of one event: moves one, splits some off, joins two events; before the decision."""

from __future__ import annotations

from collections.abc import Sequence

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.monitoring.models import Article, Story
from sinetra.apps.monitoring.retold import retell, told_by
from sinetra.core.errors import BadInput, Conflict, gettext_noop


def move_articles(*, story: Story, articles: Sequence[Article], to: Story, reason: str, actor: Actor) -> Story:
    """Some articles of ``story`` tell of ``to``. An event without articles is joined to the one that they went to."""
    policy.require(actor, "story.arrange", story)
    policy.require(actor, "story.arrange", to)
    if story.pk == to.pk:
        raise BadInput(gettext_noop("Pilih peristiwa yang lain."), field="to")
    _check(story, articles, reason)
    with unit_of_work(actor) as work:
        _open(story)
        _open(to)
        _send(work, articles, to, reason)
        if Article.objects.filter(story=story).exists():
            retell(work, story, because="articles_moved")
        else:
            work.change(story, state=Story.State.JOINED, into_id=to.pk, decided_by_id=actor.user_id, decided_at=work.at)
            work.record("story.join", story, data={"into": str(to.pk)}, reason=reason)
        retell(work, to, because="articles_came")
    return to


def split_story(*, story: Story, articles: Sequence[Article], reason: str, actor: Actor) -> Story:
    """Some articles of ``story`` tell of an event of their own: it is opened, and waits for a person too."""
    policy.require(actor, "story.arrange", story)
    _check(story, articles, reason)
    if Article.objects.filter(story=story).exclude(pk__in=[row.pk for row in articles]).first() is None:
        raise BadInput(gettext_noop("Sisakan paling sedikit satu artikel pada peristiwa ini."), field="articles")
    with unit_of_work(actor) as work:
        _open(story)
        title = articles[0].title or articles[0].source
        made = Story(organisation_id=story.organisation_id, title=title[:300], **told_by(articles))
        work.create(made)
        work.record("story.split", made, data={"from": str(story.pk)}, reason=reason)
        _send(work, articles, made, reason)
        retell(work, story, because="articles_split_off")
    return made


def _check(story: Story, articles: Sequence[Article], reason: str) -> None:
    if not articles or any(row.story_id != story.pk for row in articles):
        raise BadInput(gettext_noop("Pilih artikel dari peristiwa ini."), field="articles")
    if not reason.strip() or len(reason) > 500:
        raise BadInput(gettext_noop("Tulis alasannya, paling banyak 500 huruf."), field="reason")


def _open(story: Story) -> None:
    state = Story.objects.filter(pk=story.pk).values_list("state", flat=True).first()
    if state != Story.State.PROPOSED:
        raise Conflict(gettext_noop("Peristiwa ini sudah diputuskan."))


def _send(work: Work, articles: Sequence[Article], to: Story, reason: str) -> None:
    for row in articles:
        before = row.story_id
        work.change(row, story_id=to.pk)
        work.record("article.move", row, data={"from": str(before), "to": str(to.pk)}, reason=reason)
