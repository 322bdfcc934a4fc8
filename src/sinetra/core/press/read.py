"""Bytes to raw documents: plain text, HTML pages and WARC archives, as they came from the shell."""

from __future__ import annotations

import gzip
import io
import re
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.press.facts import Removed
from sinetra.core.press.letters import mended

#: A file or archive. A page has its own limits: no article is longer, and reading takes seconds at most.
MAX_BYTES = 50 * 1024 * 1024
MAX_PAGE_BYTES = 8 * 1024 * 1024
#: A packed archive, unpacked: a small one may hold a line of many gigabytes.
MAX_UNPACKED = 4 * MAX_BYTES
MAX_TEXT = 200_000
ACCEPTED = (".txt", ".md", ".html", ".htm", ".xhtml", ".warc", ".warc.gz")
_PACKED = b"\x1f\x8b"
# An endless line is put together block by block: of large ones it takes seconds, of small ones hours.
_BLOCK = 4 * 1024 * 1024
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|div|p)[\s>]", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w\-]+)", re.IGNORECASE)
_CONTROL = re.compile(
    "[\u0000-\u0008\u000b\u000e-\u001f\u007f\u200b\u200e\u200f\u2060\ufeff\u00ad\ud800-\udfff\ufffe\uffff]"
)
# As browsers do.
_AS_WINDOWS = frozenset(("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"))
_STRANGE = re.compile("[\u0000-\u0008\u000b\u000e-\u001f]")
_BREAK = re.compile("\r\n?|\u2028|\u2029|\u0085|\x0c")
_TOO_LONG = gettext_noop("lebih dari 200.000 huruf, terlalu panjang untuk satu artikel")


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDocument:
    """One article before cleaning. ``text``: one paragraph a line, NFC. Metadata only where the page states it.

    ``stamps``: lines of the page that may print its day, in their order. ``member``: of an archive the bytes of this
    page alone, ``address`` where it was; else the file itself is the page.
    """

    source: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    removed: tuple[Removed, ...] = ()
    #: The address that the page states as its own, and which of its several pages it is (0: not said).
    canonical: str = ""
    number: int = 0
    media_type: str = "text/plain"
    member: bytes | None = None
    address: str = ""
    stamps: tuple[str, ...] = ()


def tidy(text: str) -> str:
    """NFC, plain line ends, without control and zero-width signs and those that are no character."""
    return unicodedata.normalize("NFC", _CONTROL.sub("", _BREAK.sub("\n", text)))


def _refuse(name: str, reason: str) -> BadInput:
    return BadInput(
        gettext_noop("%(file)s: %(reason)s. Yang diterima: %(accepted)s, paling besar 50 MB"),
        field=name,
        accepted=ACCEPTED,
        code="unreadable_article",
        file=name,
        reason=reason,
    )


