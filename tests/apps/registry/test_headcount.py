"""The dated headcount: who was in service on a day, by unit, status and position."""

from __future__ import annotations

from datetime import date

from sinetra.apps.base.actor import PUBLIC, SYSTEM, Role
from sinetra.apps.base.policy import visible
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.actions.store_person import store_person
from sinetra.apps.registry.actions.store_unit import store_unit
from sinetra.apps.registry.models import Headcount, Person
from sinetra.apps.registry.models.headcount import record_headcount
from sinetra.apps.registry.vocabulary import UnitKind
from sinetra.core.law.words import Position, SubjectStatus

DAY, NEXT = date(2026, 11, 27), date(2026, 11, 28)


def count(city, day):
    with unit_of_work(SYSTEM) as work:
        return record_headcount(work, city.pemko, day)


def numbers(day):
    rows = Headcount.objects.filter(as_of=day).values_list("unit__code", "status", "position", "number")
    return {row[:3]: row[3] for row in rows}


def employ(city, name, status, **values):
    return store_person(organisation=city.pemko, name=name, status=status, actor=SYSTEM, **values)


def test_a_day_keeps_its_numbers_when_people_come_and_go_and_a_later_count_of_that_day_replaces_it(city) -> None:
    school = store_unit(organisation=city.pemko, code="SD-1", name="SD 1", kind=UnitKind.SEKOLAH, actor=SYSTEM)
    gone = employ(city, "Teratai", SubjectStatus.NON_ASN, unit=school)
    employ(city, "Kenanga", SubjectStatus.NON_ASN, unit=school)
    employ(city, "Ubi", SubjectStatus.NON_ASN, unit=school, position=Position.TEACHER)
    employ(city, "Tanpa Unit", SubjectStatus.NON_ASN)
    assert count(city, DAY) == 3
    before = {("SD-1", "non_asn", "other"): 2, ("SD-1", "non_asn", "teacher"): 1, (None, "non_asn", "other"): 1}
    assert numbers(DAY) == before
    with unit_of_work(SYSTEM) as work:
        work.change(Person.objects.get(pk=gone.pk), is_active=False)
        work.record("registry.store_person", gone)
    assert count(city, NEXT) == 3 and numbers(DAY) == before
    assert numbers(NEXT)["SD-1", "non_asn", "other"] == 1
    assert count(city, DAY) == 3 and numbers(DAY) == numbers(NEXT) and Headcount.objects.count() == 6


def test_only_the_office_itself_sees_its_numbers(city) -> None:
    employ(city, "Teratai", SubjectStatus.NON_ASN)
    count(city, DAY)
    assert visible(city.actor(Role.BKPSDM_OFFICER, city.pemko), Headcount).count() == 1
    for actor in (PUBLIC, city.actor(Role.BKPSDM_OFFICER, city.elsewhere)):
        assert not visible(actor, Headcount).exists()
