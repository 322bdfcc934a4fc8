"""How long a signature of a pledge stays, for the page that says so before one signs."""

from __future__ import annotations

from sinetra.apps.base.retention import periods


def signature_years() -> int:
    """A pledge is about one election and the service after it; the next election asks anew."""
    return periods().get("prevention.pledges").years
