"""In which letters a text file is written, and where it stops being text: one pass, a megabyte at a time."""

from __future__ import annotations

import codecs
from pathlib import Path

from sinetra.apps.registry.tables.problems import raise_at
from sinetra.core.errors import BadInput, gettext_noop

CHUNK = 1 << 20
# Windows-1252 gives no letter to these.
_NO_LETTER = bytes((0x81, 0x8D, 0x8F, 0x90, 0x9D))
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def encoding_of(path: Path) -> str:
    """``utf-8-sig`` or ``cp1252``. Errors: ``BadInput`` for an empty file, ``BadRows`` with the place of a byte that is
    no letter."""
    with path.open("rb") as file:
        if file.read(2) in _UTF_16:
            raise BadInput(
                gettext_noop(
                    "%(file)s: pengodean UTF-16 (Teks Unicode) tidak diterima; simpan sebagai “CSV UTF-8” atau XLSX"
                ),
                field="FILE",
                file=path.name,
            )
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_utf8, is_blank, offset = True, True, 0
    strange: int | None = None
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            if (place := chunk.find(b"\0")) >= 0:
                raise_at(*place_of(path, offset + place), gettext_noop("bukan berkas teks; simpan sebagai CSV"))
            is_blank = is_blank and not chunk.strip()
            is_utf8 = is_utf8 and _decodes(decoder, chunk)
            if strange is None:
                found = [at for letter in _NO_LETTER if (at := chunk.find(letter)) >= 0]
                strange = offset + min(found) if found else None
            offset += len(chunk)
    is_utf8 = is_utf8 and _decodes(decoder, b"", final=True)
    if is_blank:
        raise BadInput(gettext_noop("%(file)s kosong"), field="FILE", file=path.name)
    if not is_utf8 and strange is not None:
        message = gettext_noop("pengodean tidak dikenal; yang diterima: UTF-8 atau Windows-1252")
        raise_at(*place_of(path, strange), message)
    return "utf-8-sig" if is_utf8 else "cp1252"


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(chunk, final=final)
    except UnicodeDecodeError:
        return False
    return True


def place_of(path: Path, offset: int) -> tuple[int, str]:
    """The line of a byte and the name of its column, as far as the head tells one."""
    line, before = 1, b""
    with path.open("rb") as file:
        head = file.readline(CHUNK)
        file.seek(0)
        left = offset
        while left > 0 and (chunk := file.read(min(CHUNK, left))):
            left -= len(chunk)
            line += chunk.count(b"\n")
            before = (before + chunk).rpartition(b"\n")[2][-CHUNK:]
    delimiter = b";" if head.count(b";") > head.count(b",") else b","
    names = head.decode("cp1252", "replace").removeprefix("ï»¿").strip().split(delimiter.decode())
    number = before.count(delimiter)
    return line, names[number].strip() if number < len(names) and line > 1 else str(number + 1)
