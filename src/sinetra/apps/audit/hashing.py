"""What the hashes of the chain are over. Read this file to verify a chain with other software."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from sinetra.apps.audit.models import AuditEntry
from sinetra.core.canonical import canonical


def entry_hash(entry: AuditEntry) -> str:
    """SHA-256 over the previous hash and the canonical entry, as hex. The detail counts by its commitment only."""
    content = {
        "organisation": entry.organisation_id,
        "seq": entry.seq,
        "at": entry.at,
        "group": entry.group,
        "action": entry.action,
        "object_type": entry.object_type,
        "object_id": entry.object_id,
        "digest": entry.digest,
        "actor": entry.actor,
        "data": entry.data,
        "detail_commitment": entry.detail_commitment,
    }
    return hashlib.sha256(bytes.fromhex(entry.previous_hash) + canonical(content)).hexdigest()


def commitment(detail: Mapping[str, Any], salt: bytes) -> str:
    """SHA-256 over 16 random bytes and the canonical detail, as hex: without the salt nobody can guess the detail."""
    return hashlib.sha256(salt + canonical(detail)).hexdigest()


def plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """As the database will give it back: dates, ids and enums as text.

    Errors: ``TypeError`` for a fraction as float, whose text differs between databases (write it as text).

    >>> from datetime import date
    >>> plain({"due": date(2024, 11, 22), "n": 3})
    {'due': '2024-11-22', 'n': 3}
    """
    result: dict[str, Any] = json.loads(canonical(values), parse_float=_no_float)
    return result


def _no_float(text: str) -> float:
    raise TypeError(f"a float in an audit entry: {text}")
