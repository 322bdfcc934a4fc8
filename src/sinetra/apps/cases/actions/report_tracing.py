"""Tracing ends with a supervision report (LHP): whether there is a suspicion, and since when."""

from __future__ import annotations

from datetime import date, datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import Matter, SupervisionReport
from sinetra.apps.cases.moves import REPORT_TRACING, walk
from sinetra.apps.cases.rights import require_roles
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import State
from sinetra.apps.reports.sealing import open_value, seal_value
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.ids import uuid7

LONGEST = 20_000


def report_tracing(
    *, matter: Matter, text: str, found_on: date | None, actor: Actor, at: datetime | None = None
) -> SupervisionReport:
    """``found_on``: the day on which a suspicion was found; None: none was. The clock of the finding runs from it.

    Errors: ``Forbidden``; ``BadInput`` naming ``text`` or ``found_on``; ``Conflict`` by state, by a lost race, or by a
    conflict of interest.
    """
    require(actor, "matter.report_tracing", matter)
    steps = walk(matter, REPORT_TRACING, goal=State.SUPERVISION_REPORT)
    require_roles(actor, "matter.report_tracing", steps)
    text = text.strip()
    if not text or len(text) > LONGEST:
        raise BadInput(gettext_noop("Tuliskan hasil pengawasannya."), field="text", accepted=(f"1-{LONGEST}",))
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    if found_on is not None and found_on > on:
        raise BadInput(
            gettext_noop("%(field)s: tanggal %(value)s belum terjadi; paling lambat %(accepted)s."),
            field="found_on",
            accepted=(on.isoformat(),),
            value=found_on.isoformat(),
        )
    earlier = SupervisionReport.objects.filter(matter=matter).first()
    written = earlier or SupervisionReport(id=uuid7(), organisation_id=matter.organisation_id, matter=matter)
    if earlier is not None:
        # The matter was reopened: what was written before stays, above.
        text = f"{open_value(earlier.text_sealed, earlier.pk, 'text')}\n\n{text}"
    told = {
        "text_sealed": seal_value(text, written.pk, "text"),
        "found_on": found_on,
        "by_id": actor.user_id,
        "written_on": on,
    }
    with unit_of_work(actor) as work:
        work.change(matter, state=State.SUPERVISION_REPORT)
        work.record("matter.report_tracing", matter, data={"found_on": found_on})
        if earlier is None:
            for name, value in told.items():
                setattr(written, name, value)
            work.create(written)
        else:
            work.change(written, **told)
        work.record("supervision_report.write", written)
        clocks.stop(work, matter, at=at, on=on, ending=(".tracing",))
        if found_on is not None:
            clocks.start_rule(work, matter, f"{matter.regime}.finding", found_on)
        add_step(work, StepCode.TRACING_REPORTED, matter=matter, at=at, on=on)
    return written
