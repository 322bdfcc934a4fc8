"""Files → articles in the register, grouped into events. Reading happens first; one short write at the end."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import timezone

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.catalogue import lexicon
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.monitoring.models import Article, Story
from sinetra.apps.registry.models import Region
from sinetra.core import press
from sinetra.ports.blobs import blob_store

# An event is looked for among the articles of its region that were captured last.
NEIGHBOURS = 200


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
class _Read:
    capture: Capture
    sha256: str
    article: press.Article


def ingest_articles(*, captures: Iterable[Capture], actor: Actor, is_sample: bool = False) -> Ingested:
    """All or none: one unreadable file stores nothing. Errors: ``BadInput`` naming the file, ``Forbidden``."""
    policy.require(actor, "article.ingest")
    known: list[str] = []
    fresh: list[_Read] = []
    seen: set[str] = set()
    for capture in captures:
        sha256 = hashlib.sha256(capture.data).hexdigest()
        if sha256 in seen or policy.visible(actor, Article).filter(sha256=sha256).exists():
            known.append(capture.name)
            continue
        seen.add(sha256)
        fresh += [
            _Read(capture, sha256, press.extract(lexicon(), raw)) for raw in press.read(capture.name, capture.data)
        ]
    _keep_captures(fresh)
    stored = _store(fresh, actor=actor, is_sample=is_sample)
    return Ingested(articles=stored, known=tuple(known))


def _keep_captures(reads: Sequence[_Read]) -> None:
    """Blobs before rows: a row never points at nothing, a lost blob costs only space."""
    store = blob_store(settings.SINETRA_DATA, settings.SINETRA_BLOBS_URL)
    for read in reads:
        store.put(read.capture.data)


def _store(reads: Sequence[_Read], *, actor: Actor, is_sample: bool) -> tuple[Article, ...]:
    now = timezone.now()
    with unit_of_work(actor, at=now) as work:
        rows = []
        for index, read in enumerate(reads):
            facts = read.article.to_json()
            # A WARC file holds several articles: each record has a digest of its own.
            same = [other for other in reads[:index] if other.sha256 == read.sha256]
            digest = read.sha256 if not same else hashlib.sha256(f"{read.sha256}#{len(same)}".encode()).hexdigest()
            row = Article(
                organisation_id=actor.organisation_id,
                source=facts["source"],
                sha256=digest,
                outlet=(facts["outlet"] or "")[:200],
                title=(facts["title"] or "")[:300],
                captured_at=now,
                text=facts["text"],
                facts=facts,
                is_sample=is_sample,
            )
            work.create(row)
            work.record("article.ingest", row, data={"sha256": digest})
            rows.append((row, read.article))
        _group(work, rows, actor=actor)
    return tuple(row for row, _ in rows)


def _group(work: Work, rows: Sequence[tuple[Article, press.Article]], *, actor: Actor) -> None:
    """Each new article joins the event it tells of, or opens one."""
    batch = press.stories([article for _, article in rows])
    by_source = {row.facts["source"]: row for row, _ in rows}
    for told in batch:
        members = [by_source[name] for name in told.to_json()["articles"]]
        story = _known_event(members, actor) or _open(work, told, members, actor)
        for row in members:
            work.change(row, story=story)
            work.record("article.join_story", row, data={"story": str(story.pk)})


def _known_event(members: Sequence[Article], actor: Actor) -> Story | None:
    """The event of an article that is here already and tells the same; found by the reader's own comparison."""
    code = _code(members[0].facts)
    if code is None:
        return None
    new = {row.pk for row in members}
    neighbours = policy.visible(actor, Article).filter(story__region_id=code).exclude(pk__in=new)
    candidates = list(neighbours.select_related("story").order_by("-id")[:NEIGHBOURS])
    if not candidates:
        return None
    everything = [press.article_from_json(row.facts) for row in [*members, *candidates]]
    by_index = [*members, *candidates]
    for group in press.group_indices(everything):
        rows = [by_index[index] for index in group]
        if any(row.pk in new for row in rows):
            return next((row.story for row in rows if row.pk not in new), None)
    return None


def _open(work: Work, told: press.Story, members: Sequence[Article], actor: Actor) -> Story:
    summary = told.to_json()
    code = _code(members[0].facts)
    story = Story(
        organisation_id=actor.organisation_id,
        title=members[0].title or members[0].source,
        event_type=members[0].facts["event_type"],
        event_date=date.fromisoformat(summary["event_date"]) if summary["event_date"] else None,
        region=Region.objects.filter(pk=code).first() if code else None,
        conflicts=summary["conflicts"],
    )
    work.create(story)
    work.record("story.propose", story, data={"articles": len(members)})
    return story


def _code(facts: dict[str, Any]) -> str | None:
    return (facts.get("place") or {}).get("kode")
