"""What goes by itself in prevention, one noun a file; importing registers it."""

from __future__ import annotations

from sinetra.apps.prevention import (
    attendance_retention,
    circular_handlers,
    circular_retention,
    coverage_handlers,
    knowledge_retention,
    pledge_retention,
    question_handlers,
)

__all__ = [
    "attendance_retention",
    "circular_handlers",
    "circular_retention",
    "coverage_handlers",
    "knowledge_retention",
    "pledge_retention",
    "question_handlers",
]
