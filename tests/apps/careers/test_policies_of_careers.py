"""The policy in force: with number, dates and text; a new one takes the place of the old."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sinetra.apps.careers.actions import end_policy, publish_policy
from sinetra.apps.careers.actions.publish_policy import NewPolicy
from sinetra.apps.careers.selectors import in_force, policies
from sinetra.core.errors import BadInput, Conflict, Forbidden

pytestmark = pytest.mark.django_db
FROM = date(2024, 1, 15)


def a_policy(**changes) -> NewPolicy:
    given = {
        "title": "Pola karier pegawai",
        "number": "PERWAL 3/2024 (contoh)",
        "dated_on": date(2024, 1, 10),
        "from_on": FROM,
        "until_on": None,
        "text": "Mutasi berdasarkan kompetensi, kinerja, dan kebutuhan organisasi.",
    }
    return NewPolicy(**(given | changes))


def test_a_policy_holds_from_its_first_to_its_last_day(officer):
    row = publish_policy(policy=a_policy(until_on=date(2024, 6, 30)), actor=officer)
    days = (FROM - timedelta(days=1), FROM, date(2024, 6, 30), date(2024, 7, 1))
    assert [list(in_force(row.organisation_id, day)) == [row] for day in days] == [False, True, True, False]


def test_the_one_that_is_replaced_ends_the_day_before(officer):
    old = publish_policy(policy=a_policy(), actor=officer)
    new = publish_policy(policy=a_policy(number="PERWAL 9/2024", from_on=date(2024, 9, 1)), actor=officer, replaces=old)
    old.refresh_from_db()
    assert old.until_on == date(2024, 8, 31)
    assert [list(in_force(old.organisation_id, day)) for day in (date(2024, 8, 31), date(2024, 9, 1))] == [[old], [new]]
    with pytest.raises(Conflict):
        publish_policy(policy=a_policy(number="PERWAL 11/2024", from_on=date(2024, 10, 1)), actor=officer, replaces=old)


def test_one_ends_for_a_reason(officer):
    row = publish_policy(policy=a_policy(), actor=officer)
    end_policy(policy=row, until_on=date(2024, 12, 31), reason="Dicabut dengan PERWAL 20/2024.", actor=officer)
    assert (row.until_on, row.end_reason) == (date(2024, 12, 31), "Dicabut dengan PERWAL 20/2024.")
    with pytest.raises(Conflict):
        end_policy(policy=row, until_on=date(2024, 12, 31), reason="Sekali lagi.", actor=officer)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"text": "pendek"}, "text"),
        ({"until_on": date(2024, 1, 1)}, "until_on"),
    ],
)
def test_what_is_wrong_is_named(officer, changes, field):
    with pytest.raises(BadInput) as refused:
        publish_policy(policy=a_policy(**changes), actor=officer)
    assert refused.value.field == field


def test_a_number_stands_once(officer):
    publish_policy(policy=a_policy(), actor=officer)
    with pytest.raises(BadInput) as refused:
        publish_policy(policy=a_policy(), actor=officer)
    assert refused.value.field == "number"


def test_whoever_works_in_the_office_reads_it_and_nobody_elsewhere(officer, actor):
    row = publish_policy(policy=a_policy(), actor=officer)
    for username in ("tim.netralitas", "inspektorat", "penyelenggara.dputr", "humas", "ppk"):
        assert list(policies(actor(username))) == [row], username
    assert list(policies(actor("staf.bawaslu"))) == []
    with pytest.raises(Forbidden):
        policies(actor("orang.luar"))
