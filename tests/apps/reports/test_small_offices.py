"""Below three people an office cannot keep its own vault: the custodian of the province does."""

from __future__ import annotations

import pytest
from custody_cast import (
    PROVINCES,
    leave,
    newest,
    opened,
    province_custodian,
    shrink,
)
from report_cast import PASSPHRASE, REPORTER, TODAY, Cast, filed, formal, hold, person

from sinetra.apps.accounts.models import User
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import SYSTEM, Role
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Person
from sinetra.apps.reports import custody
from sinetra.apps.reports.actions import (
    reseal_identities,
)
from sinetra.apps.reports.actions.reseal_identities import Resealed
from sinetra.apps.reports.custody_reads import custody_of
from sinetra.apps.reports.identities import identities, identity_to_open
from sinetra.apps.reports.selectors import follow
from sinetra.core.errors import Forbidden, NotFound

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("people", "is_small"), [(0, True), (1, True), (2, True), (3, False), (4, False)])
def test_below_three_people_the_office_is_small(cast: Cast, people: int, is_small: bool) -> None:
    hold(person(cast.bawaslu, Role.BAWASLU_STAFF))
    shrink(cast, people)
    if people == 0:
        leave(cast.custodian)
    assert custody.people_of(cast.bawaslu.pk, TODAY) == people
    assert custody.is_small(cast.bawaslu) is is_small
    assert custody.keeper_of(cast.bawaslu) == (cast.province if is_small else cast.bawaslu)


def test_somebody_with_two_accounts_or_two_roles_is_one_and_a_closed_account_none(cast: Cast) -> None:
    shrink(cast, 2)
    staff = person(cast.bawaslu, Role.BAWASLU_STAFF, Role.BAWASLU_COMMISSIONER)
    hold(staff)
    assert custody.people_of(cast.bawaslu.pk, TODAY) == 3
    second = person(cast.bawaslu, Role.BAWASLU_COMMISSIONER)
    hold(second)
    with unit_of_work(SYSTEM) as work:
        somebody = work.create(Person(organisation=cast.bawaslu, name="Kenanga Contohwati", status="pns"))
        work.record("person.store", somebody)
        for actor in (staff, second):
            user = User.objects.get(pk=actor.user_id)
            work.change(user, person_id=somebody.pk)
            work.record("accounts.link", user)
    assert custody.people_of(cast.bawaslu.pk, TODAY) == 3
    User.objects.filter(pk__in=[staff.user_id, second.user_id]).update(is_active=False)
    assert custody.people_of(cast.bawaslu.pk, TODAY) == 2


def test_who_neither_handles_nor_keeps_is_not_counted(cast: Cast) -> None:
    for role in set(Role) - {Role.BAWASLU_STAFF, Role.BAWASLU_COMMISSIONER, Role.CUSTODIAN}:
        hold(person(cast.bawaslu, role))
    assert custody.people_of(cast.bawaslu.pk, TODAY) == 3


def test_of_a_small_office_the_custodian_of_the_province_opens_and_its_own_does_not(cast: Cast) -> None:
    above = province_custodian(cast)
    shrink(cast, 2)
    code = filed(formal()).code
    row = newest()
    assert row.keeper_id == cast.province.pk
    with pytest.raises(Forbidden):
        opened(cast.custodian, PASSPHRASE)
    with pytest.raises(Forbidden):
        identity_to_open(cast.custodian, row.pk)
    assert opened(above, PROVINCES, identity_to_open(above, row.pk)) == REPORTER["name"]
    assert "kustodian kantor provinsi" in str(follow(code).to_json())
    assert AuditEntry.objects.get(action="identity.open").actor == above.reference


def test_of_an_office_of_three_the_custodian_of_the_province_opens_nothing_and_sees_nothing(cast: Cast) -> None:
    above = province_custodian(cast)
    filed(formal())
    assert newest().keeper_id is None
    with pytest.raises(Forbidden):
        opened(above, PROVINCES)
    with pytest.raises(NotFound):
        identity_to_open(above, newest().pk)
    assert not identities(above).items


def test_a_province_without_a_key_turns_no_name_away_and_the_page_says_that_nobody_opens(cast: Cast) -> None:
    shrink(cast, 2)
    filed(formal())
    with pytest.raises(Forbidden):
        opened(cast.custodian, PASSPHRASE)
    assert custody_of(cast.custodian).nobody_opens
    above = province_custodian(cast)
    assert not custody_of(cast.custodian).nobody_opens
    assert reseal_identities(secret=PASSPHRASE, actor=cast.custodian).done == 1
    assert opened(above, PROVINCES) == REPORTER["name"]
    assert reseal_identities(secret=PASSPHRASE, actor=cast.custodian) == Resealed(done=0, left=0, after=None)


def test_an_office_that_grew_gets_its_vault_back_from_the_province(cast: Cast) -> None:
    above = province_custodian(cast)
    shrink(cast, 2)
    filed(formal())
    for _ in range(2):
        hold(person(cast.bawaslu, Role.BAWASLU_STAFF))
    with pytest.raises(Forbidden):
        opened(cast.custodian, PASSPHRASE)
    assert reseal_identities(secret=PROVINCES, actor=above).done == 1
    assert opened(cast.custodian, PASSPHRASE) == REPORTER["name"]
    with pytest.raises(Forbidden):
        opened(above, PROVINCES)


def test_the_province_itself_is_never_too_small(cast: Cast) -> None:
    assert custody.people_of(cast.province.pk, TODAY) == 0
    assert not custody.is_small(cast.province)
