"""Where a custodian's locked private key lies: one file in the key folder, never in the database.

Backups copy the database and the blobs. A key in a row would travel in each of them, and whoever finds an old backup
could try passphrases on it for ever; so the database knows only the public key and the name of the file.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from sinetra.ports.files import write_atomically
from sinetra.ports.keyring import keyring

FOLDER = "custodians"


def keep_locked(key_id: str, locked: bytes) -> None:
    """Readable by the owner only. Errors: ``FileExistsError``; ``OSError`` when the key folder takes no file."""
    path = _path(key_id)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.parent.chmod(0o700)
    write_atomically(path, locked, mode=0o600, replace=False)


def locked_key(key_id: str) -> bytes | None:
    """None when the file is not on this machine, as after a restore elsewhere: then the printed text is the way in."""
    try:
        return _path(key_id).read_bytes()
    except FileNotFoundError:
        return None


def forget_locked(key_id: str) -> None:
    """For a key that did not come into use."""
    with suppress(FileNotFoundError):
        _path(key_id).unlink()


def _path(key_id: str) -> Path:
    return keyring().folder / FOLDER / f"{key_id}.locked"
