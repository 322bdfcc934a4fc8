"""The demo has an edition of open statistics to look at: as of its legal date, while there is none."""

from __future__ import annotations

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.insight.actions.freeze import freeze
from sinetra.apps.insight.models import Snapshot
from sinetra.ports.clock import today


def load_statistics() -> None:
    """With few cases nearly everything in it is withheld; ``--scale`` shows more."""
    if not Snapshot.objects.exists():
        freeze(as_of=today(), actor=SYSTEM)
