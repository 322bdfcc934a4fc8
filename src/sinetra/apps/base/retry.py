"""An administrator has looked at a task that failed for good, and lets it run once more."""

from __future__ import annotations

from uuid import UUID

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.models import OutboxTask
from sinetra.apps.base.outbox import outbox
from sinetra.apps.base.paging import Page, page
from sinetra.apps.base.policy import require, visible
from sinetra.apps.base.tasks import told_task
from sinetra.apps.base.work import unit_of_work
from sinetra.core.errors import Conflict, NotFound, gettext_noop
from sinetra.ports import clock


def dead_letters(actor: Actor, *, after: str | None = None, size: int = 50) -> Page[OutboxTask]:
    """Tasks that gave up, the oldest first. Errors: ``Forbidden``."""
    require(actor, "outbox.retry")
    dead = visible(actor, OutboxTask).filter(state=OutboxTask.State.DEAD)
    return page(dead, order=("run_after", "id"), after=after, size=size)


def retry_task(*, task_id: UUID, actor: Actor) -> OutboxTask:
    """It waits again, with all its attempts. Errors: ``Forbidden``, ``NotFound``, ``Conflict`` when it is not dead."""
    from sinetra.apps.registry.models import Organisation

    require(actor, "outbox.retry")
    task = visible(actor, OutboxTask).filter(pk=task_id).first()
    if task is None:
        raise NotFound(gettext_noop("Tugas ini tidak ada."))
    office = visible(actor, Organisation).get(pk=actor.office)
    with unit_of_work(actor) as work:
        if not outbox().retry(task_id, clock.now()):
            raise Conflict(gettext_noop("Tugas ini tidak lagi berhenti; mungkin sudah dicoba lagi."), code="not_dead")
        # Tasks belong to no organisation: the entry stands in the chain of the administrator's own.
        work.record("outbox.retry", office, data={"task": str(task.pk), "name": told_task(task.name)})
    return task
