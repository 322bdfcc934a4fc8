"""One byte string for one value: the ground of every hash, signature and digest."""

from __future__ import annotations

import json
from base64 import b64encode
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID


def canonical(value: Any) -> bytes:
    """JSON with sorted keys, no blanks, UTF-8; instants in UTC to the microsecond, bytes as base64.

    >>> canonical({"b": 1, "a": [date(2024, 11, 22), None]})
    b'{"a":["2024-11-22",null],"b":1}'

    Errors: ``TypeError`` for a value of another kind, and for an instant without zone.
    """
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False, default=_plain)
    return text.encode("utf-8")


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise TypeError("an instant without zone has no canonical form")
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bytes | bytearray | memoryview):
        return b64encode(bytes(value)).decode()
    if isinstance(value, date | time | UUID | Decimal):
        return value.isoformat() if isinstance(value, date | time) else str(value)
    raise TypeError(f"{type(value).__name__} has no canonical form")
