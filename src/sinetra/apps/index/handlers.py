"""Work of the outbox: the index is computed every night, and not twice where nothing has changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sinetra.apps.base.tasks import periodic
from sinetra.apps.index.actions.compute_index import compute_nightly
from sinetra.apps.index.gather.offices import leading_office


@periodic("index.compute", every=timedelta(days=1))
def compute_every_night(payload: Mapping[str, Any]) -> None:
    """Without an office nobody has a list of people, and there is nothing to compute."""
    del payload
    office = leading_office()
    if office is not None:
        compute_nightly(office)
