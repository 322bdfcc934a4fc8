"""What an edition rests on, row by row in few bytes, so that a later change can be named: id, persons, digest."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sinetra.apps.insight.statistics.query import Answer

_ROW = struct.Struct(">c16sH8s")
MATTER, EXAMINATION, NIL = b"m", b"e", b"n"
TYPES = {MATTER: "cases.matter", EXAMINATION: "cases.examination", NIL: "cases.nilreport"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """``type``: of the row. ``digest``: the first 8 bytes of that of its facts."""

    type: str
    key: UUID
    persons: int
    digest: bytes

    @property
    def name(self) -> str:
        return f"{self.type}:{self.key}"


def packed(answer: Answer) -> bytes:
    rows = [_ROW.pack(MATTER, facts.key.bytes, facts.persons, _short(facts.digest)) for facts in answer.matters]
    rows += [_ROW.pack(EXAMINATION, facts.key.bytes, 0, _short(facts.digest)) for facts in answer.examined]
    rows += [_ROW.pack(NIL, facts.key.bytes, 0, _short(facts.digest)) for facts in answer.nil_reports]
    return zlib.compress(b"".join(rows), 6)


def unpacked(inputs: bytes) -> Mapping[str, Input]:
    """By name."""
    found = (
        Input(type=TYPES[kind], key=UUID(bytes=key), persons=persons, digest=digest)
        for kind, key, persons, digest in _ROW.iter_unpack(zlib.decompress(inputs))
    )
    return {row.name: row for row in found}


def _short(digest: str) -> bytes:
    return bytes.fromhex(digest)[:8]
