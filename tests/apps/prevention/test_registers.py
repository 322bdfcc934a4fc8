"""Activities, circulars and agreements: what the articles say and no more, for one's own organisation only."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import IntegrityError

from sinetra.apps.agreements.selectors import agreements
from sinetra.apps.base.actor import PUBLIC, SYSTEM, Actor
from sinetra.apps.base.policy import may
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import Activity, Circular
from sinetra.apps.prevention.selectors.activities import activities, activity
from sinetra.apps.prevention.selectors.circulars import circulars
from sinetra.core.errors import NotFound

People = Callable[[str], Actor]
pytestmark = pytest.mark.django_db
READERS = ("humas", "petugas.bkpsdm", "tim.netralitas", "inspektorat", "ppk")


def test_the_own_organisation_reads_its_registers(person: People) -> None:
    for username in READERS:
        actor = person(username)
        assert may(actor, "activity.read"), username
        assert activities(actor).count() == 4
        assert circulars(actor).count() == 1
        assert agreements(actor).count() == 1


@pytest.mark.parametrize("username", ["staf.bawaslu", "pleno", "pemeriksa.jejak"])
def test_another_organisation_has_the_right_and_sees_nothing_of_these(username: str, person: People) -> None:
    actor, row = person(username), Activity.objects.all()[0]
    assert may(actor, "activity.read")
    assert not activities(actor).exists()
    assert not circulars(actor).exists()
    assert not agreements(actor).exists()
    with pytest.raises(NotFound):
        activity(actor, row.pk)


@pytest.mark.parametrize("username", ["auditor.bkn", "admin", "kustodian", "orang.luar"])
def test_who_has_no_part_in_prevention_may_not_read(username: str, person: People) -> None:
    assert not may(person(username), "activity.read")


def test_the_public_sees_no_register(person: People) -> None:
    assert not may(PUBLIC, "activity.read")
    assert not activities(PUBLIC).exists()
    assert not circulars(PUBLIC).exists()


def test_unknown_stays_empty_and_is_not_made_false_or_zero(person: People) -> None:
    rows = list(activities(person("humas")))
    assert {row.covers_non_asn for row in rows} == {True, None}
    assert [row.participants for row in rows if row.participants is not None] == [120]
    assert sum(row.starts_on is None for row in rows) == 1


def test_each_row_knows_the_event_that_it_was_read_from(person: People) -> None:
    for row in activities(person("humas")):
        assert row.story is not None
        assert row.story.organisation_id == row.organisation_id
        assert row.title == row.story.title


def test_a_number_of_a_circular_stands_once_in_an_organisation(person: People) -> None:
    row = Circular.objects.get()
    again = Circular(organisation_id=row.organisation_id, number=row.number, story=row.story)
    with pytest.raises(IntegrityError), unit_of_work(SYSTEM) as work:
        work.create(again)
        work.record("circular.register", again)
