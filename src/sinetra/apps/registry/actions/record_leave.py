"""A head or deputy is on leave for the campaign."""

from __future__ import annotations

from datetime import date, datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import CampaignLeave, Organisation
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import BadInput, gettext_noop


def record_leave(
    *,
    organisation: Organisation,
    holder_name: str,
    from_on: date,
    until_on: date,
    source: str,
    actor: Actor,
    confidence: Confidence = Confidence.UNCHECKED,
    at: datetime | None = None,
) -> CampaignLeave:
    """The same holder and first day again only writes what changed.

    Errors: ``Forbidden``; ``BadInput`` on ``holder_name``, ``source``, ``until_on``.
    """
    name = holder_name.strip()
    row = CampaignLeave(
        organisation=organisation,
        holder_name=name,
        from_on=from_on,
        until_on=until_on,
        source=source.strip(),
        confidence=confidence,
    )
    require(actor, "registry.record_leave", row)
    for field in ("holder_name", "source"):
        if not getattr(row, field):
            raise BadInput(gettext_noop("Harus diisi: %(field)s"), field=field)
    if until_on < from_on:
        raise BadInput(
            gettext_noop("Hari terakhir sebelum hari pertama (%(first)s)"), field="until_on", first=from_on.isoformat()
        )
    with unit_of_work(actor, at=at) as work:
        known = CampaignLeave.objects.filter(organisation=organisation, holder_name=name, from_on=from_on).first()
        if known is None:
            work.create(row)
            work.record("registry.record_leave", row, data={"from_on": from_on, "until_on": until_on})
            return row
        wanted = {"until_on": until_on, "source": row.source, "confidence": confidence.value}
        changed = {key: value for key, value in wanted.items() if getattr(known, key) != value}
        if changed:
            work.change(known, **changed)
            work.record("registry.record_leave", known, data={"changed": sorted(changed)})
    return known
