"""Who may do what with careers, verb by verb; and nobody anything about oneself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from career_cast import a_transfer, new_proposal, new_ruling

from sinetra.apps.base.actor import PUBLIC, SYSTEM, Role
from sinetra.apps.base.policy import may, registered_actions, visible
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.careers.actions import check_transfer, decide_step, propose_step
from sinetra.apps.careers.law import facts_of
from sinetra.apps.careers.models import CareerPolicy, CareerStep, TransferCheck, TransferFile, TransferLetter
from sinetra.apps.careers.selectors import step as step_of
from sinetra.apps.careers.selectors import steps
from sinetra.apps.registry.models import Organisation, Person, Unit
from sinetra.core.errors import Forbidden, NotFound

pytestmark = pytest.mark.django_db

CAST = {
    "petugas": "petugas.bkpsdm",
    "ppk": "ppk",
    "tim": "tim.netralitas",
    "irban": "inspektorat",
    "humas": "humas",
    "unit": "penyelenggara.dputr",
    "admin": "admin",
    "bawaslu": "staf.bawaslu",
    "bkn": "auditor.bkn",
    "tanpa": "orang.luar",
}
TABLE = """
                        petugas  ppk  tim  irban  humas  unit  admin  bawaslu  bkn  tanpa  publik
career.read             ya       ya   -    -      -      -     -      -        -    -      -
career.propose          ya       -    -    -      -      -     -      -        -    -      -
career.decide           ya       ya   -    -      -      -     -      -        -    -      -
career_policy.read      ya       ya   ya   ya     ya     ya    -      -        -    -      -
career_policy.publish   ya       -    -    -      -      -     -      -        -    -      -
transfer.check          ya       -    -    -      -      -     -      -        -    -      -
transfer.letter         ya       -    -    -      -      -     -      -        -    -      -
"""
HEAD, *LINES = [line.split() for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[0])
def test_each_role_may_exactly_what_the_table_says(step, actor, line):
    """About a step of the city: its office is another than that of Bawaslu, its administrator and BKN."""
    action, *expected = line
    everybody = {name: actor(username) for name, username in CAST.items()} | {"publik": PUBLIC}
    assert {name: may(everybody[name], action, step) for name in HEAD} == {
        name: answer == "ya" for name, answer in zip(HEAD, expected, strict=True)
    }


def test_the_table_names_every_action_of_careers():
    ours = {name for name in registered_actions() if name.startswith(("career", "transfer."))}
    assert ours == {line[0] for line in LINES}


def test_nobody_proposes_or_decides_about_oneself(officer, actor, ppk):
    own = Person.objects.select_related("organisation", "unit").get(name="Nusa Contohindah")
    with pytest.raises(Forbidden):
        propose_step(proposal=new_proposal(), person=own, actor=officer)
    row = propose_step(proposal=new_proposal(), person=own, actor=actor("kepala.bkpsdm"))
    with pytest.raises(Forbidden):
        decide_step(step=row, ruling=new_ruling(), actor=officer)
    assert decide_step(step=row, ruling=new_ruling(), actor=ppk).decision == "granted"


def test_nobody_does_any_act_about_oneself(officer, actor):
    own = Person.objects.select_related("organisation", "unit").get(name="Nusa Contohindah")
    row = propose_step(proposal=a_transfer(), person=own, actor=actor("kepala.bkpsdm"))
    assert [line[0] for line in LINES if may(officer, line[0], row)] == [
        "career.read",
        "career_policy.read",
        "career_policy.publish",
    ]
    with pytest.raises(Forbidden):
        check_transfer(facts=facts_of(row), step=row, actor=officer)
    assert check_transfer(facts=facts_of(row), step=row, actor=actor("kepala.bkpsdm")).step == row


@pytest.mark.parametrize("username", ["tim.netralitas", "inspektorat", "penyelenggara.dputr", "admin", "staf.bawaslu"])
def test_who_is_neither_personnel_office_nor_ppk_sees_no_row(step, actor, username):
    other = actor(username)
    for model in (CareerStep, TransferCheck, TransferFile, TransferLetter):
        assert not visible(other, model).exists()
    with pytest.raises(Forbidden):
        steps(other)


def with_region(unit: Unit | None, region: str) -> None:
    assert unit is not None
    with unit_of_work(SYSTEM) as work:
        work.change(unit, region_id=region)
        work.record("test.move", unit)


def test_an_officer_for_a_region_sees_and_decides_for_its_own_units_only(lurah, officer):
    """As with the people of the register: where the person works now; of a unit, the unit itself."""
    here = replace(officer, regions=("99.71.01",))
    office_wide = Unit.objects.select_related("organisation").get(code="DPUTR")
    moved = propose_step(proposal=a_transfer(), person=lurah, actor=officer)
    check_transfer(facts={"effective_on": "2024-12-02"}, actor=officer)
    check = check_transfer(facts=facts_of(moved), step=moved, actor=officer)
    trained = propose_step(proposal=new_proposal(), unit=office_wide, actor=officer)
    for region, seen in (("99.71.02", False), ("99.71.01.1001", True), ("99.71.01", True)):
        with_region(lurah.unit, region)
        with_region(office_wide, region)
        for row in (moved, trained):
            row = CareerStep.objects.get(pk=row.pk)
            assert visible(here, CareerStep).filter(pk=row.pk).exists() is seen, region
            verbs = ("career.read", "career.propose", "career.decide", "transfer.check", "transfer.letter")
            assert {may(here, verb, row) for verb in verbs} == {seen}, region
        assert visible(here, TransferCheck).filter(pk=check.pk).exists() is seen
        assert visible(here, TransferCheck).filter(step=None).count() == 1, "that one is about nobody"
    with_region(office_wide, "99.71.02")
    with pytest.raises(Forbidden):
        propose_step(proposal=new_proposal(), unit=office_wide, actor=here)


def test_a_letter_is_seen_where_its_step_is(lurah, officer):
    moved = propose_step(proposal=a_transfer(), person=lurah, actor=officer)
    with unit_of_work(officer) as work:
        letter = work.create(
            TransferLetter(
                organisation_id=moved.organisation_id,
                step=moved,
                kind="permit",
                number="1",
                dated_on=moved.proposed_on,
                blob="",
                sha256="",
                code_hash="",
                issued_by_id=officer.user_id,
            )
        )
        work.record("test.letter", letter)
    for region, seen in (("99.71.02", False), ("99.71.01", True)):
        with_region(lurah.unit, region)
        assert visible(replace(officer, regions=("99.71.01",)), TransferLetter).exists() is seen


def test_another_personnel_office_sees_nothing_of_it(step, officer):
    elsewhere = replace(officer, organisation_id=Organisation.objects.get(kind="bkn").pk)
    assert elsewhere.has(Role.BKPSDM_OFFICER)
    assert not steps(elsewhere).exists()
    assert not visible(elsewhere, CareerPolicy).exists()
    with pytest.raises(NotFound):
        step_of(elsewhere, step.pk)
