"""Pages by key: every row once, in both directions of ties, and no way to forge where to go on."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sinetra.apps.base.paging import page
from sinetra.apps.registry.models import Person, Region, Unit
from sinetra.core.errors import BadInput

NAMES = ["Aren", "Bidara", "Bidara", "Bidara", "Cemara", "Cemara", "Durian"]


@pytest.fixture
def people(city) -> list[Person]:
    start = datetime(2024, 11, 22, 1, 2, 3, 456789, tzinfo=UTC)
    made = [
        Person(organisation=city.pemko, name=name, status="pns", created_at=start + timedelta(seconds=n // 2))
        for n, name in enumerate(NAMES)
    ]
    return Person.objects.bulk_create(made)


def walk(order: tuple[str, ...], size: int) -> list[Person]:
    found, token = [], None
    for _ in range(20):
        part = page(Person.objects.all(), order=order, after=token, size=size)
        assert len(part) <= size
        found += part
        token = part.next_token
        if token is None:
            return found
    raise AssertionError("the pages do not end")


@pytest.mark.parametrize("order", [("name",), ("-name",), ("name", "-id"), ("-created_at",), ("-name", "created_at")])
@pytest.mark.parametrize("size", [1, 2, 3, 7, 8])
def test_every_row_comes_once_and_in_order_also_where_names_and_times_are_equal(people, order, size) -> None:
    down = order[0].startswith("-")
    expected = Person.objects.order_by(
        *order, *(() if order[-1] == "-id" else ("-id" if order[-1][0] == "-" else "id",))
    )
    assert walk(order, size) == list(expected)
    assert len(set(walk(order, size))) == 7
    keys = [getattr(row, order[0].lstrip("-")) for row in walk(order, size)]
    assert keys == sorted(keys, reverse=down)


def test_a_row_that_goes_or_comes_before_the_place_shifts_nothing(people) -> None:
    first = page(Person.objects.all(), order=("name",), size=3)
    Person.objects.filter(pk=first.items[0].pk).delete()
    Person.objects.filter(pk=first.items[2].pk).update(name="Akasia")
    second = page(Person.objects.all(), order=("name",), after=first.next_token, size=10)
    assert set(second).isdisjoint(first) and len(second) == 4


def test_the_last_full_page_has_no_next(people) -> None:
    assert page(Person.objects.all(), order=("name",), size=7).next_token is None
    assert page(Person.objects.all(), order=("name",), size=6).next_token is not None
    assert page(Person.objects.none(), order=("name",)).items == ()


def test_a_relation_may_be_the_order(city, people) -> None:
    units = [Unit(organisation=city.pemko, code=str(n), name=f"Unit {n % 2}", kind="dinas") for n in range(3)]
    for unit in units:
        unit.save()
    for n, person in enumerate(people):
        Person.objects.filter(pk=person.pk).update(unit=units[n % 3])
    first = page(Person.objects.select_related("unit"), order=("unit__name", "name"), size=4)
    rest = page(Person.objects.all(), order=("unit__name", "name"), after=first.next_token)
    assert [*first, *rest] == list(Person.objects.order_by("unit__name", "name", "id"))


def test_a_changed_token_and_one_of_another_list_or_order_are_refused(people) -> None:
    token = page(Person.objects.all(), order=("name",), size=2).next_token
    assert token is not None
    changed = ("A" if token[0] != "A" else "B") + token[1:]
    for queryset, order, after in [
        (Person.objects.all(), ("name",), changed),
        (Person.objects.all(), ("-name",), token),
        (Person.objects.all(), ("created_at",), token),
        (Region.objects.all(), ("name",), token),
        (Person.objects.all(), ("name",), "x"),
    ]:
        with pytest.raises(BadInput) as error:
            page(queryset, order=order, after=after)
        assert error.value.field == "after"


def test_no_page_counts_or_skips_rows(people) -> None:
    token = page(Person.objects.all(), order=("name",), size=2).next_token
    with CaptureQueriesContext(
        connection,
    ) as queries:
        page(Person.objects.all(), order=("name",), after=token, size=2)
    assert len(queries) == 1
    assert not re.search(r"COUNT\(|OFFSET", queries[0]["sql"], re.IGNORECASE) and "LIMIT 3" in queries[0]["sql"]
