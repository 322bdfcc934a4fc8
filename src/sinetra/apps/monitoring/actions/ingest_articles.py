"""Files → articles in the register, grouped into events. Reading happens first; one short write at the end."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.conf import settings

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.catalogue import lexicon
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.monitoring.circular_prints import note_prints
from sinetra.apps.monitoring.models import Article, Story
from sinetra.apps.monitoring.retold import as_read
from sinetra.apps.registry.models import Region
from sinetra.core import press
from sinetra.ports.blobs import blob_store

# An event is looked for among the articles of its region that were captured last.
NEIGHBOURS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A file as it came."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """``known``: captures whose bytes were in the register already; nothing is stored twice."""

    articles: tuple[Article, ...]
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Fresh:
    """``sha256`` names the capture; the records of one WARC file are told apart by their number in it."""

    capture: Capture
    sha256: str
    article: press.Article


def ingest_articles(*, captures: Iterable[Capture], actor: Actor, is_sample: bool = False) -> Ingested:
    """All or none: one unreadable file stores nothing. Errors: ``BadInput`` naming the file, ``Forbidden``."""
    policy.require(actor, "article.ingest")
    known: list[str] = []
    fresh: dict[str, _Fresh] = {}
    seen: set[str] = set()
    for capture in captures:
        sha256 = hashlib.sha256(capture.data).hexdigest()
        if sha256 in seen or policy.visible(actor, Article).filter(sha256=sha256).exists():
            known.append(capture.name)
            continue
        seen.add(sha256)
        for number, raw in enumerate(press.read(capture.name, capture.data)):
            digest = sha256 if number == 0 else hashlib.sha256(f"{sha256}#{number}".encode()).hexdigest()
            article = _named_once(press.extract(lexicon(), raw), fresh)
            fresh[article.source] = _Fresh(capture, digest, article)
    neighbours = _neighbours(fresh, actor)
    read_anew = [_named_once(as_read(row), fresh) for row in neighbours]
    told = press.stories([*(item.article for item in fresh.values()), *read_anew])
    _keep_captures(fresh.values())
    rows_here = {article.source: row for article, row in zip(read_anew, neighbours, strict=True)}
    return Ingested(articles=_store(told, fresh, rows_here, actor, is_sample=is_sample), known=tuple(known))


def _named_once(article: press.Article, taken: Mapping[str, object]) -> press.Article:
    """Stories name articles by their source, so two files of one name must differ in it."""
    name, number = article.source, 1
    while name in taken:
        number += 1
        name = f"{article.source} ({number})"
    return article if number == 1 else replace(article, source=name)


def _neighbours(fresh: Mapping[str, _Fresh], actor: Actor) -> list[Article]:
    """Articles of the same regions that are here already."""
    codes = {place.code for item in fresh.values() if (place := item.article.place) and place.code}
    found: list[Article] = []
    for code in sorted(codes):
        rows = (
            policy.visible(actor, Article)
            .filter(story__region_id=code)
            .select_related("story")
            .prefetch_related("corrections")
        )
        found += rows.order_by("-id")[:NEIGHBOURS]
    return found


def _keep_captures(fresh: Iterable[_Fresh]) -> None:
    """Blobs before rows: a row never points at nothing, a lost blob costs only space."""
    store = blob_store(settings.SINETRA_DATA, settings.SINETRA_BLOBS_URL)
    for data in {item.capture.data for item in fresh}:
        store.put(data)


def _store(
    told: Sequence[press.Story],
    fresh: Mapping[str, _Fresh],
    rows_here: Mapping[str, Article],
    actor: Actor,
    *,
    is_sample: bool,
) -> tuple[Article, ...]:
    stored: list[Article] = []
    with unit_of_work(actor) as work:
        for event in told:
            new = [article for article in event.articles if article.source in fresh]
            if not new:
                continue
            here = next((rows_here[a.source].story for a in event.articles if a.source in rows_here), None)
            story = _open(work, event, new, actor) if here is None else _told_again(work, here, event)
            for article in new:
                row = _article(article, fresh[article.source].sha256, story, actor, is_sample=is_sample)
                row.captured_at = work.at
                work.create(row)
                work.record("article.ingest", row, data={"sha256": row.sha256, "story": str(story.pk)})
                if story.state == Story.State.CONFIRMED:
                    note_prints(work, story, row)
                stored.append(row)
    return tuple(stored)


def _article(article: press.Article, sha256: str, story: Story, actor: Actor, *, is_sample: bool) -> Article:
    facts = article.to_json()
    return Article(
        organisation_id=actor.office,
        story=story,
        source=article.source[:500],
        sha256=sha256,
        outlet=(article.outlet or "")[:200],
        title=(article.title or "")[:300],
        text=article.text,
        facts=facts,
        is_sample=is_sample,
    )


def _open(work: Work, event: press.Story, new: Sequence[press.Article], actor: Actor) -> Story:
    code = next((a.place.code for a in new if a.place and a.place.code), None)
    story = Story(
        organisation_id=actor.office,
        title=next((a.title for a in new if a.title), new[0].source)[:300],
        event_type=str(new[0].kind.value),
        event_date=event.event_date,
        region=Region.objects.filter(pk=code).first() if code else None,
        conflicts=[conflict.to_json() for conflict in event.conflicts],
    )
    work.create(story)
    work.record("story.propose", story, data={"articles": len(new)})
    return story


def _told_again(work: Work, story: Story, event: press.Story) -> Story:
    """Another outlet tells a known event: what it says differently is added, what a person decided stays."""
    work.change(story, conflicts=[conflict.to_json() for conflict in event.conflicts])
    work.record("story.told_again", story, data={"articles": len(event.articles)})
    return story
