"""A new watch list. It looks at articles that come in from now on."""

from __future__ import annotations

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.monitoring.models import WatchList
from sinetra.apps.monitoring.watch_draft import MOST_RUNNING, WatchDraft, checked, running
from sinetra.core.errors import BadInput, gettext_noop


def create_watch_list(*, draft: WatchDraft, actor: Actor) -> WatchList:
    """Errors: ``BadInput`` naming the field: a person's name or account, an unknown office, too many lists."""
    policy.require(actor, "watch_list.write")
    columns = checked(draft, actor)
    if len(running(actor)) >= MOST_RUNNING:
        message = gettext_noop("Paling banyak %(most)s daftar pantau yang berjalan. Hentikan satu dahulu.")
        raise BadInput(message, field="name", most=MOST_RUNNING)
    row = WatchList(organisation_id=actor.office, **columns)
    with unit_of_work(actor) as work:
        work.create(row)
        work.record("watch_list.create", row, data=columns)
    return row
