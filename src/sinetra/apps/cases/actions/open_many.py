"""Several reports are opened as matters and go to one person, each by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may, require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions.assign import assign
from sinetra.apps.cases.actions.open_matter import open_matter
from sinetra.apps.cases.bulk import Chosen, RowResult, for_each
from sinetra.apps.cases.conflicts import interests_of, report_facts
from sinetra.apps.reports.models import Report
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.ports import clock


def open_many(
    *, chosen: Sequence[Chosen], handler: User, actor: Actor, at: datetime | None = None
) -> tuple[RowResult[Report], ...]:
    """``handler`` may be the actor, and for who may assign, anybody of the office. A report in which that person has an
    interest, or that somebody else just changed, stays where it is.

    Errors: ``Forbidden``; ``BadInput`` naming ``chosen``.
    """
    require(actor, "report.open_matter")
    if handler.pk != actor.user_id:
        require(actor, "matter.assign")

    def act(report: Report) -> None:
        if not may(actor_of(handler, clock.today(report.region_id)), "report.read", report):
            raise BadInput(gettext_noop("Akun ini tidak berwenang menangani perkara ini."), field="handler")
        if interests_of(handler, report_facts(report)):
            raise Conflict(
                gettext_noop("Orang ini harus menyingkir dari laporan ini; pilih yang lain."),
                code="conflict_of_interest",
            )
        with unit_of_work(actor):
            matter = open_matter(report=report, actor=actor, at=at)
            if handler.pk != actor.user_id:
                assign(matter=matter, handler=handler, actor=actor, at=at)

    return for_each(actor, Report, chosen, act)
