"""Who may do what with careers, verb by verb; and nobody anything about oneself."""

from __future__ import annotations

import pytest
from career_cast import new_proposal, new_ruling

from sinetra.apps.base.actor import PUBLIC, Role
from sinetra.apps.base.policy import may, registered_actions, visible
from sinetra.apps.careers.actions import decide_step, propose_step
from sinetra.apps.careers.models import CareerPolicy, CareerStep, TransferCheck, TransferFile, TransferLetter
from sinetra.apps.careers.selectors import step as step_of
from sinetra.apps.careers.selectors import steps
from sinetra.apps.registry.models import Organisation, Person
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


@pytest.mark.parametrize("username", ["tim.netralitas", "inspektorat", "penyelenggara.dputr", "admin", "staf.bawaslu"])
def test_who_is_neither_personnel_office_nor_ppk_sees_no_row(step, actor, username):
    other = actor(username)
    for model in (CareerStep, TransferCheck, TransferFile, TransferLetter):
        assert not visible(other, model).exists()
    with pytest.raises(Forbidden):
        steps(other)


def test_another_personnel_office_sees_nothing_of_it(step, officer):
    from dataclasses import replace

    elsewhere = replace(officer, organisation_id=Organisation.objects.get(kind="bkn").pk)
    assert elsewhere.has(Role.BKPSDM_OFFICER)
    assert not steps(elsewhere).exists()
    assert not visible(elsewhere, CareerPolicy).exists()
    with pytest.raises(NotFound):
        step_of(elsewhere, step.pk)
