"""Parts of a page that its own marking names as furniture: by element, and by the words of its classes and ids."""

from __future__ import annotations

import re
from typing import Any

from sinetra.core.press.facts import Removed, RemovedKind

#: What is removed is shown to a person: each piece shortened, and so many of them.
MOST_SIGNS = 400
MOST_PIECES = 200

_BY_TAG = {
    "script": (RemovedKind.SCRIPT, "script"),
    "style": (RemovedKind.SCRIPT, "style"),
    "nav": (RemovedKind.FURNITURE, "menu"),
    "aside": (RemovedKind.FURNITURE, "sidebar"),
    "figcaption": (RemovedKind.FURNITURE, "caption"),
    "footer": (RemovedKind.FURNITURE, "footer"),
    "form": (RemovedKind.FURNITURE, "form"),
    "button": (RemovedKind.FURNITURE, "form"),
    "amp-ad": (RemovedKind.FURNITURE, "advert"),
    "amp-sidebar": (RemovedKind.FURNITURE, "menu"),
    "amp-social-share": (RemovedKind.FURNITURE, "share"),
}
_BY_WORD = {
    "related": "related|terkait|bacajuga|readalso|rekomendasi|recommended|popular|populer|terpopuler|trending",
    "share": "share|sharing|sosmed|social|addtoany|sharedaddy|bagikan",
    "tags": "tags|tagcloud|labels",
    "breadcrumb": "breadcrumbs?|crumbs?",
    "comments": "comments|komentar|respond|disqus",
    "newsletter": "newsletter|subscribe|langganan|buletin",
    "cookie": "cookies?|consent|gdpr",
    "advert": "ads|advert|advertisement|iklan|adsbygoogle",
    "pager": "pagination|paging|pager",
    "caption": "caption|figcaption|keterangan",
    "byline": "byline|author|penulis",
    "sidebar": "sidebar|widget|popup|modal",
    "menu": "navbar|menu|navigation",
}
_HIDDEN = re.compile(r"display\s?:\s?none")
_PAIRS = ("baca-juga", "baca_juga", "read-also", "read_also", "tag-list", "tag_list")
_WORDS = re.compile("|".join(f"(?P<{name}>(?:{words}))" for name, words in _BY_WORD.items()))
_SPLIT = re.compile(r"[\s_\-]+")
_WHOLE = frozenset(("html", "body", "main", "article", "h1"))
#: A part that holds more than this share of the page's words is the page, whatever it is called.
_SHARE = 0.4


def _named(element: Any) -> tuple[RemovedKind, str] | None:
    tag = element.tag
    if not isinstance(tag, str) or tag in _WHOLE:
        return None
    if tag in _BY_TAG:
        return _BY_TAG[tag]
    if not element.keys():
        return None
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")[:300]):
        return RemovedKind.FURNITURE, "hidden"
    told = f"{element.get('class', '')} {element.get('id', '')}".lower()[:300]
    if _WORDS.search(told) is None and not any(pair in told for pair in _PAIRS):
        return None
    if any(pair in told for pair in _PAIRS[:4]):
        return RemovedKind.RELATED_LINKS, "related"
    for word in _SPLIT.split(told):
        if found := _WORDS.fullmatch(word):
            name = str(found.lastgroup)
            return (RemovedKind.RELATED_LINKS if name == "related" else RemovedKind.FURNITURE), name
    return (RemovedKind.FURNITURE, "tags") if "tag-list" in told or "tag_list" in told else None


def take_furniture(tree: Any) -> list[Removed]:
    """Takes these parts out of the tree; their texts."""
    alive = list(tree.iter())  # not made anew for every look at them
    body = tree.find("body")
    most = _SHARE * len((tree if body is None else body).text_content())
    removed: list[Removed] = []
    for element in alive:
        if not isinstance(element.tag, str) and element.getparent() is not None:
            element.drop_tree()
    for element in alive:
        kind = _named(element)
        if kind is None or element.getparent() is None or not _inside(element, tree):
            continue
        text = element.text_content()
        if kind[0] is not RemovedKind.SCRIPT and (len(text) > most or element.find(".//h1") is not None):
            continue
        if words := " ".join(text[: 4 * MOST_SIGNS].split()):
            removed.append(Removed(kind=kind[0], detail=kind[1], text=shortened(words)))
        element.drop_tree()
    return removed


def _inside(element: Any, tree: Any) -> bool:
    """False where a part around it has gone already."""
    return element.getroottree().getroot() is tree


def shortened(text: str) -> str:
    return text if len(text) <= MOST_SIGNS else f"{text[:MOST_SIGNS]}…"
