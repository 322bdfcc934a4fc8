"""A body was told of the matter on a way that the program does not know: it is to be put right as well."""

from __future__ import annotations

from datetime import date, datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions.send_correction import require_day
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import Correction, Matter, Reopening
from sinetra.apps.cases.steps import moment
from sinetra.apps.cases.vocabulary import Direction, ToldBy
from sinetra.core.errors import BadInput, Conflict, gettext_noop


def add_correction(
    *, matter: Matter, body: str, told_on: date, how: str, actor: Actor, at: datetime | None = None
) -> Correction:
    """``how``: by telephone, in a meeting, by a press release.

    Errors: ``Forbidden``; ``BadInput`` naming ``body``, ``how`` or ``told_on``; ``Conflict`` when nothing is to be put
    right, when the body stands there already, by a lost race, or by a conflict of interest.
    """
    require(actor, "correction.add", matter)
    if not matter.is_cleared:
        raise Conflict(gettext_noop("Pembetulan hanya ada bila perkaranya tidak terbukti."), code="not_cleared")
    for field, text in (("body", body), ("how", how)):
        if not text.strip():
            raise BadInput(gettext_noop("Isi bagian ini."), field=field)
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    require_day(matter.opened_on, told_on, on, "told_on")
    row = Correction(
        organisation_id=matter.organisation_id,
        matter=matter,
        round=Reopening.objects.filter(matter=matter).count(),
        body_name=" ".join(body.split())[:200],
        told_by=ToldBy.OTHER,
        told_on=told_on,
        reason=how.strip()[:500],
        since=on,
    )
    known = Correction.objects.filter(
        matter=matter, direction=Direction.OUTGOING, round=row.round, body_name__iexact=row.body_name
    )
    with unit_of_work(actor) as work:
        # Of two who write the same body at once, the second is told.
        work.change(matter)
        work.record("matter.correction", matter)
        if known.exists():
            raise Conflict(gettext_noop("Lembaga ini sudah ada dalam daftar."), code="known")
        work.create(row)
        work.record("correction.open", row, data={"body": row.body_name, "by": row.told_by})
    return row
