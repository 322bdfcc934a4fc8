"""One page from its address into the register."""

from __future__ import annotations

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.monitoring.actions.ingest_articles import Capture, Ingested, ingest_articles
from sinetra.apps.monitoring.internet import fetcher
from sinetra.apps.monitoring.models import Article, ArticlePage
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.ports.fetch import cleaned

PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def fetch_article(*, address: str, actor: Actor, way: Article.Way = Article.Way.ADDRESS) -> Ingested:
    """An address that is in the register is not asked for again: it is in ``known``.

    Errors: ``FetchFailed`` with its reason, ``BadInput`` when it is no page of text, ``Forbidden``.
    """
    policy.require(actor, "article.ingest")
    ask = fetcher()
    wanted = cleaned(address)
    if (here := _at(wanted, actor)) is not None:
        return Ingested(articles=(), known=(wanted,), here=(here,))
    answer = ask.get(wanted)
    if answer.media_type and answer.media_type not in PAGES:
        message = gettext_noop("Alamat ini bukan halaman berita melainkan %(kind)s; yang diterima: %(accepted)s")
        raise BadInput(message, field="address", accepted=PAGES, kind=answer.media_type)
    capture = Capture(name=wanted, data=answer.data, charset=answer.charset or None, came_by=way, address=wanted)
    return ingest_articles(captures=[capture], actor=actor)


def _at(address: str, actor: Actor) -> Article | None:
    if (row := policy.visible(actor, Article).filter(address=address).first()) is not None:
        return row
    page = policy.visible(actor, ArticlePage).filter(address=address).select_related("article").first()
    return None if page is None else page.article
