"""What an office document tells besides its text: author, program, times; and whether it bears comments or macros."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

from sinetra.core.evidence.metadata import Collected
from sinetra.core.evidence.xml_facts import MOST_OCTETS, facts_of_xml

_PROPERTIES = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")
# What a reader would not see on the page, by what its parts are called.
_HIDDEN: Mapping[str, tuple[str, ...]] = {
    "macros": ("vbaProject.bin", "Basic/"),
    "comments": ("comments.xml", "commentsExtended.xml", "comments/"),
    "embedded": ("embeddings/", "Object "),
}


def office_metadata(content: bytes, found: Collected) -> None:
    _read(content, _PROPERTIES, found)


def opendocument_metadata(content: bytes, found: Collected) -> None:
    _read(content, ("meta.xml",), found)


def _read(content: bytes, parts: tuple[str, ...], found: Collected) -> None:
    """An entry counts by the octets that really come out of it, not by what it says of itself."""
    with ZipFile(BytesIO(content)) as archive:
        names = archive.namelist()
        for what, marks in _HIDDEN.items():
            if any(mark in name for name in names for mark in marks):
                found.add(f"hidden.{what}", "+")
        for part in parts:
            if part in names:
                with found.part(), archive.open(part) as file:
                    found.add_all("office", facts_of_xml(file.read(MOST_OCTETS + 1)))
