"""What goes by itself in prevention."""

from __future__ import annotations

from sinetra.apps.prevention import pledge_retention  # noqa: F401 - registers its rules
