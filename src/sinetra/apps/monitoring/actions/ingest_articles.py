"""Files → articles in the register, grouped into events. Reading happens first; one short write at the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.conf import settings

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.catalogue import lexicon
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.monitoring.circular_prints import note_prints
from sinetra.apps.monitoring.delivery import Capture, Page, Unreadable, delivered
from sinetra.apps.monitoring.models import Article, Story, WatchList
from sinetra.apps.monitoring.more_pages import Joining, article_of, join, joining, keep_page
from sinetra.apps.monitoring.neighbours import neighbours
from sinetra.apps.monitoring.retold import as_read
from sinetra.apps.monitoring.watch_draft import running
from sinetra.apps.monitoring.watch_hits import note_hits
from sinetra.apps.registry.models import Region
from sinetra.core import press
from sinetra.ports.blobs import blob_store

__all__ = ["Capture", "Ingested", "Unreadable", "ingest_articles"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """``articles``: the new ones. ``known``: captures whose bytes were in the register already, in ``here``; nothing is
    stored twice. ``joined``: articles that got further pages. ``apart``: captures that belong to an article here and
    could not join it; they are articles of their own."""

    articles: tuple[Article, ...]
    known: tuple[str, ...]
    here: tuple[Article, ...] = ()
    joined: tuple[Article, ...] = ()
    apart: tuple[str, ...] = ()

    @property
    def first(self) -> Article | None:
        """Where the first of what came is now."""
        return next(iter((*self.articles, *self.joined, *self.here)), None)


@dataclass(frozen=True, slots=True)
class _Fresh:
    pages: tuple[Page, ...]
    article: press.Article


def ingest_articles(*, captures: Iterable[Capture], actor: Actor, is_sample: bool = False) -> Ingested:
    """All or none: one unreadable file stores nothing. Errors: ``BadInput`` naming the file, ``Unreadable`` when there
    are several, ``Forbidden``, ``Conflict`` when somebody else works with an article that gets a page."""
    policy.require(actor, "article.ingest")
    came = delivered(captures, actor)
    fresh: dict[str, _Fresh] = {}
    further: list[Joining] = []
    apart: list[str] = []
    for pages in came.articles:
        row = article_of(pages, actor)
        if row is not None:
            if (joins := joining(row, pages)) is not None:
                further.append(joins)
                continue
            apart.append(pages[0].capture.name)
        whole = press.as_one([page.raw for page in pages])
        article = _named_once(press.extract(lexicon(), whole), fresh)
        fresh[article.source] = _Fresh(pages, article)
    rows = neighbours([item.article for item in fresh.values()], actor)
    read_anew = [_named_once(as_read(row), fresh) for row in rows]
    told = press.stories([*(item.article for item in fresh.values()), *read_anew])
    _keep_captures(page for pages in came.articles for page in pages)
    rows_here = {article.source: row for article, row in zip(read_anew, rows, strict=True)}
    watched = running(actor)
    with unit_of_work(actor) as work:
        stored = _store(work, told, fresh, rows_here, watched, actor, is_sample=is_sample)
        join(work, further, watched)
    return Ingested(
        articles=tuple(stored),
        known=came.known,
        here=came.here,
        joined=tuple(one.row for one in further),
        apart=tuple(apart),
    )


def _named_once(article: press.Article, taken: Mapping[str, object]) -> press.Article:
    """Stories name articles by their source, so two files of one name must differ in it."""
    name, number = article.source, 1
    while name in taken:
        number += 1
        name = f"{article.source} ({number})"
    return article if number == 1 else replace(article, source=name)


def _keep_captures(pages: Iterable[Page]) -> None:
    """Blobs before rows: a row never points at nothing, a lost blob costs only space."""
    store = blob_store(settings.SINETRA_DATA, settings.SINETRA_BLOBS_URL)
    for data in {bytes_ for page in pages for bytes_ in (page.capture.data, page.data)}:
        store.put(data)


def _store(
    work: Work,
    told: Sequence[press.Story],
    fresh: Mapping[str, _Fresh],
    rows_here: Mapping[str, Article],
    watched: Sequence[WatchList],
    actor: Actor,
    *,
    is_sample: bool,
) -> list[Article]:
    stored: list[Article] = []
    for event in told:
        new = [article for article in event.articles if article.source in fresh]
        if not new:
            continue
        here = next((rows_here[a.source].story for a in event.articles if a.source in rows_here), None)
        story = _open(work, event, new, actor) if here is None else _told_again(work, here, event)
        for article in new:
            pages = fresh[article.source].pages
            row = _article(article, pages[0], story, actor, is_sample=is_sample)
            row.captured_at = work.at
            work.create(row)
            work.record("article.ingest", row, data={"sha256": row.sha256, "story": str(story.pk)})
            for page in pages[1:]:
                keep_page(work, row, page)
            note_hits(work, watched, row)
            if story.state == Story.State.CONFIRMED:
                note_prints(work, story, row)
            stored.append(row)
    return stored


def _article(article: press.Article, came: Page, story: Story, actor: Actor, *, is_sample: bool) -> Article:
    return Article(
        organisation_id=actor.office,
        story=story,
        source=article.source[:500],
        sha256=came.sha256,
        capture=came.kept_as,
        media_type=came.raw.media_type,
        came_by=came.capture.came_by,
        address=came.address,
        belongs=press.belongs(came.raw),
        page_number=press.page_number(came.raw),
        outlet=(article.outlet or "")[:200],
        title=(article.title or "")[:300],
        text=article.text,
        facts=article.to_json(),
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
        affair_key=press.affair_key(code, event.articles)[:120],
    )
    work.create(story)
    work.record("story.propose", story, data={"articles": len(new)})
    return story


def _told_again(work: Work, story: Story, event: press.Story) -> Story:
    """Another outlet tells a known event: what it says differently is added, what a person decided stays."""
    work.change(story, conflicts=[conflict.to_json() for conflict in event.conflicts])
    work.record("story.told_again", story, data={"articles": len(event.articles)})
    return story
