"""A circular as an article prints it: the same number printed in two ways is one circular, and both prints are kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Q

from sinetra.apps.base.row import Row
from sinetra.apps.base.work import Work
from sinetra.apps.monitoring.corrected import facts_of
from sinetra.apps.monitoring.models import Article, Story
from sinetra.apps.prevention.models import Circular
from sinetra.core.prevention.circular_number import number_key

LONGEST = 120


def register_circulars(work: Work, story: Story, article: Article, *, covers_non_asn: bool | None) -> list[Row]:
    """Every circular that the article names, with its print. Gives back those that are new."""
    return [
        _registered(work, story, found, printed, covers_non_asn=covers_non_asn)
        for found, printed in _printed(article)
        if not _noted(work, story, printed)
    ]


def note_prints(work: Work, story: Story, article: Article) -> None:
    """Another article of an event that a person has decided: circulars that are here get its print, none is new."""
    for _found, printed in _printed(article):
        _noted(work, story, printed)


def _printed(article: Article) -> Iterator[tuple[Mapping[str, Any], dict[str, Any]]]:
    """Its legal facts (contract 4) that are circulars, each with its print: one of a region has no instrument id."""
    for found in facts_of(article).get("legal") or []:
        if found.get("instrument") is None:
            # A number at the end of a sentence takes the full stop along.
            number = str(found.get("number") or found["as_printed"]).rstrip(" .,;")[:LONGEST]
            yield found, {"number": number, "article": str(article.pk), "span": found.get("span")}


def _noted(work: Work, story: Story, printed: dict[str, Any]) -> bool:
    """False when no circular here has this number."""
    row = _known(story, printed["number"])
    if row is not None and printed not in row.number_variants:
        work.change(row, number_variants=[*row.number_variants, printed])
        work.record("circular.print", row, data={"article": printed["article"]})
    return row is not None


def _registered(
    work: Work, story: Story, found: Mapping[str, Any], printed: dict[str, Any], *, covers_non_asn: bool | None
) -> Circular:
    number = printed["number"]
    row = Circular(
        organisation_id=story.organisation_id,
        number=number,
        number_key=number_key(number),
        number_variants=[printed],
        title=str(found.get("title") or "")[:500],
        issuer=str(found.get("issuer") or "")[:200],
        region_id=story.region_id,
        covers_non_asn=covers_non_asn,
        story=story,
    )
    work.create(row)
    work.record("circular.register", row, data={"story": str(story.pk)})
    return row


def _known(story: Story, number: str) -> Circular | None:
    """By the number without its prefix; rows of an earlier release have no key and are found by their print."""
    rows = Circular.objects.filter(organisation_id=story.organisation_id).exclude(state=Circular.State.DRAFT)
    same = rows.filter(number_key=number_key(number)).exclude(number_key="").order_by("id")
    if story.region_id is not None:
        # Short numbers come back in every city.
        same = same.filter(Q(region_id=story.region_id) | Q(region__isnull=True))
    return same.first() or rows.filter(number=number).first()
