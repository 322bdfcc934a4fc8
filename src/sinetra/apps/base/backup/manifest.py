"""What a backup says about itself."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from typing import Any

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from sinetra.catalogue import ROOT
from sinetra.core.errors import BadInput, gettext_noop

FORMAT = "sinetra-backup-1"
_KEY_ID, _PUBLIC = re.compile("[0-9a-f]{16}"), re.compile("[0-9a-f]{64}")
# Whoever finds a backup could sign in with a session in it, and read what people typed at the door.
LEFT_OUT = ("django_session", "axes_accessattempt", "axes_accessattemptexpiration")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """``migrations``: app to the names applied. ``tables``: name to columns, empty for SQLite, which goes as a file.
    ``signing_keys``: key id to public key (hex), by which the checkpoints inside are signed. Nothing here is signed: a
    restore takes these keys as a claim, to be compared with the paper."""

    made_at: str
    release: str
    catalogue: str
    database: str
    migrations: Mapping[str, list[str]]
    tables: Mapping[str, list[str]]
    signing_keys: Mapping[str, str]
    sums: str
    format: str = FORMAT

    def as_bytes(self) -> bytes:
        return json.dumps(asdict(self), indent=1, sort_keys=True).encode()


def parse(content: bytes) -> Manifest:
    """Errors: ``BadInput``."""
    try:
        values: dict[str, Any] = json.loads(content)
        if values.get("format") != FORMAT:
            raise ValueError(values.get("format"))
        manifest = Manifest(**values)
        if not all(_KEY_ID.fullmatch(key) and _PUBLIC.fullmatch(v) for key, v in manifest.signing_keys.items()):
            raise ValueError("signing_keys")
        return manifest
    except (ValueError, TypeError, AttributeError) as error:
        raise not_a_backup() from error


def not_a_backup() -> BadInput:
    return BadInput(
        gettext_noop("%(field)s: bukan cadangan Sinetra yang utuh (%(accepted)s)"), field="FILE", accepted=[FORMAT]
    )


def applied_migrations() -> dict[str, list[str]]:
    applied: dict[str, list[str]] = {}
    for app, name in sorted(MigrationRecorder(connection).applied_migrations()):
        applied.setdefault(app, []).append(name)
    return applied


def release() -> str:
    return version("sinetra")


def catalogue_version() -> str:
    """SHA-256 over names and contents of all files of the catalogue."""
    digest = hashlib.sha256()
    for path in sorted(path for path in ROOT.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
