"""A person takes a fact from the text that the reader missed: a correction with the words as its proof."""

from __future__ import annotations

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.monitoring.actions.correct_fact import correct_fact
from sinetra.apps.monitoring.models import Article, Correction, Story
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.press.corrections import Verdict


def quote_fact(
    *, story: Story, article: Article, field: str, words: str, actor: Actor, value: str = "", reason: str = ""
) -> Correction:
    """``value``: what the words mean, where that is not the words themselves; a number for a field of numbers.

    Errors: ``BadInput`` on ``article`` (of another event), and those of ``correct_fact``.
    """
    policy.require(actor, "story.decide", story)
    if article.story_id != story.pk:
        raise BadInput(gettext_noop("Artikel ini menceritakan peristiwa lain."), field="article")
    return correct_fact(
        article=article, field=field, verdict=Verdict.ADDED, words=words, value=value, reason=reason, actor=actor
    )
