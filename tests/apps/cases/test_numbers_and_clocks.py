"""Numbers without gap (many at once: tests/faults), clocks that a new calendar moves, work for a successor."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from report_cast import Cast

from casework_rows import decided, registered
from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.open_work import open_work
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions import (
    extend_study,
    open_matter,
    recompute_clocks,
    set_number_pattern,
)
from sinetra.apps.cases.models import Clock, Step
from sinetra.apps.cases.numbers import next_number
from sinetra.core.errors import BadInput, Conflict
from sinetra.core.number_pattern import spell

pytestmark = pytest.mark.django_db


def test_a_unit_that_fails_takes_no_number(cast: Cast) -> None:
    with pytest.raises(ZeroDivisionError), unit_of_work(SYSTEM) as work:
        next_number(work, cast.bawaslu.pk, date(2024, 11, 22))
        raise ZeroDivisionError
    assert cast.matter().number == "001/2024"


def test_each_office_and_year_counts_for_itself_by_the_offices_pattern(cast: Cast) -> None:
    pattern = "{sequence:04}/LP/{roman_month}/{year}"
    set_number_pattern(organisation=cast.bawaslu, year=2024, pattern=pattern, actor=cast.commissioner)
    assert cast.matter().number == "0001/LP/XI/2024"
    at = datetime.fromisoformat("2025-02-03T09:00+07:00")
    assert open_matter(report=cast.report(), actor=cast.staff, at=at).number == "0001/LP/II/2025"
    assert cast.arrived().matter.number == "001/2024"


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "{year}",
        "{sequence}",
        "{sequence}/{year}/{sequence.__class__}",
        "{sequence}/{year}/{0}",
        "{sequence:99}{year}",
    ],
)
def test_a_pattern_that_cannot_be_filled_is_refused(cast: Cast, pattern: str) -> None:
    with pytest.raises(BadInput) as caught:
        set_number_pattern(organisation=cast.bawaslu, year=2024, pattern=pattern, actor=cast.commissioner)
    assert caught.value.field == "pattern"
    with pytest.raises(BadInput):
        spell(pattern, 1, date(2024, 11, 22))


def test_what_is_counted_again_moves_running_clocks_and_says_so(cast: Cast) -> None:
    """All of an office: a rule in calendar days asks no calendar, so another one leaves it (test_moved_holiday)."""
    matter = cast.matter()
    right = Clock.objects.get(rule="pilkada.study")
    Clock.objects.update(calendar_version="older")
    Clock.objects.filter(pk=right.pk).update(due_on=date(2024, 12, 9))
    done = Clock.objects.get(rule="pilkada.initial_study")
    Clock.objects.filter(pk=done.pk).update(done_at=datetime.fromisoformat("2024-11-23T00:00Z"))
    assert recompute_clocks(actor=cast.staff) == []
    assert [clock.pk for clock in recompute_clocks(actor=cast.staff, office=cast.bawaslu.pk)] == [right.pk]
    again = Clock.objects.get(pk=right.pk)
    assert (again.due_on, again.calendar_version) == (right.due_on, right.calendar_version)
    assert Clock.objects.get(pk=done.pk).calendar_version == "older", "what is done is not counted again"
    entry = AuditEntry.objects.get(action="clock.recompute")
    assert entry.data == {"before": "2024-12-09", "due": "2024-11-25", "off": [], "working": []}
    step = Step.objects.get(matter=matter, code="clock_moved")
    assert (step.public_text, step.params["due"]) == (False, "2024-11-25")
    assert recompute_clocks(actor=cast.staff, office=cast.bawaslu.pk) == []


def test_additional_statements_give_two_more_days_from_the_same_start(cast: Cast) -> None:
    matter = cast.matter()
    registered(matter, cast.staff)
    extend_study(matter=matter, reason="Saksi belum didengar.", actor=cast.commissioner)
    clock = Clock.objects.get(matter=matter, done_at=None)
    # UU 8/2015 art. 134(6): 3 + 2 calendar days after 22 November.
    assert (clock.rule, clock.due_on) == ("pilkada.study_extended", date(2024, 11, 27))
    step = Step.objects.get(code="study_extended")
    assert (step.public_text, step.params["due"]) == (True, "2024-11-27")
    with pytest.raises(Conflict):
        extend_study(matter=matter, reason="Lagi.", actor=cast.commissioner)
    decided(matter, cast.commissioner)


def test_open_matters_are_work_that_a_successor_takes_over(cast: Cast) -> None:
    matter = cast.matter()
    providers = {work.label: work for work in open_work()}
    user = User.objects.get(pk=cast.staff.user_id)
    assert list(providers["Perkara terbuka"].rows(user)) == [matter]
    other = User.objects.get(pk=cast.commissioner.user_id)
    assert not providers["Perkara terbuka"].rows(other)
