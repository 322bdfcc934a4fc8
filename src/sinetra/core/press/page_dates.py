"""Where an HTML page states its day of publication: metadata, linked data, ``time``, and lines marked as byline."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

_METAS: tuple[str, ...] = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "pubdate",
    "publishdate",
    "publish-date",
)
_METAS += (
    "publish-date",
    "content_publisheddate",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "date",
    "cxenseparse:recs:publishtime",
)
_METAS += ("sailthru.date", "parsely-pub-date", "article.published", "release_date", "dtk:publishdate")
_ISO = re.compile(r"(\d{4})[-/](\d{2})[-/](\d{2})")
_LINKED = re.compile(r"\"datePublished\"\s{0,4}:\s{0,4}\"(\d{4}-\d{2}-\d{2})")
_MARKED = re.compile(r"date|time|byline|meta|author|info|posted|publish|tanggal|waktu|reporter|penulis", re.IGNORECASE)
_APART = re.compile(
    r"related|sidebar|comment|komentar|footer|foot|terkait|popul|widget|menu|share|topbar", re.IGNORECASE
)
_LONGEST = 160
_MOST = 12


def _day(stated: str) -> date | None:
    match = _ISO.search(stated)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def find_stated(tree: Any) -> date | None:
    """The day metadata, linked data or the first ``time`` of the article states."""
    held: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        for attribute in ("property", "name", "itemprop"):
            name = str(meta.get(attribute) or "").lower()
            if name in _METAS:
                held.setdefault(name, str(meta.get("content")))
    for name in _METAS:
        if name in held and (day := _day(held[name])):
            return day
    for script in tree.xpath("//script"):
        if (match := _LINKED.search(script.text or "")) and (day := _day(match[1])):
            return day
    times = tree.xpath("//article//time/@datetime") or tree.xpath("//time/@datetime")
    return _day(str(times[0])) if times else None


def _name(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def find_stamps(tree: Any) -> tuple[str, ...]:
    """Short lines of ``time`` elements and of elements marked as byline, outside lists of other articles."""
    found: list[str] = []
    for element in tree.xpath("//time | //*[@class] | //*[@id]"):
        if element.tag != "time" and not _MARKED.search(_name(element)):
            continue
        if any(
            _APART.search(f"{up.get('class') or ''} {up.get('id') or ''}") for up in (element, *element.iterancestors())
        ):
            continue
        text = " ".join(element.text_content().split())
        if 5 < len(text) <= _LONGEST and text not in found:
            found.append(text)
        if len(found) == _MOST:
            break
    return tuple(found)
