"""Tables of the index."""

from __future__ import annotations

from sinetra.apps.index.models.place import IndexPlace
from sinetra.apps.index.models.run import IndexRun

__all__ = ["IndexPlace", "IndexRun"]
