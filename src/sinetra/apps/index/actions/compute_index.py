"""The index is computed from what the installation knows on a day, and kept. What was kept is never changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from sinetra.apps.base.actor import SYSTEM, Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.index.foresight import foresight
from sinetra.apps.index.gather.units import Gathered, gather
from sinetra.apps.index.method import DRAWS, SEED, method
from sinetra.apps.index.models import IndexPlace, IndexRun
from sinetra.apps.index.order import in_order
from sinetra.apps.index.selectors import newest_run
from sinetra.apps.index.stored import digest_of, plain, undated
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.core.index.compute import compute
from sinetra.core.index.result import Result
from sinetra.core.index.validation import validation_json
from sinetra.ports.clock import now, today

#: Inputs that did not change are computed again after so long: old decisions weigh less with time.
AT_LEAST = timedelta(days=7)


def compute_index(*, actor: Actor) -> IndexRun:
    """For an office, now. The run of the same day, method and inputs is given back. Errors: ``Forbidden``;
    ``Conflict`` when nothing is known of any region or unit that is large enough."""
    require(actor, "index.compute")
    office = Organisation.objects.get(pk=actor.office)
    day = today(office.region_id)
    gathered = gather(day, method())
    if not gathered.units:
        message = gettext_noop("Belum ada wilayah atau unit yang cukup besar. Impor dahulu daftar pegawai.")
        raise Conflict(message, code="nothing_known")
    last = newest_run(actor)
    if last is not None and last.day == day and _same(last, gathered):
        return last
    return _kept(gathered, office=office, actor=actor)


def compute_nightly(office: Organisation) -> IndexRun | None:
    """As ``compute_index``; None where nothing new would be said. Twice comes to the same."""
    day = today(office.region_id)
    gathered = gather(day, method())
    last = newest_run(SYSTEM)
    if not gathered.units or (last is not None and day - last.day < AT_LEAST and _nothing_new(last, gathered)):
        return None
    return _kept(gathered, office=office, actor=SYSTEM)


def _same(run: IndexRun, gathered: Gathered) -> bool:
    return run.method_digest == method().digest and run.inputs_digest == digest_of(gathered.units)


def _nothing_new(run: IndexRun, gathered: Gathered) -> bool:
    """The same amounts, whatever the day for which they are told: own values are as of the day of the run."""
    if run.method_digest != method().digest:
        return False
    before = run.places.order_by("place").values_list("code", "given")
    return {code: undated(given) for code, given in before} == {
        unit.code: undated(plain(unit)) for unit in gathered.units
    }


def _kept(gathered: Gathered, *, office: Organisation, actor: Actor) -> IndexRun:
    result = compute(gathered.units, method(), day=gathered.day, seed=SEED, draws=DRAWS)
    run = IndexRun(
        organisation=office,
        day=gathered.day,
        computed_at=now(),
        configuration=result.configuration,
        method_digest=result.digest,
        inputs_digest=result.inputs,
        result_digest=digest_of(result.units),
        seed=result.seed,
        draws=result.draws,
        zones=dict(Counter(unit.zone.value for unit in result.units)),
        ranked=dict(Counter(unit.group.value for unit in result.units if unit.rank is not None)),
        validation=validation_json(foresight(gathered.units, method(), gathered.day)),
    )
    places = _places(run, gathered, result)
    with unit_of_work(actor) as work:
        work.create(run)
        IndexPlace.objects.bulk_create(places, batch_size=200)
        data = {"day": run.day, "units": len(places)}
        data |= {name: getattr(run, name) for name in ("method_digest", "inputs_digest", "result_digest")}
        work.record("index.compute", run, data=data)
    return run


def _places(run: IndexRun, gathered: Gathered, result: Result) -> Sequence[IndexPlace]:
    given = {unit.code: unit for unit in gathered.units}
    return [
        IndexPlace(
            run=run,
            organisation=run.organisation,
            office_id=gathered.offices.get(unit.code),
            place=place,
            code=unit.code,
            name=unit.name,
            kind=unit.kind,
            parent=unit.parent,
            zone=unit.zone,
            score=unit.score,
            given=plain(given[unit.code]),
            told=plain(unit),
        )
        for place, unit in enumerate(in_order(result.units), start=1)
    ]
