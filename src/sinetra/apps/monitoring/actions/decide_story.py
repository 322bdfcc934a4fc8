"""A person confirms what the reader proposes, or rejects it; only then does anything enter a register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils import timezone

from sinetra.apps.agreements.models import Agreement
from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.row import Row
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.monitoring.circular_prints import register_circulars
from sinetra.apps.monitoring.corrected import facts_of
from sinetra.apps.monitoring.models import Article, Story
from sinetra.apps.monitoring.outside import MASK, accused_in
from sinetra.apps.prevention.actions.register_from_press import register_from_press
from sinetra.apps.prevention.models import Activity, Programme
from sinetra.core.errors import Conflict, NotFound, gettext_noop
from sinetra.core.press.accused import masked
from sinetra.core.prevention.told import Telling, Told, told

ACTIVITIES = {"sosialisasi": Activity.Kind.SOCIALISATION, "rakor/mou": Activity.Kind.COORDINATION}


def confirm_story(*, story: Story, actor: Actor, programme: Programme | None = None) -> tuple[Row, ...]:
    """Puts the event's activity, circulars and agreement into the registers; gives back what was made.

    ``programme``: where the activity belongs, when the person says so.
    """
    policy.require(actor, "story.decide", story)
    if programme is not None and programme.organisation_id != story.organisation_id:
        raise NotFound(gettext_noop("Program ini tidak ada."))
    _still_open(story)
    articles = list(policy.visible(actor, Article).filter(story=story).prefetch_related("corrections").order_by("id"))
    merged = _merged([facts_of(article) for article in articles])
    with unit_of_work(actor) as work:
        made: list[Row] = [
            row
            for row in (_activity(work, story, articles, programme), _agreement(work, story, merged))
            if row is not None
        ]
        # Every article is read: two prints of one number are one circular.
        for article in articles:
            made += register_circulars(work, story, article, covers_non_asn=_value(merged.get("covers_non_asn")))
        work.change(story, state=Story.State.CONFIRMED, decided_by_id=actor.user_id, decided_at=timezone.now())
        work.record("story.confirm", story, data={"made": [f"{row.type_name()}:{row.pk}" for row in made]})
    return tuple(made)


def reject_story(*, story: Story, actor: Actor, reason: str) -> None:
    """The event stays in the press register, marked; nothing else is made of it."""
    policy.require(actor, "story.decide", story)
    _still_open(story)
    with unit_of_work(actor) as work:
        work.change(story, state=Story.State.REJECTED, decided_by_id=actor.user_id, decided_at=timezone.now())
        work.record("story.reject", story, reason=reason)


def _still_open(story: Story) -> None:
    if story.state != Story.State.PROPOSED:
        raise Conflict(gettext_noop("Peristiwa ini sudah diputuskan."))


def _merged(facts: list[dict[str, Any]]) -> dict[str, Any]:
    """For each field the first article's reading that says something; differences stay in ``story.conflicts``."""
    merged: dict[str, Any] = {}
    for article in facts:
        for name, value in article.items():
            if merged.get(name) in (None, [], {}, ""):
                merged[name] = value
    return merged


def _value(fact: Any) -> Any:
    """A fact with a span is ``{"value": …, "span": …}``; its value, or None."""
    return fact.get("value") if isinstance(fact, dict) else fact


def _activity(work: Work, story: Story, articles: Sequence[Article], programme: Programme | None) -> Activity | None:
    kind = ACTIVITIES.get(story.event_type)
    if kind is None:
        return None
    texts = {str(article.pk): article.text for article in articles}
    return register_from_press(
        work,
        story=story,
        title=masked(story.title, accused_in(articles), MASK),
        kind=kind,
        facts=_outside(story, articles),
        texts=texts,
        programme=programme,
    )


def _outside(story: Story, articles: Sequence[Article]) -> dict[str, list[Told]]:
    """What the articles tell, without the names of accused persons: a register is outside the workbench."""
    names = accused_in(articles)

    def without(value: Any) -> Any:
        return masked(value, names, MASK) if isinstance(value, str) else value

    return {
        name: [replace(item, as_printed=without(item.as_printed), value=without(item.value)) for item in items]
        for name, items in told(_tellings(story, articles)).items()
    }


def _tellings(story: Story, articles: Sequence[Article]) -> list[Telling]:
    return [
        Telling(
            article=str(article.pk),
            text=article.text,
            facts=facts_of(article),
            quoted=[item for item in story.quoted if item["article"] == str(article.pk)],
        )
        for article in articles
    ]


def _agreement(work: Work, story: Story, facts: dict[str, Any]) -> Agreement | None:
    found = facts.get("agreement")
    if not found:
        return None
    signed = found.get("signed_on")
    row = Agreement(
        organisation_id=story.organisation_id,
        title=" – ".join(found.get("parties") or []) or masked(story.title, accused_in(story.articles.all()), MASK),
        parties=found.get("parties") or [],
        covers=found.get("covers") or [],
        region_id=story.region_id,
        signed_on=date.fromisoformat(signed) if signed else None,
        story=story,
    )
    work.create(row)
    work.record("agreement.register", row, data={"story": str(story.pk)})
    return row
