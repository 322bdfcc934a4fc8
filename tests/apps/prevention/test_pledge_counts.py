"""Who sees no names sees counts, and of small units not even those."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from prevention_rows import acting, came, held_activity, office, person
from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import may, visible
from sinetra.apps.prevention.actions.sign_pledge import sign_pledge
from sinetra.apps.prevention.demo.pledges import load_pledges
from sinetra.apps.prevention.models import PledgeSignature, PledgeText
from sinetra.apps.prevention.selectors import pledge_counts, unit_pledges
from sinetra.apps.prevention.selectors.pledge_counts import UnitCount
from sinetra.apps.registry.models import Person, Unit
from sinetra.catalogue import ROOT
from sinetra.core.errors import Forbidden, NotFound

pytestmark = pytest.mark.django_db
ABOVE = ("petugas.bkpsdm", "tim.netralitas")
NOBODY = ("ppk", "inspektorat", "admin", "pemeriksa.jejak", "humas", "auditor.bkn", "kustodian", "pleno", "orang.luar")


@pytest.fixture(autouse=True)
def _city(city: None) -> None:
    load_pledges(ROOT / "samples" / "cendana_pledges.yaml")


def text() -> PledgeText:
    return PledgeText.objects.get()


def unit(code: str = "DPUTR") -> Unit:
    return Unit.objects.get(organisation=office(), code=code)


def count(code: str, username: str = "petugas.bkpsdm") -> UnitCount:
    return pledge_counts.of_units(acting(username), text(), [unit(code)])[0]


@pytest.mark.parametrize("username", ABOVE)
def test_a_unit_of_ten_shows_signed_of_eligible_non_asn_included(username: str):
    found = count("DPUTR", username)
    assert (found.signed, found.eligible, found.leader_signed) == (8, 12, True)


def test_who_is_not_in_the_register_makes_no_unit_more_than_full():
    assert PledgeSignature.objects.filter(unit=unit(), person=None).exists()
    Person.objects.filter(unit=unit(), position="executor").exclude(name__startswith="Hujan").update(is_active=False)
    found = count("DPUTR")
    assert found.signed is None or found.signed <= (found.eligible or 0)


def test_under_ten_people_the_words_are_the_same_for_none_and_for_all():
    before = count("DISPORA")
    assert (before.signed, before.eligible, before.leader_signed) == (None, None, False)
    activity = held_activity()
    for name in ("Felisia", "Gandaria"):
        row, _ = came(activity, person(name))
        sign_pledge(attendance=row, text=text(), name=row.name, written=text().written_part, on=row.came_at.date())
    assert PledgeSignature.objects.filter(unit=unit("DISPORA")).count() == 2
    assert count("DISPORA") == before


def test_nine_people_are_small_and_ten_are_not():
    rows = list(Person.objects.filter(unit=unit()).order_by("id"))
    Person.objects.filter(pk__in=[row.pk for row in rows[10:]]).update(is_active=False)
    assert count("DPUTR").eligible == 10
    Person.objects.filter(pk=rows[9].pk).update(is_active=False)
    assert count("DPUTR").eligible is None


def test_a_page_of_units_takes_the_same_few_queries_however_many_they_are():
    actor, version = acting("petugas.bkpsdm"), text()
    every = list(Unit.objects.filter(organisation=office()))
    with CaptureQueriesContext(
        connection,
    ) as one:
        pledge_counts.of_units(actor, version, every[:1])
    with CaptureQueriesContext(connection) as many:
        pledge_counts.of_units(actor, version, every)
    assert len(one) == len(many) == 2
    assert [row.unit for row in pledge_counts.of_all_units(actor, version)] == sorted(every, key=lambda row: row.code)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the plan of SQLite")
def test_neither_all_people_nor_all_signatures_are_read_for_a_page():
    actor, version, every = acting("petugas.bkpsdm"), text(), list(Unit.objects.filter(organisation=office()))
    with CaptureQueriesContext(connection) as asked:
        pledge_counts.of_units(actor, version, every)
    for query in asked:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
            steps = [str(row[3]) for row in cursor.fetchall()]
        assert [step for step in steps if step.startswith("SCAN")] == []
        assert any("pledge_" in step or "unit_id" in step for step in steps)
        assert not any("(text_id=?)" in step for step in steps), steps


@pytest.mark.parametrize("username", NOBODY)
def test_who_has_no_part_in_it_gets_no_count(username: str):
    assert not may(acting(username), "pledge.read")
    with pytest.raises(Forbidden):
        pledge_counts.of_units(acting(username), text(), [unit()])


def test_another_office_gets_no_count_of_this_one():
    with pytest.raises(Forbidden):
        pledge_counts.of_units(acting("staf.bawaslu"), text(), [unit()])


# Names


def test_the_organiser_of_the_unit_sees_who_has_and_who_has_not():
    actor = acting("penyelenggara.dputr")
    missing = unit_pledges.people(actor, unit(), text(), signed=False)
    assert {row.name.split()[0] for row in missing} == {"Eboni", "Hujan", "Jelatang", "Eukaliptus"}
    assert unit_pledges.people(actor, unit(), text(), signed=True).count() == 8
    assert [row.name for row in unit_pledges.others(actor, unit(), text())] == ["Yakon Contohsari"]


@pytest.mark.parametrize("username", [*ABOVE, *NOBODY, "staf.bawaslu", "ketua.bawaslu"])
def test_nobody_else_sees_who_is_missing(username: str):
    actor = acting(username)
    assert not unit_pledges.own_units(actor).exists()
    with pytest.raises(NotFound):
        unit_pledges.own_unit(actor, unit().pk)
    for read in (unit_pledges.people, unit_pledges.others):
        with pytest.raises(Forbidden):
            read(actor, unit(), text())


def test_the_organiser_of_one_unit_sees_nothing_of_another():
    actor = acting("penyelenggara.dputr")
    with pytest.raises(NotFound):
        unit_pledges.own_unit(actor, unit("DISDIK").pk)
    with pytest.raises(Forbidden):
        unit_pledges.people(actor, unit("DISDIK"), text())
    assert {row.unit_id for row in visible(actor, Person)} == {unit().pk}


@pytest.mark.parametrize(
    "role", [Role.PPK, Role.BKPSDM_OFFICER, Role.INSPECTORATE, Role.ADMINISTRATOR, Role.AUDITOR, Role.BAWASLU_STAFF]
)
def test_who_decides_about_people_sees_no_names_even_as_an_organiser(role: Role):
    organiser = acting("penyelenggara.dputr")
    both = Actor(
        kind="person",
        user_id=organiser.user_id,
        organisation_id=organiser.organisation_id,
        roles=organiser.roles | {role},
        units=organiser.units,
    )
    assert not may(both, "pledge.organise", unit())
    assert not visible(both, PledgeSignature).exists()


def test_an_organiser_whose_role_has_ended_sees_nothing():
    user = User.objects.get(username="penyelenggara.dputr")
    RoleGrant.objects.filter(user=user).update(ends_on="2024-11-21")
    assert not may(acting("penyelenggara.dputr"), "pledge.organise")


def test_the_sample_is_loaded_once():
    before = (Person.objects.count(), PledgeText.objects.count(), PledgeSignature.objects.count())
    load_pledges(ROOT / "samples" / "cendana_pledges.yaml")
    assert (Person.objects.count(), PledgeText.objects.count(), PledgeSignature.objects.count()) == before
    assert before[2] == 9
