"""What goes into the file with which an organiser works without a network, and what comes back from it.

The file that comes back names its session and bears the mark of the download. Every entry is read again as if typed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sinetra.apps.prevention.entries import MOST_ENTRIES, Said
from sinetra.apps.prevention.models import ActivitySession
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.prevention import attendance_code as codes
from sinetra.ports.keyring import Purpose, keyed_hash, keyed_hashes

FORMAT = "sinetra-hadir-1"
MOST_OCTETS = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """``mark`` proves that this installation made the file for this session at ``issued_at`` (ISO, UTC)."""

    session: UUID
    issued_at: str
    mark: str


def new_ticket(session: ActivitySession, at: datetime) -> Ticket:
    issued = at.astimezone(UTC).isoformat(timespec="seconds")
    digest = keyed_hash(Purpose.CODE, codes.offline_message(session.pk, issued))
    return Ticket(session=session.pk, issued_at=issued, mark=codes.written(digest, codes.LINK_LENGTH))


def read_offline(session: ActivitySession, content: bytes) -> tuple[Said, ...]:
    """The entries in their order. Errors: ``BadInput`` on ``file`` for one that is not of this session or not ours."""
    try:
        given = json.loads(content) if len(content) <= MOST_OCTETS else None
    except (ValueError, RecursionError):  # also a number with more digits than Python reads
        given = None
    if not isinstance(given, dict) or given.get("format") != FORMAT:
        raise _bad(gettext_noop("Ini bukan berkas kehadiran. Pilih berkas hasil tombol Simpan di perangkat luring."))
    if given.get("session") != str(session.pk):
        raise _bad(gettext_noop("Berkas ini milik sesi lain. Buka sesi itu, lalu sinkronkan di sana."))
    issued, mark = given.get("issued_at"), given.get("mark")
    if not isinstance(issued, str) or not isinstance(mark, str) or not _is_ours(session, issued, mark):
        raise _bad(gettext_noop("Berkas ini tidak dibuat oleh pemasangan ini, atau diubah. Unduh yang baru."))
    entries = given.get("entries")
    if not isinstance(entries, list) or len(entries) > MOST_ENTRIES:
        raise _bad(gettext_noop("Isi berkas ini tidak dapat dibaca."))
    return tuple(_said(row, entry) for row, entry in enumerate(entries, 1))


def _is_ours(session: ActivitySession, issued: str, mark: str) -> bool:
    if len(issued) > 40 or not issued.isascii():
        return False
    digests = keyed_hashes(Purpose.CODE, codes.offline_message(session.pk, issued))
    return codes.is_one_of(mark, digests, codes.LINK_LENGTH)


def _said(row: int, entry: Any) -> Said:
    """What is no text is as if it were not there; the entry is told as bad where that leaves nothing."""
    values: Mapping[str, Any] = entry if isinstance(entry, dict) else {}
    words = {name: value for name in ("number", "name", "unit", "status") if isinstance(value := values.get(name), str)}
    return Said(row=row, came_at=_instant(values.get("at")), **words)


def _instant(given: Any) -> datetime | None:
    """An instant of our time; a day before the first of year 1 is none."""
    try:
        at = datetime.fromisoformat(given) if isinstance(given, str) else None
        return at.astimezone(UTC) if at is not None and at.tzinfo is not None else None
    except (ValueError, OverflowError):
        return None


def _bad(message: str) -> BadInput:
    return BadInput(message, field="file")
