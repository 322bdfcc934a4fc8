"""Several captures of one article: its pages in their order, and its variants for phones and for print."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit

if TYPE_CHECKING:
    from sinetra.core.press.read import RawDocument

_PAGE_KEYS = frozenset(("page", "hal", "halaman", "paged", "pg"))
_VARIANT_KEYS = frozenset(("print", "cetak", "amp", "output", "single", "showall", "fbclid"))
_LAST = re.compile(r"/(?:(?:page|hal|halaman)[/\-])?(\d{1,2})/?$")
_VARIANT = re.compile(r"/(?:amp|print|cetak)(?=/|$)|(?<=://)(?:www|m|amp)\.")
_PAGE_TOLD = re.compile(r" (?:page|hal|halaman) \d{1,2}(?: dari \d{1,2})?$")
_FOLDED = re.compile(r"\W+")


def page_of(address: str) -> tuple[str, int]:
    """The address of the article without page and variant, and the number of the page (0: not said).

    >>> page_of("https://m.media.example/berita/9812/judul?page=2")
    ('https://media.example/berita/9812/judul', 2)
    >>> page_of("https://media.example/2024/10/judul/2")
    ('https://media.example/2024/10/judul', 2)
    >>> page_of("https://media.example/2024/10/14")
    ('https://media.example/2024/10/14', 0)
    """
    try:
        parts = urlsplit(_VARIANT.sub("", address.strip()))
    except ValueError:
        return "", 0
    number = 0
    kept = []
    for key, value in parse_qsl(parts.query):
        if key.lower() in _PAGE_KEYS:
            number = int(value) if value.isascii() and value.isdigit() and len(value) < 3 else 0
        elif key.lower() not in _VARIANT_KEYS and not key.startswith("utm_"):
            kept.append((key, value))
    path = parts.path.rstrip("/")
    # "/2024/10/14" is a day; a number after words is a page.
    if (found := _LAST.search(path)) and re.search(r"[A-Za-z]-?[\w-]*$", path[: found.start()]):
        number, path = int(found[1]), path[: found.start()]
    query = f"?{urlencode(kept)}" if kept else ""
    return f"{parts.scheme}://{parts.netloc}{path}{query}" if parts.netloc else "", number


def joined(documents: Iterable[RawDocument]) -> list[RawDocument]:
    """Documents in their order; those of one article are one, the pages by their number, no paragraph twice."""
    held = list(documents)
    return [as_one([held[index] for index in members]) for members in grouped(held)]


def grouped(documents: Sequence[RawDocument]) -> list[list[int]]:
    """Positions by article, in the order of the first of each, its pages by their number.

    They belong together by headline and the address that the page states or that the capture's name ends with; pages
    that say no address by outlet and headline, and only where they say that they are pages.
    """
    groups: dict[tuple[str, ...], list[int]] = {}
    for place, document in enumerate(documents):
        groups.setdefault(_key(document) or (str(place),), []).append(place)
    return [sorted(members, key=lambda place: page_number(documents[place])) for members in groups.values()]


def belongs(document: RawDocument) -> str:
    """What all pages of an article have in common, as a digest; empty where the page does not say it."""
    key = _key(document)
    return "" if key is None else hashlib.sha256("\n".join(key).encode()).hexdigest()


def page_number(document: RawDocument) -> int:
    """Of several pages, from 1: one that does not say is the first.

    By the address of the capture first: a second page often states the first as its canonical one.
    """
    return max(1, page_of(_address(document))[1] or document.number)


def _address(document: RawDocument) -> str:
    _, _, told = document.source.partition("#")
    return next((address for address in (document.address, told) if "://" in address), document.canonical)


def _key(document: RawDocument) -> tuple[str, ...] | None:
    # "/berita/12" and "/berita/13" are two articles of a site that counts them: their headlines differ.
    headline = _PAGE_TOLD.sub("", _FOLDED.sub(" ", document.title or "").strip().lower())
    if address := page_of(document.canonical)[0] or page_of(_address(document))[0]:
        return ("address", address, headline) if urlsplit(address).path else None
    if document.number and headline:
        return ("title", document.outlet or "", headline)
    return None


def as_one(ordered: Sequence[RawDocument]) -> RawDocument:
    """The pages of an article in their order; what names it comes from the first."""
    if len(ordered) == 1:
        return ordered[0]
    lines: dict[str, str] = {}
    for document in ordered:
        for line in document.text.split("\n"):
            lines.setdefault(_FOLDED.sub(" ", line).strip().lower(), line)
    return replace(
        ordered[0],
        text="\n".join(lines.values()),
        published=next((item.published for item in ordered if item.published), None),
        removed=tuple(piece for item in ordered for piece in item.removed),
    )
