"""A page of an article that is here already: read together with the pages that came before, while nobody has worked
with the article; places in its text would move under their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.catalogue import lexicon
from sinetra.apps.base.work import Work
from sinetra.apps.monitoring.delivery import Page
from sinetra.apps.monitoring.models import Article, ArticlePage, PressLead, Story, WatchList
from sinetra.apps.monitoring.retold import retell
from sinetra.apps.monitoring.watch_hits import note_hits
from sinetra.core import press
from sinetra.core.errors import BadInput, Conflict, NotFound, VerificationFailed, gettext_noop
from sinetra.ports.blobs import blob_store


@dataclass(frozen=True, slots=True)
class Joining:
    """``article``: read from all pages that ``row`` has, and these."""

    row: Article
    pages: tuple[Page, ...]
    article: press.Article


def article_of(pages: Sequence[Page], actor: Actor) -> Article | None:
    """The article here to which these pages belong too."""
    key = press.belongs(pages[0].raw)
    if not key:
        return None
    return policy.visible(actor, Article).filter(belongs=key).select_related("story").order_by("id").first()


def joining(row: Article, pages: Sequence[Page]) -> Joining | None:
    """None where it cannot be: a page of this number is here, a person has worked with the article, or the bytes of its
    pages are lost."""
    numbers = {row.page_number, *row.pages.values_list("number", flat=True)}
    if _worked_with(row) or any(press.page_number(page.raw) in numbers for page in pages):
        return None
    try:
        held = _pages_here(row)
    except (NotFound, VerificationFailed, BadInput):
        return None
    raws = [*held, *((press.page_number(page.raw), page.raw) for page in pages)]
    whole = press.as_one([raw for _number, raw in sorted(raws, key=lambda numbered: numbered[0])])
    return Joining(row, tuple(pages), press.extract(lexicon(), replace(whole, source=row.source)))


def join(work: Work, found: Sequence[Joining], watched: Sequence[WatchList]) -> None:
    """The articles with their further pages, and their events told anew. Errors: ``Conflict`` when somebody decided
    about one meanwhile."""
    for one in found:
        text = {"title": (one.article.title or "")[:300], "outlet": (one.article.outlet or "")[:200]}
        work.change(one.row, text=one.article.text, facts=one.article.to_json(), **text)
        work.record("article.join_pages", one.row, data={"pages": len(one.pages)})
        for page in one.pages:
            keep_page(work, one.row, page)
        note_hits(work, watched, one.row)
    for pk in dict.fromkeys(one.row.story_id for one in found if one.row.story_id):
        story = Story.objects.get(pk=pk)
        if story.state != Story.State.PROPOSED:
            raise Conflict(gettext_noop("Peristiwa ini sudah diputuskan."))
        retell(work, story, because="pages_came")


def keep_page(work: Work, row: Article, page: Page) -> None:
    kept = ArticlePage(
        organisation_id=row.organisation_id,
        article=row,
        number=press.page_number(page.raw),
        sha256=page.sha256,
        capture=page.kept_as,
        media_type=page.raw.media_type,
        address=page.address,
        captured_at=work.at,
    )
    work.create(kept)
    work.record("article.keep_page", kept, data={"sha256": kept.sha256, "article": str(row.pk)})


def _worked_with(row: Article) -> bool:
    story = row.story
    if story is None or story.state != Story.State.PROPOSED:
        return True
    if any(item["article"] == str(row.pk) for item in story.quoted):
        return True
    # Also what was taken back names a place in this text.
    lead = PressLead.objects.filter(article=row)
    return any(rows.exists() for rows in (row.corrections.all(), row.figures.all(), lead))


def _pages_here(row: Article) -> list[tuple[int, press.RawDocument]]:
    """Read from their bytes as when they came, with what was typed beside a pasted text."""
    first = _read(row.media_type, row.capture)
    if row.came_by == Article.Way.PASTED:
        printed = row.facts.get("article_date")
        day = date.fromisoformat(printed) if printed else None
        first = replace(first, title=row.title or None, outlet=row.outlet or None, published=day)
    others = [(page.number, _read(page.media_type, page.capture)) for page in row.pages.order_by("number")]
    return [(row.page_number, first), *others]


def _read(media_type: str, capture: str) -> press.RawDocument:
    # By its kind: the page of an archive is none itself, whatever its name says.
    name = "halaman.html" if media_type == "text/html" else "halaman.txt"
    return press.read(name, blob_store(settings.SINETRA_DATA, settings.SINETRA_BLOBS_URL).get(capture))[0]
