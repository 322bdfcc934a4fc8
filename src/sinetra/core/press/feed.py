"""RSS and Atom to the pages that they name. Nothing outside the file is opened and no entity is unfolded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.press.read import tidy

MOST = 100
ACCEPTED = ("RSS", "Atom")
_ROOTS = frozenset(("rss", "feed", "RDF"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A page that the feed names. ``address`` is http or https."""

    address: str
    title: str


def read_feed(data: bytes, *, base: str) -> tuple[Named, ...]:
    """At most 100 pages, each once, in the order of the feed. ``base``: where the feed was found.

    Errors: ``BadInput`` for what is no feed, and for one that declares entities of its own.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, recover=True, huge_tree=False)
    try:
        root: Any = etree.fromstring(data.strip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or _name(root) not in _ROOTS:
        raise BadInput(gettext_noop("Alamat ini bukan umpan %(accepted)s."), field="address", accepted=ACCEPTED)
    rules = root.getroottree().docinfo.internalDTD
    if rules is not None and any(True for _entity in rules.iterentities()):
        message = gettext_noop("Umpan ini mendefinisikan entitas XML sendiri dan tidak dibaca.")
        raise BadInput(message, field="address", accepted=ACCEPTED, code="entities")
    found: dict[str, Named] = {}
    for entry in root.iter("{*}item", "{*}entry"):
        address = next((one for one in _links(entry, base) if urlsplit(one).scheme in ("http", "https")), "")
        if address and len(address) <= 2000:
            found.setdefault(address, Named(address=address, title=_title(entry)))
        if len(found) == MOST:
            break
    return tuple(found.values())


def _name(node: Any) -> str:
    return str(node.tag).rpartition("}")[2] if isinstance(node.tag, str) else ""


def _links(entry: Any, base: str) -> Iterator[str]:
    """RSS says the address as text, Atom as ``href``; of Atom's links the page itself has no ``rel`` or "alternate"."""
    for node in entry:
        if _name(node) != "link" or node.get("rel", "alternate") != "alternate":
            continue
        said = (node.get("href") or node.text or "").strip()
        if said:
            try:
                yield urljoin(base, said).partition("#")[0]
            except ValueError:
                continue


def _title(entry: Any) -> str:
    text = next((node.xpath("string()") for node in entry if _name(node) == "title"), "")
    return " ".join(tidy(str(text)).split())[:300]
