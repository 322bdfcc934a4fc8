"""How much evidence is taken, and the errors that say so in words of the reporter."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EDQUOT, ENOSPC
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError

from sinetra.core.errors import BadInput, SinetraError, gettext_noop

MEGABYTE = 1_000_000
MOST_FILES = 20
_POSTGRES_FULL = "53100"


class TooLarge(BadInput):
    """HTTP 413: a file, or all of a report together, is larger than is taken here."""

    code = "too_large"
    status = 413


class NoSpace(SinetraError):
    """HTTP 507: the disk of the office is full, or nearly so. Nothing was kept of what did not fit."""

    code = "no_space"
    status = 507

    def __init__(self) -> None:
        super().__init__(
            gettext_noop(
                "Penyimpanan kantor ini sedang penuh, jadi berkas ini belum tersimpan. Isian Anda tetap ada. Kirim "
                "laporan tanpa bukti sekarang; buktinya dapat ditambahkan kemudian dengan kode, atau dibawa ke kantor."
            )
        )


def most_of_file() -> int:
    return int(settings.SINETRA_MOST_FILE_MB) * MEGABYTE


def most_of_report() -> int:
    return int(settings.SINETRA_MOST_EVIDENCE_MB) * MEGABYTE


def check_size(size: int) -> None:
    """Of one file. Errors: ``TooLarge``; ``BadInput`` with code ``empty``."""
    if size < 1:
        raise BadInput(gettext_noop("Berkas ini kosong. Pilih berkas lain."), field="file", code="empty")
    if size > most_of_file():
        raise TooLarge(
            gettext_noop(
                "Berkas ini terlalu besar; satu berkas paling besar %(accepted)s. Potong videonya, atau bawa ke kantor."
            ),
            field="file",
            accepted=(f"{settings.SINETRA_MOST_FILE_MB} MB",),
        )


def check_all(sizes: list[int]) -> None:
    """Of all files of one report. Errors: ``TooLarge``."""
    if len(sizes) > MOST_FILES:
        raise TooLarge(
            gettext_noop("Satu laporan memuat paling banyak %(accepted)s berkas."),
            field="evidence",
            accepted=(str(MOST_FILES),),
            code="too_many",
        )
    if sum(sizes) > most_of_report():
        raise TooLarge(
            gettext_noop("Semua berkas satu laporan bersama-sama paling besar %(accepted)s."),
            field="evidence",
            accepted=(f"{settings.SINETRA_MOST_EVIDENCE_MB} MB",),
        )


def check_room(folder: Path, size: int = 0) -> None:
    """The rest of the disk belongs to the register and to the reports themselves. Errors: ``NoSpace``."""
    found = os.statvfs(folder)
    if found.f_bavail * found.f_frsize - size < int(settings.SINETRA_KEEP_FREE_MB) * MEGABYTE:
        raise NoSpace


@contextmanager
def full_disk_is_told() -> Iterator[None]:
    """A disk that is full, under files or under the database, is ``NoSpace``."""
    try:
        yield
    except OSError as error:
        if error.errno in {ENOSPC, EDQUOT}:
            raise NoSpace from error
        raise
    except DatabaseError as error:
        if "disk is full" in str(error) or getattr(error.__cause__, "sqlstate", None) == _POSTGRES_FULL:
            raise NoSpace from error
        raise
