"""Who has read who filed a joined report takes no part in the matter, and who took part in it never reads that."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from custody_cast import opened
from django.db import connection
from django.test.utils import CaptureQueriesContext
from joined_cast import NEXT_DAY, joined, second
from report_cast import PASSPHRASE, REPORTER, Cast, content, filed, hold, person

from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import may
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.successors import possible_handlers
from sinetra.apps.reports.handled import took_part_among
from sinetra.apps.reports.models import Identity, Report
from sinetra.apps.reports.vocabulary import Aside, Kept
from sinetra.core.errors import Conflict

pytestmark = pytest.mark.django_db


def vault_of(report: Report) -> Identity:
    rows = Identity.objects.select_related("report__organisation", "report__matter", "report__joined_to", "key")
    return rows.get(report=report)


def now_staff(actor: Actor) -> Actor:
    return dataclasses.replace(actor, roles=frozenset({Role.BAWASLU_STAFF, Role.BAWASLU_COMMISSIONER}))


def now_custodian(actor: Actor) -> Actor:
    custodian = dataclasses.replace(actor, roles=frozenset({Role.CUSTODIAN}))
    hold(custodian)
    return custodian


def may_open(actor: Actor, report: Report) -> bool:
    return may(actor, "identity.open", vault_of(report))


def test_who_opened_the_identity_of_a_joined_report_takes_no_step_in_the_matter(cast: Cast) -> None:
    matter = cast.matter()
    _code, report = second()
    opened(cast.custodian, PASSPHRASE, vault_of(report))
    joined(cast, report, matter)
    matter.refresh_from_db()
    with pytest.raises(Conflict) as caught:
        act.start_study(matter=matter, actor=now_staff(cast.custodian))
    assert caught.value.code == "opened_identity"
    user = User.objects.get(pk=cast.custodian.user_id)
    hold(now_staff(cast.custodian))
    assert user not in possible_handlers(cast.commissioner, matter)
    with pytest.raises(Conflict):
        act.assign(matter=matter, handler=user, actor=cast.commissioner)


def test_a_matter_of_the_office_itself_knows_who_opened_the_identity_of_a_joined_report(cast: Cast) -> None:
    matter = cast.matter()
    _code, report = second()
    opened(cast.custodian, PASSPHRASE, vault_of(report))
    joined(cast, report, matter)
    Matter.objects.filter(pk=matter.pk).update(report=None)
    with pytest.raises(Conflict):
        act.start_study(matter=Matter.objects.get(pk=matter.pk), actor=now_staff(cast.custodian))


def test_who_opened_an_identity_does_not_join_its_report(cast: Cast) -> None:
    matter = cast.matter()
    _code, report = second()
    opened(cast.custodian, PASSPHRASE, vault_of(report))
    with pytest.raises(Conflict) as caught:
        act.join_report(report=report, matter=matter, actor=now_staff(cast.custodian), at=NEXT_DAY)
    assert caught.value.code == "opened_identity"
    joined(cast, report, matter)


def test_a_report_is_not_joined_to_the_matter_of_somebody_who_opened_its_identity(cast: Cast) -> None:
    _code, report = second()
    opened(cast.custodian, PASSPHRASE, vault_of(report))
    matter = act.open_matter(report=cast.report(), actor=now_staff(cast.custodian))
    with pytest.raises(Conflict) as caught:
        joined(cast, report, matter)
    assert caught.value.code == "opened_identity"
    act.assign(matter=matter, handler=User.objects.get(pk=granted(cast.staff).user_id), actor=cast.commissioner)
    joined(cast, report, matter)


def granted(actor: Actor) -> Actor:
    hold(actor)
    return actor


def test_who_handled_the_matter_opens_no_identity_of_a_report_that_has_left_it(cast: Cast) -> None:
    handler = person(cast.bawaslu, Role.BAWASLU_STAFF)
    matter = act.open_matter(report=cast.report(), actor=handler)
    _code, report = second()
    joined(cast, report, matter)
    act.separate_report(report=report, reason="Lain peristiwa.", actor=cast.staff)
    for one in (handler, cast.staff):
        assert not may_open(now_custodian(one), report), "handled it, or joined and separated it"
    assert may_open(cast.custodian, report), "the twin"


def keep(report: Report, cast: Cast) -> None:
    act.keep_report(report=report, why=Kept.NO_ACT, actor=cast.commissioner)


def set_aside(report: Report, cast: Cast) -> None:
    act.set_aside_report(report=report, ground=Aside.OPINION, reason="Pendapat.", actor=cast.commissioner)


@pytest.mark.parametrize("decide", [keep, set_aside])
def test_who_kept_a_report_or_set_it_aside_never_opens_its_identity(
    cast: Cast, decide: Callable[[Report, Cast], None]
) -> None:
    report = Report.objects.select_related("organisation").get(pk=filed(content(reporter=REPORTER)).report_id)
    decide(report, cast)
    assert not may_open(now_custodian(cast.commissioner), report)
    assert may_open(now_custodian(cast.staff), report), "the twin: who did nothing with it"


def test_a_page_of_the_vault_asks_as_often_for_many_reports_as_for_few(cast: Cast) -> None:
    matter = cast.matter()
    reports = [joined(cast, second()[1], matter) for _ in range(4)]
    asked = []
    for few in (reports[:1], reports):
        rows = list(Report.objects.select_related("matter", "joined_to").filter(pk__in=[row.pk for row in few]))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert took_part_among(cast.staff, rows) == {row.pk for row in rows}
        asked.append(len(queries))
    assert asked[0] == asked[1] == 3
