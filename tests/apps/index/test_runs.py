"""A run is kept with what went in, can be computed again, is never changed, and is in the audit trail."""

from __future__ import annotations

from datetime import date

import pytest

from index_rows import DAY, MARCH, large_town
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import PUBLIC, SYSTEM
from sinetra.apps.base.policy import visible
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.index import handlers
from sinetra.apps.index.actions import compute_index as action
from sinetra.apps.index.actions.compute_index import compute_index
from sinetra.apps.index.method import method
from sinetra.apps.index.models import IndexPlace, IndexRun
from sinetra.apps.index.selectors import explained, latest_run, placed
from sinetra.apps.index.stored import digest_of, placed_of, unit_of
from sinetra.apps.prevention.coverage.refresh import recompute
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import Conflict, Forbidden, NotFound
from sinetra.core.index.compute import compute
from sinetra.core.index.inputs import Severity
from sinetra.core.index.result import Zone

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city")]
OFFICER = "petugas.bkpsdm"
MAY = (OFFICER, "tim.netralitas", "staf.bawaslu", "pleno")
MAY_NOT = ("inspektorat", "ppk", "admin", "pemeriksa.pemko", "auditor.bkn", "kustodian", "humas", "penyelenggara.dputr")


def test_before_the_first_run_nothing_is_said():
    assert latest_run() is None and placed("99.71") is None
    with pytest.raises(NotFound):
        explained("99.71")


def test_what_is_kept_gives_the_same_result_again(person):
    large_town()
    run = compute_index(actor=person(OFFICER))
    given = [unit_of(row.given) for row in run.places.order_by("code")]
    again = compute(given, method(), day=run.day, seed=run.seed, draws=run.draws)
    assert (again.digest, again.inputs) == (run.method_digest, run.inputs_digest)
    assert digest_of(again.units) == run.result_digest
    stored = latest_run()
    assert stored is not None and {unit.code: unit for unit in stored.units} == {u.code: u for u in again.units}
    assert placed("99.71") == again.placed("99.71")


def test_a_changed_result_does_not_keep_its_digest(person):
    large_town()
    run = compute_index(actor=person(OFFICER))
    row = run.places.get(code="99.71")
    row.told["completeness"] = 0.99
    units = [placed_of(item.told if item.pk != row.pk else row.told) for item in run.places.order_by("code")]
    assert digest_of(units) != run.result_digest


def test_a_run_is_in_the_audit_trail_of_the_office_that_had_it_computed(person):
    large_town()
    run = compute_index(actor=person(OFFICER))
    entry = AuditEntry.objects.get(action="index.compute")
    assert entry.object_id == run.pk and entry.organisation_id == run.organisation_id == person(OFFICER).office


def test_the_same_day_and_inputs_are_one_run_and_new_inputs_another(person):
    town = large_town()
    first = compute_index(actor=person(OFFICER))
    assert compute_index(actor=person("tim.netralitas")) == first
    town.came(town.session(MARCH), *town.people["Dinas Besar"])
    recompute(town.office.pk)
    second = compute_index(actor=person(OFFICER))
    assert second != first and latest_run().inputs == second.inputs_digest
    # The first stays as it was.
    assert IndexRun.objects.count() == 2 and first.places.count() == second.places.count()


def test_what_was_kept_is_neither_changed_nor_removed(person):
    large_town()
    run = compute_index(actor=person(OFFICER))
    row = run.places.get(code="99.71")
    row.zone = "green"
    attempts = (
        lambda: IndexRun.objects.update(seed=2),
        lambda: IndexPlace.objects.filter(pk=row.pk).update(zone="green"),
        lambda: IndexPlace.objects.bulk_update([row], ["zone"]),
        lambda: IndexPlace.objects.all().delete(),
        lambda: run.places.all().delete(),
        lambda: row.save(),
        lambda: row.save(update_fields=["zone"]),
    )
    for attempt in attempts:
        with pytest.raises(Conflict):
            attempt()
    with unit_of_work(SYSTEM) as work, pytest.raises(Conflict):
        work.change(run, seed=2)
    assert run.places.get(code="99.71").zone != "green" and IndexRun.objects.get().seed == run.seed


def test_the_night_computes_once_and_again_only_after_a_change_or_a_week(person, monkeypatch):
    large_town()
    handlers.compute_every_night({})
    handlers.compute_every_night({})
    assert IndexRun.objects.count() == 1
    assert IndexRun.objects.get().organisation.short_name in {"Pemko Cendana"}
    monkeypatch.setattr(action, "today", lambda region: date(2024, 11, 30))
    handlers.compute_every_night({})
    assert IndexRun.objects.count() == 2


def test_an_installation_without_an_office_computes_nothing(monkeypatch):
    monkeypatch.setattr(handlers, "leading_office", lambda: None)
    handlers.compute_every_night({})
    assert not IndexRun.objects.exists()


def test_who_knows_of_nothing_large_enough_is_told_so(person, monkeypatch):
    monkeypatch.setattr(action, "gather", lambda day, used: _Nothing())
    with pytest.raises(Conflict, match="daftar pegawai"):
        compute_index(actor=person(OFFICER))
    assert not IndexRun.objects.exists()


class _Nothing:
    units = ()


@pytest.mark.parametrize("username", MAY)
def test_who_answers_for_prevention_may_compute(person, username):
    large_town()
    assert compute_index(actor=person(username)).day == DAY


@pytest.mark.parametrize("username", MAY_NOT)
def test_nobody_else_may(person, username):
    large_town()
    with pytest.raises(Forbidden):
        compute_index(actor=person(username))
    with pytest.raises(Forbidden):
        compute_index(actor=PUBLIC)
    assert not IndexRun.objects.exists()


def test_what_was_computed_is_public(person):
    large_town()
    run = compute_index(actor=person(OFFICER))
    for actor in (PUBLIC, person("staf.bawaslu")):
        assert list(visible(actor, IndexRun)) == [run]
        assert visible(actor, IndexPlace).count() == run.places.count()


def test_the_four_cities_stand_there_with_their_published_facts_and_say_what_is_missing(person):
    compute_index(actor=person(OFFICER))
    for code in ("15.71", "32.79", "63.71", "63.72"):
        unit = placed(code)
        assert unit is not None and unit.zone is Zone.GREY and unit.score is None
        assert {"history", "prevention_gap"} <= set(unit.missing) and unit.interval is not None
    assert explained("63.72").given.values["incumbent"].source.startswith("medan.tribunnews.com")
    assert all(row.given["events"] is None for row in IndexPlace.objects.filter(code__in=("15.71", "63.72")))


def test_the_invented_region_shows_more_than_one_zone(person):
    large_town()
    compute_index(actor=person(OFFICER))
    zones = {row.zone for row in IndexPlace.objects.filter(code__startswith="99")}
    assert len(zones) >= 2


def test_severities_survive_the_way_into_the_table_and_back():
    from sinetra.apps.index.stored import plain
    from sinetra.core.index.inputs import Event, Kind, Unit

    unit = Unit(
        code="99.71",
        name="Kota",
        kind=Kind.REGION,
        parent="99",
        staff=30,
        events=(Event(severity=Severity.HEAVY, on=DAY),),
        open_cases=0,
        has_channel=False,
    )
    assert unit_of(plain(unit)) == unit
    assert Organisation.objects.exists()
