"""Links that stand for a person without an account: 128 random bits, of which only a keyed hash is stored.

A link opens one activity for one participant, never more: whoever knows a NIP can check in under it.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from sinetra.apps.prevention.models import Attendance
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.keyring import Purpose, keyed_hash, keyed_hashes

PARTICIPANT = "participant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """``text`` is told once and not stored; ``hash`` is what the row keeps."""

    text: str
    hash: str

    def __repr__(self) -> str:
        return f"Link({self.hash[:8]})"


def new_link(kind: str) -> Link:
    text = secrets.token_urlsafe(16)
    return Link(text=text, hash=keyed_hash(Purpose.CODE, _message(kind, text)).hex())


def link_hashes(kind: str, text: str) -> tuple[str, ...]:
    """What a link may be stored as, by every version of the key."""
    return tuple(found.hex() for found in keyed_hashes(Purpose.CODE, _message(kind, text)))


def _message(kind: str, text: str) -> bytes:
    return f"link\0{kind}\0{text}".encode()


def participant(text: str) -> Attendance:
    """The attendance that a participant's link opens. Errors: ``NotFound``."""
    rows = Attendance.objects.filter(link_hash__in=link_hashes(PARTICIPANT, text))
    found = rows.select_related(
        "activity", "session__activity", "session__organisation", "session__unit", "person", "unit"
    ).first()
    if found is None:
        raise NotFound(gettext_noop("Tautan ini tidak berlaku. Periksa lagi, atau minta yang baru kepada panitia."))
    return found
