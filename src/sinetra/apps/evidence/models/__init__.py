"""What reporters handed in beside their words, who touched it, and what is still on its way."""

from __future__ import annotations

from sinetra.apps.evidence.models.custody import CustodyEntry
from sinetra.apps.evidence.models.evidence import Evidence
from sinetra.apps.evidence.models.upload import Upload

__all__ = ["CustodyEntry", "Evidence", "Upload"]
