"""Roles × verbs of an examination, written by hand: every cell is run, allowed and refused."""

from __future__ import annotations

import secrets
from typing import Any

import pytest
from django.db import transaction
from examination_cast import LATER, decision, office
from interest_cast import held
from report_cast import NAME, Cast, person

from sinetra.apps.base.actor import SYSTEM, Actor, Role
from sinetra.apps.base.policy import registered_actions
from sinetra.apps.cases.examinations import actions as act
from sinetra.apps.cases.examinations.actions.join_team import Appointed
from sinetra.apps.cases.models import Examination
from sinetra.apps.cases.vocabulary import RemedyResult
from sinetra.core.casework.penalties import TeamRole
from sinetra.core.errors import Conflict, Forbidden

pytestmark = pytest.mark.django_db

# Columns: the personnel officer of the city, the same role in a district and in another institution, the other roles of
# the city together, BKN, staff and plenary of Bawaslu, an administrator of the city, the public.
ROLES = "bkpsdm wilayah lain pemda bkn bawaslu admin publik"
TABLE = """
join_team      ya  -  -  -  -  -  -  -
leave_team     ya  -  -  -  -  -  -  -
summon         ya  -  -  -  -  -  -  -
note_absence   ya  -  -  -  -  -  -  -
examine        ya  -  -  -  -  -  -  -
decide         ya  -  -  -  -  -  -  -
deliver        ya  -  -  -  -  -  -  -
note_undelivered ya -  -  -  -  -  -  -
execute        ya  -  -  -  -  -  -  -
contest        ya  -  -  -  -  -  -  -
settle         ya  -  -  -  -  -  -  -
record         ya  -  -  -  -  -  -  -
report_act     ya  -  -  -  -  -  -  -
"""
CELLS = {line.split()[0]: line.split()[1:] for line in TABLE.strip().splitlines()}
FROM = {
    "join_team": "prepared",
    "leave_team": "prepared",
    "summon": "prepared",
    "note_absence": "summoned",
    "examine": "summoned",
    "decide": "examined",
    "deliver": "decided",
    "note_undelivered": "decided",
    "execute": "delivered",
    "contest": "delivered",
    "settle": "contested",
    "record": "executed",
    "report_act": "decided",
}


def run(verb: str, row: Examination, actor: Actor) -> object:
    on = LATER.date()
    given: dict[str, Any] = {"examination": row, "actor": actor, "at": LATER}
    if verb == "join_team":
        appointed = Appointed(role=TeamRole.OTHER, on=on, letter="6/TIM/2026", name=f"Anggota {secrets.token_hex(4)}")
        return act.join_team(appointed=appointed, **given)
    if verb == "decide":
        return act.decide(decided=decision(on), **given)
    if verb == "settle":
        return act.settle(result=RemedyResult.UPHELD, letter="1", on=on, **given)
    if verb == "leave_team":
        member = row.team.order_by("id").values_list("pk", flat=True)[0]
        return act.leave_team(member=member, reason="Sakit.", on=on, **given)
    if verb in ("note_absence", "note_undelivered"):
        return getattr(act, verb)(on=on, **given)
    note = {"note": "Jawaban."} if verb == "examine" else {}
    return getattr(act, verb)(letter="1", on=on, **given, **note)


def actors(cast: Cast, officer: Actor) -> dict[str, Actor]:
    others = (Role.NEUTRALITY_TEAM, Role.INSPECTORATE, Role.PPK, Role.UNIT_ORGANISER, Role.PRESS_OFFICER)
    found = {
        "bkpsdm": officer,
        "wilayah": person(cast.pemko, Role.BKPSDM_OFFICER, region="99.71.02"),
        "lain": person(cast.province, Role.BKPSDM_OFFICER),
        "pemda": person(cast.pemko, *others),
        "bkn": cast.bkn_officer,
        "bawaslu": person(cast.bawaslu, Role.BAWASLU_STAFF, Role.BAWASLU_COMMISSIONER),
        "admin": person(cast.pemko, Role.ADMINISTRATOR, Role.AUDITOR),
        "publik": Actor(kind="public"),
    }
    assert list(found) == ROLES.split()
    return found


def again(row: Examination) -> Examination:
    return Examination.objects.select_related("matter__organisation", "matter__report").get(pk=row.pk)


@pytest.mark.parametrize("verb", list(CELLS))
def test_each_cell_of_the_table_and_of_two_at_once_one_wins(cast: Cast, verb: str) -> None:
    here = office(cast)
    if verb == "report_act":
        held(cast.pemko, "Cemara Contohwan", kind="plt")
    row = here.reach(FROM[verb])
    for (name, actor), cell in zip(actors(cast, here.officer).items(), CELLS[verb], strict=True):
        mark = transaction.savepoint()
        if cell == "ya":
            first, late = again(row), again(row)
            run(verb, first, actor)
            with pytest.raises(Conflict):
                run(verb, late, actor)
        else:
            with pytest.raises(Forbidden):
                run(verb, again(row), actor)
                pytest.fail(f"{name} may {verb}")
        transaction.savepoint_rollback(mark)
    named = person(cast.pemko, Role.BKPSDM_OFFICER, name=f" {NAME.upper()} ")
    with pytest.raises(Conflict) as caught:
        run(verb, again(row), named)
    assert caught.value.code == "conflict_of_interest", "who is named as reported takes no step"


def test_every_verb_and_every_action_stands_in_the_table() -> None:
    assert set(CELLS) == set(FROM) == set(act.__all__)
    known = {name.removeprefix("examination.") for name in registered_actions() if name.startswith("examination.")}
    assert known == set(CELLS) | {"read"}


@pytest.mark.parametrize("verb", sorted(set(CELLS) - {"join_team", "leave_team", "summon"}))
def test_no_verb_is_possible_before_its_stage_and_nothing_is_written(cast: Cast, verb: str) -> None:
    row = office(cast).opened()
    steps = row.steps.count()
    with pytest.raises(Conflict) as caught:
        run(verb, again(row), SYSTEM)
    assert caught.value.code == "illegal_transition"
    assert again(row).stage == "prepared"
    assert row.steps.count() == steps
