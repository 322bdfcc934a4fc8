"""What a unit of work tells the audit chain about one row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.block import Block
from sinetra.apps.base.row import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One audit entry to be: what happened to which row, or block of rows. ``personal`` may hold personal data; it is
    kept apart from the chain, which holds only a salted commitment of it."""

    action: str
    row: Row | Block
    actor: Actor
    data: Mapping[str, Any] = field(default_factory=dict)
    personal: Mapping[str, Any] = field(default_factory=dict)
