"""A sealed file as an answer: decrypted while it is sent, nothing of it in clear on the disk, nothing in it may act."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from sinetra.core.evidence.sealed_file import SEGMENT, SealedReader

# No script, no form, no plug-in, an origin of its own, and nothing more is loaded, whatever the file is.
_SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


class Part:
    """``length`` bytes from ``start``; closes the file also when nobody asked for the first of them."""

    def __init__(self, reader: SealedReader, start: int, length: int) -> None:
        self._reader, self._left = reader, length
        reader.seek(start)

    def __iter__(self) -> Iterator[bytes]:
        while self._left > 0 and (piece := self._reader.read(min(self._left, SEGMENT))):
            self._left -= len(piece)
            yield piece
        self.close()

    def close(self) -> None:
        self._reader.close()


def sealed_answer(
    reader: SealedReader, media_type: str, name: str, *, download: bool, asked: str | None = None
) -> HttpResponseBase:
    """``asked``: the header ``Range`` where the file is played. One range; anything else gets the whole."""
    found = _range(asked, reader.size)
    if found is None:
        reader.close()
        answer: HttpResponseBase = HttpResponse(status=416)
        answer.headers["Content-Range"] = f"bytes */{reader.size}"
        return _guarded(answer)
    start, length = found
    answer = StreamingHttpResponse(Part(reader, start, length), content_type=media_type)
    if length != reader.size:
        answer.status_code = 206
        answer.headers["Content-Range"] = f"bytes {start}-{start + length - 1}/{reader.size}"
    answer.headers["Content-Length"] = str(length)
    answer.headers["Accept-Ranges"] = "bytes"
    # Packed on its way it would have another length, and the ranges would be those of something else.
    answer.headers["Content-Encoding"] = "identity"
    answer.headers["Content-Disposition"] = content_disposition_header(as_attachment=download, filename=name) or ""
    return _guarded(answer)


def _guarded(answer: HttpResponseBase) -> HttpResponseBase:
    answer.headers["Content-Security-Policy"] = _SANDBOX
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _range(asked: str | None, size: int) -> tuple[int, int] | None:
    """Start and length; None when it lies outside of the file.

    >>> _range(None, 10), _range("bytes=2-", 10), _range("bytes=2-3", 10), _range("bytes=-4", 10)
    ((0, 10), (2, 8), (2, 2), (6, 4))
    >>> _range("bytes=0-1,4-5", 10), _range("bytes=5-99", 10), _range("bytes=10-", 10), _range("bytes=3-2", 10)
    ((0, 10), (5, 5), None, (0, 10))
    """
    given = _RANGE.fullmatch(asked.strip()) if asked else None
    if given is None or not any(given.groups()):
        return 0, size
    first, last = given.groups()
    if not first:
        length = min(int(last), size)
        return (size - length, length) if length else None
    start, end = int(first), min(int(last), size - 1) if last else size - 1
    if start >= size:
        return None
    return (start, end - start + 1) if start <= end else (0, size)
