"""One look at a whole file: its digest, and what is conspicuous in it. Nothing of it is run, drawn or unpacked."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from sinetra.core.evidence.findings import Finding
from sinetra.core.evidence.kinds import KINDS, Group, ending_agrees
from sinetra.core.evidence.office import archive_end, office_findings
from sinetra.core.evidence.pdf import PdfWatch
from sinetra.core.evidence.picture import check_points
from sinetra.core.evidence.streamed import WordWatch

_ARCHIVES = tuple(kind for kind in KINDS if "officedocument" in kind or "opendocument" in kind)
# At least seven letters: in a long video a shorter word stands by chance.
_FOREIGN = (b"<script", b"<?php", b"<!doctype html", b"run in dos mode", b"%pdf-1.")
_HEAD, _FOREIGN_HEAD = 4096, (b"%pdf-", b"<html", b"<svg", b"<body", b"<iframe")


class Original(Protocol):
    """A whole file, sealed or not: ``size`` in bytes; ``chunks`` is all of it."""

    size: int

    def chunks(self) -> Iterator[bytes]: ...
    def seek(self, offset: int, whence: int = ..., /) -> int: ...
    def readinto(self, buffer: bytearray | memoryview, /) -> int | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """``sha256``: of the original, as hex."""

    sha256: str
    findings: frozenset[Finding]


def inspect(reader: Original, *, media_type: str, name: str) -> Inspection:
    """``media_type``: one of ``KINDS``. Errors: ``BadInput`` for a bomb or a broken archive; ``VerificationFailed``
    when the sealed file does not open."""
    digest = hashlib.sha256()
    pdf = PdfWatch() if media_type == "application/pdf" else None
    foreign = WordWatch(_FOREIGN) if _holds_no_words(media_type) else None
    for chunk in reader.chunks():
        digest.update(chunk)
        for watch in (pdf, foreign):
            if watch is not None:
                watch.feed(chunk)
    found: set[Finding] = set()
    with io.BufferedReader(_Borrowed(reader)) as buffered:
        if pdf is not None:
            found |= pdf.findings(buffered)
        if media_type in _ARCHIVES:
            found |= office_findings(buffered, reader.size)
        elif archive_end(buffered, reader.size) is not None:
            found.add(Finding.SECOND_KIND)
        if foreign is not None and (foreign.found or _foreign_head(buffered)):
            found.add(Finding.SECOND_KIND)
        check_points(buffered, media_type)
    if media_type == "application/x-ole-storage":
        found.add(Finding.OLD_OFFICE)
    if not ending_agrees(name, media_type):
        found.add(Finding.WRONG_ENDING)
    return Inspection(sha256=digest.hexdigest(), findings=frozenset(found))


def _holds_no_words(media_type: str) -> bool:
    return KINDS[media_type].group in {Group.PICTURE, Group.VIDEO, Group.SOUND}


def _foreign_head(reader: io.BufferedIOBase) -> bool:
    reader.seek(0)
    head = reader.read(_HEAD).lower()
    return any(word in head for word in _FOREIGN_HEAD)


class _Borrowed(io.RawIOBase):
    """The reader of somebody else: closing this one leaves it open."""

    def __init__(self, reader: Original) -> None:
        self._reader = reader

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._reader.seek(offset, whence)

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        return self._reader.readinto(buffer) or 0
