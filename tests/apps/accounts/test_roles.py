"""Roles have an end, a place and limits; who acts is asked anew for every legal date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from sinetra.apps.accounts.actions.close_user import close_user
from sinetra.apps.accounts.actions.end_role import end_role
from sinetra.apps.accounts.actions.grant_role import LONGEST, grant_role
from sinetra.apps.accounts.actions.request_reset import request_reset
from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.accounts.region_named import region_named
from sinetra.apps.accounts.selectors import (
    account_list,
    actor_of,
    administrators,
    open_resets,
    possible_successors,
    roles_that_end,
)
from sinetra.apps.base.actor import PUBLIC, SYSTEM, Role
from sinetra.apps.base.paging import page
from sinetra.apps.base.policy import visible
from sinetra.apps.registry.models import Region
from sinetra.core.errors import BadInput, Conflict, Forbidden

FIRST, LAST = date(2024, 9, 25), date(2024, 11, 23)


def grant(user: User, role: Role = Role.BAWASLU_STAFF, **values):
    return grant_role(**{"user": user, "role": role, "starts_on": FIRST, "ends_on": LAST, "actor": SYSTEM} | values)


@pytest.mark.parametrize(
    ("day", "has"),
    [(FIRST - timedelta(days=1), False), (FIRST, True), (LAST, True), (LAST + timedelta(days=1), False)],
)
def test_a_role_counts_from_its_first_to_its_last_day(office, day, has) -> None:
    user = office.user("staf")
    grant(user)
    assert actor_of(user, day).has(Role.BAWASLU_STAFF) is has


def test_an_inactive_account_is_the_public(office) -> None:
    user = office.user("staf", Role.BAWASLU_STAFF)
    user.is_active = False
    assert actor_of(user, FIRST) is PUBLIC


def test_a_role_for_a_region_gives_an_actor_of_that_region(office) -> None:
    user = office.user("staf")
    grant(user, region=Region.objects.get(code="99.71.01"))
    assert actor_of(user, FIRST).regions == ("99.71.01",)


@pytest.mark.parametrize("ends_on", [FIRST - timedelta(days=1), FIRST + LONGEST + timedelta(days=1)])
def test_a_role_ends_after_it_begins_and_within_five_years(office, ends_on) -> None:
    user = office.user("staf")
    with pytest.raises(BadInput) as error:
        grant(user, ends_on=ends_on)
    assert error.value.field == "ends_on"


def test_a_role_of_another_kind_of_office_is_refused(office) -> None:
    user = office.user("petugas", at=office.pemko)
    with pytest.raises(BadInput, match="bawaslu"):
        grant(user)
    grant(user, Role.BKPSDM_OFFICER)


@pytest.mark.parametrize("apart", [Role.CUSTODIAN, Role.AUDITOR])
def test_who_runs_accounts_neither_opens_identities_nor_checks_the_chain(office, apart) -> None:
    user = office.user("admin")
    grant(user, Role.ADMINISTRATOR)
    with pytest.raises(Conflict) as error:
        grant(user, apart)
    assert error.value.code == "apart"
    grant(user, apart, starts_on=LAST + timedelta(days=1), ends_on=LAST + timedelta(days=30))


def test_the_same_role_is_not_given_twice_for_a_day(office) -> None:
    user = office.user("staf")
    grant(user)
    with pytest.raises(Conflict) as error:
        grant(user, starts_on=LAST, ends_on=LAST + timedelta(days=10))
    assert error.value.code == "held"


def test_two_roles_of_one_day_have_the_same_region_so_that_none_grows(office) -> None:
    user, north = office.user("staf"), Region.objects.get(code="99.71.01")
    grant(user, region=north)
    with pytest.raises(Conflict) as error:
        grant(user, Role.PRESS_OFFICER)
    assert error.value.code == "region"
    with pytest.raises(Conflict):
        grant(user, Role.BAWASLU_STAFF)
    grant(user, Role.PRESS_OFFICER, region=north)
    assert actor_of(user, FIRST).regions == ("99.71.01",)


def test_only_an_administrator_of_the_office_gives_and_ends_roles_and_never_their_own(office) -> None:
    admin, staff = office.user("admin", Role.ADMINISTRATOR), office.user("staf")
    stranger = office.user("admin.pemko", Role.ADMINISTRATOR, at=office.pemko)
    given = grant(staff, actor=office.actor(admin))
    assert given.granted_by == admin
    for actor in (PUBLIC, office.actor(staff), office.actor(stranger), office.actor(admin, date(2025, 6, 1))):
        with pytest.raises(Forbidden):
            grant(staff, Role.PRESS_OFFICER, actor=actor)
        with pytest.raises(Forbidden):
            end_role(grant=given, last_day=FIRST, reason="Pindah", actor=actor)
    with pytest.raises(Forbidden):
        grant(admin, Role.BAWASLU_COMMISSIONER, actor=office.actor(admin))


def test_an_administrator_of_a_region_gives_no_role_for_the_whole_office(office) -> None:
    admin, staff, north = office.user("admin"), office.user("staf"), Region.objects.get(code="99.71.01")
    grant(admin, Role.ADMINISTRATOR, region=north)
    with pytest.raises(Forbidden):
        grant(staff, actor=office.actor(admin))
    with pytest.raises(Forbidden):
        grant(staff, region=office.city, actor=office.actor(admin))
    grant(staff, region=north, actor=office.actor(admin))


def test_a_role_ended_early_still_counts_on_its_last_day(office) -> None:
    user = office.user("staf")
    given = grant(user)
    end_role(grant=given, last_day=date(2024, 10, 31), reason="Mutasi", actor=SYSTEM)
    assert actor_of(user, date(2024, 10, 31)).has(Role.BAWASLU_STAFF)
    assert not actor_of(user, date(2024, 11, 1)).has(Role.BAWASLU_STAFF)
    with pytest.raises(BadInput) as error:
        end_role(grant=given, last_day=date(2024, 10, 31), reason="Mutasi", actor=SYSTEM)
    assert error.value.field == "last_day"


def test_people_see_their_own_roles_and_administrators_those_of_the_office(office) -> None:
    admin, staff = office.user("admin", Role.ADMINISTRATOR), office.user("staf", Role.BAWASLU_STAFF)
    office.user("lain", Role.BKPSDM_OFFICER, at=office.pemko)
    assert {row.user_id for row in visible(office.actor(admin), RoleGrant)} == {admin.pk, staff.pk}
    assert {row.user_id for row in visible(office.actor(staff), RoleGrant)} == {staff.pk}
    assert not visible(PUBLIC, RoleGrant).exists() and not visible(PUBLIC, User).exists()
    assert {row.pk for row in visible(office.actor(staff), User)} == {admin.pk, staff.pk}


def test_an_administrator_of_a_region_does_not_reach_who_works_outside_it(office) -> None:
    admin, chief = office.user("admin"), office.user("ketua", Role.BAWASLU_STAFF)
    north = Region.objects.get(code="99.71.01")
    grant(admin, Role.ADMINISTRATOR, region=north)
    local = office.user("lokal")
    grant(local, region=north)
    with pytest.raises(Forbidden):
        request_reset(user=chief, reason="Lupa", actor=office.actor(admin))
    with pytest.raises(Forbidden):
        close_user(user=chief, reason="Pindah", actor=office.actor(admin))
    request_reset(user=local, reason="Lupa", actor=office.actor(admin))


def test_roles_that_end_soon_and_requests_that_wait_are_shown_to_administrators(office) -> None:
    admin, second = office.user("admin", Role.ADMINISTRATOR), office.user("kedua", Role.ADMINISTRATOR)
    staff, stranger = office.user("staf"), office.user("admin.pemko", Role.ADMINISTRATOR, at=office.pemko)
    ending = grant(staff)
    day = LAST - timedelta(days=10)
    assert list(roles_that_end(office.actor(admin), day)) == [ending]
    assert not roles_that_end(office.actor(admin), day, within=timedelta(days=9)).exists()
    assert not roles_that_end(office.actor(admin), LAST + timedelta(days=1)).filter(user=staff).exists()
    assert not roles_that_end(office.actor(stranger), day).exists()
    reset = request_reset(user=staff, reason="Lupa", actor=office.actor(admin))
    now = timezone.now()
    assert list(open_resets(office.actor(second), now)) == [reset]
    assert not open_resets(office.actor(second), reset.expires_at).exists()
    for actor in (office.actor(staff), office.actor(stranger), PUBLIC):
        assert not open_resets(actor, now).exists()


def test_the_accounts_of_an_office_are_listed_page_by_page_to_its_own_people(office) -> None:
    for name in ("citra", "arum", "bayu"):
        office.user(name, Role.BAWASLU_STAFF)
    office.user("lain", Role.BKPSDM_OFFICER, at=office.pemko)
    actor = office.actor(User.objects.get(username="arum"))
    first = page(account_list(actor, FIRST), order=("name",), size=2)
    rest = page(account_list(actor, FIRST), order=("name",), size=2, after=first.next_token)
    assert [[user.name for user in part] for part in (first, rest)] == [["Arum", "Bayu"], ["Citra"]]
    assert rest.next_token is None and not account_list(PUBLIC, FIRST).exists()
    assert [user.name for user in account_list(actor, FIRST, "cit")] == ["Citra"]


def test_the_list_shows_roles_of_today_and_to_come_the_nearest_end_first(office) -> None:
    admin, staff = office.user("admin", Role.ADMINISTRATOR), office.user("staf")
    past, now = grant(staff, ends_on=FIRST), grant(staff, starts_on=FIRST + timedelta(days=1))
    later = grant(staff, starts_on=LAST + timedelta(days=1), ends_on=LAST + timedelta(days=9))
    row = account_list(office.actor(admin), LAST).get(pk=staff.pk)
    assert row.current_roles == [now, later] and past not in row.current_roles


def test_successors_and_administrators_are_those_whose_role_counts_today(office) -> None:
    admin, staff = office.user("admin", Role.ADMINISTRATOR), office.user("staf", Role.BAWASLU_STAFF)
    office.user("tanpa")
    former = office.user("mantan", Role.BAWASLU_STAFF)
    grant(former, Role.ADMINISTRATOR, starts_on=date(2023, 1, 1), ends_on=date(2023, 12, 31))
    office.user("admin.pemko", Role.ADMINISTRATOR, at=office.pemko)
    closed = office.user("tutup", Role.ADMINISTRATOR)
    close_user(user=closed, reason="Pensiun", actor=SYSTEM)
    actor = office.actor(staff)
    assert list(administrators(actor, FIRST)) == [admin]
    assert list(possible_successors(actor, staff, FIRST)) == [admin, former]


def test_a_region_is_found_by_its_code_or_name_and_doubt_is_refused(office) -> None:
    assert region_named("99.71.01").pk == region_named("  kota   cendana (contoh)  ").pk + ".01"
    assert region_named("Utara", within="99.71").pk == "99.71.01"
    for text, within in (("Utara", "99.72"), ("Selatan", None), ("", None)):
        with pytest.raises(BadInput) as error:
            region_named(text, within=within)
        assert error.value.field == "region"
    Region.objects.create(
        code="99.71.01.1001", name="Utara", search_name="utara", level="village", parent_id="99.71.01", edition="uji"
    )
    assert region_named("utara").pk == "99.71.01"
    Region.objects.create(code="98", name="Contoh", search_name="contoh", level="province", edition="uji")
    with pytest.raises(BadInput, match="98 Contoh"):
        region_named("contoh")
