"""Files of one delivery, read: each page with its bytes, the pages of one article together, what is here left out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.monitoring.models import Article, ArticlePage
from sinetra.core import press
from sinetra.core.errors import BadInput


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


@dataclass(frozen=True, slots=True)
class Page:
    """``sha256`` names the capture; the records of one WARC file are told apart by their number in it."""

    capture: Capture
    sha256: str
    raw: press.RawDocument

    @property
    def data(self) -> bytes:
        """The bytes of this page alone."""
        return self.capture.data if self.raw.member is None else self.raw.member

    @property
    def kept_as(self) -> str:
        """The name of the blob with these bytes."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def address(self) -> str:
        return self.capture.address or self.raw.address[:600]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """``articles``: pages of one article together, in their order. ``known``: captures that were in the register
    already, in ``here``, or came twice."""

    articles: tuple[tuple[Page, ...], ...]
    known: tuple[str, ...]
    here: tuple[Article, ...]


class Unreadable(BadInput):
    """Several files of one delivery; ``faults`` has each with its name and reason."""

    def __init__(self, faults: Sequence[BadInput]) -> None:
        self.faults = tuple(faults)
        first = faults[0]
        given = {name: value for name, value in first.params.items() if name not in {"field", "accepted"}}
        super().__init__(first.message, field=first.field, accepted=first.accepted, code=first.code, **given)


def delivered(captures: Iterable[Capture], actor: Actor) -> Delivery:
    """Errors: ``BadInput`` naming the file that cannot be read, ``Unreadable`` when there are several."""
    pages: list[Page] = []
    known: list[str] = []
    here: list[Article] = []
    faults: list[BadInput] = []
    seen: set[str] = set()
    for capture in captures:
        sha256 = hashlib.sha256(capture.data).hexdigest()
        row = _kept(sha256, actor)
        if sha256 in seen or row is not None:
            known.append(capture.name)
            here += [] if row is None else [row]
            continue
        seen.add(sha256)
        try:
            pages += _pages(capture, sha256)
        except BadInput as error:
            faults.append(error)
    if faults:
        raise faults[0] if len(faults) == 1 else Unreadable(faults)
    groups = press.grouped([page.raw for page in pages])
    articles = tuple(tuple(pages[place] for place in group) for group in groups)
    return Delivery(articles=articles, known=tuple(known), here=tuple(here))


def _kept(sha256: str, actor: Actor) -> Article | None:
    if (row := policy.visible(actor, Article).filter(sha256=sha256).first()) is not None:
        return row
    further = policy.visible(actor, ArticlePage).filter(sha256=sha256).select_related("article").first()
    return None if further is None else further.article


def _pages(capture: Capture, sha256: str) -> list[Page]:
    found = []
    for number, raw in enumerate(press.read(capture.name, capture.data, charset=capture.charset)):
        digest = sha256 if number == 0 else hashlib.sha256(f"{sha256}#{number}".encode()).hexdigest()
        typed = replace(
            raw,
            title=capture.title or raw.title,
            outlet=capture.outlet or raw.outlet,
            published=capture.published or raw.published,
            address=raw.address or capture.address,
        )
        found.append(Page(capture, digest, typed))
    return found
