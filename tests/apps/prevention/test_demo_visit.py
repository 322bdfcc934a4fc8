"""The held visit of the demonstration has people, and the coverage page has numbers because of them."""

from __future__ import annotations

import pytest

from sinetra.apps.prevention.demo.load import load_prevention
from sinetra.apps.prevention.demo.programme import VISIT_TITLE
from sinetra.apps.prevention.models import ActivitySession, Attendance, Certificate, CoverageCell
from sinetra.apps.registry.models import Person, Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(city: None) -> None:
    load_prevention()


def _stops() -> dict[str, tuple[str, int]]:
    rows = ActivitySession.objects.filter(activity__title=VISIT_TITLE).select_related("unit")
    return {row.unit.code: (row.state, row.attendances.count()) for row in rows if row.unit}


def test_the_stops_of_the_held_visit_are_closed_and_counted_once(loaded: None) -> None:
    first = _stops()
    assert first.keys() == {"DISKOMINFO", "DISPORA", "DPUTR"}
    assert all(state == "closed" and came > 1 for state, came in first.values()), first
    assert first["DPUTR"][1] >= 9
    certificates = Certificate.objects.count()
    load_prevention()
    assert _stops() == first
    assert Certificate.objects.count() == certificates


def test_coverage_shows_who_came_to_the_visit(loaded: None) -> None:
    unit = Unit.objects.get(code="DPUTR", organisation__short_name="Pemko Cendana")
    came = Attendance.objects.filter(activity__title=VISIT_TITLE, unit=unit, person__isnull=False).count()
    cells = CoverageCell.objects.filter(node=unit.pk, alone=True, period="2024")
    assert sum(cell.attended for cell in cells) == came
    assert came < Person.objects.filter(unit=unit).count()
