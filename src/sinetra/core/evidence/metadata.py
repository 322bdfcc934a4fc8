"""What a file tells besides its content, as a list to read before it is stripped: nothing of it is changed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

MOST_ITEMS, MOST_CHARACTERS = 200, 300
#: The one name that says where somebody stood: pages set it apart.
PLACE = "gps.position"
#: Part of it could not be read, so the list is not all there is.
UNREAD = "unread"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """``name`` is a family and a field (``exif.Model``, ``pdf.Author``), ``value`` plain text on one line."""

    name: str
    value: str


class Collected:
    """Items in the order of finding: bounded, without empty ones, without signs that steer a terminal or a page."""

    def __init__(self) -> None:
        self.items: list[Item] = []

    def add(self, name: str, value: object) -> None:
        text = plain(value)
        item = Item(name=plain(name)[:60], value=text[:MOST_CHARACTERS])
        if text and len(self.items) < MOST_ITEMS and item not in self.items:
            self.items.append(item)

    def add_all(self, family: str, pairs: Iterable[tuple[str, object]]) -> None:
        for name, value in pairs:
            self.add(f"{family}.{name}", value)

    @contextmanager
    def part(self) -> Iterator[None]:
        """Around whatever may be broken by itself: what was found stays, and ``UNREAD`` says that there was more."""
        try:
            yield
        except Exception:  # a decoder raises whatever it meets in hostile bytes
            missing = Item(name=UNREAD, value="+")
            if missing not in self.items:
                self.items.append(missing)


def plain(value: object) -> str:
    """One line of text.

    >>> plain(b"Kamera\\x00\\x00"), plain(" dua\\nbaris "), plain("a\\u202eb"), plain(None)
    ('Kamera', 'dua baris', 'ab', '')
    """
    if value is None:
        return ""
    text = (value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value))[: 4 * MOST_CHARACTERS]
    text = "".join(" " if sign in "\r\n\t" else sign for sign in text)
    return "".join(sign for sign in text if unicodedata.category(sign)[0] != "C").strip()


def is_read(media_type: str) -> bool:
    """Whether anybody here can read what such a file tells: pictures, PDF, office documents."""
    return _reader(media_type) is not None


def listed(content: bytes, media_type: str) -> tuple[Item, ...]:
    """Empty for what nobody here can read, or where nothing is said. Broken parts are left out rather than failing the
    rest; then ``UNREAD`` is among the items."""
    found = Collected()
    reader = _reader(media_type)
    if reader is not None:
        with found.part():
            reader(content, found)
    return tuple(found.items)


def _reader(media_type: str) -> Callable[[bytes, Collected], None] | None:
    from sinetra.core.evidence.of_documents import office_metadata, opendocument_metadata
    from sinetra.core.evidence.of_pdf import pdf_metadata
    from sinetra.core.evidence.of_pictures import PICTURES, picture_metadata

    readers: Mapping[str, Callable[[bytes, Collected], None]] = {
        "application/pdf": pdf_metadata,
        "application/vnd.oasis.opendocument.text": opendocument_metadata,
        **dict.fromkeys(PICTURES, picture_metadata),
    }
    if media_type.startswith("application/vnd.openxmlformats-officedocument."):
        return office_metadata
    return readers.get(media_type)
