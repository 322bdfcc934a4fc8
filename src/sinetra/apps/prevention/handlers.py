"""What goes by itself in prevention, one noun a file."""

from __future__ import annotations

from sinetra.apps.prevention import circular_handlers  # noqa: F401 - registers the jobs of circulars
