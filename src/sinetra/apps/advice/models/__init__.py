"""Questions without a name, and opinions with two."""

from __future__ import annotations

from sinetra.apps.advice.models.opinion import Opinion
from sinetra.apps.advice.models.question import Question

__all__ = ["Opinion", "Question"]
