"""A table of where cases, persons or acts stand is kept as a body published it, when it adds up."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.monitoring.standing_models import PublishedStanding
from sinetra.apps.registry.models import Organisation
from sinetra.core.casework.standing import Standing
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.ports.clock import legal_clock


def keep_standing(
    *, organisation: Organisation, body: str, as_of: date, source: str, standing: Standing, actor: Actor
) -> PublishedStanding:
    """``source``: where it was published. Errors: ``BadInput`` for what does not add up, a day to come or no source;
    ``Conflict`` for a table of that body, day and unit that is here already; ``Forbidden``."""
    row = PublishedStanding(organisation=organisation)
    policy.require(actor, "figure.take", row)
    for field, text in (("body", body), ("source", source)):
        if not text.strip():
            raise BadInput(gettext_noop("Isian ini wajib."), field=field)
    if as_of > legal_clock().today():
        raise BadInput(gettext_noop("Tanggal ini belum terjadi."), field="as_of")
    standing.check()
    same = {"organisation": organisation, "body": body.strip(), "as_of": as_of, "unit": standing.unit}
    if PublishedStanding.objects.filter(**same).exists():
        raise Conflict(gettext_noop("Tabel lembaga ini untuk tanggal dan satuan itu sudah dicatat."))
    row = PublishedStanding(
        **same, total=standing.total, lines=[asdict(line) for line in standing.lines], source=source.strip()
    )
    with unit_of_work(actor) as work:
        work.create(row)
        work.record("standing.keep", row, data={"body": row.body, "as_of": as_of, "unit": row.unit})
    return row


def drop_standing(*, row: PublishedStanding, actor: Actor) -> None:
    """Taken back: the row goes, the audit trail says that it was there."""
    policy.require(actor, "figure.take", row)
    with unit_of_work(actor) as work:
        work.remove(row)
        work.record("standing.drop", row, data={"body": row.body, "as_of": row.as_of, "unit": row.unit})
