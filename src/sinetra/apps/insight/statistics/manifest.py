"""What is signed of an edition: its bytes, the query with its version and parameters, the cut-off, the one before."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sinetra.core.canonical import canonical

FORMAT = "sinetra-statistics-manifest-1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Digests are SHA-256 as hex. ``audit_root``: over the heads of all chains at the cut-off. ``inputs``: digest of
    what it rests on, which stays with the installation. ``previous``: digest of the edition before, empty for the
    first; what that one told decides with what is withheld now."""

    edition: str
    as_of: date
    query: str
    version: int
    smallest: int
    code: str
    rows: str
    inputs: str
    audit_root: str
    previous: str
    frozen_at: datetime

    def content(self) -> bytes:
        return canonical({"format": FORMAT, **asdict(self)})


def manifest_json(content: bytes) -> dict[str, Any]:
    """As it was signed."""
    told: dict[str, Any] = json.loads(content)
    return told
