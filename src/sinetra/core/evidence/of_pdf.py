"""What a PDF tells besides its pages, and what in it would act: scripts, actions, files inside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any

from sinetra.core.evidence.metadata import Collected
from sinetra.core.evidence.xml_facts import facts_of_xml

if TYPE_CHECKING:
    from pypdf import PdfReader

#: Keys of a PDF that run something, open something or carry another file (ISO 32000-2, 12.6 and 7.11).
ACTIVE: Mapping[str, str] = {
    "/JS": "scripts",
    "/JavaScript": "scripts",
    "/OpenAction": "actions",
    "/AA": "actions",
    "/Launch": "actions",
    "/EmbeddedFile": "embedded",
    "/EmbeddedFiles": "embedded",
    "/RichMedia": "embedded",
    "/AcroForm": "form",
    "/Annots": "annotations",
}
_MOST_OBJECTS = 200_000


def pdf_metadata(content: bytes, found: Collected) -> None:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(content), strict=False)
    if reader.is_encrypted:
        found.add("hidden.locked", "+")
        return
    with found.part():
        for name, value in (reader.metadata or {}).items():
            found.add(f"pdf.{str(name).lstrip('/')}", value)
    with found.part():
        packet = reader.root_object.get("/Metadata")
        if packet is not None and hasattr(packet := packet.get_object(), "get_data"):
            found.add_all("xmp", facts_of_xml(packet.get_data()))
    hidden: set[str] = set()
    with found.part():
        hidden.update(ACTIVE[name] for name in names_in(reader) if name in ACTIVE)
    for what in sorted(hidden):
        found.add(f"hidden.{what}", "+")
    with found.part():
        for name, _content in zip(reader.attachments, range(20), strict=False):
            found.add("pdf.file", name)


def names_in(reader: PdfReader) -> Iterator[str]:
    """Every key and every name that is a value, of all objects that the trailer leads to.

    Errors: ``ValueError`` for a file with more objects than any evidence has.
    """
    from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

    seen: set[int] = set()
    waiting: list[Any] = [reader.trailer]
    taken = 0
    while waiting:
        thing = waiting.pop()
        taken += 1
        if taken > _MOST_OBJECTS:
            raise ValueError("too many objects")
        if isinstance(thing, IndirectObject):
            if thing.idnum in seen:
                continue
            seen.add(thing.idnum)
            thing = thing.get_object()
        if isinstance(thing, NameObject):
            yield str(thing)
        elif isinstance(thing, ArrayObject):
            waiting.extend(thing)
        elif isinstance(thing, DictionaryObject):
            yield from (str(key) for key in thing)
            waiting.extend(thing.values())
