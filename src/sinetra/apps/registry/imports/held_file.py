"""A file between the preview and the storing: sealed, for its owner only, and gone after half an hour."""

from __future__ import annotations

import json
import re
import tempfile
import time
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings

from sinetra.core.errors import BadInput, SinetraError, gettext_noop
from sinetra.ports.files import write_atomically
from sinetra.ports.keyring import Purpose, keyring

MINUTES = 30
_SUFFIX = ".sealed"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldFile:
    """``name`` as the owner's machine calls it: its ending says what it is."""

    name: str
    content: bytes


def hold(file: HeldFile, *, owner: UUID) -> UUID:
    """Where ``held`` finds it again. What lies there too long goes first."""
    forget_old()
    token = uuid4()
    _folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    plain = json.dumps({"name": file.name, "content": b64encode(file.content).decode()}).encode()
    sealed = keyring().seal(Purpose.DATA, plain, _context(token, owner))
    write_atomically(_path(token), sealed, mode=0o600)
    return token


def held(token: UUID, *, owner: UUID) -> HeldFile:
    """Errors: ``BadInput`` when it is somebody else's, too old or stored already."""
    try:
        if time.time() - _path(token).stat().st_mtime > MINUTES * 60:
            raise FileNotFoundError
        plain = json.loads(keyring().open_sealed(Purpose.DATA, _path(token).read_bytes(), _context(token, owner)))
    except (OSError, SinetraError) as error:
        message = gettext_noop("Berkas ini tidak lagi disimpan. Pilih dan kirim sekali lagi.")
        raise BadInput(message, field="file", code="expired") from error
    return HeldFile(name=plain["name"], content=b64decode(plain["content"]))


def forget(token: UUID) -> None:
    _path(token).unlink(missing_ok=True)


def forget_old() -> int:
    """How many were older than half an hour."""
    oldest = time.time() - MINUTES * 60
    old = [path for path in _folder().glob(f"*{_SUFFIX}") if path.stat().st_mtime < oldest]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


@contextmanager
def on_disk(file: HeldFile) -> Iterator[Path]:
    """As a file that the readers open, for as long as they read."""
    with tempfile.TemporaryDirectory(prefix="sinetra-import-") as room:
        path = Path(room) / (re.sub(r"[^\w.\- ]", "_", Path(file.name).name)[-80:] or "berkas")
        path.write_bytes(file.content)
        yield path


def _folder() -> Path:
    return Path(settings.SINETRA_DATA) / "uploads"


def _path(token: UUID) -> Path:
    return _folder() / f"{token.hex}{_SUFFIX}"


def _context(token: UUID, owner: UUID) -> bytes:
    return f"import:{token.hex}:{owner.hex}".encode()
