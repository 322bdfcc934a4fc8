"""A watch list ends. What it found stays on its page."""

from __future__ import annotations

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.monitoring.models import WatchList
from sinetra.core.errors import Conflict, gettext_noop


def stop_watch_list(*, watch_list: WatchList, actor: Actor) -> WatchList:
    """Errors: ``Conflict`` when it was stopped before."""
    policy.require(actor, "watch_list.write", watch_list)
    with unit_of_work(actor) as work:
        if watch_list.stopped_at is not None:
            raise Conflict(gettext_noop("Daftar pantau ini sudah dihentikan."))
        work.change(watch_list, stopped_at=work.at)
        work.record("watch_list.stop", watch_list)
    return watch_list
