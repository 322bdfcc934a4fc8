"""Questions without a name, opinions with two, and mediation between two."""

from __future__ import annotations

from sinetra.apps.advice.models.mediation import Mediation
from sinetra.apps.advice.models.opinion import Opinion
from sinetra.apps.advice.models.question import Question

__all__ = ["Mediation", "Opinion", "Question"]
