"""A deputy of the custodian, named in advance by a decision of the office, with a key of their own."""

from __future__ import annotations

from datetime import timedelta

import pytest
from custody_cast import (
    DECISION,
    DEPUTYS,
    LATER,
    REASON,
    deputy_of,
    named,
    newest,
    opened,
)
from report_cast import PASSPHRASE, REPORTER, TODAY, Cast, filed, formal, hold, person

from sinetra.apps.accounts.models import User
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import SYSTEM, Actor, Role
from sinetra.apps.base.policy import may
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions import open_matter
from sinetra.apps.cases.models import Matter
from sinetra.apps.reports import custody
from sinetra.apps.reports.actions import (
    end_naming,
    name_custodian,
    reseal_identities,
)
from sinetra.apps.reports.actions.reseal_identities import Resealed
from sinetra.apps.reports.custody_reads import namings
from sinetra.apps.reports.identities import key_in_use
from sinetra.apps.reports.models import CustodyNaming
from sinetra.apps.reports.selectors import follow
from sinetra.apps.reports.vocabulary import Post
from sinetra.core.errors import BadInput, Conflict, Forbidden, VerificationFailed

pytestmark = pytest.mark.django_db


def test_what_is_filed_while_a_deputy_is_named_opens_for_either_by_their_own_key(cast: Cast) -> None:
    deputy = deputy_of(cast)
    code = filed(formal()).code
    assert opened(cast.custodian, PASSPHRASE) == opened(deputy, DEPUTYS) == REPORTER["name"]
    told = [step.text() for step in follow(code).steps if step.code == "identity_opened"]
    assert "kustodian kantor ini" in told[0] and "wakil kustodian kantor ini" in told[1]
    assert all("klarifikasi dengan pelapor" in line for line in told)
    assert verify().ok


def test_the_reporter_reads_day_purpose_and_post_and_neither_name_nor_words(cast: Cast) -> None:
    answer = filed(formal())
    opened(cast.custodian, PASSPHRASE)
    told = str(follow(answer.code).to_json())
    assert "klarifikasi dengan pelapor" in told and str(TODAY) in told
    for hidden in (cast.custodian.name, str(cast.custodian.user_id), REASON, REPORTER["name"]):
        assert hidden not in told


def test_what_was_filed_before_the_deputy_came_opens_for_them_only_after_it_was_sealed_anew(cast: Cast) -> None:
    filed(formal())
    deputy = deputy_of(cast)
    with pytest.raises(VerificationFailed):
        opened(deputy, DEPUTYS)
    assert reseal_identities(secret=PASSPHRASE, actor=cast.custodian) == Resealed(done=1, left=0, after=None)
    assert opened(deputy, DEPUTYS) == REPORTER["name"]
    assert opened(cast.custodian, PASSPHRASE) == REPORTER["name"]


def test_a_deputy_whose_days_are_over_or_were_ended_opens_nothing_and_gets_nothing_new(cast: Cast) -> None:
    deputy = deputy_of(cast)
    filed(formal())
    row = CustodyNaming.objects.get()
    end_naming(naming=row, actor=cast.commissioner)
    with pytest.raises(Forbidden):
        opened(deputy, DEPUTYS)
    for action in ("identity.open", "identity.reseal", "custodian.new_key"):
        assert not may(deputy, action), action
    filed(formal())
    assert newest().also == {}
    with pytest.raises(Conflict):
        end_naming(naming=row, actor=cast.commissioner)
    assert opened(cast.custodian, PASSPHRASE) == REPORTER["name"]


def test_a_naming_counts_on_its_days_only(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    deputy = person(cast.bawaslu, Role.CUSTODIAN)
    hold(deputy)
    named(cast, deputy, starts_on=TODAY + timedelta(days=1), ends_on=TODAY + timedelta(days=2))
    found = []
    for days in range(4):
        monkeypatch.setattr("sinetra.ports.clock.today", lambda region=None, days=days: TODAY + timedelta(days=days))
        found.append(custody.post_of(deputy))
    assert found == [None, Post.DEPUTY, Post.DEPUTY, None]


def test_once_a_custodian_is_named_nobody_acts_by_the_role_alone(cast: Cast) -> None:
    other = person(cast.bawaslu, Role.CUSTODIAN)
    assert custody.post_of(other) is Post.CUSTODIAN
    hold(cast.custodian)
    named(cast, cast.custodian, Post.CUSTODIAN)
    assert custody.post_of(cast.custodian) is Post.CUSTODIAN
    assert custody.post_of(other) is None
    filed(formal())
    with pytest.raises(Forbidden):
        opened(other, PASSPHRASE)


def test_the_deputy_stands_in_when_the_custodian_once_handled_the_matter(cast: Cast) -> None:
    deputy = deputy_of(cast)
    report = cast.report()
    open_matter(report=report, actor=cast.staff)
    with unit_of_work(SYSTEM) as work:
        matter = Matter.objects.get()
        work.change(matter, handler_id=cast.custodian.user_id)
        work.record("matter.take", matter)
    with pytest.raises(Forbidden):
        opened(cast.custodian, PASSPHRASE)
    assert opened(deputy, DEPUTYS) == REPORTER["name"]


def test_the_key_of_the_deputy_retires_none_of_the_custodian(cast: Cast) -> None:
    before = key_in_use(cast.custodian)
    deputy = deputy_of(cast)
    assert key_in_use(cast.custodian) == before
    own = key_in_use(deputy)
    assert own is not None and before is not None and own.key_id != before.key_id


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"decision": "12"}, "decision"),
        ({"starts_on": TODAY - timedelta(days=1)}, "starts_on"),
        ({"ends_on": TODAY - timedelta(days=1)}, "ends_on"),
        ({"who": "handler"}, "user"),
        ({"who": "nobody"}, "user"),
    ],
)
def test_a_naming_is_in_advance_by_a_decision_of_somebody_who_may(cast: Cast, changes: dict, field: str) -> None:
    who = {"handler": (Role.CUSTODIAN, Role.BAWASLU_STAFF), "nobody": ()}.get(changes.pop("who", ""), (Role.CUSTODIAN,))
    actor = person(cast.bawaslu, *who)
    hold(actor)
    given = {"post": Post.DEPUTY, "decision": DECISION, "starts_on": TODAY, "ends_on": LATER} | changes
    with pytest.raises(BadInput) as caught:
        name_custodian(user=User.objects.get(pk=actor.user_id), actor=cast.commissioner, **given)
    assert caught.value.field == field
    assert not CustodyNaming.objects.exists()


def test_one_post_and_one_person_are_named_once_on_a_day(cast: Cast) -> None:
    deputy_of(cast)
    other = person(cast.bawaslu, Role.CUSTODIAN)
    hold(other)
    with pytest.raises(Conflict):
        named(cast, other)
    with pytest.raises(Conflict):
        named(cast, Actor(kind="person", user_id=CustodyNaming.objects.get().user_id), Post.CUSTODIAN)
    named(cast, other, starts_on=LATER + timedelta(days=1), ends_on=LATER + timedelta(days=2))
    assert len(namings(cast.commissioner)) == 2