def decode(name: str, data: bytes, *, hint: str | None = None) -> str:
    """Text of unknown encoding: byte order mark, UTF-8, declared charset, then Windows-1252.

    Errors: ``BadInput`` for binary content.
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                raise _refuse(name, gettext_noop("isi bukan teks")) from None
    if b"\x00" in data[:65536]:
        raise _refuse(name, gettext_noop("isi bukan teks"))
    if hint is not None and hint.lower() in _AS_WINDOWS:
        hint = "cp1252"
    # UTF-8 first: text that happens to be valid UTF-8 is UTF-8, whatever a wrong declaration says.
    for candidate in ["utf-8"] + [hint] * (hint is not None) + ["cp1252"]:
        try:
            text = data.decode(candidate or "utf-8")
        except (UnicodeError, LookupError, ValueError):
            continue
        break
    else:
        text = data.decode("latin-1")
    strange = len(_STRANGE.findall(text, 0, 20000))
    if strange > 0.02 * min(len(text), 20000):
        raise _refuse(name, gettext_noop("isi bukan teks"))
    return text


def read(name: str, data: bytes, *, charset: str | None = None) -> list[RawDocument]:
    """The articles in one file; a WARC archive may hold several, an HTML or text file holds one.

    ``charset``: the one that the server said, when the page came from one.

    Errors: ``BadInput`` naming the file and what is accepted: empty, binary, larger than 50 MB, a damaged archive.
    """
    return list(read_each(name, data, charset=charset))


def read_each(name: str, data: bytes, *, charset: str | None = None) -> Iterator[RawDocument]:
    """The same one by one, for whom the bytes of each page are not needed together. Errors: as they are met."""
    if len(data) > MAX_BYTES:
        raise _refuse(name, gettext_noop("terlalu besar"))
    if not data.strip():
        raise _refuse(name, gettext_noop("kosong"))
    if name.lower().endswith((".warc", ".warc.gz")) or data.startswith(b"WARC/"):
        is_empty = True
        for found in _warc(name, data):
            is_empty = False
            yield found
        if is_empty:
            raise _refuse(name, gettext_noop("arsip WARC tanpa halaman HTML atau teks"))
        return
    yield _document(name, data, hint=charset)


def _document(name: str, data: bytes, *, hint: str | None = None) -> RawDocument:
    looks_html = name.lower().endswith((".html", ".htm", ".xhtml")) or _HTML.search(data[:4096]) is not None
    if looks_html and hint is None and (match := _CHARSET.search(data[:4096])):
        hint = match[1].decode("ascii")
    printed = decode(name, data, hint=hint)
    if len(printed) > (MAX_PAGE_BYTES if looks_html else MAX_TEXT):
        raise _refuse(name, _TOO_LONG)
    text = tidy(printed if looks_html else mended(printed, entities=True))
    if not text.strip():
        raise _refuse(name, gettext_noop("kosong"))
    if not looks_html:
        return RawDocument(source=name, text=text)
    from sinetra.core.press.markup import parse

    document = parse(name, text)
    if len(document.text) > MAX_TEXT:
        raise _refuse(name, _TOO_LONG)
    if not document.text.strip():
        raise _refuse(name, gettext_noop("halaman tanpa teks berita"))
    return replace(document, media_type="text/html")


def _unpacked(name: str, data: bytes) -> io.BufferedIOBase:
    """The archive as a stream that ends with an error where more comes out than an archive may hold."""
    if not data.startswith(_PACKED):
        return io.BytesIO(data)

    class Unpacked(gzip.GzipFile):
        left = MAX_UNPACKED

        def read(self, size: int | None = -1) -> bytes:
            found = super().read(size)
            self.left -= len(found)
            if self.left < 0:
                raise _refuse(name, gettext_noop("terlalu besar"))
            return found

    stream = Unpacked(fileobj=io.BytesIO(data))
    # Packed twice: the reader of archives would unpack the inner one without a limit.
    if stream.peek(2).startswith(_PACKED):
        raise _refuse(name, gettext_noop("arsip WARC rusak"))
    return stream


def _warc(name: str, data: bytes) -> Iterator[RawDocument]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        for record in ArchiveIterator(_unpacked(name, data), block_size=_BLOCK):
            if record.rec_type not in ("response", "resource", "conversion"):
                continue
            headers = record.http_headers
            kind = (headers or record.rec_headers).get_header("Content-Type") or ""
            if not kind.startswith(("text/html", "application/xhtml", "text/plain")):
                continue
            if headers is not None and headers.get_statuscode() not in ("200", "203"):
                continue
            body = record.content_stream().read(MAX_BYTES + 1)
            if len(body) > MAX_BYTES:
                raise _refuse(name, gettext_noop("terlalu besar"))
            charset = _CHARSET.search(kind.encode())
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            source = f"{name}#{address}" if address else name
            if body.strip():
                found = _document(source, body, hint=charset[1].decode("ascii") if charset else None)
                yield replace(found, member=body, address=address)
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, zlib.error) as error:
        raise _refuse(name, gettext_noop("arsip WARC rusak")) from error
