"""Documents that are archives: whether they unpack to more than a document has, and whether macros are in them."""

from __future__ import annotations

import io
import struct
import zipfile

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.evidence.findings import Finding
from sinetra.core.evidence.kinds import ACCEPTED

# End of central directory (APPNOTE 4.3.16): 22 bytes and a comment.
_END, _END_BYTES, _LONGEST_COMMENT = b"PK\x05\x06", 22, 65_535
_MOST_DIRECTORY, _MOST_UNPACKED, _MOST_RATIO, _FREE_RATIO = 4 << 20, 2 << 30, 200, 64 << 20
_MACROS = ("vbaproject.bin", "basic/script-lc.xml")


def archive_end(reader: io.BufferedIOBase, size: int) -> bytes | None:
    """The record that closes an archive, when the file ends in one."""
    reader.seek(max(0, size - _END_BYTES - _LONGEST_COMMENT))
    tail = reader.read(_END_BYTES + _LONGEST_COMMENT)
    place = tail.rfind(_END)
    record = tail[place : place + _END_BYTES] if place >= 0 else b""
    if len(record) < _END_BYTES:
        return None
    return record if place + _END_BYTES + struct.unpack_from("<H", record, 20)[0] == len(tail) else None


def office_findings(reader: io.BufferedIOBase, size: int) -> frozenset[Finding]:
    """Errors: ``BadInput`` with code ``zip_bomb`` or ``broken``."""
    end = archive_end(reader, size)
    if end is None:
        raise broken()
    # The directory is read whole, so its length is looked at first; 0xFFFFFFFF: ZIP64, which no document needs.
    if struct.unpack_from("<I", end, 12)[0] > _MOST_DIRECTORY:
        raise _bomb()
    try:
        with zipfile.ZipFile(reader) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError, struct.error) as error:
        raise broken() from error
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > _MOST_UNPACKED or unpacked > max(_FREE_RATIO, _MOST_RATIO * size):
        raise _bomb()
    names = [entry.filename.lower() for entry in entries]
    has_macro = any(name.endswith(_MACROS) for name in names)
    return frozenset({Finding.MACRO} if has_macro else ())


def broken() -> BadInput:
    return BadInput(
        gettext_noop("Berkas ini rusak atau terpotong. Kirim sekali lagi, atau kirim foto layarnya."),
        field="file",
        accepted=ACCEPTED,
        code="broken",
    )


def _bomb() -> BadInput:
    return BadInput(
        gettext_noop(
            "Berkas ini mengembang jauh melebihi isi dokumen biasa (bom arsip). Kirim dokumennya sebagai PDF atau foto."
        ),
        field="file",
        accepted=ACCEPTED,
        code="zip_bomb",
    )
