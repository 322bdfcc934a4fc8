"""A unit inside a unit stands and falls with it."""

from __future__ import annotations

from uuid import uuid4

import pytest

from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import SYSTEM, Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation, Unit
from sinetra.core.errors import Conflict

pytestmark = pytest.mark.django_db


def person() -> Actor:
    return Actor(kind="person", user_id=uuid4())


def add(organisation: Organisation, code: str, actor: Actor = SYSTEM, *, fails: bool = False) -> None:
    with unit_of_work(actor) as work:
        unit = work.create(Unit(organisation=organisation, code=code, name=code, kind="dinas"))
        work.record("unit.create", unit)
        if fails:
            raise Conflict("late")


def test_an_error_of_an_inner_unit_that_somebody_caught_keeps_nothing(bawaslu: Organisation) -> None:
    def outer() -> None:
        with unit_of_work(SYSTEM):
            add(bawaslu, "a")
            with pytest.raises(Conflict):
                add(bawaslu, "b", fails=True)
            add(bawaslu, "c")

    with pytest.raises(RuntimeError, match="nested") as caught:
        outer()
    assert isinstance(caught.value.__cause__, Conflict)
    assert not Unit.objects.exists()
    assert verify().ok


def test_an_error_that_nobody_caught_stays_itself(bawaslu: Organisation) -> None:
    with pytest.raises(Conflict, match="late"), unit_of_work(SYSTEM):
        add(bawaslu, "a", fails=True)
    assert not Unit.objects.exists()


def test_inner_units_that_succeed_are_kept_together(bawaslu: Organisation) -> None:
    somebody = person()
    with unit_of_work(somebody):
        add(bawaslu, "a", somebody)
        add(bawaslu, "b", SYSTEM)
    with unit_of_work(SYSTEM):
        add(bawaslu, "c", person())
    assert Unit.objects.count() == 3
    assert verify().ok


def test_one_person_does_not_act_inside_the_unit_of_another(bawaslu: Organisation) -> None:
    with pytest.raises(RuntimeError, match="inside one of"), unit_of_work(person()):
        add(bawaslu, "a", person())
    assert not Unit.objects.exists()
