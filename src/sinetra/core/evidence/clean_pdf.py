"""A PDF of its pages alone: a new file into which only what paints a page is carried.

Everything else stays behind, because it is not asked for: scripts, actions, links, forms, notes, files inside, layers'
names, properties, what was cut off by later saving. Forms and notes are named in the metadata, so that a reader knows
to look at the original.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from sinetra.core.evidence.clean import CannotClean, Refusal
from sinetra.core.evidence.jpeg_segments import without_notes
from sinetra.core.evidence.of_pdf import ACTIVE, names_in

MOST_PAGES = 2000
_OF_A_PAGE = frozenset(
    {"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Contents", "/Group"}
)
# Of whatever stands behind a page: forms, pictures, fonts, patterns. Layers are named in the properties.
_NOT_PAINTED = frozenset(
    {"/Metadata", "/PieceInfo", "/OPI", "/Ref", "/AF", "/LastModified", "/Measure", "/PtData", "/OC", "/Properties"}
)
# Tables in which a page gives names freely: a font may be called /AF there.
_TABLES = frozenset({"/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/CharProcs"})
_MOST_OBJECTS = 200_000


def pages_alone(content: bytes) -> bytes:
    """Errors: ``CannotClean``."""
    from pypdf import PdfReader

    try:
        reader = PdfReader(BytesIO(content), strict=False)
        if reader.is_encrypted:
            raise CannotClean(Refusal.LOCKED)
        if len(reader.pages) > MOST_PAGES:
            raise CannotClean(Refusal.LARGE)
        made = _written(reader)
        left = {name for name in names_in(PdfReader(BytesIO(made))) if name in ACTIVE}
    except CannotClean:
        raise
    except MemoryError as error:
        raise CannotClean(Refusal.LIMITS) from error
    except Exception as error:  # a parser of PDF meets everything
        raise CannotClean(Refusal.BROKEN) from error
    if left:
        # A page may call a font /JS; better no copy than one that may act.
        raise CannotClean(Refusal.BROKEN)
    return made


def _written(reader: Any) -> bytes:
    from pypdf import PdfWriter

    if not reader.pages:
        raise CannotClean(Refusal.BROKEN)
    writer = PdfWriter()
    for page in reader.pages:
        for key in [key for key in page if key not in _OF_A_PAGE]:
            del page[key]
        _strip(page.get("/Resources"))
        writer.add_page(page)
    writer.metadata = None
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _strip(resources: Any) -> None:
    """Of everything that the resources of a page lead to."""
    from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

    seen: set[int] = set()
    waiting = [("/Resources", resources)]
    for _taken in range(_MOST_OBJECTS):
        if not waiting:
            return
        under, thing = waiting.pop()
        if isinstance(thing, IndirectObject):
            if thing.idnum in seen:
                continue
            seen.add(thing.idnum)
            thing = thing.get_object()
        if isinstance(thing, ArrayObject):
            waiting.extend(("", inside) for inside in thing)
        elif isinstance(thing, DictionaryObject):
            if under not in _TABLES or isinstance(thing, StreamObject):
                for key in _NOT_PAINTED.intersection(thing):
                    del thing[key]
            if isinstance(thing, StreamObject):
                _strip_picture(thing)
            waiting.extend(thing.items())
    raise CannotClean(Refusal.LARGE)


def _strip_picture(stream: Any) -> None:
    filters = stream.get("/Filter")
    if filters == "/DCTDecode" or filters == ["/DCTDecode"]:
        stream._data = without_notes(stream._data)
