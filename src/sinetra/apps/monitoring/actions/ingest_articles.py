"""Files → articles in the register, grouped into events. Reading happens first; one short write at the end."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.catalogue import lexicon
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.monitoring.circular_prints import note_prints
from sinetra.apps.monitoring.models import Article, Story
from sinetra.apps.monitoring.retold import as_read
from sinetra.apps.monitoring.watch_draft import running
from sinetra.apps.monitoring.watch_hits import note_hits
from sinetra.apps.registry.models import Region
from sinetra.core import press
from sinetra.core.errors import BadInput
from sinetra.ports.blobs import blob_store

# An event is looked for among the articles of its region that were captured last.
NEIGHBOURS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A file as it came. ``charset``: as a server said it. ``title``, ``outlet``, ``published``: what a person typed
    beside the text; they stand before what the text says."""

    name: str
    data: bytes
    charset: str | None = None
    came_by: Article.Way = Article.Way.FILE
    address: str = ""
    title: str = ""
    outlet: str = ""
    published: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """``known``: captures whose bytes were in the register already, in ``here``; nothing is stored twice."""

    articles: tuple[Article, ...]
    known: tuple[str, ...]
    here: tuple[Article, ...] = ()


class Unreadable(BadInput):
    """Several files of one delivery; ``faults`` has each with its name and reason."""

    def __init__(self, faults: Sequence[BadInput]) -> None:
        self.faults = tuple(faults)
        first = faults[0]
        given = {name: value for name, value in first.params.items() if name not in {"field", "accepted"}}
        super().__init__(first.message, field=first.field, accepted=first.accepted, code=first.code, **given)


@dataclass(frozen=True, slots=True)
class _Fresh:
    """``sha256`` names the capture; the records of one WARC file are told apart by their number in it."""

    capture: Capture
    sha256: str
    raw: press.RawDocument
    article: press.Article

    @property
    def page(self) -> bytes:
        """The bytes of this page alone."""
        return self.capture.data if self.raw.member is None else self.raw.member


def ingest_articles(*, captures: Iterable[Capture], actor: Actor, is_sample: bool = False) -> Ingested:
    """All or none: one unreadable file stores nothing. Errors: ``BadInput`` naming the file, ``Unreadable`` when there
    are several, ``Forbidden``."""
    policy.require(actor, "article.ingest")
    known: list[str] = []
    here: list[Article] = []
    fresh: dict[str, _Fresh] = {}
    faults: list[BadInput] = []
    seen: set[str] = set()
    for capture in captures:
        sha256 = hashlib.sha256(capture.data).hexdigest()
        row = policy.visible(actor, Article).filter(sha256=sha256).first()
        if sha256 in seen or row is not None:
            known.append(capture.name)
            here += [] if row is None else [row]
            continue
        seen.add(sha256)
        try:
            pages = press.read(capture.name, capture.data, charset=capture.charset)
        except BadInput as error:
            faults.append(error)
            continue
        for number, raw in enumerate(pages):
            digest = sha256 if number == 0 else hashlib.sha256(f"{sha256}#{number}".encode()).hexdigest()
            article = _named_once(press.extract(lexicon(), _with_what_was_typed(raw, capture)), fresh)
            fresh[article.source] = _Fresh(capture, digest, raw, article)
    if faults:
        raise faults[0] if len(faults) == 1 else Unreadable(faults)
    neighbours = _neighbours(fresh, actor)
    read_anew = [_named_once(as_read(row), fresh) for row in neighbours]
    told = press.stories([*(item.article for item in fresh.values()), *read_anew])
    _keep_captures(fresh.values())
    rows_here = {article.source: row for article, row in zip(read_anew, neighbours, strict=True)}
    return Ingested(
        articles=_store(told, fresh, rows_here, actor, is_sample=is_sample), known=tuple(known), here=tuple(here)
    )


def _with_what_was_typed(raw: press.RawDocument, capture: Capture) -> press.RawDocument:
    return replace(
        raw,
        title=capture.title or raw.title,
        outlet=capture.outlet or raw.outlet,
        published=capture.published or raw.published,
    )


def _named_once(article: press.Article, taken: Mapping[str, object]) -> press.Article:
    """Stories name articles by their source, so two files of one name must differ in it."""
    name, number = article.source, 1
    while name in taken:
        number += 1
        name = f"{article.source} ({number})"
    return article if number == 1 else replace(article, source=name)


def _neighbours(fresh: Mapping[str, _Fresh], actor: Actor) -> list[Article]:
    """Articles that are here already: of the same regions, of their provinces, and of no known region."""
    towns = {place.code for item in fresh.values() if (place := item.article.place) and place.code}
    codes: list[str | None] = [*sorted(towns | {code[:2] for code in towns}), None]
    found: list[Article] = []
    for code in codes:
        rows = (
            policy.visible(actor, Article)
            .filter(story__isnull=False, story__region_id=code)
            .select_related("story")
            .prefetch_related("corrections")
        )
        found += rows.order_by("-id")[:NEIGHBOURS]
    return found


def _keep_captures(fresh: Iterable[_Fresh]) -> None:
    """Blobs before rows: a row never points at nothing, a lost blob costs only space."""
    store = blob_store(settings.SINETRA_DATA, settings.SINETRA_BLOBS_URL)
    for data in {bytes_ for item in fresh for bytes_ in (item.capture.data, item.page)}:
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
    watched = running(actor)
    with unit_of_work(actor) as work:
        for event in told:
            new = [article for article in event.articles if article.source in fresh]
            if not new:
                continue
            here = next((rows_here[a.source].story for a in event.articles if a.source in rows_here), None)
            story = _open(work, event, new, actor) if here is None else _told_again(work, here, event)
            for article in new:
                row = _article(article, fresh[article.source], story, actor, is_sample=is_sample)
                row.captured_at = work.at
                work.create(row)
                work.record("article.ingest", row, data={"sha256": row.sha256, "story": str(story.pk)})
                note_hits(work, watched, row)
                if story.state == Story.State.CONFIRMED:
                    note_prints(work, story, row)
                stored.append(row)
    return tuple(stored)


def _article(article: press.Article, came: _Fresh, story: Story, actor: Actor, *, is_sample: bool) -> Article:
    facts = article.to_json()
    return Article(
        organisation_id=actor.office,
        story=story,
        source=article.source[:500],
        sha256=came.sha256,
        capture=hashlib.sha256(came.page).hexdigest(),
        media_type=came.raw.media_type,
        came_by=came.capture.came_by,
        address=(came.raw.address[:600] or came.capture.address),
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
