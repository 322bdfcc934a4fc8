"""What an import has done. The columns themselves: ``tables.columns``."""

from __future__ import annotations

from dataclasses import dataclass

from sinetra.apps.registry.tables.columns import Column, Holds, optional, required

__all__ = ["Column", "Holds", "Imported", "optional", "required"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """Rows in the file, newly stored and changed; the rest said what was known."""

    read: int
    created: int
    changed: int

    @property
    def unchanged(self) -> int:
        return self.read - self.created - self.changed
