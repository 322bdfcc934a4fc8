"""Other words for a watch list. What it found before stays found."""

from __future__ import annotations

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.monitoring.models import WatchList
from sinetra.apps.monitoring.watch_draft import WatchDraft, checked
from sinetra.core.errors import Conflict, gettext_noop


def change_watch_list(*, watch_list: WatchList, draft: WatchDraft, actor: Actor) -> WatchList:
    """Errors: ``BadInput`` as for a new list; ``Conflict`` for a stopped one."""
    policy.require(actor, "watch_list.write", watch_list)
    columns = checked(draft, actor)
    with unit_of_work(actor) as work:
        if watch_list.stopped_at is not None:
            raise Conflict(gettext_noop("Daftar pantau ini sudah dihentikan."))
        work.change(watch_list, **columns)
        work.record("watch_list.change", watch_list, data=columns)
    return watch_list
