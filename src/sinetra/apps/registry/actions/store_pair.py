"""A pair of candidates, or the empty column, in an election of a region."""

from __future__ import annotations

from datetime import date, datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.registry.models import ElectionPair, Organisation, Region
from sinetra.apps.registry.models.election_pair import BALLOT_CHANGED
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import BadInput, gettext_noop


def store_pair(
    *,
    organisation: Organisation,
    election: str,
    region: Region,
    source: str,
    actor: Actor,
    number: int | None = None,
    head_name: str = "",
    deputy_name: str = "",
    head_is_incumbent: bool = False,
    deputy_is_incumbent: bool = False,
    is_empty_column: bool = False,
    runs_from: date | None = None,
    withdrawn_on: date | None = None,
    confidence: Confidence = Confidence.UNCHECKED,
    known: ElectionPair | None = None,
    at: datetime | None = None,
) -> ElectionPair:
    """``known``: the pair that is corrected; else found again by election, region and number, without number by the
    name of the head.

    Errors: ``Forbidden``, also for one that another office entered; ``BadInput`` on ``head_name`` (a pair has
    names, the empty column has none), ``number``, ``withdrawn_on`` or ``source``.
    """
    if is_empty_column == bool(head_name.strip() or deputy_name.strip()):
        raise BadInput(gettext_noop("Pasangan calon bernama; kolom kosong tidak bernama"), field="head_name")
    if number is not None and number < 1:
        raise BadInput(gettext_noop("Nomor urut mulai 1"), field="number")
    if runs_from is not None and withdrawn_on is not None and withdrawn_on < runs_from:
        raise BadInput(
            gettext_noop("Hari terakhir sebelum hari pertama (%(first)s)"),
            field="withdrawn_on",
            first=runs_from.isoformat(),
        )
    if not source.strip():
        raise BadInput(gettext_noop("Harus diisi: %(field)s"), field="source")
    wanted = {
        "head_name": head_name.strip(),
        "deputy_name": deputy_name.strip(),
        "head_is_incumbent": head_is_incumbent,
        "deputy_is_incumbent": deputy_is_incumbent,
        "is_empty_column": is_empty_column,
        "runs_from": runs_from,
        "withdrawn_on": withdrawn_on,
        "number": number,
        "source": source.strip(),
        "confidence": confidence.value,
    }
    row = ElectionPair(organisation=organisation, election=election, region=region, **wanted)
    require(actor, "registry.store_pair", row)
    with unit_of_work(actor, at=at) as work:
        pairs = ElectionPair.objects.filter(election=election, region=region)
        same_number = pairs.filter(number=number).first() if number is not None else None
        if known is not None and same_number is not None and same_number.pk != known.pk:
            raise BadInput(gettext_noop("Nomor urut ini sudah dipakai pasangan lain."), field="number")
        known = known or same_number
        if known is None:
            known = pairs.filter(head_name=row.head_name, is_empty_column=is_empty_column, number=None).first()
        if known is None:
            work.create(row)
            work.record("registry.store_pair", row, data={"election": election, "number": number})
            _tell(work, row)
            return row
        require(actor, "registry.store_pair", known)
        changed = {key: value for key, value in wanted.items() if getattr(known, key) != value}
        if changed:
            work.change(known, **changed)
            work.record("registry.store_pair", known, data={"changed": sorted(changed)})
            _tell(work, known)
        return known


def _tell(work: Work, row: ElectionPair) -> None:
    """The order of visits depends on who runs."""
    work.enqueue(BALLOT_CHANGED, {"region": row.region_id}, key=f"ballot:{row.region_id}:{work.group}")
