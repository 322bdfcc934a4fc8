"""A circular as an article prints it: the same number printed in two ways is one circular, and both prints are kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from sinetra.apps.base.row import Row
from sinetra.apps.base.work import Work
from sinetra.apps.monitoring.models import Article, Story
from sinetra.apps.prevention.models import Circular
from sinetra.core.prevention.circular_number import number_key

LONGEST = 120


def note_print(
    work: Work, story: Story, article: Article, found: Mapping[str, Any], *, covers_non_asn: bool | None
) -> list[Row]:
    """``found`` is a legal fact of the article (contract 4). Gives back the circular when it is new."""
    # A number at the end of a sentence takes the full stop along.
    number = str(found.get("number") or found["as_printed"]).rstrip(" .,;")[:LONGEST]
    printed = {"number": number, "article": str(article.pk), "span": found.get("span")}
    row = _known(story, number)
    if row is not None:
        if printed not in row.number_variants:
            work.change(row, number_variants=[*row.number_variants, printed])
            work.record("circular.print", row, data={"article": str(article.pk)})
        return []
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
    return [row]


def _known(story: Story, number: str) -> Circular | None:
    """By the number without its prefix; rows of an earlier release have no key and are found by their print."""
    rows = Circular.objects.filter(organisation_id=story.organisation_id).exclude(state=Circular.State.DRAFT)
    same = rows.filter(number_key=number_key(number)).exclude(number_key="").order_by("id")
    if story.region_id is not None:
        # Short numbers come back in every city.
        same = same.filter(Q(region_id=story.region_id) | Q(region__isnull=True))
    return same.first() or rows.filter(number=number).first()
