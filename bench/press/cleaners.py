"""Cleaners side by side: HTML to the text of the article. One that is not installed is left out and named."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable

Cleaner = Callable[[str], str]


def sinetra() -> Cleaner:
    from sinetra.catalogue import ROOT
    from sinetra.core import press
    from sinetra.core.press.clean import clean

    lexicon = press.load_lexicon(ROOT)

    def run(page: str) -> str:
        (raw,) = press.read("halaman.html", page.encode())
        return clean(lexicon, raw.text, title=raw.title, removed=raw.removed).text

    return run


def trafilatura() -> Cleaner:
    import trafilatura as peer

    return lambda page: peer.extract(page, include_comments=False, include_tables=False) or ""


def trafilatura_precision() -> Cleaner:
    import trafilatura as peer

    return lambda page: peer.extract(page, include_comments=False, include_tables=False, favor_precision=True) or ""


def readability() -> Cleaner:
    import logging

    import lxml.html
    from readability import Document

    from sinetra.core.press.markup import lines

    logging.getLogger("readability.readability").setLevel(logging.CRITICAL)
    return lambda page: lines(lxml.html.fromstring(Document(page).summary(html_partial=True)))


def goose3() -> Cleaner:
    from goose3 import Goose

    peer = Goose({"enable_image_fetching": False, "target_language": "id", "use_meta_language": False})
    return lambda page: str(peer.extract(raw_html=page).cleaned_text)


def justext() -> Cleaner:
    import justext as peer

    words = peer.get_stoplist("Indonesian")

    def run(page: str) -> str:
        return "\n".join(part.text for part in peer.justext(page.encode(), words) if not part.is_boilerplate)

    return run


#: name → package and maker
CLEANERS: dict[str, tuple[str, Callable[[], Cleaner]]] = {
    "sinetra": ("sinetra", sinetra),
    "trafilatura": ("trafilatura", trafilatura),
    "trafilatura, favour precision": ("trafilatura", trafilatura_precision),
    "readability-lxml": ("readability-lxml", readability),
    "goose3": ("goose3", goose3),
    "justext": ("justext", justext),
}


def version(package: str) -> str:
    return importlib.metadata.version(package)
