"""A number that a body gave in the press is kept as it was published: value, unit, body, day, region and its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.monitoring.models import Article, PublishedFigure
from sinetra.apps.monitoring.quoted_place import place_in
from sinetra.apps.monitoring.understood import region_named
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.ports.clock import legal_clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """``words``: where the article says it. ``as_of``: the day of the count. ``region``: code or name, may be empty."""

    words: str
    value: int
    unit: str
    body: str
    as_of: date
    region: str = ""


def take_figure(*, article: Article, figure: Figure, actor: Actor) -> PublishedFigure:
    """Errors: ``BadInput`` at the field, ``Conflict`` for a figure that is here already, ``Forbidden``."""
    policy.require(actor, "figure.take", article)
    span = list(place_in(article.text, figure.words))
    for field, longest in (("unit", 60), ("body", 200)):
        text = str(getattr(figure, field)).strip()
        if not text or len(text) > longest:
            message = gettext_noop("Isi dengan teks, paling banyak %(accepted)s huruf.")
            raise BadInput(message, field=field, accepted=(str(longest),))
    if not 0 <= figure.value <= 10_000_000:
        raise BadInput(gettext_noop("Tulis angkanya, misalnya 3."), field="value")
    if figure.as_of > legal_clock().today():
        raise BadInput(gettext_noop("Tanggal ini belum terjadi."), field="as_of")
    region = region_named(figure.region, field="region") if figure.region.strip() else None
    with unit_of_work(actor) as work:
        if PublishedFigure.objects.filter(article=article, span=span, unit=figure.unit.strip()).exists():
            raise Conflict(gettext_noop("Angka ini sudah dicatat."))
        row = work.create(
            PublishedFigure(
                organisation_id=article.organisation_id,
                article=article,
                span=span,
                value=figure.value,
                unit=figure.unit.strip(),
                body=figure.body.strip(),
                as_of=figure.as_of,
                region=region,
            )
        )
        work.record("figure.take", row, data={"article": str(article.pk)})
    return row


def drop_figure(*, figure: PublishedFigure, actor: Actor) -> None:
    """Taken back: the row goes, the audit trail says that it was there."""
    policy.require(actor, "figure.take", figure.article)
    with unit_of_work(actor) as work:
        work.remove(figure)
        work.record("figure.take_back", figure, data={"article": str(figure.article_id)})
