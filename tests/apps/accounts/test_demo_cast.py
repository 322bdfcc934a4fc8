"""The cast of the demonstration, as it stands in the catalogue."""

from __future__ import annotations

from datetime import date

import pytest

from sinetra.apps.accounts.demo import cast_accounts, load_cast
from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.accounts.sign_in import demo_accounts
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import Role
from sinetra.apps.registry.models import ElectionPair, HeldRole, Organisation, Person, Region, Unit
from sinetra.apps.registry.selectors import holder_of, pairs_in, people, unit_tree
from sinetra.apps.registry.vocabulary import HeldKind, HeldRoleName
from sinetra.catalogue import ROOT
from sinetra.core.errors import Forbidden

CAST = ROOT / "samples" / "cendana.yaml"
DAY = date(2024, 11, 22)


def counts() -> dict[str, int]:
    tables = (Region, Organisation, Unit, Person, HeldRole, ElectionPair, User, RoleGrant, AuditEntry)
    return {table.__name__: table.objects.count() for table in tables}


def test_the_cast_loads_and_loading_it_again_changes_nothing(db) -> None:
    load_cast(CAST)
    first = counts()
    assert first["Organisation"] == 6 and first["User"] == len(cast_accounts(CAST)) and first["Person"] > 30
    load_cast(CAST)
    assert counts() == first
    assert not Person.objects.exclude(version=1).exists()


def test_one_click_accounts_come_in_the_order_of_the_file_and_have_no_password(db) -> None:
    load_cast(CAST)
    assert [user.username for user in demo_accounts()] == [account.username for account in cast_accounts(CAST)]
    assert not any(user.has_usable_password() for user in User.objects.all())


def test_on_the_legal_date_of_the_demonstration_the_acting_mayor_is_ppk_and_the_mayor_runs(db) -> None:
    load_cast(CAST)
    pemko = Organisation.objects.get(kind="local_government")
    acting = holder_of(pemko.pk, HeldRoleName.PPK, DAY)
    assert acting is not None and acting.kind is HeldKind.PJS and acting.reason
    before = holder_of(pemko.pk, HeldRoleName.PPK, date(2024, 9, 24))
    assert before is not None and before.kind is HeldKind.DEFINITIVE
    pairs = pairs_in("99.71.01", "pilkada_2024", DAY)
    assert [pair.number for pair in pairs] == [1, 2] and pairs[0].head_name == before.name and pairs[0].has_incumbent
    user = User.objects.get(username="ppk")
    assert actor_of(user, DAY).roles == {Role.PPK} and not actor_of(user, date(2024, 11, 24)).roles


def test_the_personnel_officer_sees_the_people_of_the_city_and_an_outsider_nobody(db) -> None:
    load_cast(CAST)
    officer = actor_of(User.objects.get(username="petugas.bkpsdm"), DAY)
    assert officer.organisation_id is not None
    assert len(people(officer, size=200)) == Person.objects.filter(organisation_id=officer.organisation_id).count()
    assert len(unit_tree(officer, officer.organisation_id)) == 25
    for other in ("orang.luar", "staf.bawaslu", "admin"):
        actor = actor_of(User.objects.get(username=other), DAY)
        assert not people(actor).items and not unit_tree(actor, officer.organisation_id)


def test_no_cast_outside_the_demonstration_and_none_in_a_real_region(db, settings, tmp_path) -> None:
    real = tmp_path / "cast.yaml"
    real.write_text('regions: [{code: "63", name: Kalimantan Selatan, level: province}]\n', encoding="utf-8")
    with pytest.raises(Forbidden, match="rekaan"):
        load_cast(real)
    settings.SINETRA_PROFILE = "pemda"
    with pytest.raises(Forbidden, match="profil demo"):
        load_cast(CAST)
    assert not Region.objects.exists() and not Organisation.objects.exists()
