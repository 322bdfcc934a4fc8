"""What a PDF does beside being read: scripts, programs, files in it. Nothing is run or drawn."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator, Mapping

from sinetra.core.evidence.findings import Finding
from sinetra.core.evidence.streamed import PlaceWatch, WordWatch

# Five letters or more: in a long scan a shorter name stands by chance. A script has /S /JavaScript (12.6.4.17).
_MEANING: Mapping[bytes, Finding] = {
    b"/javascript": Finding.PDF_SCRIPT,
    b"/rendition": Finding.PDF_SCRIPT,
    b"/xfa ": Finding.PDF_SCRIPT,
    b"/xfa[": Finding.PDF_SCRIPT,
    b"/launch": Finding.PDF_LAUNCH,
    b"/embeddedfile": Finding.PDF_EMBEDDED,
    b"/richmedia": Finding.PDF_EMBEDDED,
    b"/encrypt": Finding.PDF_ENCRYPTED,
}
# Objects are packed in compressed streams since PDF 1.5 (ISO 32000-1, 7.5.7).
_PACKED = b"/ObjStm"
_MOST_STREAMS, _MOST_OF_ONE, _MOST_OF_ALL, _DICTIONARY = 500, 4 << 20, 64 << 20, 4096


class PdfWatch:
    """Fed with all of the file, then asked with a reader of it."""

    def __init__(self) -> None:
        self._words = WordWatch(_MEANING, names=True)
        self._packed = PlaceWatch(_PACKED, most=_MOST_STREAMS)

    def feed(self, chunk: bytes) -> None:
        self._words.feed(chunk)
        self._packed.feed(chunk)

    def findings(self, reader: io.BufferedIOBase) -> frozenset[Finding]:
        for plain in _unpacked(reader, self._packed.places):
            inner = WordWatch(_MEANING, names=True)
            inner.feed(plain)
            self._words.found |= inner.found
        return frozenset(_MEANING[word] for word in self._words.found)


def _unpacked(reader: io.BufferedIOBase, places: list[int]) -> Iterator[bytes]:
    """The objects of each packed stream, as much of it as a file of an office has."""
    left = _MOST_OF_ALL
    for place in places:
        reader.seek(place)
        raw = reader.read(_DICTIONARY + _MOST_OF_ONE // 4)
        begin = raw[:_DICTIONARY].find(b"stream")
        if begin < 0 or left <= 0:
            continue
        body = raw[begin + len(b"stream") :].removeprefix(b"\r").removeprefix(b"\n")
        try:
            plain = zlib.decompressobj().decompress(body, min(left, _MOST_OF_ONE))
        except zlib.error:
            continue
        left -= len(plain)
        yield plain
