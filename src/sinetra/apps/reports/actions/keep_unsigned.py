"""Reports whose signed form did not come in time are kept as initial information: nothing is thrown away."""

from __future__ import annotations

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import State
from sinetra.apps.registry.counting import counting_of
from sinetra.apps.reports import law_clock
from sinetra.apps.reports.completion.open_points import is_over
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import Channel, ReportState
from sinetra.core.errors import Conflict
from sinetra.ports.clock import today


def keep_unsigned(*, actor: Actor) -> list[Report]:
    """Only those that nobody has opened: a matter has its list of requirements and a person who decides. That list says
    nothing of the reports that were joined to it: they become information there, and the matter goes on.

    A form that came in time and is noted later makes a report of it again (``record_signed_form``). Errors:
    ``Forbidden`` for everybody but the system.
    """
    require(actor, "report.keep_unsigned")
    rows = visible(actor, Report).filter(signed_on__isnull=True, kept_as=Channel.REPORT, sign_by__lt=today())
    alone = rows.filter(state=ReportState.NEW)
    # One query each: both find their rows by an index that holds few.
    joined = rows.filter(state=ReportState.JOINED, joined_to__isnull=False).exclude(joined_to__state=State.CLOSED)
    late = [key for found in (alone, joined) for key in found.order_by("sign_by", "id").values_list("pk", flat=True)]
    return [row for key in late if (row := _keep(actor, Report.objects.get(pk=key))) is not None]


def _keep(actor: Actor, row: Report) -> Report | None:
    """None when its day is not over where it happened, or when somebody was faster."""
    at, on = moment(None, row.region_id)
    if row.state not in (ReportState.NEW, ReportState.JOINED) or row.signed_on is not None or not is_over(row, on):
        return None
    due_on = law_clock.office_due(
        law_clock.regime_of(row.election),
        on,
        formal=False,
        region=row.region_id,
        election=row.election,
        counting=counting_of(row.organisation_id),
    )
    try:
        with unit_of_work(actor) as work:
            work.change(row, kept_as=Channel.INITIAL_INFORMATION, due_on=due_on)
            work.record("report.keep_unsigned", row, data={"sign_by": row.sign_by})
            add_step(work, StepCode.FORM_NOT_SIGNED, report=row, at=at, on=on)
    except Conflict:
        return None
    return row
