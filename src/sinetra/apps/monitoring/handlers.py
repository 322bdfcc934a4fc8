"""Work of the outbox, one noun a file."""

from __future__ import annotations

from sinetra.apps.monitoring import digest_handlers, feed_handlers

__all__ = ["digest_handlers", "feed_handlers"]
