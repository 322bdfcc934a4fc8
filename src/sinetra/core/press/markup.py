"""An HTML news page to paragraphs: the body by readability, title, outlet and publication day from its metadata."""

from __future__ import annotations

import logging
import re
from typing import Any

from sinetra.core.press.page_dates import find_stamps, find_stated
from sinetra.core.press.read import RawDocument, tidy

_BLOCKS = frozenset(("p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section"))
_BLOCKS |= {"article", "tr", "table", "br", "figcaption", "figure", "header", "footer"}
_DROPPED = frozenset(("script", "style", "noscript", "iframe", "svg", "form", "button", "template", "nav", "aside"))
_BLANKS = re.compile(r"[^\S\n]+")
_TITLE_TAIL = re.compile(r"\s+[|–—]\s+[^|–—]{2,40}$|\s+-\s+[\w .]{2,30}(?:\.\w{2,4})?$")


def _meta(tree: Any, *names: str) -> str | None:
    for name in names:
        for attribute in ("property", "name", "itemprop"):
            for value in tree.xpath(f"//meta[@{attribute}=$name]/@content", name=name):
                if str(value).strip():
                    return tidy(str(value).strip())
    return None


def lines(node: Any) -> str:
    """The text of a tree, one block element a line; scripts and forms are left out."""
    parts: list[str] = []

    def walk(element: Any) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag not in _DROPPED and tag:
            if tag in _BLOCKS:
                parts.append("\n")
            if element.text:
                parts.append(_BLANKS.sub(" ", element.text.replace("\n", " ")))
            for child in element:
                walk(child)
            if tag in _BLOCKS:
                parts.append("\n")
        if element.tail:
            parts.append(_BLANKS.sub(" ", element.tail.replace("\n", " ")))

    walk(node)
    kept = (line.strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in kept if line)


def parse(name: str, text: str) -> RawDocument:
    """One page. What readability finds is the body; when that is very short, the whole page's text is."""
    import lxml.html
    from readability import Document

    logging.getLogger("readability.readability").setLevel(logging.CRITICAL)
    declared = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    tree: Any = lxml.html.document_fromstring(declared)
    title = _meta(tree, "og:title", "twitter:title")
    if title is None:
        heads = [head.text_content().strip() for head in tree.xpath("//h1")] or [tree.findtext(".//title") or ""]
        title = tidy(" ".join(heads[0].split())) or None
    outlet = _meta(tree, "og:site_name", "application-name")
    try:
        body = lines(lxml.html.fromstring(Document(declared).summary(html_partial=True)))
    except Exception:  # readability raises its own bare errors on odd trees; the whole page is the fallback
        body = ""
    if len(body) < 250:
        whole = tree.find("body")
        body = max(body, lines(whole if whole is not None else tree), key=len)
    if title is not None:
        short = _TITLE_TAIL.sub("", title)
        if not body.startswith(short):
            body = f"{short}\n{body}"
        title = short
    return RawDocument(
        source=name, text=tidy(body), title=title, outlet=outlet, published=find_stated(tree), stamps=find_stamps(tree)
    )
