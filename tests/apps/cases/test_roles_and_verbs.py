"""Roles × verbs of casework, written by hand: every cell is run, allowed and refused."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from prepared import Prepared
from report_cast import NAME, Cast, person
from verb_cast import VERBS

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import registered_actions
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.models import (
    Correction,
    HandOver,
    Matter,
    RecordedAnswer,
)
from sinetra.core.errors import Conflict, Forbidden

pytestmark = pytest.mark.django_db

# Columns. Of the office: staff, plenary, custodian, admin, auditor, press, no role. Elsewhere: BKN officer, local
# government (personnel, team, inspectorate, PPK, unit organiser), the same roles for another district of the office,
# staff and plenary of the province, the public.
ROLES = "staf  pleno  kust  admin  audit  humas  tanpa  bkn  pemda  wilayah  provinsi  publik"
TABLE = """
record_information     ya   ya   -    -    -    -    -    -    -    -    -    -
open_matter            ya   ya   -    -    -    -    -    -    -    -    -    -
join_report            ya   ya   -    -    -    -    -    -    -    -    -    -
separate_report        ya   ya   -    -    -    -    -    -    -    -    -    -
tell_apart             ya   ya   -    -    -    -    -    -    -    -    -    -
keep_report            ya   ya   -    -    -    -    -    -    -    -    -    -
set_aside_report       -    ya   -    -    -    -    -    -    -    -    -    -
take                   ya   ya   -    -    -    -    -    -    -    -    -    -
start_study            ya   ya   -    -    -    -    -    -    -    -    -    -
start_tracing          ya   ya   -    -    -    -    -    -    -    -    -    -
check_requirements     ya   ya   -    -    -    -    -    -    -    -    -    -
find_complete          ya   ya   -    -    -    -    -    -    -    -    -    -
ask_repair             ya   ya   -    -    -    -    -    -    -    -    -    -
accept_repair          ya   ya   -    -    -    -    -    -    -    -    -    -
refuse_registration    ya   ya   -    -    -    -    -    -    -    -    -    -
keep_as_information    -    ya   -    -    -    -    -    -    -    -    -    -
withdraw               ya   ya   -    -    -    -    -    -    -    -    -    -
withdraw_registered    ya   ya   -    -    -    -    -    -    -    -    -    -
report_tracing         ya   ya   -    -    -    -    -    -    -    -    -    -
set_finding            -    ya   -    -    -    -    -    -    -    -    -    -
transfer               -    ya   -    -    -    -    -    -    -    -    -    -
take_over              -    ya   -    -    -    -    -    -    -    -    -    -
register               ya   ya   -    -    -    -    -    -    -    -    -    -
summon                 ya   ya   -    -    -    -    -    -    -    -    -    -
record_clarification   ya   ya   -    -    -    -    -    -    -    -    -    -
extend_study           -    ya   -    -    -    -    -    -    -    -    -    -
write_study            ya   ya   -    -    -    -    -    -    -    -    -    -
hold_plenary           -    ya   -    -    -    -    -    -    -    -    -    -
forward                ya   ya   -    -    -    -    -    -    -    -    -    -
forward_track          ya   ya   -    -    -    -    -    -    -    -    -    -
end_track              ya   ya   -    -    -    -    -    -    -    -    -    -
reconsider_track       -    ya   -    -    -    -    -    -    -    -    -    -
give_up_track          -    ya   -    -    -    -    -    -    -    -    -    -
refuse_complete        -    ya   -    -    -    -    -    -    -    -    -    -
close_not_proven       -    ya   -    -    -    -    -    -    -    -    -    -
close_not_registered   ya   ya   -    -    -    -    -    -    -    -    -    -
assign                 -    ya   -    -    -    -    -    -    -    -    -    -
acknowledge            -    -    -    -    -    -    -    ya   -    -    -    -
return                 -    -    -    -    -    -    -    ya   -    -    -    -
acknowledge_transfer   -    -    -    -    -    -    -    -    -    -    ya   -
return_transfer        -    -    -    -    -    -    -    -    -    -    ya   -
open_examination       -    -    -    -    -    -    -    ya   -    -    -    -
pass_on                -    -    -    -    -    -    -    ya   -    -    -    -
answer_sender          -    -    -    -    -    -    -    ya   -    -    -    -
reopen                 -    ya   -    -    -    -    -    -    -    -    -    -
reopen_refused         -    ya   -    -    -    -    -    -    -    -    -    -
clear_namesake         -    ya   -    -    -    -    -    -    -    -    -    -
add_correction         ya   ya   -    -    -    -    -    -    -    -    -    -
send_correction        ya   ya   -    -    -    -    -    -    -    -    -    -
send_correction_package ya  ya   -    -    -    -    -    -    -    -    -    -
note_correction        ya   ya   -    -    -    -    -    -    -    -    -    -
give_up_correction     -    ya   -    -    -    -    -    -    -    -    -    -
accept_correction      -    -    -    -    -    -    -    ya   -    -    -    -
record_acknowledgement ya   ya   -    -    -    -    -    -    -    -    -    -
confirm_acknowledgement ya  ya   -    -    -    -    -    -    -    -    -    -
set_hold               -    ya   -    -    -    -    -    -    -    -    -    -
lift_hold              -    ya   -    -    -    -    -    -    -    -    -    -
export_sbt             ya   ya   -    -    -    -    -    -    -    -    -    -
import_sbt             ya   ya   -    -    -    -    -    -    -    ya   -    -
set_number_pattern     -    ya   -    -    -    -    -    -    -    -    -    -
set_register_pattern   -    ya   -    -    -    -    -    -    -    -    -    -
file_nil_report        ya   ya   -    -    -    -    -    -    -    -    -    -
recompute_clocks       ya   ya   -    -    -    -    -    ya   -    ya   ya   -
import_recommendations ya   ya   -    -    -    -    -    -    -    -    -    -
record_answer          ya   ya   -    -    -    -    -    -    -    -    -    -
take_rung              ya   ya   -    -    -    -    -    -    -    -    -    -
recount_recommendations ya  ya   -    -    -    -    -    ya   -    ya   ya   -
"""
CELLS = {line.split()[0]: line.split()[1:] for line in TABLE.strip().splitlines()}


def actors(cast: Cast) -> dict[str, Actor]:
    local = (Role.BKPSDM_OFFICER, Role.NEUTRALITY_TEAM, Role.INSPECTORATE, Role.PPK, Role.UNIT_ORGANISER)
    found = {
        "staf": cast.staff,
        "pleno": cast.commissioner,
        "kust": cast.custodian,
        "admin": person(cast.bawaslu, Role.ADMINISTRATOR),
        "audit": person(cast.bawaslu, Role.AUDITOR),
        "humas": person(cast.bawaslu, Role.PRESS_OFFICER),
        "tanpa": person(cast.bawaslu),
        "bkn": cast.bkn_officer,
        "pemda": person(cast.pemko, *local),
        "wilayah": cast.district_staff,
        "provinsi": cast.province_staff,
        "publik": Actor(kind="public"),
    }
    assert list(found) == ROLES.split()
    return found


def again(row: Any) -> Any:
    """Read anew: a cell that was rolled back has left its marks on the object."""
    if isinstance(row, Correction):
        return Correction.objects.select_related("matter__report", "organisation", "about").get(pk=row.pk)
    if isinstance(row, HandOver):
        return HandOver.objects.select_related("matter", "organisation").get(pk=row.pk)
    if isinstance(row, RecordedAnswer):
        return RecordedAnswer.objects.select_related("hand_over__matter").get(pk=row.pk)
    if row is None:
        return None
    related = ("report", "organisation") if isinstance(row, Matter) else ("organisation",)
    return type(row).objects.select_related(*related).get(pk=row.pk)


@pytest.mark.parametrize("verb", list(VERBS))
def test_each_cell_of_the_table(cast: Cast, verb: str) -> None:
    prepare, run = VERBS[verb]
    row = prepare(Prepared(cast))
    for (name, actor), cell in zip(actors(cast).items(), CELLS[verb], strict=True):
        mark = transaction.savepoint()
        if cell == "ya":
            run(cast, again(row), actor)
        else:
            with pytest.raises(Forbidden):
                run(cast, again(row), actor)
                pytest.fail(f"{name} may {verb}")
        transaction.savepoint_rollback(mark)


# Verbs that are not about one matter, and those by which it changes hands.
APART = {"open_matter", "assign", "return", "return_transfer", "acknowledge_transfer"}
ALONE = {"set_number_pattern", "set_register_pattern", "file_nil_report", "recompute_clocks", "record_information"}
# A file is taken or brought as often as one likes; nobody loses a race by it.
ALONE |= {"export_sbt", "import_sbt"}
ALONE |= {"import_recommendations", "recount_recommendations"}
# A recommendation names nobody.
NAMELESS = {"record_answer", "take_rung"}
AT_BKN = ("acknowledge", "open_examination", "pass_on", "answer_sender", "accept_correction")
HANDLING = sorted(set(VERBS) - APART - ALONE - NAMELESS)


@pytest.mark.parametrize("verb", HANDLING)
def test_who_is_named_as_reported_takes_no_step(cast: Cast, verb: str) -> None:
    prepare, run = VERBS[verb]
    row = prepare(Prepared(cast))
    office = cast.bkn if verb in AT_BKN else cast.bawaslu
    named = person(office, Role.BAWASLU_STAFF, Role.BAWASLU_COMMISSIONER, Role.BKN_OFFICER, name=f" {NAME.upper()} ")
    with pytest.raises(Conflict) as caught:
        run(cast, again(row), named)
    assert caught.value.code == "conflict_of_interest"


WINNERS = dict.fromkeys((*AT_BKN, "return"), "bkn") | {
    "acknowledge_transfer": "provinsi",
    "return_transfer": "provinsi",
}


@pytest.mark.parametrize("verb", sorted(set(VERBS) - ALONE))
def test_of_two_who_act_at_once_one_wins_and_the_other_is_told(cast: Cast, verb: str) -> None:
    prepare, run = VERBS[verb]
    row = prepare(Prepared(cast))
    who = actors(cast)[WINNERS.get(verb, "pleno")]
    first, late = again(row), again(row)
    run(cast, first, who)
    with pytest.raises(Conflict):
        run(cast, late, who)


def test_every_verb_and_every_action_of_casework_stands_in_the_table() -> None:
    assert set(CELLS) == set(VERBS)
    ways = {"start_tracing", "withdraw_registered", "close_not_proven", "close_not_registered", "reopen_refused"}
    ways |= {"acknowledge_transfer", "return_transfer", "return", "refuse_complete"}
    # Packages arrive and leave by the outbox; who may is asked there for the office, not for a person.
    by_the_worker = {"deliver", "deliver_correction", "receive_package"}
    # About one's own account only: tests of the calendar links.
    for_oneself = {"issue_calendar_link", "revoke_calendar_link"}
    # One verb for many matters, by the right to the one: tests/apps/cases/test_many_at_once.py.
    many = {"assign_many", "acknowledge_many"}
    # Likewise for reports of the inbox: tests/apps/cases/test_triage.py.
    many |= {"open_many", "keep_many", "group_reports"}
    named = set(VERBS) - ways | {"close", "return_package"}
    assert named == set(act.__all__) - by_the_worker - for_oneself - many
    known = {name.removeprefix("matter.") for name in registered_actions() if name.startswith("matter.")} - {"read"}
    assert known <= named
