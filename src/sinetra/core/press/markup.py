"""An HTML news page to paragraphs: the body by readability, title, outlet and publication day from its metadata."""

from __future__ import annotations

import copy
import logging
import re
from functools import cache
from typing import Any

from sinetra.core.press.facts import Removed, RemovedKind
from sinetra.core.press.letters import mended
from sinetra.core.press.page_dates import find_stamps, find_stated
from sinetra.core.press.pages import page_of
from sinetra.core.press.read import RawDocument, tidy
from sinetra.core.press.structure import MOST_PIECES, shortened, take_furniture

_BLOCKS = frozenset(("p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section"))
_BLOCKS |= {"article", "tr", "table", "br", "figcaption", "figure", "header", "footer"}
_CELLS = frozenset(("td", "th"))
_DROPPED = frozenset(("script", "style", "noscript", "iframe", "svg", "form", "button", "template", "nav", "aside"))
_BLANKS = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
_OPEN, _CLOSE = "\u0002", "\u0003"
_MARKS = re.compile("[\u0002\u0003]")
_DECLARATION = re.compile(r"^\s{0,99}<\?xml[^>]{0,200}\?>")
# What a page for the printer puts before it.
_TITLE_HEAD = re.compile(r"^(?:cetak|print)\s?[-–:|]\s{1,3}", re.IGNORECASE)
_TITLE_TAIL = re.compile(r"\s+[|–—]\s+[^|–—]{2,40}$|\s+-\s+[\w .]{2,30}(?:\.\w{2,4})?$")


def _metas(tree: Any) -> dict[str, str]:
    """What the metadata say under each name; of several the first that says anything."""
    said: dict[str, str] = {}
    for meta in tree.iter("meta"):
        if content := tidy(str(meta.get("content", "")).strip()):
            for attribute in ("property", "name", "itemprop"):
                said.setdefault(str(meta.get(attribute, "")), content)
    return said


def _first(said: dict[str, str], *names: str) -> str | None:
    return next((said[name] for name in names if name in said), None)


def lines(node: Any, *, links: bool = False) -> str:
    """The text of a tree, one block element a line; scripts and forms are left out.

    ``links``: what is a link stands between two signs that no text holds.
    """
    parts: list[str] = []
    waiting: list[Any] = [node]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            parts.append(item)
            continue
        if item is not node and item.tail:
            waiting.append(item.tail.replace("\n", " "))
        tag = item.tag if isinstance(item.tag, str) else ""
        if not tag or tag in _DROPPED:
            continue
        opens, closes = ("\n", "\n") if tag in _BLOCKS else (_OPEN, _CLOSE) if links and tag == "a" else ("", "")
        if tag in _CELLS:
            opens = " "
        waiting.append(closes)
        waiting.extend(reversed(item))
        if item.text:
            waiting.append(item.text.replace("\n", " "))
        waiting.append(opens)
    kept = (line.strip() for line in _BLANKS.sub(" ", "".join(parts)).split("\n"))
    return "\n".join(line for line in kept if line)


@cache
def _reader() -> type[Any]:
    """Readability, for a tree that has no scripts and comments any more; loaded when the first page is read."""
    from readability import Document

    logging.getLogger("readability.readability").setLevel(logging.CRITICAL)

    class Body(Document):  # type: ignore[misc]
        """Gives lines, not HTML that would have to be parsed again."""

        def _parse(self, page: Any) -> Any:
            copied = copy.deepcopy(page)
            # Held alive, so that the elements are not made anew for every look at them.
            self.elements = list(copied.iter())
            return copied

        def get_link_density(self, elem: Any) -> float:
            linked = sum(len(link.text_content()) for link in elem.iter("a") if link is not elem)
            return min(1.0, linked / max(1, len(elem.text_content()))) if linked else 0.0

        def get_clean_html(self) -> str:
            return lines(self.html, links=True)

    return Body


def _body(tree: Any) -> str:
    """The lines of what readability takes for the article, links marked; empty where it finds nothing."""
    try:
        return str(_reader()(tree).summary(html_partial=True))
    except Exception:  # readability raises its own bare errors on odd trees; the whole page is the fallback
        return ""


def _without_links(text: str) -> tuple[list[str], list[Removed]]:
    """Lines that are nothing but a link to another headline go; the others lose the marks."""
    kept: list[str] = []
    removed: list[Removed] = []
    for line in text.split("\n"):
        plain = _MARKS.sub("", line).strip()
        whole = line.startswith(_OPEN) and line.endswith(_CLOSE) and line.count(_OPEN) == 1
        if whole and len(plain.split()) >= 3 and len(plain) < 200 and not plain.endswith((".", "”", '."')):
            removed.append(Removed(kind=RemovedKind.RELATED_LINKS, detail="link", text=plain))
        elif plain:
            kept.append(plain)
    return kept, removed


def _outside(whole: str, kept: list[str], title: str | None) -> list[Removed]:
    """What stands on the page and not in its body."""
    inside = {*kept, title or ""}
    left = dict.fromkeys(line for line in (_MARKS.sub("", part).strip() for part in whole.split("\n")) if line)
    return [
        Removed(kind=RemovedKind.FURNITURE, detail="outside", text=shortened(line))
        for line in left
        if line not in inside
    ]


def _number(tree: Any, address: str) -> int:
    """Which page of several: by its address, by the link to the next one; 0 where the page says nothing."""
    if found := page_of(address)[1]:
        return found
    following = tree.xpath("//link[@rel='next']/@href | //a[contains(@href, 'page=2')]/@href")
    return max(1, page_of(str(following[0]))[1] - 1) if following else 0


def parse(name: str, text: str) -> RawDocument:
    """One page. What readability finds is the body; when that is very short, the whole page's text is."""
    import lxml.html

    declared = _DECLARATION.sub("", text, count=1)
    try:
        tree: Any = lxml.html.document_fromstring(declared)
    except (lxml.etree.LxmlError, ValueError):
        return RawDocument(source=name, text="")
    said = _metas(tree)
    title = _first(said, "og:title", "twitter:title")
    if title is None:
        heads = [head.text_content().strip() for head in tree.xpath("//h1")] or [tree.findtext(".//title") or ""]
        title = tidy(" ".join(heads[0].split())) or None
    outlet = _first(said, "og:site_name", "application-name")
    canonical = str(next(iter(tree.xpath("//link[@rel='canonical']/@href")), "")) or _first(said, "og:url") or ""
    number, published, stamps = _number(tree, canonical), find_stated(tree), find_stamps(tree)
    removed = take_furniture(tree)
    whole = lines(body if (body := tree.find("body")) is not None else tree, links=True)
    kept, linked = _without_links(_body(tree))
    if sum(map(len, kept)) < 250:
        kept, linked = max(((kept, linked), _without_links(whole)), key=lambda found: sum(map(len, found[0])))
    removed += linked + _outside(whole, kept + [piece.text for piece in linked], title)
    if title is not None:
        title = _TITLE_HEAD.sub("", _TITLE_TAIL.sub("", mended(title, entities=True)))
        if not (kept and kept[0].startswith(title)):
            kept.insert(0, title)
    return RawDocument(
        source=name,
        text=tidy(mended("\n".join(kept), entities=True)),
        title=title,
        outlet=outlet,
        published=published,
        stamps=stamps,
        removed=tuple(removed[:MOST_PIECES]),
        canonical=canonical,
        number=number,
    )
