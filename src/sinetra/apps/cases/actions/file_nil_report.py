"""An office states that a week or month brought neither a report nor a finding (laporan nihil)."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.models import NilReport
from sinetra.apps.cases.nil_reports import is_nil
from sinetra.apps.cases.periods import bounds
from sinetra.apps.cases.steps import moment
from sinetra.apps.cases.vocabulary import Period
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import BadInput, Conflict, gettext_noop


def file_nil_report(
    *, organisation: Organisation, period: Period, day: date, actor: Actor, at: datetime | None = None
) -> NilReport:
    """``day``: any day of the period, which must be over.

    Errors: ``Forbidden``; ``BadInput`` naming ``day``; ``Conflict`` when the period has its nil report already, or
    when it was not nil.
    """
    require(actor, "nil_report.file", NilReport(organisation=organisation))
    at, on = moment(at, organisation.region_id)
    begins_on, ends_on = bounds(period, min(day, on))  # a day far ahead has no week
    if ends_on >= on:
        raise BadInput(
            gettext_noop("Periode ini berakhir pada %(value)s; laporan nihil dibuat sesudahnya."),
            field="day",
            value=ends_on.isoformat(),
        )
    with unit_of_work(actor) as work:
        if not is_nil(organisation, begins_on, ends_on):
            message = gettext_noop("Pada periode ini ada laporan, informasi awal, atau temuan: tidak nihil.")
            raise Conflict(message, code="not_nil")
        made = NilReport(
            organisation=organisation,
            period=period,
            begins_on=begins_on,
            ends_on=ends_on,
            by_id=actor.user_id,
            filed_at=at,
            filed_on=on,
        )
        try:
            with transaction.atomic():
                work.create(made)
        except IntegrityError:
            message = gettext_noop("Periode ini sudah punya laporan nihil.")
            raise Conflict(message, code="filed") from None
        work.record("nil_report.file", made, data={"period": period.value, "begins_on": begins_on})
    return made
