"""Who may see and do what with the rows of prevention, one noun a file; importing registers all of it."""

from __future__ import annotations

from sinetra.apps.prevention.policies import (
    activities,
    attendance,
    circulars,
    coverage,
    pledges,
    questions,
)

__all__ = ["activities", "attendance", "circulars", "coverage", "pledges", "questions"]
