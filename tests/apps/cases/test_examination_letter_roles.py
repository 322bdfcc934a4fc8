"""Who may write, issue, sign and read the letters of an examination, and set how the letters of an office look."""

from __future__ import annotations

import pytest
from examination_cast import Office
from examination_letter_cast import HOUSE, MEETING, fresh, here, written
from report_cast import NAME, person

from sinetra.apps.base.actor import Role
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.actions.issue_document import issue_letter
from sinetra.apps.cases.actions.make_file import make_file
from sinetra.apps.cases.actions.revoke_letter import revoke_letter
from sinetra.apps.cases.actions.set_letter_house import set_letter_house
from sinetra.apps.cases.actions.take_signed import take_signed
from sinetra.apps.cases.actions.write_letter import write_letter
from sinetra.apps.cases.letters.draft import Draft
from sinetra.apps.cases.letters.reads import document
from sinetra.apps.cases.models import IssuedDocument
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound

__all__ = ["here"]
pytestmark = pytest.mark.django_db


def test_a_conflicted_officer_writes_no_letter(here: Office) -> None:
    row = here.opened()
    named = person(here.cast.pemko, Role.BKPSDM_OFFICER, name=NAME)
    with pytest.raises(Conflict) as refused:
        written(Office(cast=here.cast, officer=named, sent=here.sent, matter=here.matter), row, "exam_summons")
    assert refused.value.code == "conflict_of_interest"


# Columns: the officer of the city, the same role in a district and in another institution, the other roles of the city
# together, BKN, staff and plenary of Bawaslu, an administrator of the city.
ROLES = "bkpsdm wilayah lain pemda bkn bawaslu admin"
TABLE = """
write      ya  -  -  -  -  -  -
issue      ya  -  -  -  -  -  -
file       ya  -  -  -  -  -  -
sign       ya  -  -  -  -  -  -
revoke     ya  -  -  -  -  -  -
read       ya  -  -  -  -  -  -
"""


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_each_cell_of_the_table(here: Office, line: str) -> None:
    verb, *cells = line.split()
    row = here.opened()
    draft = Draft(entries=MEETING)
    letter = written(here, row, "exam_summons")
    others = (Role.NEUTRALITY_TEAM, Role.INSPECTORATE, Role.PPK, Role.UNIT_ORGANISER, Role.PRESS_OFFICER)
    actors = {
        "bkpsdm": here.officer,
        "wilayah": person(here.cast.pemko, Role.BKPSDM_OFFICER, region="99.71.02"),
        "lain": person(here.cast.province, Role.BKPSDM_OFFICER),
        "pemda": person(here.cast.pemko, *others),
        "bkn": here.cast.bkn_officer,
        "bawaslu": person(here.cast.bawaslu, Role.BAWASLU_STAFF, Role.BAWASLU_COMMISSIONER),
        "admin": person(here.cast.pemko, Role.ADMINISTRATOR, Role.AUDITOR, Role.CUSTODIAN),
    }
    assert list(actors) == ROLES.split()
    for (name, actor), cell in zip(actors.items(), cells, strict=True):
        waiting = write_letter(
            matter=fresh(row).matter, form="exam_summons", draft=draft, actor=here.officer, examination=fresh(row)
        )
        takes = {
            "write": lambda a=actor: write_letter(
                matter=fresh(row).matter, form="exam_summons", draft=draft, actor=a, examination=fresh(row)
            ),
            "issue": lambda a=actor, w=waiting: issue_letter(document=w, version=w.version, actor=a),
            "file": lambda a=actor: make_file(document=letter, url="u", actor=a),
            "sign": lambda a=actor: take_signed(document=letter, content=b"%PDF-1.7 no", actor=a),
            "revoke": lambda a=actor: revoke_letter(document=letter, reason="Salah orang.", actor=a),
            "read": lambda a=actor: document(a, letter.pk),
        }
        if cell == "ya" and verb != "sign":
            takes[verb]()
            continue
        with pytest.raises(BadInput if cell == "ya" else (Forbidden, NotFound)):
            takes[verb]()
            pytest.fail(f"{name} may {verb}")
        assert name == "bkpsdm" or not visible(actor, IssuedDocument).exists()


def test_only_who_speaks_for_the_whole_institution_sets_how_its_letters_look(here: Office) -> None:
    district = person(here.cast.pemko, Role.BKPSDM_OFFICER, region="99.71.02")
    for actor in (district, person(here.cast.pemko, Role.PPK, Role.ADMINISTRATOR), here.cast.staff):
        with pytest.raises(Forbidden):
            set_letter_house(house=HOUSE, year=2025, actor=actor)
