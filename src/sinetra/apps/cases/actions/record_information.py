"""What supervisors have seen themselves becomes initial information: a matter without a report behind it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import is_within, require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.numbers import next_number
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import MatterKind, State
from sinetra.apps.registry.models import Organisation, Region
from sinetra.apps.reports import law_clock
from sinetra.apps.reports.intake import NewReport, check_days
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.ids import uuid7


def record_information(
    *, organisation: Organisation, seen: NewReport, actor: Actor, at: datetime | None = None
) -> Matter:
    """``seen`` was checked like any filing; nobody reports it. The clock of tracing runs from today.

    Errors: ``Forbidden``; ``BadInput`` naming ``region`` outside the office, or a day to come.
    """
    own = organisation.region_id
    known = Region.objects.filter(pk=seen.region).exists()
    if not known or (own is not None and not is_within(seen.region, own)):
        raise BadInput(gettext_noop("Tempat ini di luar wilayah kantor Anda."), field="region", code="region_unknown")
    require(actor, "matter.record_information", Matter(organisation=organisation, region_id=seen.region))
    at, on = moment(at, seen.region)
    check_days(seen, on)
    election = law_clock.election_on(seen.happened_on or on, seen.region)
    regime = law_clock.regime_of(election)
    key = uuid7()
    told = {"reported": [asdict(person) for person in seen.reported], "summary": seen.what, "where": seen.where}
    facts_sealed = seal_value(told, key, "facts")
    with unit_of_work(actor) as work:
        number = next_number(work, organisation.pk, on)
        matter = Matter(
            id=key,
            organisation=organisation,
            number=number.text,
            year=number.year,
            sequence=number.sequence,
            kind=MatterKind.INITIAL_INFORMATION,
            state=State.INITIAL_INFORMATION,
            region_id=seen.region,
            election=election,
            regime=regime,
            acts=list(seen.acts),
            happened_on=seen.happened_on,
            facts_sealed=facts_sealed,
            handler_id=actor.user_id,
            opened_at=at,
            opened_on=on,
        )
        work.create(matter)
        work.record("matter.open", matter, data={"number": matter.number, "kind": matter.kind, "seen": True})
        clocks.start_rule(work, matter, f"{regime}.tracing", on)
        add_step(work, StepCode.OPENED, matter=matter, at=at, on=on)
    return matter
