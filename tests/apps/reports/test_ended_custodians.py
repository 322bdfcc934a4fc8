"""Who is custodian or deputy no more: the office is told, and nothing new is sealed for a deputy who has left."""

from __future__ import annotations

from datetime import timedelta

import pytest
from custody_cast import DEPUTYS, LATER, NEWER, deputy_of, leave, named, newest, opened
from report_cast import PASSPHRASE, REPORTER, TODAY, Cast, filed, formal, hold, person

from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.reports.actions import end_naming, new_custodian_key, reseal_identities
from sinetra.apps.reports.custody_reads import custody_of, namings, of_whom_the_role_is_over
from sinetra.apps.reports.models import CustodyNaming
from sinetra.apps.reports.vocabulary import Post
from sinetra.core.errors import VerificationFailed

pytestmark = pytest.mark.django_db


def own_key(cast: Cast) -> None:
    """The custodian's, in the name of that person."""
    hold(cast.custodian)
    new_custodian_key(organisation=cast.bawaslu, passphrase=NEWER, actor=cast.custodian)


def close_account(actor: Actor) -> None:
    User.objects.filter(pk=actor.user_id).update(is_active=False)


def test_while_the_holder_is_custodian_by_role_or_by_naming_nobody_is_told_anything(cast: Cast) -> None:
    own_key(cast)
    assert not custody_of(cast.commissioner).holder_left
    named(cast, cast.custodian, Post.CUSTODIAN)
    assert not custody_of(cast.commissioner).holder_left


def test_when_the_naming_of_the_holder_ended_the_plenary_and_who_follows_are_told_until_there_is_a_key(
    cast: Cast,
) -> None:
    own_key(cast)
    end_naming(naming=named(cast, cast.custodian, Post.CUSTODIAN), actor=cast.commissioner)
    follower = person(cast.bawaslu, Role.CUSTODIAN)
    hold(follower)
    assert custody_of(cast.commissioner).holder_left
    assert custody_of(follower).holder_left
    filed(formal())
    assert newest().key.holder_id == cast.custodian.user_id, "no name is turned away meanwhile"
    new_custodian_key(organisation=cast.bawaslu, passphrase=DEPUTYS, actor=follower)
    assert not custody_of(cast.commissioner).holder_left
    assert reseal_identities(secret=NEWER, actor=follower).done == 1
    assert opened(follower, DEPUTYS) == REPORTER["name"]


def test_when_the_days_of_the_holder_are_over_it_is_told_too(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    own_key(cast)
    named(cast, cast.custodian, Post.CUSTODIAN, ends_on=TODAY)
    assert not custody_of(cast.commissioner).holder_left
    monkeypatch.setattr("sinetra.ports.clock.today", lambda region=None: TODAY + timedelta(days=1))
    assert custody_of(cast.commissioner).holder_left


def test_when_somebody_else_is_named_custodian_or_the_holder_deputy_the_key_has_no_custodian(cast: Cast) -> None:
    own_key(cast)
    other = person(cast.bawaslu, Role.CUSTODIAN)
    hold(other)
    row = named(cast, other, Post.CUSTODIAN)
    assert custody_of(cast.commissioner).holder_left
    end_naming(naming=row, actor=cast.commissioner)
    assert not custody_of(cast.commissioner).holder_left
    named(cast, cast.custodian, Post.DEPUTY)
    assert custody_of(cast.commissioner).holder_left


@pytest.mark.parametrize("go", [leave, close_account])
def test_nothing_new_is_sealed_for_a_deputy_who_left_and_the_page_does_not_say_so(cast: Cast, go) -> None:
    deputy = deputy_of(cast)
    filed(formal())
    assert len(newest().also) == 1
    before = custody_of(cast.commissioner)
    assert before.deputy_has_key and not before.deputy_left
    assert of_whom_the_role_is_over(namings(cast.commissioner)) == frozenset()
    go(deputy)
    filed(formal())
    assert newest().also == {}
    after = custody_of(cast.commissioner)
    assert after.deputy_left and not after.deputy_has_key
    assert of_whom_the_role_is_over(namings(cast.commissioner)) == {CustodyNaming.objects.get().pk}
    assert opened(cast.custodian, PASSPHRASE) == REPORTER["name"]
    assert reseal_identities(secret=PASSPHRASE, actor=cast.custodian).done == 1
    with pytest.raises(VerificationFailed):
        opened(cast.custodian, DEPUTYS)


def test_a_deputy_of_later_is_one_whose_role_lasts_till_then(cast: Cast) -> None:
    deputy = person(cast.bawaslu, Role.CUSTODIAN)
    hold(deputy)
    named(cast, deputy, starts_on=TODAY + timedelta(days=30), ends_on=LATER)
    assert not custody_of(cast.commissioner).deputy_left
    leave(deputy)
    assert custody_of(cast.commissioner).deputy_left
