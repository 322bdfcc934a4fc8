"""What an XLSX file is made of, looked at before anything is unpacked: sizes, encryption, macros, merged cells."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from sinetra.core.errors import BadInput, gettext_noop

# A full sheet of a million people is some 400 MB of XML, a twentieth of it packed.
MOST_BYTES = 1 << 30
MOST_TEXTS = 256 << 20  # the reader holds the shared texts in memory
BOMB_FROM, BOMB_RATIO = 32 << 20, 150
# What openpyxl and the readers below it say of XML and zip that do not hold together.
UNREADABLE = (ValueError, KeyError, TypeError, SyntaxError, OSError, EOFError, zlib.error, zipfile.BadZipFile)
OLD_EXCEL = bytes.fromhex("d0cf11e0a1b11ae1")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref=\"([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)\"")


def refuse_old_excel(path: Path) -> None:
    """Errors: ``BadInput`` for the format before 2007, and for a file with a password, which has the same wrapping."""
    with path.open("rb") as file:
        is_locked = _LOCKED in file.read(1 << 20)
    if is_locked:
        message = gettext_noop("%(file)s dilindungi kata sandi; simpan tanpa kata sandi")
    else:
        message = gettext_noop("%(file)s berformat Excel lama (.xls); simpan sebagai .xlsx")
    raise BadInput(message, field="FILE", file=path.name)


def check_parts(path: Path) -> None:
    """Errors: ``BadInput`` for a file that is cut off, no workbook, has macros, or grows out of proportion."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError) as error:
        raise _refused(path, gettext_noop("%(file)s rusak atau terpotong; simpan atau kirim ulang")) from error
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names:
        raise _refused(path, gettext_noop("%(file)s bukan buku kerja Excel (.xlsx)"))
    if "xl/vbaProject.bin" in names:
        raise _refused(path, gettext_noop("%(file)s berisi makro; simpan sebagai .xlsx tanpa makro"))
    if grows_too_large(parts):
        raise _refused(path, gettext_noop("%(file)s mengembang terlalu besar; bagi menjadi beberapa berkas atau CSV"))


def merged(path: Path, part: str) -> Iterator[tuple[str, int, str]]:
    """Merged cells of a sheet: first column, first row, and the whole as a spreadsheet writes it ("A1:C1")."""
    with zipfile.ZipFile(path) as archive, archive.open(part) as file:
        rest = b""
        while chunk := file.read(1 << 20):
            text, end = rest + chunk, 0
            for found in _MERGED.finditer(text):
                column, row, last_column, last_row = (group.decode() for group in found.groups())
                yield column, int(row), f"{column}{row}:{last_column}{last_row}"
                end = found.end()
            rest = text[max(end, len(text) - 200) :]


def grows_too_large(parts: Sequence[zipfile.ZipInfo]) -> bool:
    """The reader of zip files stops at the size that is written here, so a lie about it gains nothing."""
    return any(_is_too_large(part) for part in parts) or sum(part.file_size for part in parts) > MOST_BYTES


def _is_too_large(part: zipfile.ZipInfo) -> bool:
    if part.filename.endswith("sharedStrings.xml") and part.file_size > MOST_TEXTS:
        return True
    return part.file_size > BOMB_FROM and part.file_size > BOMB_RATIO * max(part.compress_size, 1)


def _refused(path: Path, message: str) -> BadInput:
    return BadInput(message, field="FILE", file=path.name)
