"""Reports that nobody has taken on: kept, set aside, opened or grouped, one or many at once; and who may not."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from interest_cast import granted
from report_cast import FILED_AT, NAME, REPORTER, Cast, content, filed, formal, person

from sinetra.apps.accounts.models import User
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.bulk import MOST, Chosen, RowResult
from sinetra.apps.cases.desk import DeskFilter, DeskOrder, desk
from sinetra.apps.cases.models import Clock, Matter
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.selectors import follow
from sinetra.apps.reports.vocabulary import Aside, Channel, Kept, ReportState
from sinetra.core.errors import BadInput, Conflict, Forbidden

pytestmark = pytest.mark.django_db


def got(given: dict[str, Any] | None = None, days: int = 0) -> Report:
    done = filed(given or content(), FILED_AT + timedelta(days=days))
    return Report.objects.select_related("organisation").get(pk=done.report_id)


def ticked(*rows: Report) -> list[Chosen]:
    return [Chosen(key=row.pk, version=Report.objects.get(pk=row.pk).version) for row in rows]


def reasons(done: tuple[RowResult[Report], ...]) -> list[str | None]:
    return [row.refused.code if row.refused else None for row in done]


def user(actor: Actor) -> User:
    return User.objects.get(pk=actor.user_id)


def test_a_report_of_law_is_never_kept_or_set_aside_without_a_study(cast: Cast) -> None:
    report = got(formal())
    for refused in (
        lambda: act.keep_report(report=report, why=Kept.NO_LEAD, actor=cast.staff),
        lambda: act.set_aside_report(report=report, ground=Aside.OPINION, reason="x", actor=cast.commissioner),
    ):
        with pytest.raises(Conflict) as caught:
            refused()
        assert caught.value.code == "formal_report"


@pytest.mark.parametrize("ground", list(Aside))
def test_each_ground_is_read_by_the_reporter_in_both_languages(cast: Cast, ground: Aside) -> None:
    done = filed(content())
    report = Report.objects.select_related("organisation").get(pk=done.report_id)
    office = cast.province if ground is Aside.OTHER_OFFICE else None
    act.set_aside_report(report=report, ground=ground, office=office, reason="Rahasia kantor.", actor=cast.commissioner)
    said = follow(done.code).steps[-1].text()
    assert said.startswith("Tidak ditangani sebagai dugaan pelanggaran: ")
    assert "%(" not in said
    assert (cast.province.name in said) is (ground is Aside.OTHER_OFFICE)
    assert "Rahasia kantor" not in said
    assert AuditEntry.objects.get(action="report.set_aside").detail["reason"] == "Rahasia kantor."


@pytest.mark.parametrize("office", ["none", "own", "bkn"])
def test_another_place_wants_another_office_of_bawaslu(cast: Cast, office: str) -> None:
    chosen = {"none": None, "own": cast.bawaslu, "bkn": cast.bkn}[office]
    with pytest.raises(BadInput) as caught:
        act.set_aside_report(
            report=got(), ground=Aside.OTHER_OFFICE, office=chosen, reason="x", actor=cast.commissioner
        )
    assert caught.value.field == "office"


def test_what_was_kept_is_opened_later_and_its_tracing_begins_then(cast: Cast) -> None:
    report = got()
    act.keep_report(report=report, why=Kept.NO_ACT, actor=cast.staff)
    later = FILED_AT + timedelta(days=20)
    matter = act.open_matter(report=report, actor=cast.staff, at=later)
    assert Clock.objects.get(matter=matter).started_on == later.date()
    fresh = act.open_matter(report=got(), actor=cast.staff, at=later)
    assert Clock.objects.get(matter=fresh).started_on == FILED_AT.date(), "the twin: new ones from their filing"


def test_the_first_in_law_opens_the_matter_of_a_group(cast: Cast) -> None:
    early, law = got(days=0), got(formal(reporter=REPORTER), days=1)
    late = got(days=1)
    matter, done = act.group_reports(chosen=ticked(late, early, law), copies=frozenset({late.pk}), actor=cast.staff)
    assert matter.report == law
    assert done[0].row == law
    assert reasons(done) == [None, None, None]
    assert {row.pk: row.is_copy for row in Report.objects.filter(joined_to=matter)} == {early.pk: False, late.pk: True}
    assert Matter.objects.count() == 1
    assert not verify().problems


def test_of_a_group_what_cannot_join_says_why_and_stays_in_the_inbox(cast: Cast) -> None:
    law, older = got(formal(), days=1), got(formal(), days=0)
    raced = got(days=1)
    rows = ticked(law, older, raced)
    act.keep_report(report=raced, why=Kept.NO_ACT, actor=cast.staff)
    matter, done = act.group_reports(chosen=rows, actor=cast.staff)
    assert matter.report == older, "whose deadline is nearest"
    assert reasons(done) == [None, None, "conflict"]
    raced.refresh_from_db()
    assert raced.state == ReportState.KEPT


def test_one_alone_is_no_group_and_a_lost_race_on_the_first_does_nothing(cast: Cast) -> None:
    one, other = got(), got(days=1)
    with pytest.raises(BadInput):
        act.group_reports(chosen=ticked(one), actor=cast.staff)
    rows = [Chosen(key=one.pk, version=99), *ticked(other)]
    with pytest.raises(Conflict):
        act.group_reports(chosen=rows, actor=cast.staff)
    assert not Matter.objects.exists()


def test_what_was_opened_meanwhile_is_no_second_of_a_group_and_too_many_open_nothing(cast: Cast) -> None:
    fresh, opened = got(), got(days=1)
    act.open_matter(report=opened, actor=cast.staff)
    rows = ticked(fresh, opened)
    with pytest.raises(BadInput):
        act.group_reports(chosen=rows, actor=cast.staff)
    many = [*ticked(fresh, got(days=2)), *(Chosen(key=uuid4(), version=1) for _ in range(MOST))]
    with pytest.raises(BadInput):
        act.group_reports(chosen=many, actor=cast.staff)
    assert Matter.objects.get().report == opened


def test_many_are_opened_for_one_person_but_not_what_that_person_must_step_aside_from(cast: Cast) -> None:
    named = person(cast.bawaslu, Role.BAWASLU_STAFF, name=NAME)
    granted(named, Role.BAWASLU_STAFF)
    fine = got(content(reported=[{"role": "camat", "name": "Orang Lain", "unit": None}]))
    conflicted = got()
    done = act.open_many(chosen=ticked(fine, conflicted), handler=user(named), actor=cast.commissioner)
    assert reasons(done) == [None, "conflict_of_interest"]
    conflicted.refresh_from_db()
    assert conflicted.state == ReportState.NEW
    assert Matter.objects.get().handler_id == named.user_id


def test_nobody_opens_for_an_account_without_a_role_today(cast: Cast) -> None:
    nobody = person(cast.bawaslu)
    done = act.open_many(chosen=ticked(got()), handler=user(nobody), actor=cast.commissioner)
    assert [row.refused.field for row in done if isinstance(row.refused, BadInput)] == ["handler"]
    assert not Matter.objects.exists(), "and no number was taken"


def test_who_may_not_do_many_at_once(cast: Cast) -> None:
    rows = ticked(got(), got())
    for outsider in (cast.custodian, cast.bkn_officer, person(cast.bawaslu, Role.ADMINISTRATOR), Actor(kind="public")):
        for refused in (
            lambda who=outsider: act.open_many(chosen=rows, handler=user(cast.staff), actor=who),
            lambda who=outsider: act.keep_many(chosen=rows, why=Kept.NO_ACT, actor=who),
            lambda who=outsider: act.group_reports(chosen=rows, actor=who),
            lambda who=outsider: desk(who, DeskFilter()),
        ):
            with pytest.raises(Forbidden):
                refused()
    with pytest.raises(Forbidden):
        act.open_many(chosen=rows, handler=user(cast.commissioner), actor=cast.staff)
    elsewhere = act.keep_many(chosen=rows, why=Kept.NO_ACT, actor=cast.province_staff)
    assert reasons(elsewhere) == ["not_found", "not_found"], "of another office nothing is told"


def test_the_desk_of_a_district_shows_only_that_district(cast: Cast) -> None:
    here, there = got(content(region="99.71.01")), got(content(region="99.71.02"))
    assert {row.pk for row in desk(cast.staff, DeskFilter(order=DeskOrder.OLDEST))} == {here.pk, there.pk}
    of_district = desk(cast.district_staff, DeskFilter(order=DeskOrder.OLDEST))
    assert {row.pk for row in of_district} == {there.pk}


def test_the_desk_shows_a_lone_name_as_initial_information(cast: Cast) -> None:
    report = got(content(happened_on=None, known_on=None, acts=["partisanship_general"], where=""))
    (row,) = desk(cast.staff, DeskFilter(order=DeskOrder.OLDEST))
    assert (row.pk, row.kept_as) == (report.pk, Channel.INITIAL_INFORMATION)
