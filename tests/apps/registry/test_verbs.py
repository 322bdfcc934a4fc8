"""Offices, held roles and pairs: what is stored, what is refused, and who may not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import PUBLIC, SYSTEM, Role
from sinetra.apps.base.policy import visible
from sinetra.apps.registry.actions.hold_role import hold_role
from sinetra.apps.registry.actions.record_leave import record_leave
from sinetra.apps.registry.actions.store_organisation import store_organisation
from sinetra.apps.registry.actions.store_pair import store_pair
from sinetra.apps.registry.actions.store_person import store_person
from sinetra.apps.registry.actions.store_unit import store_unit
from sinetra.apps.registry.appointing import head_kind_on
from sinetra.apps.registry.heads import campaign_in, race_on
from sinetra.apps.registry.models import CampaignLeave, ElectionPair, HeldRole, Organisation, Region, Unit
from sinetra.apps.registry.selectors import holder_of, organisation, pairs_in
from sinetra.apps.registry.vocabulary import HeldKind, HeldRoleName, OrganisationKind, OrganisationLevel, UnitKind
from sinetra.core.errors import BadInput, Conflict, Forbidden
from sinetra.core.law.words import BodyCode, SubjectStatus

LEAVE, BACK = date(2024, 9, 25), date(2024, 11, 24)


def hold(city, name: str, kind: HeldKind, from_on: date, until_on: date | None = None, **values):
    given = {
        "organisation": city.pemko,
        "role": HeldRoleName.PPK,
        "kind": kind,
        "holder_name": name,
        "from_on": from_on,
        "until_on": until_on,
        "source": "contoh",
        "actor": SYSTEM,
    }
    return hold_role(**given | values)


def test_an_office_is_its_own_organisation_and_its_chain_begins_with_it(db) -> None:
    made = store_organisation(
        name="Bawaslu Contoh", kind=OrganisationKind.BAWASLU, level=OrganisationLevel.CITY, actor=SYSTEM
    )
    assert made.organisation_id == made.pk and made.short_name == "Bawaslu Contoh"
    entry = AuditEntry.objects.get(organisation=made)
    assert (entry.seq, entry.action, entry.digest) == (1, "registry.store_organisation", made.digest())
    assert Organisation.objects.defer("organisation").get().pk == made.pk


def test_storing_an_office_again_changes_only_what_is_new_and_keeps_its_key(db) -> None:
    given = {"name": "BKN", "kind": OrganisationKind.BKN, "level": OrganisationLevel.NATIONAL, "actor": SYSTEM}
    store_organisation(**given, public_key=b"k" * 32)
    same = store_organisation(**given)
    assert same.version == 1 and bytes(same.public_key or b"") == b"k" * 32
    renewed = store_organisation(**given, short_name="BKN RI", public_key=b"n" * 32)
    assert (renewed.version, renewed.short_name, bytes(renewed.public_key or b"")) == (2, "BKN RI", b"n" * 32)
    with pytest.raises(BadInput) as error:
        store_organisation(**given, public_key=b"short")
    assert error.value.field == "public_key"


def test_no_role_sets_up_an_office(city) -> None:
    for role in Role:
        with pytest.raises(Forbidden):
            store_organisation(
                name="Baru",
                kind=OrganisationKind.BAWASLU,
                level=OrganisationLevel.CITY,
                actor=city.actor(role, city.bawaslu),
            )
    assert not Organisation.objects.filter(name="Baru").exists()


def test_the_office_of_a_place_is_the_nearest_one_above_it(city) -> None:
    found = organisation(OrganisationKind.BAWASLU, "99.71.01.1001")
    assert found == city.bawaslu
    assert organisation(OrganisationKind.BAWASLU, "63.72") is None
    bkn = store_organisation(name="BKN", kind=OrganisationKind.BKN, level=OrganisationLevel.NATIONAL, actor=SYSTEM)
    assert organisation(OrganisationKind.BKN, "63.72") == bkn


def test_who_acts_stands_over_the_definitive_holder_until_the_last_day(city) -> None:
    hold(city, "Wali Kota", HeldKind.DEFINITIVE, date(2021, 2, 26))
    hold(city, "Pjs Wali Kota", HeldKind.PJS, LEAVE, BACK - timedelta(days=1), reason="Cuti kampanye")
    seen = {
        day: (found.name, found.kind.value, found.instead_of)
        for day in (LEAVE - timedelta(days=1), LEAVE, BACK - timedelta(days=1), BACK)
        if (found := holder_of(city.pemko.pk, HeldRoleName.PPK, day))
    }
    acting = ("Pjs Wali Kota", "pjs", "Wali Kota")
    own = ("Wali Kota", "definitive", None)
    assert list(seen.values()) == [own, acting, acting, own]
    assert holder_of(city.pemko.pk, HeldRoleName.PPK, date(2021, 2, 25)) is None
    assert holder_of(city.bawaslu.pk, HeldRoleName.PPK, LEAVE) is None
    assert holder_of(city.pemko.pk, HeldRoleName.REGIONAL_HEAD, LEAVE) is None


def test_a_new_definitive_holder_ends_the_open_term_before(city) -> None:
    old = hold(city, "Lama", HeldKind.DEFINITIVE, date(2021, 2, 26))
    hold(city, "Baru", HeldKind.DEFINITIVE, date(2025, 2, 20))
    old.refresh_from_db()
    assert old.until_on == date(2025, 2, 19)
    assert AuditEntry.objects.filter(action="registry.end_held_role").count() == 1


def test_two_holders_of_the_same_way_on_one_day_are_a_conflict(city) -> None:
    hold(city, "Pjs Satu", HeldKind.PJS, LEAVE, BACK)
    with pytest.raises(Conflict, match="Pjs Satu"):
        hold(city, "Plh Dua", HeldKind.PLH, BACK, BACK)
    with pytest.raises(Conflict):
        hold(city, "Plt Tiga", HeldKind.PLT, date(2024, 1, 1), LEAVE)
    hold(city, "Plh Dua", HeldKind.PLH, BACK + timedelta(days=1), BACK + timedelta(days=2))


def test_a_term_is_corrected_not_doubled(city) -> None:
    first = hold(city, "Pjs", HeldKind.PJS, LEAVE, BACK)
    same = hold(city, "Pjs", HeldKind.PJS, LEAVE, BACK)
    assert same.pk == first.pk and same.version == 1
    shorter = hold(city, "Pjs", HeldKind.PJS, LEAVE, BACK - timedelta(days=1), reason="Cuti berakhir")
    assert shorter.pk == first.pk and (shorter.version, shorter.reason) == (2, "Cuti berakhir")


@pytest.mark.parametrize(
    ("values", "field"),
    [({"source": " "}, "source"), ({"holder_name": ""}, "holder_name"), ({"until_on": date(2024, 9, 24)}, "until_on")],
)
def test_a_term_has_a_holder_a_source_and_its_days_in_order(city, values, field) -> None:
    with pytest.raises(BadInput) as error:
        hold(city, "Pjs", HeldKind.PJS, LEAVE, **values)
    assert error.value.field == field


def test_a_term_is_entered_by_the_office_or_the_bawaslu_of_its_region(city) -> None:
    may_not = [
        PUBLIC,
        city.actor(Role.PPK, city.pemko),
        city.actor(Role.BKPSDM_OFFICER, city.elsewhere),
        city.actor(Role.BAWASLU_STAFF, city.bawaslu, "63.72"),
        city.actor(Role.BAWASLU_COMMISSIONER, city.bawaslu),
    ]
    for actor in may_not:
        with pytest.raises(Forbidden):
            hold(city, "Pjs", HeldKind.PJS, LEAVE, BACK, actor=actor)
    with pytest.raises(Forbidden):
        staff = city.actor(Role.BAWASLU_STAFF, city.bawaslu)
        hold(city, "Bupati", HeldKind.DEFINITIVE, LEAVE, organisation=city.elsewhere, actor=staff)
    hold(city, "Pjs", HeldKind.PJS, LEAVE, BACK, actor=city.actor(Role.BAWASLU_STAFF, city.bawaslu))
    hold(city, "Wali", HeldKind.DEFINITIVE, LEAVE, actor=city.actor(Role.BKPSDM_OFFICER, city.pemko))
    assert visible(PUBLIC, HeldRole).count() == 2


def test_a_term_is_corrected_by_its_row_also_its_name_and_first_day(city) -> None:
    first = hold(city, "Pjs Salh", HeldKind.PJS, LEAVE, BACK)
    hold(city, "Plh", HeldKind.PLH, BACK + timedelta(days=1), BACK + timedelta(days=2))
    right = hold(city, "Pjs Benar", HeldKind.PJS, LEAVE + timedelta(days=1), BACK, known=first)
    assert (right.pk, right.holder_name, HeldRole.objects.filter(kind="pjs").count()) == (first.pk, "Pjs Benar", 1)
    with pytest.raises(Conflict, match="Plh"):
        hold(city, "Pjs Benar", HeldKind.PJS, LEAVE, BACK + timedelta(days=1), known=first)
    with pytest.raises(Forbidden):
        hold(city, "Pjs", HeldKind.PJS, LEAVE, BACK, known=first, actor=city.actor(Role.PPK, city.pemko))


def take_leave(city, name: str = "Wali Kota", first: date = LEAVE, last: date = BACK, **values):
    given = {"organisation": city.pemko, "holder_name": name, "from_on": first, "until_on": last, "source": "izin"}
    return record_leave(**given | {"actor": SYSTEM} | values)


def test_only_a_head_or_deputy_of_the_first_day_takes_campaign_leave(city) -> None:
    with pytest.raises(BadInput) as error:
        take_leave(city)
    assert error.value.field == "holder_name"
    hold(city, "Wali Kota", HeldKind.DEFINITIVE, date(2021, 2, 26), role=HeldRoleName.REGIONAL_HEAD)
    with pytest.raises(BadInput):
        take_leave(city, first=date(2021, 2, 25))
    row = take_leave(city, given_by=BodyCode.GOVERNOR)
    assert (row.given_by, row.told_kpu_on) == ("governor", None)
    hold(city, "Pjs", HeldKind.PJS, LEAVE, BACK, role=HeldRoleName.REGIONAL_HEAD)
    with pytest.raises(BadInput):
        take_leave(city, "Pjs")


def test_a_leave_is_corrected_not_doubled_and_two_do_not_overlap(city) -> None:
    hold(city, "Wali Kota", HeldKind.DEFINITIVE, date(2021, 2, 26), role=HeldRoleName.REGIONAL_HEAD)
    row = take_leave(city)
    assert take_leave(city).version == 1
    assert take_leave(city, told_kpu_on=LEAVE).pk == row.pk
    with pytest.raises(Conflict, match="Wali Kota"):
        take_leave(city, first=BACK, last=BACK + timedelta(days=5))
    row.refresh_from_db()
    moved = take_leave(city, first=LEAVE + timedelta(days=1), known=row)
    assert (moved.pk, moved.from_on, CampaignLeave.objects.count()) == (row.pk, LEAVE + timedelta(days=1), 1)
    assert take_leave(city, first=BACK + timedelta(days=1), last=BACK + timedelta(days=2)).pk != row.pk
    for actor in (PUBLIC, city.actor(Role.PPK, city.pemko), city.actor(Role.BKPSDM_OFFICER, city.elsewhere)):
        with pytest.raises(Forbidden):
            take_leave(city, known=moved, actor=actor)


def test_how_the_region_is_headed_on_a_day(city) -> None:
    days = (LEAVE - timedelta(days=1), LEAVE, BACK, BACK + timedelta(days=1))
    assert [head_kind_on(city.pemko.pk, day) for day in days] == [None] * 4
    hold(city, "Wali Kota", HeldKind.DEFINITIVE, date(2021, 2, 26), role=HeldRoleName.REGIONAL_HEAD)
    take_leave(city)
    definitive = HeldKind.DEFINITIVE
    assert [head_kind_on(city.pemko.pk, day) for day in days] == [definitive, None, None, definitive]
    hold(city, "Pjs", HeldKind.PJS, LEAVE, BACK, role=HeldRoleName.REGIONAL_HEAD)
    assert [head_kind_on(city.pemko.pk, day) for day in days] == [definitive, HeldKind.PJS, HeldKind.PJS, definitive]


def test_whether_an_incumbent_runs_is_yes_no_or_not_known(city) -> None:
    assert race_on("99.71", LEAVE).incumbent_runs is None
    pair(city, number=1, head_name="Nangka")
    assert race_on("99.71", LEAVE).incumbent_runs is False
    pair(city, number=2, head_name="Beringin", deputy_name="Citra", deputy_is_incumbent=True)
    found = race_on("99.71.01", LEAVE)
    assert (found.incumbent_runs, [one.names for one in found.incumbents]) == (True, [("Citra",)])
    assert race_on("99.71", date(2019, 1, 1)).incumbent_runs is False, "no election runs then"


def test_pairs_of_a_region_above_do_not_say_that_nobody_of_the_region_itself_stands_again(city) -> None:
    pair(city, "99", number=1, head_name="Gubernur Satu")
    assert race_on("99.71", LEAVE).incumbent_runs is None, "the race for mayor is not on record"
    assert race_on("99.71.01", LEAVE).incumbent_runs is None
    assert race_on("99", LEAVE).incumbent_runs is False, "it is the province's own race"
    pair(city, number=1, is_empty_column=True)
    assert race_on("99.71", LEAVE).incumbent_runs is None, "an empty column is nobody"
    pair(city, number=2, head_name="Beringin")
    assert race_on("99.71", LEAVE).incumbent_runs is False
    assert race_on("99.71.01", LEAVE).incumbent_runs is False, "a district votes in the race of its city"


def test_an_incumbent_of_the_region_above_is_told_where_its_own_race_is_not_on_record(city) -> None:
    pair(city, "99", number=2, head_name="Gubernur Dua", head_is_incumbent=True)
    found = race_on("99.71", LEAVE)
    assert (found.pairs, found.incumbent_runs) == (0, True)
    assert [one.names for one in found.incumbents] == [("Gubernur Dua",)]


def test_an_area_that_elects_no_head_of_its_own_has_the_race_of_its_province(city) -> None:
    for code, level in (("31", "province"), ("31.71", "city")):
        Region.objects.get_or_create(code=code, defaults={"name": code, "search_name": code, "level": level})
    assert race_on("31.71", LEAVE).incumbent_runs is None
    pair(city, "31", number=1, head_name="Gubernur Satu")
    assert race_on("31.71", LEAVE).incumbent_runs is False


def test_the_campaign_of_a_place_has_its_days_and_the_incumbents_of_that_place_only(city) -> None:
    pair(city, number=1, head_name="Beringin", deputy_name="Citra", head_is_incumbent=True)
    pair(city, "99", number=1, head_name="Rawa", head_is_incumbent=True)
    found = campaign_in("99.71", LEAVE)
    assert found is not None
    assert (found.first, found.last, found.incumbents) == (date(2024, 9, 25), date(2024, 11, 23), ("Beringin",))
    assert campaign_in("99.71", date(2019, 1, 1)) is None


def pair(city, region: str = "99.71", **values):
    given = {
        "organisation": city.bawaslu,
        "election": "pilkada_2024",
        "region": Region.objects.get(pk=region),
        "source": "contoh",
        "actor": SYSTEM,
    }
    return store_pair(**given | values)


def test_the_pairs_of_a_place_are_its_own_and_those_above_and_the_empty_column_has_no_name(city) -> None:
    pair(city, number=2, is_empty_column=True)
    pair(city, number=1, head_name="Beringin", deputy_name="Citra", head_is_incumbent=True)
    pair(city, "99", number=1, head_name="Gubernur Satu")
    pair(city, "63.72", number=1, head_name="Lain Kota")
    found = list(pairs_in("99.71.01", "pilkada_2024"))
    assert [(row.region_id, row.number, row.is_empty_column) for row in found] == [
        ("99", 1, False),
        ("99.71", 1, False),
        ("99.71", 2, True),
    ]
    assert found[1].has_incumbent and not found[0].has_incumbent
    assert not pairs_in("99.71", "pilkada_2020").exists()
    for values in ({"number": 3, "is_empty_column": True, "head_name": "Ada"}, {"number": 3}):
        with pytest.raises(BadInput) as error:
            pair(city, **values)
        assert error.value.field == "head_name"


def test_a_pair_without_number_gets_it_after_the_lots_and_one_that_is_out_stays_until_that_day(city) -> None:
    first = pair(city, head_name="Beringin")
    drawn = pair(city, head_name="Beringin", number=4)
    assert (drawn.pk, drawn.number, ElectionPair.objects.count()) == (first.pk, 4, 1)
    pair(city, head_name="Beringin", number=4, withdrawn_on=BACK)
    assert pairs_in("99.71", "pilkada_2024", BACK - timedelta(days=1)).count() == 1
    assert pairs_in("99.71", "pilkada_2024", BACK).count() == 0
    assert pairs_in("99.71", "pilkada_2024").count() == 1


def test_a_pair_is_entered_by_staff_and_changed_by_the_same_office_only(city) -> None:
    for actor in (PUBLIC, city.actor(Role.PPK, city.bawaslu), city.actor(Role.BAWASLU_STAFF, city.pemko)):
        with pytest.raises(Forbidden):
            pair(city, number=1, head_name="Beringin", actor=actor)
    pair(city, number=1, head_name="Beringin", actor=city.actor(Role.BAWASLU_STAFF, city.bawaslu))
    other = city.actor(Role.BKPSDM_OFFICER, city.pemko)
    with pytest.raises(Forbidden):
        pair(city, number=1, head_name="Diganti", organisation=city.pemko, actor=other)
    assert visible(PUBLIC, ElectionPair).get().head_name == "Beringin"


def test_a_unit_and_a_person_stay_inside_one_office(city) -> None:
    ours = store_unit(organisation=city.pemko, code="A", name="Satu", kind=UnitKind.DINAS, actor=SYSTEM)
    theirs = store_unit(organisation=city.elsewhere, code="A", name="Satu", kind=UnitKind.DINAS, actor=SYSTEM)
    for parent in (theirs, ours):
        with pytest.raises(BadInput) as error:
            store_unit(organisation=city.pemko, code="A", name="Satu", kind=UnitKind.DINAS, parent=parent, actor=SYSTEM)
        assert error.value.field == "parent"
    with pytest.raises(BadInput) as error:
        store_person(organisation=city.pemko, name="Contoh", status=SubjectStatus.NON_ASN, unit=theirs, actor=SYSTEM)
    assert error.value.field == "unit"
    officer = city.actor(Role.BKPSDM_OFFICER, city.pemko)
    assert visible(officer, Unit).get() == ours
    with pytest.raises(Forbidden):
        store_unit(organisation=city.elsewhere, code="B", name="Dua", kind=UnitKind.DINAS, actor=officer)
    with pytest.raises(Forbidden):
        store_person(organisation=city.elsewhere, name="Contoh", status=SubjectStatus.NON_ASN, actor=officer)
